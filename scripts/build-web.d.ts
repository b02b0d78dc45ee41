import type { Metafile } from 'esbuild';

/** Builds the page into the folder; what the modules of it are made of. */
export function buildWeb(outdir: string): Promise<Metafile>;

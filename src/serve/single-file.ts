import { createHash } from 'node:crypto';
import type { PageData } from '../library/page-data.ts';
import { documentOf } from './page-html.ts';
import { contentPolicy } from './policy.ts';

/** The page as one file that works by a double click, without a network and without any file beside it. */

/** What goes into it; fonts by their file's name. */
export interface SingleParts {
  readonly data: PageData;
  readonly script: string;
  readonly style: string;
  readonly icon: string;
  readonly fonts: ReadonlyMap<string, Uint8Array>;
}

/** The file. Its policy allows this one script and this one style, by their hashes, and no connection at all. */
export function singleFile({ data, script, style, icon, fonts }: SingleParts): string {
  const policy = contentPolicy({
    script: sourceOf(script),
    style: sourceOf(style),
    connect: "'none'",
    picture: 'data: blob:',
  });
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<link rel="icon" href="data:image/svg+xml;base64,${base64(Buffer.from(icon))}">`,
    `<style>${style}</style>`,
  ];
  const blocks = [
    `<script type="application/json" id="wording">${inScript(JSON.stringify(data))}</script>`,
    ...[...fonts].map(([name, bytes]) => `<script type="text/plain" id="${name}">${base64(bytes)}</script>`),
    `<script>${script}</script>`,
  ];
  return documentOf('file', head.join('\n'), `${blocks.join('\n')}\n`);
}

/** A script or style is allowed by the hash of exactly what stands between its tags. */
const sourceOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** JSON that ends no script: it has `<` in texts alone, where it can be written otherwise. */
const inScript = (json: string) => json.replaceAll('<', '\\u003c');

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

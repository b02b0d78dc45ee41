import { cp, rm } from 'node:fs/promises';
import { build } from 'esbuild';

/** Bundles the command line into `dist/`, so that users run built JavaScript; what is rarely used is a chunk of its own. */
await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: { 'cli/closewell': 'src/cli/bin.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // commander is CommonJS and asks for Node's own modules by require.
  banner: { js: "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);" },
  legalComments: 'linked',
  logLevel: 'warning',
});
const inter = 'node_modules/@expo-google-fonts/inter';
await cp(`${inter}/400Regular/Inter_400Regular.ttf`, 'dist/fonts/Inter_400Regular.ttf');
await cp(`${inter}/600SemiBold/Inter_600SemiBold.ttf`, 'dist/fonts/Inter_600SemiBold.ttf');
await cp(`${inter}/LICENSE_FONT`, 'dist/fonts/LICENSE-INTER.txt');

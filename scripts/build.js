import { cp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { buildWeb } from './build-web.js';

/**
 * Builds `dist/`: the command line as bundled JavaScript with V8's code cache, parts with large libraries in files of
 * their own that are loaded when they are asked for, the fonts of the letters, and the sample practice loaded ahead.
 */
const APART = ['pdf', 'finished-pdf', 'docx'];
const root = process.cwd();
await rm('dist', { recursive: true, force: true });
await build({
  entryPoints: {
    main: 'src/cli/bundle.ts',
    ...Object.fromEntries(APART.map((part) => [part, `src/cli/${part}.ts`])),
  },
  outdir: 'dist/cli',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  // A script run from a cache cannot import; it can require.
  supported: { 'dynamic-import': false },
  // pdfkit's browser build names a data file beside itself, which a letter never asks for.
  define: { 'import.meta.url': '"file:///pdfkit/"' },
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  plugins: [
    {
      name: 'parts-apart',
      setup: ({ onResolve }) => {
        onResolve({ filter: new RegExp(`^\\./(${APART.join('|')})\\.ts$`) }, ({ kind, path }) =>
          kind === 'entry-point' ? undefined : { path: path.replace('.ts', '.cjs'), external: true },
        );
      },
    },
  ],
  legalComments: 'linked',
  logLevel: 'warning',
});
await buildWeb('dist/web');

const inter = 'node_modules/@expo-google-fonts/inter';
await cp(`${inter}/400Regular/Inter_400Regular.ttf`, 'dist/fonts/Inter_400Regular.ttf');
await cp(`${inter}/600SemiBold/Inter_600SemiBold.ttf`, 'dist/fonts/Inter_600SemiBold.ttf');
await cp(`${inter}/LICENSE_FONT`, 'dist/fonts/LICENSE-INTER.txt');
await cp('src/cli/start.cjs', 'dist/cli/closewell.cjs');

const { load } = createRequire(import.meta.url)('../dist/cli/closewell.cjs');
const { script, main, nodeIo, prebuild } = load();
await prebuild(root);
const silent = { ...nodeIo(root), out: () => undefined, err: () => undefined };
for (const command of ['script', 'letter']) await main([command, 'examples/too-busy.yaml'], silent);
await writeFile('dist/cli/main.cache', script.createCachedData());

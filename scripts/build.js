import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { buildWeb, withoutBrotli } from './build-web.js';

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
    withoutBrotli,
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

for (const [name, file, weights] of [
  ['inter', 'Inter', ['400Regular', '600SemiBold']],
  ['noto-sans-arabic', 'NotoSansArabic', ['400Regular', '600SemiBold']],
  ['noto-sans-hebrew', 'NotoSansHebrew', ['400Regular', '600SemiBold']],
  ['noto-sans-devanagari', 'NotoSansDevanagari', ['400Regular', '600SemiBold']],
  ['noto-emoji', 'NotoEmoji', ['400Regular']],
]) {
  const folder = `node_modules/@expo-google-fonts/${name}`;
  for (const weight of weights)
    await cp(`${folder}/${weight}/${file}_${weight}.ttf`, `dist/fonts/${file}_${weight}.ttf`);
  await cp(`${folder}/LICENSE_FONT`, `dist/fonts/LICENSE-${name.toUpperCase()}.txt`);
}
await cp('src/cli/start.cjs', 'dist/cli/closewell.cjs');

const { load } = createRequire(import.meta.url)('../dist/cli/closewell.cjs');
const { main, nodeIo, prebuild } = load().bundle.exports;
await prebuild(root);
const { packOf } = load('pdf.cjs').bundle.exports;
for (const weight of ['400Regular', '600SemiBold']) {
  const font = `dist/fonts/Inter_${weight}.ttf`;
  await writeFile(`${font}.stock`, packOf(await readFile(font)));
}

// What these runs compile is in the caches.
const silent = { ...nodeIo(root), out: () => undefined, err: () => undefined };
const trial = 'dist/trial.pdf';
await main(['script', 'examples/too-busy.yaml'], silent);
await main(['letter', 'examples/too-busy.yaml', '-o', trial], silent);
await rm(trial);
for (const name of ['main.cjs', 'pdf.cjs'])
  await writeFile(`dist/cli/${name}.cache`, load(name).script.createCachedData());

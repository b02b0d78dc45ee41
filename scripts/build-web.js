import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds the page into a folder: the page as modules, of which the browser loads the editor, YAML and PDF when they are used
 * (`page.js` and what it imports), the same in one script for the single file (`single.js`), and the styles.
 */
export async function buildWeb(outdir) {
  const shared = {
    bundle: true,
    minify: true,
    platform: 'browser',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    // pdfkit's browser build names a data file beside itself, which a letter never asks for.
    define: { 'import.meta.url': '"file:///pdfkit/"' },
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    plugins: [withoutBrotli],
    legalComments: 'linked',
    logLevel: 'warning',
  };
  const [modules] = await Promise.all([
    build({
      ...shared,
      entryPoints: { page: 'src/web/main.tsx' },
      outdir,
      format: 'esm',
      splitting: true,
      chunkNames: '[name]-[hash]',
      metafile: true,
      plugins: [withoutBrotli, inOneFile],
    }),
    build({ ...shared, entryPoints: { single: 'src/web/main.tsx' }, outdir, format: 'iife' }),
    build({ ...shared, entryPoints: { page: 'src/web/page.css' }, outdir }),
  ]);
  await copyFile('src/web/icon.svg', join(outdir, 'icon.svg'));
  return modules.metafile;
}

/**
 * What is shared with a part that is loaded later would be a file of its own, a score of them for the first load, each
 * packed by itself. Whatever is loaded later therefore begins with all that is there by then.
 */
const inOneFile = {
  name: 'in-one-file',
  setup: ({ onResolve, onLoad, resolve, initialOptions }) => {
    const [first] = Object.values(initialOptions.entryPoints);
    const later = new Set();
    onResolve({ filter: /^\.{1,2}\// }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === inOneFile) return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: inOneFile });
      later.add(found.path);
      return found;
    });
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) =>
      later.has(path)
        ? {
            contents: `import '${join(process.cwd(), first)}';\n${await readFile(path, 'utf8')}`,
            loader: path.endsWith('x') ? 'tsx' : 'ts',
          }
        : undefined,
    );
  },
};

/** Half a megabyte to read fonts of a kind (WOFF2) that no letter has. */
export const withoutBrotli = {
  name: 'without-brotli',
  setup: ({ onLoad }) => {
    onLoad({ filter: /brotli\/decompress\.js$/ }, () => ({ contents: 'module.exports = () => undefined;' }));
  },
};

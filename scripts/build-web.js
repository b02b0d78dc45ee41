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
    plugins: [withoutUnusedZod, withoutBrotli],
    logOverride: { 'import-is-undefined': 'silent' },
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
      plugins: [withoutUnusedZod, inOneFile],
    }),
    build({ ...shared, entryPoints: { single: 'src/web/main.tsx' }, outdir, format: 'iife' }),
    build({ ...shared, entryPoints: { page: 'src/web/page.css' }, outdir }),
  ]);
  await copyFile('src/web/icon.svg', join(outdir, 'icon.svg'));
  return modules.metafile;
}

/**
 * zod brings along what the page never uses, an eighth of its first load: what turns schemas into JSON Schema (its
 * schemas name these functions when they are made, and call them only when asked), its own sentences in English (a
 * problem here has ours), and what follows data that goes in circles (a form and a client file cannot).
 */
const JSON_SCHEMA = [
  'JSONSchemaGenerator',
  'allProcessors',
  'createStandardJSONSchemaMethod',
  'createToJSONSchemaMethod',
  'extractDefs',
  'finalize',
  'handleUnrepresentable',
  'initializeContext',
  'processSchema',
  'toJSONSchema',
];
const withoutUnusedZod = {
  name: 'without-unused-zod',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod\/v4\/core\/(?:to-json-schema|json-schema-[a-z]+)\.js$/ }, () => ({
      contents: `const none = () => undefined;\nexport { ${JSON_SCHEMA.map((name) => `none as ${name}`)} };`,
    }));
    onLoad({ filter: /zod\/v4\/locales\/en\.js$/ }, () => ({ contents: 'export default () => ({});' }));
    onLoad({ filter: /zod\/v4\/core\/memoizer\.js$/ }, () => ({
      contents:
        'export const memoizer = () => undefined, isBackEdge = memoizer, isRecursiveSchema = memoizer;',
    }));
  },
};

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

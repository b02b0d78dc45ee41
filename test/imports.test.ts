import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from './support/shipped.ts';

/** Which file may import what: layers run downwards, and each library has one door. */

const LAYERS = [
  'problem',
  'model',
  'course',
  'language',
  'library',
  'compose',
  'guarantee',
  'picture',
  'tagged',
  'render',
  'files',
];
const SHELL = ['files', 'cli', 'serve', 'web'];

const sources = readdirSync(new URL('src', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(new URL(`src/${path}`, ROOT), 'utf8') }));

const layerOf = (path: string) => (path.split('/')[0] ?? '').replace(/\.ts$/, '');
const rankOf = (layer: string) => (LAYERS.includes(layer) ? LAYERS.indexOf(layer) : LAYERS.length);
const isShell = (path: string) => SHELL.includes(layerOf(path));

const IMPORTS =
  /^(?:import|export)\b[^;'"]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
const imports = sources.flatMap(({ path, text }) =>
  [...text.matchAll(IMPORTS)].map((match) => ({ from: path, to: match[1] ?? match[2] ?? match[3] ?? '' })),
);
/** The package of an import, also where it is reached by a path into its folder. */
const nameOf = (to: string) => {
  const [scope = '', name = ''] = to.replace(/^.*node_modules\//, '').split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
};
const isPackage = (to: string) => !to.startsWith('.') || to.includes('node_modules');
const inside = imports
  .filter(({ to }) => !isPackage(to))
  .map(({ from, to }) => ({
    from,
    to: new URL(to, new URL(`src/${from}`, ROOT)).href.slice(`${ROOT.href}src/`.length),
  }));

test('imports run one way', () => {
  const upwards = inside.filter(({ from, to }) => rankOf(layerOf(to)) > rankOf(layerOf(from)));
  expect(inside.length).toBeGreaterThan(100);
  expect(upwards).toEqual([]);
});

test('no part of the shell imports another, but for files, and the commands that start the server', () => {
  const across = inside.filter(
    ({ from, to }) =>
      layerOf(to) !== layerOf(from) &&
      ['cli', 'serve', 'web'].includes(layerOf(to)) &&
      !(layerOf(from) === 'cli' && layerOf(to) === 'serve'),
  );
  expect(across).toEqual([]);
});

test('only the shell touches Node, and the page does not', () => {
  const found = imports.filter(
    ({ from, to }) => to.startsWith('node:') && (!isShell(from) || layerOf(from) === 'web'),
  );
  expect(found).toEqual([]);
});

test.each([
  'zod',
  'marked',
  '@handlebars/parser',
  'yaml',
  'leven',
  'commander',
  'pdfkit',
  'diff',
  'fflate',
  '@noble/hashes',
  'bidi-js',
  'hono',
  '@hono/node-server',
  '@libpdf/core',
  'docx',
  '@rgrove/parse-xml',
  'svg-pathdata',
  'color-string',
])('%s has one importer', (library) => {
  const importers = imports.filter(({ to }) => nameOf(to) === library).map(({ from }) => from);
  expect([...new Set(importers)]).toHaveLength(1);
});

test('what draws the page is imported in the page alone, and its editor in one file', () => {
  const found = imports.filter(({ to }) => /^(preact|@preact\/signals|@codemirror\/)/.test(to));
  const editors = found.filter(({ to }) => to.startsWith('@codemirror/')).map(({ from }) => from);
  expect(found.filter(({ from }) => layerOf(from) !== 'web')).toEqual([]);
  expect(new Set(editors).size).toBeLessThanOrEqual(1);
});

test('fonts come in as bytes: no source imports their package', () => {
  expect(imports.filter(({ to }) => to.includes('@expo-google-fonts'))).toEqual([]);
});

test('nothing else is imported from a package', () => {
  const known =
    /^(zod|marked|@handlebars\/parser|yaml|leven|commander|pdfkit|diff|bidi-js|fflate|@noble\/hashes|@libpdf\/core|docx|@rgrove\/parse-xml|svg-pathdata|color-string|hono|@hono\/node-server|preact|@preact\/signals|@codemirror\/[a-z]+)$/;
  const others = imports.filter(
    ({ to }) => !to.startsWith('node:') && isPackage(to) && !known.test(nameOf(to)),
  );
  expect(others).toEqual([]);
});

test('the core knows no clock, chance, console or environment', () => {
  const found = sources
    .filter(({ path }) => !isShell(path))
    .flatMap(({ path, text }) =>
      (
        text.match(
          /Date\.now|new Date\(\)|performance\.|Math\.random|console\.|process\.(?:env|argv|cwd|exit|std)/g,
        ) ?? []
      ).map((what) => `${path} ${what}`),
    );
  expect(found).toEqual([]);
});

test('no file of src is longer than 300 lines', () => {
  const long = sources.filter(({ text }) => text.trimEnd().split('\n').length > 300).map(({ path }) => path);
  expect(long).toEqual([]);
});

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bothOf, FAMILIES } from '../../src/render/font-families.ts';
import type { FontFiles, Weights } from '../../src/render/pdf-faces.ts';

/** Reads PDFs back with poppler and qpdf, so that the tests judge the file and not the code that wrote it. */

const font = (file: string) => new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(file)));

const both = (name: string, files: Weights<string>) => ({
  regular: font(`${name}/${files.regular}`),
  semibold: font(`${name}/${files.semibold}`),
});

/** Inter alone, as if nothing else were installed. */
export const inter: FontFiles = both('@expo-google-fonts/inter', bothOf('Inter'));

/** Inter and every family that is installed for the tests. */
export const allFonts: FontFiles = {
  ...inter,
  others: Object.fromEntries(
    FAMILIES.filter(({ name }) => name !== 'korean').map((family) => [
      family.name,
      both(family.package, family.files),
    ]),
  ),
};

/** Whether all the commands are on this machine; says so loudly where one is not. */
export function hasCommands(...names: string[]): boolean {
  const absent = names.filter((name) => spawnSync(name, ['--version']).error !== undefined);
  if (absent.length > 0)
    console.warn(`SKIPPED: tests of the PDF need ${absent.join(', ')}, which this machine lacks`);
  return absent.length === 0;
}

const run = (command: string, args: string[], input?: Uint8Array) =>
  execFileSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    ...(input === undefined ? {} : { input }),
  });

/** The text in the order in which it is drawn, as a person would copy it. */
export const extractText = (pdf: Uint8Array, ...form: string[]) =>
  run('pdftotext', [...(form.length === 0 ? ['-raw'] : form), '-', '-'], pdf).replaceAll('\f', '\n');

/** The structure tree with its text, as a screen reader would meet it. */
export const extractStructure = (pdf: Uint8Array) => run('pdfinfo', ['-struct-text', '-'], pdf);

export const listFonts = (pdf: Uint8Array) => run('pdffonts', ['-'], pdf).trim().split('\n').slice(2);

export const countPages = (pdf: Uint8Array) =>
  Number(/^Pages:\s+(\d+)/m.exec(run('pdfinfo', ['-'], pdf))?.[1]);

/** One word of a page with its edges in points from the upper left corner, from the font's ascent to its descent. */
export interface PdfWord {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const WORD = /<page |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;

/** Every word of the PDF with its place; pages count from 1. */
export function listWords(pdf: Uint8Array): PdfWord[] {
  const words: PdfWord[] = [];
  let page = 0;
  for (const [, left, top, right, bottom, text] of run('pdftotext', ['-bbox', '-', '-'], pdf).matchAll(
    WORD,
  )) {
    if (text === undefined) page += 1;
    else
      words.push({
        page,
        text,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      });
  }
  return words;
}

/** The right edge of the widest word of any page, in points. */
export function widestEdge(pdf: Uint8Array): number {
  const edges = run('pdftotext', ['-bbox', '-', '-'], pdf).matchAll(/xMax="([\d.]+)"/g);
  return Math.max(...[...edges].map((edge) => Number(edge[1])));
}

export type PdfValue = string | number | boolean | null | PdfValue[] | { [key: string]: PdfValue };
export type Dictionary = { [key: string]: PdfValue };

interface PdfObject {
  readonly value?: PdfValue;
  readonly stream?: { readonly dict: Dictionary; readonly data: string };
}

/** The objects of a PDF by reference, with a way to follow references. */
export interface PdfObjects {
  readonly trailer: Dictionary;
  readonly all: readonly Dictionary[];
  get(value: PdfValue | undefined): Dictionary;
  text(value: PdfValue | undefined): string;
}

/** Parses a PDF with qpdf, which also fails where the file is damaged. */
export function readObjects(pdf: Uint8Array): PdfObjects {
  const folder = mkdtempSync(join(tmpdir(), 'closewell-'));
  const file = join(folder, 'letter.pdf');
  writeFileSync(file, pdf);
  run('qpdf', ['--check', file]);
  const json = run('qpdf', ['--json', '--json-stream-data=inline', '--decode-level=generalized', file]);
  rmSync(folder, { recursive: true });
  const objects: Record<string, PdfObject> = JSON.parse(json).qpdf[1];
  const find = (value: PdfValue | undefined) => objects[`obj:${value}`];
  const dictionary = (object: PdfObject | undefined) =>
    (object?.stream?.dict ?? object?.value ?? {}) as Dictionary;
  return {
    trailer: dictionary(objects['trailer']),
    all: Object.values(objects).map(dictionary),
    get: (value) => (typeof value === 'string' ? dictionary(find(value)) : ((value ?? {}) as Dictionary)),
    text: (value) => Buffer.from(find(value)?.stream?.data ?? '', 'base64').toString('utf8'),
  };
}

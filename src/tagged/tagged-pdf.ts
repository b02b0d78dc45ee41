import { type PageContent, readContent } from './tagged-content.ts';
import { listOf, look, nameOf, type PdfFile, type PdfValue } from './tagged-file.ts';
import { type Element, listElements, readNumbers, readTree } from './tagged-tree.ts';

/** A PDF as the rules look at it. */
export interface TaggedPdf {
  readonly file: PdfFile;
  readonly catalog: PdfValue;
  readonly pages: readonly PageContent[];
  /** Right below the root of the structure tree. */
  readonly roots: readonly Element[];
  /** All elements in reading order. */
  readonly elements: readonly Element[];
  /** What the parent tree says of pages and annotations. */
  readonly parents: ReadonlyMap<number, PdfValue>;
}

/** What one rule found: what is wrong, or else what it proved, in a few words. */
export interface Verdict {
  readonly faults: readonly string[];
  readonly proved: string;
}

export type Rule = (pdf: TaggedPdf) => Verdict;

/** The file with its pages, their content and its structure read. */
export function readTagged(file: PdfFile): TaggedPdf {
  const catalog = look(file, file.trailer, 'Root');
  const roots = readTree(file, catalog);
  return {
    file,
    catalog,
    pages: listPages(file, look(file, catalog, 'Pages')).map((page) => readContent(file, page)),
    roots,
    elements: roots.flatMap(listElements),
    parents: readNumbers(file, look(file, catalog, 'StructTreeRoot', 'ParentTree')),
  };
}

/** More levels than any tree of pages needs. */
const MOST_DEPTH = 20;

function listPages(file: PdfFile, node: PdfValue, depth = 0): PdfValue[] {
  if (nameOf(look(file, node, 'Type')) !== 'Pages') return node === null ? [] : [node];
  if (depth > MOST_DEPTH) return [];
  return listOf(look(file, node, 'Kids')).flatMap((kid) => listPages(file, look(file, kid), depth + 1));
}

/** One of something, or several. */
export const count = (number: number, one: string, several = `${one}s`) =>
  `${number} ${number === 1 ? one : several}`;

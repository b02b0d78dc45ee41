/** The structure tree of a PDF as elements in reading order. */
import {
  dictionaryOf,
  listOf,
  look,
  nameOf,
  type PdfFile,
  type PdfValue,
  referenceOf,
} from './tagged-file.ts';

/** What an element holds: another element, marked content of a page by its number, or an object such as a link. */
export type Kid =
  | { readonly kind: 'element'; readonly element: Element }
  | { readonly kind: 'content'; readonly page: PdfValue; readonly id: number }
  | { readonly kind: 'object'; readonly object: PdfValue };

export interface Element {
  /** The standard type, where the file maps its own to one. */
  readonly tag: string;
  readonly object: PdfValue;
  /** The number of its object. */
  readonly reference: number | undefined;
  readonly kids: readonly Kid[];
}

/** More is no letter. */
const MOST_DEPTH = 40;

/** The elements right below the root. */
export function readTree(file: PdfFile, catalog: PdfValue): Element[] {
  const root = look(file, catalog, 'StructTreeRoot');
  const roles = look(file, root, 'RoleMap');
  const seen = new Set<number>();
  const read = (kid: PdfValue, above: PdfValue, depth: number): Kid[] => {
    const object = look(file, kid);
    const page = look(file, object, 'Pg') ?? above;
    if (typeof object === 'number') return [{ kind: 'content', page: above, id: object }];
    const id = look(file, object, 'MCID');
    if (typeof id === 'number') return [{ kind: 'content', page, id }];
    const type = nameOf(look(file, object, 'Type'));
    if (type === 'OBJR') return [{ kind: 'object', object: look(file, object, 'Obj') }];
    const reference = referenceOf(kid);
    const name = nameOf(look(file, object, 'S'));
    if (name === undefined || depth > MOST_DEPTH || (reference !== undefined && seen.has(reference)))
      return [];
    if (reference !== undefined) seen.add(reference);
    const tag = nameOf(look(file, roles, name)) ?? name;
    const kids = listOf(look(file, object, 'K')).flatMap((one) => read(one, page, depth + 1));
    return [{ kind: 'element', element: { tag, object, reference, kids } }];
  };
  return listOf(look(file, root, 'K'))
    .flatMap((kid) => read(kid, null, 0))
    .flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));
}

/** The element and everything below it, in reading order. */
export function listElements(element: Element): Element[] {
  return [
    element,
    ...element.kids.flatMap((kid) => (kid.kind === 'element' ? listElements(kid.element) : [])),
  ];
}

/** The entries of a number tree, references as they are. */
export function readNumbers(file: PdfFile, tree: PdfValue, depth = 0): Map<number, PdfValue> {
  if (depth > MOST_DEPTH || dictionaryOf(tree) === undefined) return new Map();
  const flat = listOf(look(file, tree, 'Nums'));
  const own = flat.flatMap((key, at): [number, PdfValue][] =>
    at % 2 === 0 && typeof key === 'number' ? [[key, flat[at + 1] ?? null]] : [],
  );
  const below = listOf(look(file, tree, 'Kids')).flatMap((kid) => [
    ...readNumbers(file, look(file, kid), depth + 1),
  ]);
  return new Map([...own, ...below]);
}

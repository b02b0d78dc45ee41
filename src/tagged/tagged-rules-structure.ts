/** Rules of PDF/UA-1 (ISO 14289-1) about the structure tree. */
import { dictionaryOf, listOf, look, nameOf, type PdfValue, textOf } from './tagged-file.ts';
import { count, type Rule, type TaggedPdf } from './tagged-pdf.ts';
import type { Element } from './tagged-tree.ts';

const elementsIn = ({ kids }: Element): Element[] =>
  kids.flatMap((kid) => (kid.kind === 'element' ? [kid.element] : []));

const tagged = (elements: readonly Element[], tag: string) =>
  elements.filter((element) => element.tag === tag);

/** 7.1: one Document holds everything. */
export const hasOneDocument: Rule = ({ file, catalog, roots, elements }) => {
  const isOne = listOf(look(file, catalog, 'StructTreeRoot', 'K')).length === 1;
  return {
    faults: isOne && roots[0]?.tag === 'Document' ? [] : ['its tree is not one Document'],
    proved: `one document with ${count(tagged(elements, 'P').length, 'paragraph')}`,
  };
};

/** What may stand in what, of the types that a letter has (ISO 32000-1, 14.8.4). */
const INSIDE: Readonly<Record<string, RegExp>> = {
  Document: /^(P|H[1-6]|L|Figure|Sect|Part|Art|Div)$/,
  Part: /^(P|H[1-6]|L|Figure|Sect|Art|Div)$/,
  Art: /^(P|H[1-6]|L|Figure|Sect|Div)$/,
  Sect: /^(P|H[1-6]|L|Figure|Sect|Div)$/,
  Div: /^(P|H[1-6]|L|Figure|Sect|Div)$/,
  P: /^(Link|Span|Figure)$/,
  L: /^(LI|Caption|L)$/,
  LI: /^(Lbl|LBody)$/,
  LBody: /^(P|H[1-6]|L|Figure|Link|Span)$/,
  Link: /^Span$/,
  Span: /^(Link|Span)$/,
};
const HEADING_INSIDE = /^(Link|Span)$/;

/** 7.1: only standard types, each where it may stand, so that a reader knows what it meets. */
export const nestsRightly: Rule = ({ elements }) => {
  const wrong = elements.flatMap((parent) => {
    const allowed = /^H[1-6]$/.test(parent.tag) ? HEADING_INSIDE : INSIDE[parent.tag];
    return elementsIn(parent)
      .filter(({ tag }) => !allowed?.test(tag))
      .map(({ tag }) => `${tag} in ${parent.tag}`);
  });
  return {
    faults:
      wrong.length === 0 ? [] : [`elements stand where they may not: ${[...new Set(wrong)].join(', ')}`],
    proved: 'every element where it may stand',
  };
};

/** 7.6: items have their words, in that order after their label, and a list with labels says of what kind they are. */
export const hasWholeLists: Rule = ({ file, elements }) => {
  const lists = tagged(elements, 'L');
  const items = tagged(elements, 'LI');
  const isWhole = (item: Element) =>
    /^(Lbl )?LBody$/.test(
      elementsIn(item)
        .map(({ tag }) => tag)
        .join(' '),
    );
  const isNumbered = (list: Element) =>
    listOf(look(file, list.object, 'A')).some(
      (one) => !/^(None)?$/.test(nameOf(look(file, one, 'ListNumbering')) ?? ''),
    );
  const isLabelled = (list: Element) =>
    elementsIn(list).some((item) => elementsIn(item).some(({ tag }) => tag === 'Lbl'));
  return {
    faults: [
      ...(lists.some((list) => !elementsIn(list).some(({ tag }) => tag === 'LI'))
        ? ['a list has no items']
        : []),
      ...(items.every(isWhole) ? [] : ['an item of a list is not a label and its words']),
      ...(lists.some((list) => isLabelled(list) && !isNumbered(list))
        ? ['a list does not say how it is numbered']
        : []),
    ],
    proved:
      lists.length === 0 ? 'no list' : `${count(lists.length, 'list')} of ${count(items.length, 'item')}`,
  };
};

/** 7.4.2: the first heading is of the first level, and no level is skipped on the way down. */
export const hasOrderedHeadings: Rule = ({ elements }) => {
  const levels = elements.flatMap(({ tag }) => (/^H[1-6]$/.test(tag) ? [Number(tag.slice(1))] : []));
  const isSkipped = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
  return {
    faults: isSkipped ? ['a level of headings is skipped'] : [],
    proved: levels.length === 0 ? 'no heading' : `${count(levels.length, 'heading')} in order`,
  };
};

/** 7.3: a figure has words that stand for it, and says where it stands. */
export const hasSpokenFigures: Rule = ({ file, elements }) => {
  const figures = tagged(elements, 'Figure');
  const isSilent = ({ object }: Element) =>
    textOf(look(file, object, 'Alt')).trim() === '' && textOf(look(file, object, 'ActualText')).trim() === '';
  const hasPlace = ({ object }: Element) =>
    listOf(look(file, object, 'A')).some((one) => listOf(look(file, one, 'BBox')).length === 4);
  return {
    faults: [
      ...(figures.some(isSilent) ? ['a picture has no words that stand for it'] : []),
      ...(figures.every(hasPlace) ? [] : ['a picture does not say where it stands']),
    ],
    proved:
      figures.length === 0
        ? 'no picture'
        : `${count(figures.length, 'picture')} with words that stand for it`,
  };
};

/** 7.18: every annotation is a link, belongs to a Link of the tree, and says where it leads. */
export const hasKnownLinks: Rule = (pdf) => {
  const { file, pages, elements } = pdf;
  const annotations = pages.flatMap(({ page }) =>
    listOf(look(file, page, 'Annots')).map((one) => look(file, one)),
  );
  const inTree = new Set(
    tagged(elements, 'Link').flatMap(({ kids }) =>
      kids.flatMap((kid) => (kid.kind === 'object' ? [kid.object] : [])),
    ),
  );
  return {
    faults: [
      ...(annotations.every((one) => inTree.has(one) && isKnown(pdf, one))
        ? []
        : ['a link does not belong to the tree']),
      ...(annotations.some((one) => textOf(look(file, one, 'Contents')).trim() === '')
        ? ['a link does not say where it leads']
        : []),
    ],
    proved:
      annotations.length === 0 ? 'no link' : `${count(annotations.length, 'link')} that say where they lead`,
  };
};

/** Whether the parent tree leads from the annotation to a Link. */
function isKnown({ file, parents }: TaggedPdf, annotation: PdfValue): boolean {
  const key = look(file, annotation, 'StructParent');
  const element = typeof key === 'number' ? look(file, parents.get(key) ?? null) : null;
  return dictionaryOf(element) !== undefined && nameOf(look(file, element, 'S')) === 'Link';
}

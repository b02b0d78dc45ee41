/** Rules of PDF/UA-1 (ISO 14289-1) about what stands on the pages. */
import type { Mark, PageContent } from './tagged-content.ts';
import { listOf, look, referenceOf } from './tagged-file.ts';
import { count, type Rule, type TaggedPdf } from './tagged-pdf.ts';
import type { Element } from './tagged-tree.ts';

/** 6.1: what stands on the pages can be read at all, and every mark is closed. */
export const isSound: Rule = ({ pages }) => ({
  faults: pages.every((page) => page.isSound) ? [] : ['the content of a page cannot be read'],
  proved: 'every page can be read',
});

const isArtifact = ({ tag }: Mark) => tag === 'Artifact';
const isTagged = ({ id }: Mark) => id !== undefined;

/** 7.1: everything that is drawn is part of the letter or an artifact, and nothing is both. */
export const isAllMarked: Rule = ({ pages }) => {
  const pieces = pages.flatMap((page) => page.pieces);
  const isOne = ({ marks }: { marks: readonly Mark[] }) => marks.some(isArtifact) || marks.some(isTagged);
  const isBoth = ({ marks }: { marks: readonly Mark[] }) => marks.some(isArtifact) && marks.some(isTagged);
  const artifacts = pieces.filter(({ marks }) => marks.some(isArtifact)).length;
  return {
    faults: [
      ...(pieces.every(isOne) ? [] : ['something stands outside the tree and is no artifact']),
      ...(pieces.some(isBoth) ? ['something is in the tree and an artifact as well'] : []),
      ...(pieces.some(({ kind }) => kind === 'form')
        ? ['a drawing inside a page has more than areas and lines']
        : []),
    ],
    proved: `${count(pieces.length, 'piece')} of content, ${artifacts} of them beside the letter`,
  };
};

/** 7.1: the tree and the pages know each other: what one names, the other has, once, and it leads back. */
export const agreesWithTree: Rule = (pdf) => {
  const named = pdf.elements.flatMap((element) => listIds(pdf, element));
  const drawn = pdf.pages.flatMap((page) => page.ids.map((id) => keyOf(pdf, page, id)));
  const known = new Set(named);
  const isSame =
    known.size === named.length && new Set(drawn).size === drawn.length && drawn.length === named.length;
  return {
    faults: [
      ...(isSame && drawn.every((key) => known.has(key))
        ? []
        : ['the tree and the pages do not name the same']),
      ...(pdf.elements.every((element) => leadsBack(pdf, element))
        ? []
        : ['the parent tree does not lead back to the element']),
    ],
    proved: 'all of the letter in the tree',
  };
};

const keyOf = ({ pages }: TaggedPdf, page: PageContent | undefined, id: number) =>
  `${page === undefined ? 'none' : pages.indexOf(page)}:${id}`;

const contentOf = ({ kids }: Element) => kids.flatMap((kid) => (kid.kind === 'content' ? [kid] : []));

function listIds(pdf: TaggedPdf, element: Element): string[] {
  return contentOf(element).map(({ page, id }) =>
    keyOf(
      pdf,
      pdf.pages.find((one) => one.page === page),
      id,
    ),
  );
}

function leadsBack({ file, parents }: TaggedPdf, element: Element): boolean {
  return contentOf(element).every(({ page, id }) => {
    const key = look(file, page, 'StructParents');
    const entries = typeof key === 'number' ? listOf(look(file, parents.get(key) ?? null)) : [];
    const reference = referenceOf(entries[id] ?? null);
    return reference !== undefined && reference === element.reference;
  });
}

/** Rules of PDF/UA-1 (ISO 14289-1) about the document as a whole. */
import { isLanguageTag } from '../model/language-tag.ts';
import { bytesOf, listOf, look, nameOf, textOf } from './tagged-file.ts';
import { count, type Rule, type TaggedPdf } from './tagged-pdf.ts';

const says = (isFault: boolean, fault: string) => (isFault ? [fault] : []);

/** 7.1: the file says that it is tagged, and is sure of it. */
export const isMarked: Rule = ({ file, catalog }) => ({
  faults: [
    ...says(look(file, catalog, 'MarkInfo', 'Marked') !== true, 'it does not say that it is tagged'),
    ...says(look(file, catalog, 'MarkInfo', 'Suspects') === true, 'it says that its tags are doubtful'),
  ],
  proved: 'tagged',
});

/** 7.2: the document has a language, and so has every element and every stretch of a page that names one. */
export const hasLanguage: Rule = ({ file, catalog, elements, pages }) => {
  const own = textOf(look(file, catalog, 'Lang'));
  const named = elements.map(({ object }) => look(file, object, 'Lang')).filter((value) => value !== null);
  const marks = pages.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.marks));
  const others = [...named.map(textOf), ...marks.flatMap(({ language }) => language ?? [])];
  return {
    faults: [
      ...says(!isLanguageTag(own), 'it has no language'),
      ...says(!others.every(isLanguageTag), 'a part has a language that is none'),
    ],
    proved: `language ${own}${others.length === 0 ? '' : `, and ${count(named.length, 'part')} in ${[...new Set(others)].join(', ')}`}`,
  };
};

const metadataOf = ({ file, catalog }: TaggedPdf) =>
  new TextDecoder().decode(bytesOf(look(file, catalog, 'Metadata')));

/** 7.1: the title is shown in place of the file's name, and is the same in both places that have one. */
export const showsTitle: Rule = (pdf) => {
  const { file, catalog } = pdf;
  const title = textOf(look(file, file.trailer, 'Info', 'Title'));
  const [, described = ''] =
    /<dc:title>\s*<rdf:Alt>\s*<rdf:li xml:lang="x-default">([^<]*)<\/rdf:li>/.exec(metadataOf(pdf)) ?? [];
  const isShown = look(file, catalog, 'ViewerPreferences', 'DisplayDocTitle') === true;
  return {
    faults: [
      ...says(title.trim() === '', 'it has no title'),
      ...says(fromXml(described) !== title, 'its metadata has another title'),
      ...says(!isShown, 'its title is not shown'),
    ],
    proved: 'its title is shown',
  };
};

const fromXml = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** 5: the metadata says that the file is made for PDF/UA-1. */
export const isIdentified: Rule = (pdf) => {
  const metadata = look(pdf.file, pdf.catalog, 'Metadata');
  const isXml = nameOf(look(pdf.file, metadata, 'Subtype')) === 'XML';
  const isNamed =
    /xmlns:pdfuaid="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/.test(metadataOf(pdf)) &&
    /<pdfuaid:part>1<\/pdfuaid:part>/.test(metadataOf(pdf));
  return {
    faults: says(!isXml || !isNamed, 'its metadata does not say that it is made for PDF/UA-1'),
    proved: 'made for PDF/UA-1 by its own word',
  };
};

/** 7.18.3: the tabulator goes through each page in the order of the structure. */
export const hasTabOrder: Rule = ({ file, pages }) => ({
  faults: says(
    pages.some(({ page }) => nameOf(look(file, page, 'Tabs')) !== 'S'),
    'a page has no tab order',
  ),
  proved: `${count(pages.length, 'page')} in tab order`,
});

/** 7.19, 6.2: nothing in the file runs, moves or waits to be filled in. */
export const isStill: Rule = ({ file, catalog }) => ({
  faults: says(
    ['AcroForm', 'OpenAction', 'AA', 'Collection'].some((key) => look(file, catalog, key) !== null) ||
      listOf(look(file, catalog, 'Names', 'JavaScript')).length > 0,
    'it has a form or a program in it',
  ),
  proved: 'no form, no program',
});

/**
 * The letter as a Word document, for those who must edit it there. The only importer of docx; a part of its own, so that
 * other commands do not load it, and of the shell, as the library puts the time of day into the file.
 */
import {
  Document,
  ExternalHyperlink,
  Footer,
  FrameAnchorType,
  Header,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { isRightToLeft } from '../model/language-tag.ts';
import { pngOf } from '../picture/drawing-png.ts';
import type { Letter } from '../render/letter.ts';
import { type WordSection, wordOf } from '../render/letter-word.ts';
import { GREY, type Style } from '../render/pdf-measures.ts';
import type { WordParagraph, WordRun } from '../render/word-blocks.ts';

/** The bytes of the document. */
export async function docxOf(typed: Letter): Promise<Uint8Array> {
  const { letter, sections } = wordOf(typed);
  const [first, last = first] = sections;
  const style = last?.sheet.style;
  if (style === undefined) throw new Error('a letter has a page');
  const document = new Document({
    title: letter.title,
    creator: 'Closewell',
    lastModifiedBy: 'Closewell',
    styles: { default: stylesOf(style, letter.language) },
    numbering: { config: [listOf('bullets', style), listOf('numbers', style)] },
    sections: sections.map((section) => sectionOf(section, letter, sections.length > 1)),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Twentieths of a point, in which Word counts lengths, and half points, in which it counts type. */
const twips = (points: number) => Math.round(points * 20);
const halves = (points: number) => Math.round(points * 2);

/** On every computer, or one that is as wide. */
const FONT = 'Arial';

function stylesOf({ size, height, gap }: Style, language: string) {
  const spacing = { line: twips(height.text), lineRule: LineRuleType.AT_LEAST };
  const run = { font: FONT, size: halves(size.text), language: { value: language } };
  const heading = {
    run: { font: FONT, bold: true, size: halves(size.text), color: '000000' },
    paragraph: { keepNext: true, spacing: { ...spacing, before: twips(gap.heading) } },
  };
  const levels = { heading1: heading, heading2: heading, heading3: heading };
  return {
    document: { run, paragraph: { spacing } },
    ...levels,
    heading4: heading,
    heading5: heading,
    heading6: heading,
    hyperlink: { run: { color: '000000', underline: { type: 'none' as const } } },
  };
}

function listOf(reference: 'bullets' | 'numbers', { indent }: Style) {
  const levels = Array.from({ length: 9 }, (_, level) => ({
    level,
    format: reference === 'numbers' ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: reference === 'numbers' ? `%${level + 1}.` : '•',
    style: { paragraph: { indent: { left: twips(indent * (level + 1)), hanging: twips(indent) } } },
  }));
  return { reference, levels };
}

/** Marks at the top of every page; the number at the bottom of those after the first, as in HTML. */
function sectionOf(
  { sheet, paragraphs }: WordSection,
  { marks, pageNumber = '' }: Letter,
  hasCover: boolean,
): ISectionOptions {
  const { paper, column, style } = sheet;
  const edge = {
    alignment: 'right' as const,
    indent: { right: twips(column.left + column.width - column.right) },
    spacing: { line: twips(style.size.mark * 1.2), lineRule: LineRuleType.EXACT },
  };
  const grey = { color: GREY.slice(1), size: halves(style.size.mark) };
  const top = new Paragraph({
    ...edge,
    children: [new TextRun({ text: marks.join(' · '), bold: true, ...grey })],
  });
  const number = new TextRun({
    children: numberOf(pageNumber, hasCover),
    ...grey,
    size: halves(style.size.footer),
  });
  const header = new Header({ children: [top] });
  return {
    properties: {
      titlePage: true,
      page: {
        pageNumbers: { start: 1 },
        size: { width: twips(paper.width), height: twips(paper.height) },
        margin: {
          top: twips(column.top),
          bottom: twips(paper.height - column.bottom),
          left: twips(column.left),
          right: twips(paper.width - column.left - column.width),
          header: twips(style.markBaseline - style.size.mark),
          footer: twips(30),
        },
      },
    },
    headers: { default: header, first: header },
    footers: {
      default: new Footer({ children: [new Paragraph({ ...edge, children: [number] })] }),
      first: new Footer({ children: [new Paragraph({})] }),
    },
    children: paragraphs.map((paragraph) => paragraphOf(paragraph, style)),
  };
}

/** A cover is no page of the letter. */
function numberOf(pattern: string, hasCover: boolean) {
  const total = hasCover ? PageNumber.TOTAL_PAGES_IN_SECTION : PageNumber.TOTAL_PAGES;
  return pattern
    .split(/(\{pages?\})/)
    .map((part) => (part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? total : part));
}

function paragraphOf(paragraph: WordParagraph, { indent }: Style): Paragraph {
  const {
    runs,
    before,
    height,
    heading,
    item,
    depth,
    figure,
    language = 'en',
    startsPage = false,
    isKept = false,
  } = paragraph;
  const line = height === undefined ? {} : { line: twips(height), lineRule: LineRuleType.EXACT };
  return new Paragraph({
    ...frameOf(paragraph),
    children: figure === undefined ? runs.map(runOf) : [pictureOf(figure)],
    spacing: { before: twips(before), ...line },
    pageBreakBefore: startsPage,
    keepNext: isKept,
    ...(isRightToLeft(language) ? { bidirectional: true } : {}),
    ...(heading === undefined ? {} : { heading: `Heading${heading}` as 'Heading1' }),
    ...(depth === undefined ? {} : { indent: { left: twips(indent * depth) } }),
    ...(item === undefined
      ? {}
      : {
          numbering: {
            reference: item.isOrdered ? 'numbers' : 'bullets',
            level: Math.min(item.level, 8),
            instance: item.list,
          },
        }),
  });
}

function frameOf({ place }: WordParagraph): Pick<IParagraphOptions, 'frame'> {
  if (place === undefined) return {};
  return {
    frame: {
      type: 'absolute',
      position: { x: twips(place.left), y: twips(place.top) },
      width: twips(place.width),
      height: 0,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
  };
}

function runOf({ text, isBreak, isBold, size, language, href }: WordRun) {
  const run = new TextRun({
    text,
    ...(isBreak ? { break: 1 } : {}),
    ...(isBold ? { bold: true } : {}),
    ...(size === undefined ? {} : { size: halves(size) }),
    ...languageOf(language),
  });
  return href === undefined ? run : new ExternalHyperlink({ link: href, children: [run] });
}

/** Word keeps a language for each of its three kinds of scripts, and asks of words whether they run from right to left. */
function languageOf(language: string | undefined): Pick<IRunOptions, 'language' | 'rightToLeft'> {
  if (language === undefined) return {};
  if (isRightToLeft(language)) return { language: { bidirectional: language }, rightToLeft: true };
  return { language: FAR_EAST.test(language) ? { eastAsia: language } : { value: language } };
}

const FAR_EAST = /^(?:zh|ja|ko|yue|cmn|nan|wuu|hak)(?:-|$)/i;

function pictureOf({ figure, width, height }: NonNullable<WordParagraph['figure']>): ImageRun {
  const { picture, alternative } = figure;
  return new ImageRun({
    type: picture.media === 'image/jpeg' ? 'jpg' : 'png',
    data: picture.media === 'image/svg+xml' ? pngOf(picture, width) : picture.file,
    // In pixels of 96 to the inch.
    transformation: { width: width / 0.75, height: height / 0.75 },
    altText: { name: alternative, title: alternative, description: alternative },
  });
}

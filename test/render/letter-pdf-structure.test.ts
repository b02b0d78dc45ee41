import { describe, expect, test } from 'vitest';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { type Dictionary, hasCommands, inter, listFonts, type PdfValue, readObjects } from './pdf-tools.ts';
import { fullLetter, largeLetter, listLetter, longLetter, shortLetter } from './sample-letters.ts';

/** What PDF/UA-1 (ISO 14289-1) asks of a file and a program can see without a validator. */
describe.skipIf(!hasCommands('qpdf', 'pdffonts'))('the structure of the PDF', () => {
  const letters = [shortLetter, listLetter, longLetter, fullLetter, largeLetter].map(
    (letter) => renderLetterPdf(letter, inter).value ?? new Uint8Array(),
  );
  const files = letters.map(readObjects);

  test.each(files)('the catalog declares tags, language and a title to show', (file) => {
    const root = file.get(file.trailer['/Root']);
    expect(root['/Lang']).toBe('u:en-US');
    expect(file.get(root['/MarkInfo'])['/Marked']).toBe(true);
    expect(file.get(root['/ViewerPreferences'])['/DisplayDocTitle']).toBe(true);
    const info = file.get(file.trailer['/Info']);
    expect(file.all).toContain('u:Letter from Willow & Oak Counseling');
    expect(Object.keys(info).sort()).toEqual(['/CreationDate', '/Creator', '/Producer', '/Title']);
  });

  test.each(files)('the metadata is well-formed XMP with title and PDF/UA part', (file) => {
    const xmp = file.text(file.get(file.trailer['/Root'])['/Metadata']);
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Letter from Willow &amp; Oak Counseling</rdf:li>');
    expect(xmp).toContain('<xmp:CreateDate>2026-11-23T00:00:00Z</xmp:CreateDate>');
  });

  test.each(files)('the tree has one Document, and lists, headings and links as they should be', (file) => {
    const root = file.get(file.get(file.trailer['/Root'])['/StructTreeRoot']);
    const [document, ...others] = [root['/K']].flat();
    expect(others).toEqual([]);
    expect(file.get(document)['/S']).toBe('/Document');
    const tags = new Map<string, Set<string>>();
    walk(file.get, document, (parent, child) => tags.set(child, (tags.get(child) ?? new Set()).add(parent)));
    expect(
      Object.fromEntries(
        [...tags].map(([tag, parents]) => [
          tag,
          [...parents].filter((parent) => !ALLOWED[tag]?.includes(parent)),
        ]),
      ),
    ).toEqual(Object.fromEntries([...tags.keys()].map((tag) => [tag, []])));
  });

  test.each(files)('all text stands in the tree or is an artifact', (file) => {
    const root = file.get(file.get(file.trailer['/Root'])['/StructTreeRoot']);
    const parents = file.get(root['/ParentTree'])['/Nums'] as PdfValue[];
    const pages = file.all.filter((one) => one?.['/Type'] === '/Page');
    expect(pages.map((page) => unmarkedText(file.text(page['/Contents'])))).toEqual(pages.map(() => []));
    // A cover has no content of the letter, and no number in the tree.
    const tagged = pages.filter((page) => page['/StructParents'] !== undefined);
    expect(tagged.length).toBeGreaterThan(0);
    const entries = tagged.map(
      (page) => parents[parents.indexOf(page['/StructParents'] as number) + 1] as PdfValue[],
    );
    expect(
      entries
        .flat()
        .filter((entry) => file.get(entry)['/Type'] === undefined && file.get(entry)['/S'] === undefined),
    ).toEqual([]);
    expect(pages.flatMap((page) => file.text(page['/Contents']).match(/\/MCID \d+/g) ?? [])).toHaveLength(
      entries.flat().length,
    );
    expect(pages.map((page) => page['/Tabs'])).toEqual(pages.map(() => '/S'));
  });

  test.each(files)('links say what they are and where they belong', (file) => {
    const links = file.all.filter((one) => one?.['/Subtype'] === '/Link');
    expect(links.length).toBeGreaterThan(0);
    expect(
      links.filter((link) => !/^u:\S/.test(`${link['/Contents']}`) || link['/StructParent'] === undefined),
    ).toEqual([]);
  });

  test.each(files.slice(3))('figures say what they show and where they stand', (file) => {
    const figures = file.all.filter((one) => one?.['/S'] === '/Figure');
    expect(figures.map((figure) => figure['/Alt'])).toEqual([
      'u:A willow',
      'u:Signature of Rosa Delgado-Nguyễn',
    ]);
    const layouts = figures.map((figure) => file.get(figure['/A']));
    expect(layouts.map((layout) => [layout['/O'], layout['/Placement']])).toEqual([
      ['/Layout', '/Block'],
      ['/Layout', '/Block'],
    ]);
    const boxes = layouts.map((layout) => layout['/BBox'] as number[]);
    expect(
      boxes.filter(([left = 0, low = 0, right = 0, high = 0]) => left < 70 || right <= left || high <= low),
    ).toEqual([]);
  });

  test.each(files.slice(3))('a picture is in the file once, with its transparency', (file) => {
    const images = file.all.filter((one) => one?.['/Subtype'] === '/Image');
    expect(images.map((image) => image['/SMask'] !== undefined).sort()).toEqual([false, false, true]);
  });

  test.each(letters)('every font is embedded, a subset, with Unicode', (letter) => {
    const fonts = listFonts(letter);
    expect(fonts.length).toBeGreaterThanOrEqual(2);
    expect(fonts.filter((line) => !/yes +yes +yes/.test(line))).toEqual([]);
  });

  test.each(files)('there is no CIDSet and no standard font', (file) => {
    expect(
      file.all.filter(
        (one) => one?.['/CIDSet'] !== undefined || `${one?.['/BaseFont']}`.includes('Helvetica'),
      ),
    ).toEqual([]);
  });
});

const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  P: ['Document', 'LBody'],
  H1: ['Document'],
  H2: ['Document'],
  L: ['Document', 'LBody'],
  LI: ['L'],
  Lbl: ['LI'],
  LBody: ['LI'],
  Link: ['P'],
  Figure: ['Document'],
};

function walk(
  get: (value: PdfValue) => Dictionary,
  value: PdfValue | undefined,
  visit: (parent: string, child: string) => void,
): void {
  const element = get(value ?? null);
  for (const child of [element['/K'] ?? []].flat()) {
    const tag = typeof child === 'string' ? get(child)['/S'] : undefined;
    if (tag === undefined) continue;
    visit(`${element['/S']}`.slice(1), `${tag}`.slice(1));
    walk(get, child, visit);
  }
}

/** The places of text in a content stream that neither an artifact nor an element of the tree holds. */
function unmarkedText(content: string): string[] {
  const open: string[] = [];
  return content
    .replace(/^\/(\w+) <<([^>]*)>> BDC$/gm, (tag) => tag.replaceAll('\n', ' '))
    .split('\n')
    .filter((line) => {
      if (/ (BDC|BMC)$/.test(line)) open.push(line);
      if (line === 'EMC') open.pop();
      return line === 'BT' && !open.some((tag) => /^\/Artifact|\/MCID \d/.test(tag));
    });
}

import { expect, test } from 'vitest';
import { headingLevels, renderLetterHtml } from '../../src/render/letter-html.ts';
import { folded, hostileStrings } from './hostile-strings.ts';
import {
  fullLetter,
  largeLetter,
  listLetter,
  paragraph,
  shortLetter,
  value,
  words,
} from './sample-letters.ts';

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' } as const;

/** The text of the body as a browser would show it; enough for HTML that only this renderer writes. */
const shownText = (html: string) =>
  html
    .slice(html.indexOf('<main>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);

test('every hostile string arrives as written', () => {
  const letter = { ...shortLetter, body: hostileStrings.map((text) => paragraph(value('name', text))) };
  expect(folded(shownText(renderLetterHtml(letter)))).toContain(folded(hostileStrings.join(' ')));
});

test('no hostile string adds a tag, whatever field it stands in', () => {
  const tags = (text: string) => {
    const link = { kind: 'link', href: `mailto:${text}`, children: [words(text)] } as const;
    const letter = {
      ...shortLetter,
      title: text,
      marks: [text],
      letterhead: [text, text],
      addressee: [text],
      date: text,
      subject: text,
    };
    return renderLetterHtml({ ...letter, body: [paragraph(value('name', text), link)] }).match(
      /<\/?[a-z1-6]+/g,
    );
  };
  const plain = tags('Imogen');
  expect(hostileStrings.filter((text) => tags(text)?.join() !== plain?.join())).toEqual([]);
});

test('values are isolated from the direction of the text around them, wording is not', () => {
  const html = renderLetterHtml(shortLetter);
  expect(html).toContain('<p>Dear <bdi>Imogen</bdi>,</p>');
  expect(html).toContain('<bdi>48 Larch Lane, Apt. 3B</bdi>');
});

test('the file names its language and title and reaches for nothing outside itself', () => {
  const html = renderLetterHtml(listLetter);
  expect(html).toContain('<html lang="en-US">');
  expect(html).toContain('<title>Letter from Willow &amp; Oak Counseling</title>');
  expect(html).not.toMatch(/<script|<link|<img|url\(|@import|src=/);
});

test('only https, tel and mailto become links', () => {
  const hrefs = [
    'https://example.org',
    'tel:988',
    'mailto:a@example.org',
    'http://example.org',
    'javascript:alert(1)',
    '//x',
    'data:,x',
  ];
  const links = hrefs.map((href) => ({ kind: 'link', href, children: [words('here')] }) as const);
  const html = renderLetterHtml({ ...shortLetter, body: [paragraph(...links)] });
  expect([...html.matchAll(/<a href="([^"]*)"/g)].map((match) => match[1])).toEqual(hrefs.slice(0, 3));
});

test('heading levels start under the subject and skip none', () => {
  const heading = (depth: number) => ({ kind: 'heading', depth, children: [words('x')] }) as const;
  const body = [heading(2), heading(4), heading(1), heading(3)];
  expect([...headingLevels({ ...shortLetter, body }).values()]).toEqual([2, 3, 2, 3]);
  const { subject: _, ...without } = shortLetter;
  expect([...headingLevels({ ...without, body }).values()]).toEqual([1, 2, 1, 2]);
});

test('the marks stand on every printed page, and cannot leave the style', () => {
  expect(renderLetterHtml(listLetter)).toContain('@top-right { content: "DRAFT\\20 \\b7 \\20 SAMPLE";');
  expect(renderLetterHtml({ ...shortLetter, marks: ['"}</style>'] })).toContain(
    'content: "\\22 \\7d \\3c \\2f style\\3e ";',
  );
});

test('logo and signature are in the file, with the words that stand for them', () => {
  const html = renderLetterHtml(fullLetter);
  expect(
    [...html.matchAll(/<img src="(data:image\/[a-z]+;base64),[^"]+" alt="([^"]*)"/g)].map((match) =>
      match.slice(1),
    ),
  ).toEqual([
    ['data:image/png;base64', 'A willow'],
    ['data:image/jpeg;base64', 'Signature of Rosa Delgado-Nguyễn'],
  ]);
  expect([...html.matchAll(/(?:src|href)="(?!data:|https:|tel:|mailto:)/g)]).toEqual([]);
});

test('a cover is for the post alone: who has the letter read aloud hears the address once', () => {
  const html = renderLetterHtml(largeLetter);
  expect(html.match(/<div class="cover" aria-hidden="true">/g)).toHaveLength(1);
  expect(renderLetterHtml(fullLetter)).not.toContain('class="cover"');
});

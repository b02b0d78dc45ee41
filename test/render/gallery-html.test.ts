import { describe, expect, test } from 'vitest';
import type { Gallery } from '../../src/guarantee/gallery.ts';
import { readMarkdown } from '../../src/language/markdown.ts';
import { renderGalleryHtml } from '../../src/render/gallery-html.ts';
import { hostileStrings } from './hostile-strings.ts';

const galleryOf = (value: string, name = 'letter', told = 'for a client, by letter'): Gallery => ({
  name,
  title: 'Closing letter',
  isCut: false,
  exhibits: [
    {
      told,
      parts: [
        {
          label: 'Greeting',
          snippet: 'greeting/default',
          blocks: readMarkdown([{ text: 'Dear ' }, { text: value, field: 'called' }, { text: ',' }]).blocks,
        },
      ],
    },
  ],
});
const page = (...galleries: Gallery[]) => renderGalleryHtml(galleries, 'en-US');

describe('the page of galleries', () => {
  test('needs nothing else: no script, no link and no source outside of it', () => {
    const html = page(galleryOf('Sam'), galleryOf('Sam', 'portal'));
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(|\bsrc=|href="(?!#)/);
  });

  test('names its language, and every case and snippet', () => {
    const html = page(galleryOf('Sam'));
    expect(html).toContain('<html lang="en-US">');
    expect(html).toContain('<h3>For a client, by letter</h3>');
    expect(html).toContain('<small>greeting/default</small>');
    expect(html).toContain('<p>1 text</p>');
  });

  test('tells what is filled in from the wording', () => {
    expect(page(galleryOf('Sam'))).toContain('<p>Dear <bdi>Sam</bdi>,</p>');
  });

  test('begins with contents where there are several galleries, each leading to its own', () => {
    const html = page(galleryOf('Sam'), galleryOf('Sam', 'portal-closing'));
    const leads = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(leads).toEqual(['letter', 'portal-closing']);
    expect(leads.filter((id) => !html.includes(`<section id="${id}">`))).toEqual([]);
    expect(page(galleryOf('Sam'))).not.toContain('<nav>');
  });

  test('says where a gallery is cut', () => {
    expect(page({ ...galleryOf('Sam'), isCut: true })).toMatch(/<p>1 text, .*more/);
  });
});

const MARKUP = '</h3><script>alert(1)</script>"\'&';

test('what is said is text, whatever is in it', () => {
  const tags = (html: string) => html.replace(/>[^<]*</g, '><');
  const usual = tags(page(galleryOf('Sam')));
  const others = [...hostileStrings, MARKUP].filter((value) => tags(page(galleryOf(value))) !== usual);
  expect(others).toEqual([]);
});

test('names, titles and cases are text as well', () => {
  const hostile = { ...galleryOf('Sam', MARKUP, MARKUP), title: MARKUP };
  const html = renderGalleryHtml([hostile, hostile], MARKUP);
  expect(html).not.toMatch(/<script|id="[^"]*</);
  expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(8);
});

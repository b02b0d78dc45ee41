import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proofOf } from '../../src/cli/finished-pdf.ts';
import { parsePdf } from '../../src/files/pdf-library.ts';
import type { Block, Inline } from '../../src/language/document.ts';
import type { Letter } from '../../src/render/letter.ts';
import { renderLetterHtml } from '../../src/render/letter-html.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { listForeignWords, listLetterWords, splitWords } from '../../src/render/letter-words.ts';
import { checkTagged } from '../../src/tagged/check-tagged.ts';
import { breakPdf } from '../tagged/broken-pdf.ts';
import { spoken as plain } from './hostile-strings.ts';
import { allFonts, extractStructure, extractText, hasCommands, listWords } from './pdf-tools.ts';
import { paragraph, shortLetter, value, words } from './sample-letters.ts';

/** Words in another language than the letter's: in a sentence, as a paragraph, as a list. */

const within = (language: string, ...children: readonly Inline[]): Inline => ({
  kind: 'language',
  language,
  children,
});

const letterOf = (...body: readonly Block[]): Letter => ({
  ...shortLetter,
  body,
  format: { ...shortLetter.format, envelope: 'none' },
});

const LONG =
  'Si prefiere hablar en español, llámenos cuando quiera: alguien que lo habla le devolverá la llamada el mismo día, sin costo alguno, y puede hacer todas las preguntas que tenga.';

const spanish = letterOf(
  paragraph(words('Dear '), value('name', 'Inés'), words(',')),
  paragraph(
    words('Call us. '),
    within('es', words(LONG), { kind: 'strong', children: [words(' Gracias, ')] }, value('called', 'Inés')),
    words(' Thank you.'),
  ),
  paragraph(within('es', words('La ayuda es gratuita.'))),
  {
    kind: 'list',
    ordered: false,
    items: [[paragraph(within('es', words('Uno')))], [paragraph(within('es', words('Dos')))]],
  },
);

const arabic = letterOf(
  paragraph(words('We say '), within('ar', words('المساعدة مجانية (312-555-0100)!')), words(' when asked.')),
  paragraph(
    within(
      'ar',
      words('إذا كنت تحتاج إلى مساعدة، فاتصل بـ '),
      within('en', words('Willow & Oak.')),
      words(' شكرا.'),
    ),
  ),
  paragraph(
    words('In Chinese: '),
    within('zh-Hans', words('如果您需要帮助，请来电。')),
    words(' And in Hindi: '),
    within('hi', words('सहायता निःशुल्क है।')),
  ),
);

/** White space aside: between words that run from right to left, readers put line ends. */
const squeezed = (text: string) => plain(text).replace(/\s+/gu, '');

const pdfOf = (letter: Letter) => renderLetterPdf(letter, allFonts).value ?? new Uint8Array();

test('HTML tells the language of words, of paragraphs and of lists, and their direction where it is another', () => {
  const html = renderLetterHtml(spanish);
  expect(html).toContain('Call us. <span lang="es">Si prefiere');
  expect(html).toContain('<p lang="es">La ayuda es gratuita.</p>');
  expect(html).toContain('<ul lang="es">\n<li><p>Uno</p></li>');
  const turned = renderLetterHtml(arabic);
  expect(turned).toContain('<span lang="ar" dir="rtl">المساعدة');
  expect(turned).toContain('<p lang="ar" dir="rtl">إذا كنت');
  expect(turned).toContain('<span lang="en" dir="ltr">Willow &amp; Oak.</span>');
  expect(turned).toContain('<span lang="zh-Hans">如果');
});

describe.skipIf(!hasCommands('pdftotext', 'pdfinfo', 'qpdf'))('the PDF', () => {
  test.each([spanish, arabic])('says the letter word for word, each in its language', async (letter) => {
    const { faults, spoken, foreign } = checkTagged(await parsePdf(pdfOf(letter)));
    expect(faults).toEqual([]);
    expect(splitWords(spoken.join(' '))).toEqual(listLetterWords(letter));
    expect(foreign).toEqual(listForeignWords(letter));
  });

  test('has one element for words that go over several lines, and none more for what is of one language as a whole', () => {
    const structure = extractStructure(pdfOf(spanish));
    expect(structure).toContain(
      `"Call us. "\n    Span (inline)\n      "${LONG} Gracias, Inés"\n    " Thank you."\n  P (block)\n    "La ayuda es gratuita."`,
    );
    expect(structure.match(/Span/g)).toHaveLength(1);
  });

  test.each([spanish, arabic])('gives back what went in', (letter) => {
    const { marks } = letter;
    const text = extractText(pdfOf(letter));
    expect(squeezed(text)).toBe(squeezed(`${marks.join('')}${listLetterWords(letter).join('')}`));
  });

  test('says any mix of languages, emphasis, links and values word for word, each in its language', async () => {
    const text = fc.constantFrom(
      'Llame hoy. ',
      'مرحبا (312)، ',
      'call ',
      '请来电。',
      ' שלום',
      'x',
      ' नमस्ते ',
      'a b c d '.repeat(15),
    );
    const { any } = fc.letrec<{ any: Inline }>((tie) => {
      const children = fc.array(tie('any'), { minLength: 1, maxLength: 4 });
      return {
        any: fc.oneof(
          { depthSize: 'small' },
          text.map(words),
          text.map((one) => value('name', one.trim())),
          fc.constant<Inline>({ kind: 'break' }),
          children.map((all): Inline => ({ kind: 'strong', children: all })),
          text.map(
            (one): Inline => ({ kind: 'link', href: 'https://ferry.example', children: [words(`${one}z`)] }),
          ),
          fc
            .tuple(fc.constantFrom('es', 'ar', 'he', 'zh-Hans', 'hi', 'en-US'), children)
            .map(([language, all]) => within(language, ...all)),
        ),
      };
    });
    const body = fc.array(fc.array(any, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(body, async (paragraphs) => {
        const letter = letterOf(...paragraphs.map((inlines) => paragraph(...inlines)));
        const { faults, spoken, foreign } = checkTagged(await parsePdf(pdfOf(letter)));
        expect(faults).toEqual([]);
        expect(splitWords(spoken.join(' ')).join('')).toEqual(listLetterWords(letter).join(''));
        expect(foreign).toEqual(listForeignWords(letter));
      }),
      { numRuns: 15 },
    );
  });

  test('does not pass where the language of words is lost, or is none', async () => {
    const lost = breakPdf(pdfOf(spanish), ({ all }) => {
      for (const span of all('/S', '/Span')) delete span['/Lang'];
    });
    const { faults, foreign } = checkTagged(await parsePdf(lost));
    expect(faults).toEqual([]);
    expect(foreign).not.toEqual(listForeignWords(spanish));
    const wrong = breakPdf(pdfOf(spanish), ({ all }) => {
      for (const span of all('/S', '/Span')) span['/Lang'] = 'u:spanish';
    });
    expect(checkTagged(await parsePdf(wrong)).faults.map(({ rule }) => rule)).toEqual(['hasLanguage']);
  });

  test('is not proved where it has the words in another language than the letter', async () => {
    const portuguese: Letter = JSON.parse(JSON.stringify(spanish).replaceAll('"es"', '"pt"'));
    expect((await proofOf(spanish, pdfOf(spanish))).problems).toEqual([]);
    const { problems } = await proofOf(portuguese, pdfOf(spanish));
    expect(problems.map(({ code }) => code)).toEqual(['pdf-words-altered']);
  });

  test('has Arabic at the right of its own paragraph, and inside a sentence in its own order', () => {
    const edges = listWords(pdfOf(arabic));
    const edge = (text: string) => edges.find((word) => word.text === text);
    // With their places, poppler tells words in the order of the eye.
    const turned = (text: string) => edge(Array.from(text).toReversed().join('')) ?? edge(text);
    expect(turned('إذا')?.right ?? 0).toBeGreaterThan(400);
    expect(turned('إذا')?.left).toBeGreaterThan(turned('كنت')?.left ?? Number.NaN);
    expect(edge('Willow')?.left).toBeLessThan(edge('Oak.')?.left ?? Number.NaN);
    expect(turned('المساعدة')?.left).toBeGreaterThan(turned('مجانية')?.left ?? Number.NaN);
    expect(edge('when')?.left).toBeGreaterThan(turned('المساعدة')?.left ?? Number.NaN);
  });
});

import type { Block, Inline } from '../../src/language/document.ts';
import type { Letter } from '../../src/render/letter.ts';
import { LOGO, SIGNATURE, WINDOW } from '../picture/sample-images.ts';

/** Letters of invented people, from one paragraph to two pages, and the pieces to build others. */

export const words = (text: string): Inline => ({ kind: 'text', text });
export const value = (field: string, text: string): Inline => ({ kind: 'text', text, field });
export const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });

const closing: readonly Block[] = [
  paragraph(words('Warmly,')),
  paragraph(
    value('clinicianName', 'Rosa Delgado-Nguyễn, LMFT'),
    { kind: 'break' },
    words('Licensed Marriage and Family Therapist'),
  ),
];

export const shortLetter: Letter = {
  language: 'en-US',
  title: 'Letter from Willow & Oak Counseling',
  isoDate: '2026-11-23',
  marks: ['SAMPLE'],
  letterhead: [
    'Willow & Oak Counseling',
    '1200 Alder Street, Suite 4',
    'Portland, OR 97205',
    '(503) 555-0142 · willowandoak.example',
  ],
  date: 'November 23, 2026',
  addressee: ['Imogen Ferreira', '48 Larch Lane, Apt. 3B', 'Portland, OR 97214'],
  subject: 'Your care with Willow & Oak',
  body: [
    paragraph(words('Dear '), value('name', 'Imogen'), words(',')),
    paragraph(
      words('I have missed seeing you. We last met on '),
      value('lastSeen', 'August 14'),
      words(', and I wanted to write once more before I put your file away. '),
      words('You put real work into '),
      value('appreciation', 'finding words for the hard evenings'),
      words(', and I have not forgotten it.'),
    ),
    paragraph(
      words('I plan to close your file on '),
      { kind: 'strong', children: [value('closingDate', 'December 11, 2026')] },
      words(
        '. That is only paperwork: you are welcome to come back at any time, and you need not explain why.',
      ),
    ),
    paragraph(
      words('If you would like to keep your place, please call me at '),
      { kind: 'link', href: 'tel:+15035550142', children: [words('(503) 555-0142')] },
      words(' by then. If not, there is nothing you need to do.'),
    ),
  ],
  close: closing,
  notations: [],
  inserts: [],
  format: { paper: 'letter', envelope: 'us-10-double-window', isLarge: false },
};

export const listLetter: Letter = {
  ...shortLetter,
  marks: ['DRAFT', 'SAMPLE'],
  addressee: ['Theodora Achterberg', 'c/o Margit Szűcs', '7 Quarry Road', 'Unit 12', 'Beaverton, OR 97005'],
  body: [
    paragraph(words('Dear '), value('name', 'Theodora'), words(',')),
    paragraph(words('Thank you for the months we worked together. These are the things you told me help:')),
    {
      kind: 'list',
      ordered: false,
      items: [
        [
          paragraph(
            value(
              'supports',
              'walking by the river before the day starts, even when it rains and the path is closed',
            ),
          ),
        ],
        [paragraph(value('supports', 'calling your sister'))],
        [
          paragraph(value('supports', 'the box of letters')),
          {
            kind: 'list',
            ordered: true,
            items: [[paragraph(words('open it'))], [paragraph(words('read one'))]],
          },
        ],
      ],
    },
    { kind: 'heading', depth: 2, children: [words('If you need someone now')] },
    paragraph(
      words('Call or text '),
      { kind: 'link', href: 'tel:988', children: [words('988')] },
      words(' at any hour, or look at '),
      { kind: 'link', href: 'https://example.org/help/oregon', children: [words('the county’s list')] },
      words('. This is '),
      { kind: 'em', children: [words('not')] },
      words(' a reproach.'),
    ),
  ],
};

const filler =
  'When people step away from therapy, it is seldom for one reason. Work changes, a child falls ill, the money runs ' +
  'short, or things simply get better. Whatever it was for you, I would rather you read this with a cup of tea than ' +
  'with a knot in your stomach. ';

export const longLetter: Letter = {
  ...shortLetter,
  pageNumber: 'Page {page} of {pages}',
  body: [
    ...shortLetter.body.slice(0, 2),
    ...Array.from({ length: 6 }, (_, index) => paragraph(words(filler.repeat(1 + (index % 2)).trim()))),
    { kind: 'heading', depth: 2, children: [words('What happens to your records')] },
    paragraph(words(filler.trim())),
    ...shortLetter.body.slice(2),
  ],
};

/** Everything that a letter can have, for the German standard. */
export const fullLetter: Letter = {
  ...listLetter,
  format: { paper: 'a4', envelope: 'din-5008-b', isLarge: false },
  delivery: 'Personal and confidential',
  logo: { picture: LOGO, alternative: 'A willow' },
  signature: { picture: SIGNATURE, alternative: 'Signature of Rosa Delgado-Nguyễn' },
  notations: ['Enclosure: help in other languages', 'cc: Dr. Amara Cole'],
  pageNumber: 'Page {page} of {pages}',
  inserts: [
    {
      blocks: [
        { kind: 'heading', depth: 1, children: [words('Help in other languages')] },
        paragraph(words('If you need help in another language, it is free.')),
      ],
    },
  ],
};

/** The same for someone who sees badly: a cover for the window, then everything in large print. */
export const largeLetter: Letter = { ...fullLetter, format: { ...fullLetter.format, isLarge: true } };

/** With a drawing for a logo. */
export const drawnLetter: Letter = {
  ...shortLetter,
  logo: { picture: WINDOW, alternative: 'A leaf behind a round window' },
};

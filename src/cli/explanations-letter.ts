import type { ProblemCode } from '../problem.ts';
import type { Explanation } from './explanations.ts';

/** The problems of a letter as a page. */
export const LETTER_EXPLANATIONS = {
  'letter-pages': {
    means:
      'The letter takes more than one page. It can be sent as it is, and the pages are numbered. But people who are ashamed or in a hurry read one page, and a second one may not be read at all. Leave out an optional section, or shorten the wording. Large print, and what goes along as an enclosure, do not count.',
    example: 'closewell letter c-1042.yaml -o c-1042.pdf',
    mend: 'closewell letter c-1042.yaml -o c-1042.pdf --without support-reminders',
  },
  'letter-window': {
    means:
      'The page would not go through the post as it should: the address reaches out of the window of the envelope when the letter slides in it, or something that is nobody else’s business shows in the window or above the first fold. Nothing was written. The problem names the part of the letter. Shorten it, or choose an envelope in which it fits.',
    example: `envelope: us-10-window
# and an address of six lines`,
    mend: 'closewell letter c-1042.yaml -o c-1042.pdf --envelope none',
  },
  'pdf-rule-broken': {
    means:
      'The finished PDF was held against the rules for files that a screen reader reads well (PDF/UA-1), and does not keep one of them. Nothing was written. This is a fault of the program, not of the letter: please report it with the command and the problem, and without the client file. The letter can go out in another form until it is mended.',
    example: 'closewell letter c-1042.yaml --check',
    mend: 'closewell letter c-1042.yaml -o c-1042.html',
  },
  'pdf-words-altered': {
    means:
      'The finished PDF was read back as a screen reader would say it, and the words are not those of the letter in their order, or not in its languages. Nothing was written. This is a fault of the program, often with letters of a script that few clients write in: please report which script it is, without the name itself. The letter can go out in another form until it is mended.',
    example: 'closewell letter c-1042.yaml --check',
    mend: 'closewell letter c-1042.yaml -o c-1042.html',
  },
  'picture-unusable': {
    means:
      'The logo or the picture of a signature cannot go into a letter: it is broken, it moves, it is far larger than it will be printed, or it is no PNG, JPEG or SVG picture. Open it in any program for pictures and save it again as the hint says. Of a drawing in SVG the lines and areas are taken over, each in one colour. What else such files can hold (text in a font of its own, blending colours, shadows, pictures, programs, links) would look different on every computer or does not belong into a letter, and is never left out unsaid.',
    example: `logo:
  file: pictures/logo-with-text.svg
  alternative: A willow beside a gate`,
    mend: `logo:
  file: pictures/logo-in-outlines.svg
  alternative: A willow beside a gate`,
  },
} as const satisfies { readonly [code in ProblemCode]?: Explanation };

import { choice, coded, flag, type Infer, list, optional, record, text } from './schema.ts';

/** What a practice's letters are written on and posted in: part of `practice.yaml`. Nothing in it is about a client. */

export const PAPERS = ['letter', 'a4'] as const;
export const ENVELOPES = ['us-10-double-window', 'us-10-window', 'din-5008-b', 'dl', 'none'] as const;

export type Paper = (typeof PAPERS)[number];
export type EnvelopeName = (typeof ENVELOPES)[number];

const path = (label: string, example: string) => text({ label, example, maximumLength: 120 });

/** A picture in the practice's folder, with the words that stand for it where it cannot be seen. */
export const picture = record({
  file: path('Picture, as a path in the practice folder', 'pictures/logo.png'),
  alternative: text({
    label: 'What the picture shows, for people who do not see it',
    example: 'A willow beside a gate',
    maximumLength: 120,
  }),
});

const enclosure = record({
  says: text({
    label: 'The line that names the enclosure',
    example: 'Enclosure: help in other languages',
    maximumLength: 80,
  }),
  file: optional(
    coded(/^enclosures\/[^/]{1,100}\.md$/, {
      label: 'Its text, as a path in the practice folder',
      example: 'enclosures/language-help.md',
    }),
  ),
});

/** Keys of practice.yaml. Without `paper` the language decides, without `envelope` the paper. */
export const stationery = {
  paper: optional(choice(PAPERS, { label: 'Paper', example: 'letter' })),
  envelope: optional(choice(ENVELOPES, { label: 'Envelope', example: 'us-10-double-window' })),
  nameInTitle: optional(
    flag({
      label: "Whether a letter's title has the client's name, for all who see the file",
      example: 'false',
    }),
  ),
  delivery: optional(
    text({
      label: 'Delivery line, inside the letter only',
      example: 'Personal and confidential',
      maximumLength: 60,
    }),
  ),
  logo: optional(picture),
  enclosures: optional(list(enclosure, { most: 4 })),
};

export type PictureFile = Infer<typeof picture>;

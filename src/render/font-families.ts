import type { Block } from '../language/document.ts';
import { textLines } from '../language/document.ts';
import type { Letter } from './letter.ts';

/** The fonts beside Inter, each for the scripts that its package covers. */
export type FamilyName = 'arabic' | 'hebrew' | 'devanagari' | 'emoji' | 'chinese' | 'korean';

/** Where a family comes from, and for which characters it is looked into. */
export interface Family {
  readonly name: FamilyName;
  readonly package: string;
  /** Whether it is too large to come along, and is installed by those who need it. */
  readonly isOptional?: boolean;
  /** Its files, each in a folder of its weight. */
  readonly files: Readonly<Record<'regular' | 'semibold', string>>;
  /** Ranges rather than properties of Unicode, which grow with the version of the engine. */
  readonly characters: RegExp;
}

/** In the order in which they are asked for a character. */
export const FAMILIES: readonly Family[] = [
  {
    name: 'arabic',
    package: '@expo-google-fonts/noto-sans-arabic',
    files: bothOf('NotoSansArabic'),
    characters: /[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/u,
  },
  {
    name: 'hebrew',
    package: '@expo-google-fonts/noto-sans-hebrew',
    files: bothOf('NotoSansHebrew'),
    characters: /[\u0591-\u05f4\ufb1d-\ufb4f]/u,
  },
  {
    name: 'devanagari',
    package: '@expo-google-fonts/noto-sans-devanagari',
    files: bothOf('NotoSansDevanagari'),
    characters: /[\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff]/u,
  },
  {
    name: 'emoji',
    package: '@expo-google-fonts/noto-emoji',
    // One weight of pictures does for both.
    files: { ...bothOf('NotoEmoji'), semibold: '400Regular/NotoEmoji_400Regular.ttf' },
    characters: /[\u203c\u2049\u2194-\u2bff\u3030\u303d\u3297\u3299\u{1f000}-\u{1faff}]|\u20e3|\ufe0f/u,
  },
  {
    name: 'korean',
    package: '@expo-google-fonts/noto-sans-kr',
    isOptional: true,
    files: bothOf('NotoSansKR'),
    characters: /[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7fb]/u,
  },
  {
    name: 'chinese',
    package: '@expo-google-fonts/noto-sans-sc',
    isOptional: true,
    files: bothOf('NotoSansSC'),
    characters:
      /[\u2e80-\u312f\u31a0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u,
  },
];

/** The files of a family by its name: the weights that a letter is set in. */
export function bothOf(file: string): Family['files'] {
  return { regular: `400Regular/${file}_400Regular.ttf`, semibold: `600SemiBold/${file}_600SemiBold.ttf` };
}

/** A part of the letter with its name; the text of a field has the field's. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** The name of all text that is no field's and no named part's. */
export const WORDING = 'wording';

/** All text of the letter in reading order. */
export function listTexts(letter: Letter): NamedText[] {
  const part = (name: string, texts: readonly string[]) => texts.map((text) => ({ name, text }));
  // One array of arrays: as many arrays spread into one are compiled anew and anew, for a tenth of a second each time.
  return [
    part('marks', letter.marks),
    part('letterhead', letter.letterhead),
    part('addressee', letter.addressee),
    part('date', [letter.date]),
    part('delivery', [letter.delivery ?? '']),
    part('subject', [letter.subject ?? '']),
    listBlockTexts(letter.body),
    listBlockTexts(letter.close),
    part('notations', letter.notations),
    letter.inserts.flatMap(({ blocks }) => listBlockTexts(blocks)),
    part('page number', [letter.pageNumber ?? '']),
  ].flat();
}

function listBlockTexts(blocks: readonly Block[]): NamedText[] {
  return textLines(blocks)
    .flat()
    .map((run) => ({ name: run.field ?? WORDING, text: run.text }));
}

/** Text that Inter surely has, and nothing else need be asked for: most letters have no other. */
export const PLAIN: RegExp = /^[\t\r\n\u2028\u2029\x20-\x7e\xa0-\xac\xae-\u0148\u014a-\u017f‘’“”–—…•·]*$/;

/** The families beside Inter that the letter's characters ask for; none for most letters. */
export function listFamilies(letter: Letter): FamilyName[] {
  const text = listTexts(letter)
    .map((one) => one.text)
    .join('\n');
  if (PLAIN.test(text)) return [];
  return FAMILIES.filter(({ characters }) => characters.test(text)).map(({ name }) => name);
}

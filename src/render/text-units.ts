/** Text in the smallest pieces that one font must draw: a character with the marks and signs that belong to it. */

const UNIT =
  /(?:[\u{1f1e6}-\u{1f1ff}]{2}|.)(?:\u200d[\u2190-\u2bff\u{1f000}-\u{1faff}]|\p{M}|[\u200b-\u200d\u2060]|[\u{1f3fb}-\u{1f3ff}]|[\u{e0020}-\u{e007f}])*/gsu;

/** The pieces of a text, which together are the text. */
export const listUnits = (text: string): string[] => text.match(UNIT) ?? [];

/** Draws nothing by itself, so that no font needs it (Unicode, Default_Ignorable_Code_Point). */
export const isIgnorable = (codePoint: number): boolean =>
  IGNORABLE.some(([first, last]) => codePoint >= first && codePoint <= last);

const IGNORABLE = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0000, 0xe0fff],
] as const;

/** Drawn as a picture rather than as a letter: by its nature, or since a selector says so. */
export const isEmoji = (unit: string): boolean =>
  /\ufe0f|\u20e3|^[\u{1f000}-\u{1faff}]/u.test(unit) && !unit.includes('\ufe0e');

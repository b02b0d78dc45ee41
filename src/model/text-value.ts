/** The one normalisation of a typed value, and the one definition of blank. */

const LINE_BREAKS_AND_SPACES = /[\s\u00a0\u2028\u2029]+/gu;
const CONTROLS = /[\p{Cc}\u00ad\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
const REFUSED = /[\p{Co}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** Words of an English keyboard with one space between them: normal already, and nothing in it is refused. */
const NORMAL = /^[!-~]+(?: [!-~]+)*$/;

/** NFC, control characters and invisible direction marks gone, every run of white space one space, trimmed. */
export function normaliseValue(raw: string): string {
  if (NORMAL.test(raw)) return raw;
  const oneLine = raw.replace(LINE_BREAKS_AND_SPACES, ' ').replace(CONTROLS, '').normalize('NFC');
  return oneLine.replace(LINE_BREAKS_AND_SPACES, ' ').trim();
}

/** The text without characters that take no room and make no sound; some of them count as letters. */
export const withoutInvisible = (text: string) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** Whether nothing in it can be read aloud: no letter and no digit. */
export function isBlank(text: string): boolean {
  if (/[A-Za-z0-9]/.test(text)) return false;
  return !/[\p{L}\p{N}]/u.test(withoutInvisible(text));
}

/** Whether it holds a character that no text may hold: private use, a lone surrogate, a noncharacter. */
export function hasRefusedCharacter(text: string): boolean {
  return !NORMAL.test(text) && REFUSED.test(text);
}

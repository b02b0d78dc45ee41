/** Words that something parts which a reader does not see, or reads over: marks of Markdown, tags, the end of a line. */

/** Where a link leads, behind its words; a tag or a comment of HTML. */
const UNSEEN =
  /\]\((?:<[^>\n]{0,500}>|[^)\s]{0,500})(?:\s"[^"\n]{0,200}")?\)|<!--[^>]{0,500}-->|<\/?[a-z][^<>:@]{0,200}>/giu;

/** Marks, and what is not drawn; a private-use character is none of these, since it stands for a value. */
const MARK =
  '(?:[*_~`\\\\[\\]<>\\p{Default_Ignorable_Code_Point}\\p{Cf}\\ufffc\\ufffd]|(?![\\t\\n\\r])\\p{Cc})';
/** Where a word goes on in the next line, by a hyphen or a break, or in the next item of a list. */
const LINE_END = '(?:(?:[-\\u2010\\u2011]| {2,9}|\\\\)\\r?\\n {0,9}|(?:\\r?\\n){1,2} {0,9}[-*+•] {1,9})';
const BEFORE = '(?<=[\\p{L}\\p{M}\\p{N}])';
const AFTER = "(?=['’]?[\\p{L}\\p{N}])";
const IN_LINE = new RegExp(`${BEFORE}${MARK}+${AFTER}`, 'gu');
const IN_TEXT = new RegExp(`${BEFORE}(?:${LINE_END}|${MARK})+${AFTER}`, 'gu');

/** The text with the words whole that something parts, and without what is not seen: to be heard beside the text as it stands. */
export const joinWords = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(UNSEEN, '').replace(IN_TEXT, '');

/** Nearly all that is heard is no more. */
const PLAIN = /^[ !-)+-;=?-Z^a-}’…—–“”]*$/;

/** The words that marks part within a line, made whole by signs that take no room, so that all keeps its offset. */
export const joinInPlace = (text: string): string =>
  text.replace(IN_LINE, (marks) => NOTHING.repeat(marks.length));

/** Takes no room, and is no part of what a word is compared by. */
export const NOTHING = '\u2060';

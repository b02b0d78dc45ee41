import type { Attempt } from './client.ts';
import { type Layout, layoutOf } from './parse-yaml.ts';

/**
 * Puts an attempt into the text of a client file, and takes the last one out again, without touching another character.
 * What was put in stands so that taking it out gives the text from before, byte for byte: on lines of its own where
 * lists have lines, right after a bracket or the item before it where they have brackets.
 */

const KEY = 'outreach';

/** The text with the attempt at the end of its list; undefined where no place for it can be found. */
export function putAttempt(text: string, attempt: Attempt): string | undefined {
  const layout = layoutOf(text, KEY);
  if (layout === undefined) return undefined;
  const { list } = layout;
  if (list === undefined) return putKey(text, layout, attempt);
  const last = list.items.at(-1);
  if (list.isFlow) {
    const item = inBraces(attempt, layout.isFlow);
    return last === undefined ? insert(text, list.start + 1, item) : insert(text, last.end, `, ${item}`);
  }
  if (last === undefined) return undefined;
  const indent = columnOf(text, list.start);
  const lines = last.isFlow ? [`- ${inBraces(attempt, false)}`] : onLines(attempt);
  return putLines(text, last.end, lines, indent);
}

/** The text without the last attempt of its list, and without the list where that was the only one. */
export function takeLastAttempt(text: string): string | undefined {
  const layout = layoutOf(text, KEY);
  const list = layout?.list;
  const last = list?.items.at(-1);
  if (layout === undefined || list === undefined || last === undefined) return undefined;
  const before = list.items.at(-2);
  if (list.isFlow) {
    if (before !== undefined) return cut(text, before.end, last.end);
    const isOwn =
      layout.isFlow &&
      text.slice(list.start, last.start) === '[ ' &&
      text.slice(list.key - 2, list.key) === ', ';
    return isOwn ? cut(text, list.key - 2, list.end) : cut(text, last.start, last.end);
  }
  const from = before === undefined ? list.key : dashOf(text, last.start, columnOf(text, list.start));
  return cut(text, endOfLineBefore(text, from), endOfLine(text, last.end));
}

function putKey(text: string, layout: Layout, attempt: Attempt): string {
  if (layout.isFlow) return insert(text, layout.end, `, "${KEY}": [ ${inBraces(attempt, true)} ]`);
  const indent = columnOf(text, layout.start);
  return putLines(text, layout.end, [`${KEY}:`, `  - ${inBraces(attempt, false)}`], indent);
}

/** The text with lines after the one on which something ends. */
function putLines(text: string, end: number, lines: readonly string[], indent: number): string {
  const at = endOfLine(text, end);
  const newline = /^\r?\n/.exec(text.slice(at))?.[0] ?? /\r?\n/.exec(text)?.[0] ?? '\n';
  return insert(text, at, lines.map((line) => `${newline}${' '.repeat(indent)}${line}`).join(''));
}

const insert = (text: string, at: number, more: string) => text.slice(0, at) + more + text.slice(at);
const cut = (text: string, from: number, to: number) => text.slice(0, from) + text.slice(to);

const columnOf = (text: string, at: number) => at - (text.lastIndexOf('\n', at - 1) + 1);

/** The end of the line on which something ends, before its line break; of what ends after a break, the line before. */
function endOfLine(text: string, end: number): number {
  if (end > 0 && text[end - 1] === '\n') return endOfLineBefore(text, end);
  const newline = text.indexOf('\n', end);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The end of the line before the one on which the offset stands. */
function endOfLineBefore(text: string, at: number): number {
  const newline = text.lastIndexOf('\n', at - 1);
  if (newline < 0) return 0;
  return text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** The offset of the dash before an item. */
function dashOf(text: string, item: number, column: number): number {
  let line = text.lastIndexOf('\n', item - 1) + 1;
  while (line > 0 && text[line + column] !== '-') line = text.lastIndexOf('\n', line - 2) + 1;
  return line + column;
}

const entriesOf = (attempt: Attempt) => Object.entries(attempt).filter(([, value]) => value !== undefined);

function inBraces(attempt: Attempt, isJson: boolean): string {
  const entries = entriesOf(attempt).map(([key, value]) =>
    isJson ? `${JSON.stringify(key)}: ${JSON.stringify(value)}` : `${key}: ${plainly(value)}`,
  );
  return `{ ${entries.join(', ')} }`;
}

const onLines = (attempt: Attempt) =>
  entriesOf(attempt).map(([key, value], index) => `${index === 0 ? '- ' : '  '}${key}: ${plainly(value)}`);

/** A value without quotes where it is the same without them. */
function plainly(value: string | number): string {
  const text = String(value);
  return typeof value === 'number' || (PLAIN.test(text) && !WORDS.test(text)) ? text : JSON.stringify(text);
}

const PLAIN = /^(?:[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*|\d{4}-\d{2}-\d{2})$/;
/** What some reader of YAML takes for something other than words. */
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

import { type Place, type Problem, placeAfter, problem } from '../problem.ts';
import type { Source } from './parse-wording.ts';

/** What is wrong with a text that Handlebars cannot read, in words an admin knows; the parser's own are for programmers. */

interface Tag {
  readonly offset: number;
  readonly text: string;
}

/** The first fault of a text, at its place; `error` is what Handlebars' parser threw over it. */
export function explainSyntaxFault(source: Source, error: unknown): Problem {
  return (
    unclosedTag(source) ?? unmatchedBlock(source) ?? unreadableCharacter(source) ?? otherFault(source, error)
  );
}

function unclosedTag(source: Source): Problem | undefined {
  for (let at = source.text.indexOf('{{'); at >= 0; at = source.text.indexOf('{{', at + 2)) {
    const close = source.text.indexOf('}}', at);
    const next = source.text.indexOf('{{', at + 3);
    if (close < 0 || (next >= 0 && next < close))
      return fault(source, at, 'this {{ is not closed', 'Add }} after the name.');
    at = close;
  }
  return undefined;
}

function unmatchedBlock(source: Source): Problem | undefined {
  const open: (Tag & { readonly name: string })[] = [];
  for (const tag of listTags(source.text)) {
    const [, sigil, name = ''] = /^\{\{~?([#/])\s*([A-Za-z]+)/.exec(tag.text) ?? [];
    if (sigil === '#') open.push({ ...tag, name });
    if (sigil !== '/') continue;
    const last = open.pop();
    if (last === undefined)
      return fault(
        source,
        tag.offset,
        `this {{/${name}}} closes nothing`,
        'Take it out, or open the block before it.',
      );
    if (last.name !== name) {
      return fault(
        source,
        tag.offset,
        `this {{/${name}}} stands where {{/${last.name}}} is due`,
        `Close {{#${last.name}}} first.`,
      );
    }
  }
  const last = open.pop();
  return (
    last &&
    fault(
      source,
      last.offset,
      `this {{#${last.name}}} has no {{/${last.name}}}`,
      `Add {{/${last.name}}} where it ends.`,
    )
  );
}

function listTags(text: string): Tag[] {
  return [...text.matchAll(/\{\{[^}]*\}\}/g)].map((match) => ({ offset: match.index, text: match[0] }));
}

/** The parser cannot go past a NUL, and does not say where it stands. */
function unreadableCharacter(source: Source): Problem | undefined {
  const at = source.text.indexOf('\0');
  return at < 0 ? undefined : fault(source, at, 'an invisible character stands here', 'Type the line again.');
}

function otherFault(source: Source, error: unknown): Problem {
  const { loc } = (error as { hash?: { loc?: Loc } }).hash ?? {};
  // What the parser has read last ends where the fault begins; the tag of the fault ends after that.
  const lines = source.text.split('\n').slice(0, (loc?.last_line ?? 1) - 1);
  const read = lines.reduce((sum, line) => sum + line.length + 1, loc?.last_column ?? 0);
  const tag = listTags(source.text).find(({ offset, text }) => offset + text.length > read);
  const message = 'there is a tag here that cannot be read';
  return fault(source, tag?.offset ?? read, message, 'Compare it with {{field}} or {{#if field}}…{{/if}}.');
}

interface Loc {
  readonly last_line: number;
  readonly last_column: number;
}

function fault(source: Source, offset: number, message: string, hint: string): Problem {
  return problem('wording-syntax', placeAt(source, offset), message, hint);
}

/** The place of an offset into the source's text. */
const placeAt = ({ file, linesBefore, text }: Source, offset: number): Place =>
  placeAfter({ file, line: linesBefore + 1, column: 1 }, text.slice(0, offset));

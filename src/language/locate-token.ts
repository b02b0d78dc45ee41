import { type Place, placeAfter } from '../problem.ts';
import type { Piece } from './evaluate.ts';

/** From a token of Markdown back to the file in which its words stand. */

/** A piece of Markdown as the lexer cut it: `raw` is its source, but inside lists without the indentation. */
export interface Cut {
  readonly raw: string;
  readonly tokens?: readonly Cut[];
  readonly items?: readonly Cut[];
}

/** Where in the source a token begins, whatever it is nested in; undefined if it is none of the tokens. */
export function offsetOfToken(tokens: readonly Cut[], source: string, wanted: Cut): number | undefined {
  return find(tokens, { source, wanted }, 0);
}

function find(
  tokens: readonly Cut[],
  search: { readonly source: string; readonly wanted: Cut },
  from: number,
): number | undefined {
  let end = from;
  for (const token of tokens) {
    const start = startOf(token, search.source, end);
    if (token === search.wanted) return start;
    const inside = find(token.items ?? token.tokens ?? [], search, start);
    if (inside !== undefined) return inside;
    end = Math.max(end, start + firstLine(token).length);
  }
  return undefined;
}

/** Its first line is as it stands in the source; those after it may have lost their indentation. */
function startOf(token: Cut, source: string, from: number): number {
  const at = source.indexOf(firstLine(token), from);
  return at < 0 ? from : at;
}

const firstLine = ({ raw }: Cut) => raw.trim().split('\n', 1)[0] ?? '';

/** The place of an offset into the pieces' text, in which each value is one character; undefined where they know none. */
export function placeIn(pieces: readonly Piece[], offset: number): Place | undefined {
  let begin = 0;
  for (const { text, field, place } of pieces) {
    const end = begin + (field === undefined ? text.length : 1);
    if (offset < end)
      return field === undefined && place ? placeAfter(place, text.slice(0, offset - begin)) : place;
    begin = end;
  }
  return pieces.at(-1)?.place;
}

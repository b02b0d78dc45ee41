import type { Line } from './pdf-line.ts';
import type { Column } from './pdf-measures.ts';

/** A line with its page's place: `top` is the upper edge of the line, counted from the top of the page. */
export interface PlacedLine extends Line {
  readonly top: number;
}

export type Page = readonly PlacedLine[];

/**
 * The pages of a letter, at least one. A page ends before the last line that fits where a break is allowed; where none
 * is allowed on a whole page, it ends where it is full.
 */
export function fillPages(lines: readonly Line[], column: Column): Page[] {
  return splitAtStarts(lines).flatMap((part, index) => fillPart(part, column, index === 0));
}

/** The lines up to the first that starts a page, and so on. */
function splitAtStarts(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [[]];
  for (const line of lines) {
    if (line.startsPage) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  return parts;
}

function fillPart(lines: readonly Line[], column: Column, isFirst: boolean): Page[] {
  const pages: Page[] = [];
  let rest = lines;
  do {
    const placed = placeLines(rest, column, isFirst && pages.length === 0);
    const fitting = placed.findIndex((line) => line.top + line.height > column.bottom);
    const count = fitting === -1 ? rest.length : breakBefore(rest, Math.max(fitting, 1));
    pages.push(placed.slice(0, count));
    rest = rest.slice(count);
  } while (rest.length > 0);
  return pages;
}

function breakBefore(lines: readonly Line[], overflow: number): number {
  const allowed = lines
    .slice(0, overflow + 1)
    .findLastIndex(({ isKept, fixed }) => !isKept && fixed === undefined);
  return allowed > 0 ? allowed : overflow;
}

function placeLines(lines: readonly Line[], column: Column, isFirst: boolean): PlacedLine[] {
  let bottom: number | undefined;
  return lines.map((line) => {
    if (isFirst && line.fixed !== undefined) return { ...line, top: line.fixed };
    const least = isFirst ? (line.least ?? 0) : 0;
    const top = Math.max(bottom === undefined ? least || column.top : bottom + line.gap, least);
    bottom = top + line.height;
    return { ...line, top };
  });
}

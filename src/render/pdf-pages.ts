import type { Line } from './pdf-line.ts';
import { COLUMN } from './pdf-measures.ts';

/** A line with its page's place: `top` is the upper edge of the line, counted from the top of the page. */
export interface PlacedLine extends Line {
  readonly top: number;
}

export type Page = readonly PlacedLine[];

/**
 * The pages of a letter, at least one. A page ends before the last line that fits where a break is allowed; where none
 * is allowed on a whole page, it ends where it is full.
 */
export function fillPages(lines: readonly Line[]): Page[] {
  const pages: Page[] = [];
  let rest = lines;
  do {
    const placed = placeLines(rest, pages.length === 0);
    const fitting = placed.findIndex((line) => line.top + line.height > COLUMN.bottom);
    const count = fitting === -1 ? rest.length : breakBefore(rest, Math.max(fitting, 1));
    pages.push(placed.slice(0, count));
    rest = rest.slice(count);
  } while (rest.length > 0);
  return pages;
}

function breakBefore(lines: readonly Line[], overflow: number): number {
  const allowed = lines.slice(0, overflow + 1).findLastIndex((line) => !line.isKept);
  return allowed > 0 ? allowed : overflow;
}

function placeLines(lines: readonly Line[], isFirstPage: boolean): PlacedLine[] {
  const start = isFirstPage && lines[0]?.least !== undefined ? 0 : COLUMN.top;
  let bottom = start;
  return lines.map((line, index) => {
    const least = isFirstPage ? (line.least ?? 0) : 0;
    const top = Math.max(index === 0 ? bottom : bottom + line.gap, least);
    bottom = top + line.height;
    return { ...line, top };
  });
}

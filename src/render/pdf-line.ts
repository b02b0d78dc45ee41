import type { Picture } from '../picture/picture.ts';
import { breakLines, type Run, type Segment } from './pdf-break.ts';
import type { Faces } from './pdf-faces.ts';

/** An element of the structure tree; the tags are those of PDF 1.7 (ISO 32000-1, 14.8.4). */
export interface Node {
  readonly tag: string;
  readonly parent?: Node;
  readonly numbering?: 'Disc' | 'Decimal';
  /** BCP 47, where it is not the letter's. */
  readonly language?: string;
  /** The words that stand for a figure. */
  readonly alternative?: string;
}

/** What stands above the first fold of a letter for an envelope. */
export type PanelPart = 'sender' | 'addressee' | 'reference';

/** One line of the letter, before it has a page. All lengths are in points. */
export interface Line {
  readonly node: Node;
  readonly segments: readonly Segment[];
  /** From the left edge of the page. */
  readonly x: number;
  readonly size: number;
  readonly height: number;
  /** From the upper edge of the line. */
  readonly baseline: number;
  /** Space above, unless the line starts a page. */
  readonly gap: number;
  /** On the first page not higher than this, counted from the top edge. */
  readonly least?: number;
  /** Stands right here on the first page, whatever comes before it, and moves nothing. */
  readonly fixed?: number;
  readonly part?: PanelPart;
  /** In the place of text. */
  readonly image?: { readonly picture: Picture; readonly width: number };
  /** No page may end right before this line. */
  readonly isKept: boolean;
  /** A page ends before this line. */
  readonly startsPage?: boolean;
}

/** Half the height of Inter's capitals, per point of size: they stand in the middle of their line. */
const HALF_CAPITAL = 0.364;

/** How a paragraph is set; `gap` holds for its first line, and `fixed` is where that stands. */
export interface Form {
  readonly node: Node;
  readonly x: number;
  readonly width: number;
  readonly gap: number;
  readonly size: number;
  readonly height: number;
  readonly fixed?: number;
  readonly part?: PanelPart;
  readonly isRightToLeft?: boolean;
}

/** The lines of one paragraph. Its first two stay together and so do its last two. */
export function setLines(runs: readonly Run[], form: Form, faces: Faces): Line[] {
  const { width, gap, fixed, part, size, height, node, x, isRightToLeft = false } = form;
  const lines = breakLines(runs, { faces, size, width, isRightToLeft });
  return lines.map((segments, index) => ({
    node,
    x,
    size,
    height,
    baseline: height / 2 + size * HALF_CAPITAL,
    segments,
    gap: index === 0 ? gap : 0,
    isKept: index > 0 && (index === 1 || index === lines.length - 1),
    ...(fixed === undefined ? {} : { fixed: fixed + index * height }),
    ...(part === undefined ? {} : { part }),
  }));
}

/** Lines that belong together as one paragraph, each on a row of its own. */
export function setRows(rows: readonly string[], face: Run['face'], form: Form, faces: Faces): Line[] {
  const runs = rows.flatMap((text): Run[] => [
    { face, text: '', isBreak: true },
    { face, text, isIsolated: true },
  ]);
  return setLines(runs, form, faces);
}

/** The same lines with the first on the page of the line before it. */
export function keepFirst([first, ...rest]: readonly Line[]): Line[] {
  return first === undefined ? [] : [{ ...first, isKept: true }, ...rest];
}

/** The same lines, all on the page of the line before them. */
export function keepAll(lines: readonly Line[]): Line[] {
  return lines.map((line) => ({ ...line, isKept: true }));
}

/** How high the lines are together, without what is between them. */
export const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((height, line) => height + line.height, 0);

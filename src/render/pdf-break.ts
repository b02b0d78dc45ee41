/** Breaks one paragraph into lines: styled runs go in, rows of segments with their places come out. */
import type { Inline } from '../language/document.ts';
import { addressAfter, isSafeLink } from './letter-text.ts';
import type { FaceName, Faces } from './pdf-faces.ts';

interface Style {
  readonly face: FaceName;
  readonly href?: string;
}

/** A stretch of one style; `isBreak` starts a new line. */
export interface Run extends Style {
  readonly text: string;
  readonly isBreak?: boolean;
}

/** A stretch of one line in one style, at `x` points from the start of the line. */
export interface Segment extends Style {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

export interface Measure {
  readonly faces: Faces;
  readonly size: number;
  readonly width: number;
}

/** What is between two spaces; `space` is the style of the space before it, absent after a break and at the start. */
interface Word {
  readonly parts: Run[];
  readonly space?: Style;
}

/** The styled runs of a line of wording: strong is semibold, emphasis regular, a hidden address follows its link. */
export function styleRuns(inlines: readonly Inline[], style: Style): Run[] {
  return inlines.flatMap((inline): Run[] => {
    if (inline.kind === 'text') return [{ ...style, text: inline.text }];
    if (inline.kind === 'break') return [{ ...style, text: '', isBreak: true }];
    if (inline.kind === 'strong') return styleRuns(inline.children, { ...style, face: 'semibold' });
    const words = styleRuns(inline.children, style);
    if (inline.kind !== 'link' || !isSafeLink(inline.href)) return words;
    const address = addressAfter(inline);
    const after = address === undefined ? [] : [{ ...style, text: ` (${address})` }];
    return [...words.map((run) => ({ ...run, href: inline.href })), ...after];
  });
}

/**
 * The lines of the runs, none wider than the measure: broken at spaces only, or anywhere in a word that is wider than
 * a whole line. White space is folded; a line that ends between words keeps a space, so that the words stay apart in
 * extracted text.
 */
export function breakLines(runs: readonly Run[], measure: Measure): Segment[][] {
  const lines: Run[][] = [];
  let room = 0;
  for (const word of listWords(runs)) {
    const space = word.space === undefined ? [] : [{ ...word.space, text: ' ' }];
    const width = widthOf(word.parts, measure);
    const needed = width + widthOf(space, measure);
    if (lines.length > 0)
      lines.at(-1)?.push(...(word.space === undefined ? [{ ...firstStyle(word), text: ' ' }] : space));
    if (lines.length > 0 && word.space !== undefined && needed <= room) {
      lines.at(-1)?.push(...word.parts);
      room -= needed;
    } else {
      const pieces = width > measure.width ? splitWord(word.parts, measure) : [word.parts];
      lines.push(...pieces.map((piece) => [...piece]));
      room = measure.width - widthOf(pieces.at(-1) ?? [], measure);
    }
  }
  return lines.map((line) => placeSegments(line, measure));
}

const firstStyle = (word: Word): Style => ({ face: word.parts[0]?.face ?? 'regular' });

function listWords(runs: readonly Run[]): Word[] {
  const words: Word[] = [];
  let space: Style | undefined;
  let isOpen = false;
  for (const run of runs) {
    const { text, isBreak, ...style } = run;
    if (isBreak) {
      isOpen = false;
      space = undefined;
    }
    for (const piece of text.split(/([ \t\r\n\u2028\u2029]+)/)) {
      if (piece === '') continue;
      if (/^[ \t\r\n\u2028\u2029]/.test(piece)) {
        if (isOpen) space = style;
        isOpen = false;
      } else if (isOpen) {
        words.at(-1)?.parts.push({ ...style, text: piece });
      } else {
        words.push({ parts: [{ ...style, text: piece }], ...(space === undefined ? {} : { space }) });
        isOpen = true;
      }
    }
  }
  return words;
}

function widthOf(parts: readonly Run[], { faces, size }: Measure): number {
  return parts.reduce((width, part) => width + faces[part.face].width(part.text, size), 0);
}

/** A word that is wider than a line, in pieces that are not; marks stay with their letters. */
function splitWord(parts: readonly Run[], measure: Measure): Run[][] {
  const pieces: Run[][] = [[]];
  let room = measure.width;
  for (const part of parts) {
    for (const text of part.text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? []) {
      const width = widthOf([{ ...part, text }], measure);
      if (width > room) {
        pieces.push([]);
        room = measure.width;
      }
      pieces.at(-1)?.push({ ...part, text });
      room -= width;
    }
  }
  return pieces;
}

function placeSegments(line: readonly Run[], { faces, size }: Measure): Segment[] {
  let x = 0;
  return line.reduce<Run[]>(mergeStyles, []).map((run) => {
    const width = faces[run.face].width(run.text, size);
    const segment = { ...run, x, width };
    x += width;
    return segment;
  });
}

function mergeStyles(merged: Run[], run: Run): Run[] {
  const last = merged.at(-1);
  if (last === undefined || last.face !== run.face || last.href !== run.href) return [...merged, run];
  return [...merged.slice(0, -1), { ...last, text: last.text + run.text }];
}

/** Breaks one paragraph into lines: styled runs go in, rows of segments with their places come out. */
import type { Inline } from '../language/document.ts';
import { inVisualOrder } from './bidi.ts';
import { addressAfter, isSafeLink } from './letter-text.ts';
import { type FaceKey, faceOf } from './pdf-coverage.ts';
import type { Faces } from './pdf-faces.ts';
import { itemise } from './pdf-itemise.ts';
import type { Node } from './pdf-line.ts';
import { listUnits } from './text-units.ts';

interface Style extends FaceKey {
  readonly href?: string;
  /** Of direction: odd ones run from right to left; absent for 0. */
  readonly level?: number;
  /** The element that it stands in, where that is not the line's. */
  readonly span?: Node;
}

/** A stretch of one style; `isBreak` starts a new line. */
export interface Run extends Style {
  readonly text: string;
  readonly isBreak?: boolean;
  /** Whether its direction is its own affair, as that of a value. */
  readonly isIsolated?: boolean;
}

/** A stretch of one line in one style, at `x` points from the left end of the measure; in the order of reading. */
export interface Segment extends Style {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

export interface Measure {
  readonly faces: Faces;
  readonly size: number;
  readonly width: number;
  /** Whether lines begin at the right. */
  readonly isRightToLeft?: boolean;
}

/** What is between two places for a line to end, with the style of the space before it; `startsLine` after a break. */
interface Word {
  readonly parts: Run[];
  /** Absent where a line may end without a space. */
  readonly space: Style | undefined;
  readonly startsLine: boolean;
}

/**
 * The styled runs of a line of wording in the element `node`: strong is semibold, emphasis regular, a hidden address
 * follows its link, words in another language have an element of their own.
 */
export function styleRuns(inlines: readonly Inline[], style: Style, node: Node): Run[] {
  return inlines.flatMap((inline): Run[] => {
    if (inline.kind === 'text')
      return [{ ...style, text: inline.text, ...(inline.field === undefined ? {} : { isIsolated: true }) }];
    if (inline.kind === 'break') return [{ ...style, text: '', isBreak: true }];
    if (inline.kind === 'strong') return styleRuns(inline.children, { ...style, face: 'semibold' }, node);
    if (inline.kind === 'language') {
      const span: Node = { tag: 'Span', parent: style.span ?? node, language: inline.language };
      return styleRuns(inline.children, { ...style, span }, node);
    }
    const words = styleRuns(inline.children, style, node);
    if (inline.kind !== 'link' || !isSafeLink(inline.href)) return words;
    const address = addressAfter(inline);
    const after = address === undefined ? [] : [{ ...style, text: ` (${address})` }];
    return [...words.map((run) => ({ ...run, href: inline.href })), ...after];
  });
}

/**
 * The lines of the runs, none wider than the measure: broken at spaces, between Chinese characters, or anywhere in a
 * word that is wider than a whole line. White space is folded; a line that ends between words keeps a space, so that
 * the words stay apart in extracted text.
 */
export function breakLines(runs: readonly Run[], measure: Measure): Segment[][] {
  const lines: Run[][] = [];
  let room = 0;
  for (const word of listWords(itemise(runs, measure.faces, measure.isRightToLeft ?? false))) {
    const width = widthOf(word.parts, measure);
    const last = lines.at(-1);
    const space = word.space && restyled(word.space, ' ');
    const needed = space === undefined ? width : width + widthOf([space], measure);
    if (space !== undefined) last?.push(space);
    if (last !== undefined && !word.startsLine && needed <= room) {
      last.push(...word.parts);
      room -= needed;
    } else {
      const pieces = width > measure.width ? splitWord(word.parts, measure) : [word.parts];
      lines.push(...pieces);
      room = measure.width - (pieces.length === 1 ? width : widthOf(pieces.at(-1) ?? [], measure));
    }
  }
  return lines.map((line) => placeSegments(line, measure));
}

/** Text in a style. Written out, as it is on the way of every word. */
const restyled = ({ face, href, family, level, span }: Style, text: string): Run =>
  href === undefined && family === undefined && level === undefined && span === undefined
    ? { face, text }
    : {
        face,
        text,
        ...(href === undefined ? {} : { href }),
        ...(family === undefined ? {} : { family }),
        ...(level === undefined ? {} : { level }),
        ...(span === undefined ? {} : { span }),
      };

const SPACES = /([ \t\r\n\u2028\u2029]+)/;

const FAR_EAST = /[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/** Before and after a character of Chinese or Japanese, but for what closes or opens (JIS X 4051, in short). */
const IDEOGRAPH =
  '[\\u2e80-\\u2fdf\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]';
const CLOSING = '[、。，．！？：；）」』】〉》”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)\\]]';
const OPENING = '[（「『【〈《“‘(\\[]';
const BETWEEN = new RegExp(
  `(?<=${IDEOGRAPH}|[、。，！？：；）」』】〉》])(?!${CLOSING})|(?<!${OPENING})(?=(?!${CLOSING})${IDEOGRAPH}|[（「『【〈《])`,
  'u',
);

/** The words of the runs; one that is between two ideographs has no space before it. */
function listWords(runs: readonly Run[]): Word[] {
  const words: Word[] = [];
  let open: Word | undefined;
  let space: Style | undefined;
  for (const run of runs) {
    if (run.isBreak) open = space = undefined;
    run.text.split(SPACES).forEach((piece, index) => {
      if (piece === '') return;
      if (index % 2 === 1) {
        space = open === undefined ? space : run;
        open = undefined;
        return;
      }
      splitIdeographs(piece).forEach((part, nth) => {
        if (open !== undefined && nth === 0) {
          open.parts.push(restyled(run, part));
          return;
        }
        open = {
          parts: [restyled(run, part)],
          space: nth > 0 ? undefined : (space ?? { face: run.face }),
          startsLine: nth === 0 && space === undefined,
        };
        words.push(open);
      });
    });
  }
  return words;
}

/** Where a line may end without a space. */
const splitIdeographs = (piece: string): string[] =>
  FAR_EAST.test(piece) ? piece.split(BETWEEN).filter((part) => part !== '') : [piece];

const isOdd = ({ level = 0 }: Style) => level % 2 === 1;

function widthOf(parts: readonly Run[], { faces, size }: Measure): number {
  let width = 0;
  for (const part of parts) width += faceOf(faces, part).width(part.text, size, isOdd(part));
  return width;
}

/** A word that is wider than a line, in pieces that are not; marks stay with their letters. */
function splitWord(parts: readonly Run[], measure: Measure): Run[][] {
  const pieces: Run[][] = [[]];
  let room = measure.width;
  for (const part of parts) {
    for (const text of listUnits(part.text)) {
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

/** The segments of a line in the order of reading, each in the place where it is seen. */
function placeSegments(line: readonly Run[], measure: Measure): Segment[] {
  const { faces, size, isRightToLeft = false } = measure;
  const merged = mergeStyles(endLine(line, isRightToLeft));
  const segments = merged.map((run) => ({
    ...run,
    x: 0,
    width: faceOf(faces, run).width(run.text, size, isOdd(run)),
  }));
  let x = isRightToLeft ? measure.width - segments.reduce((sum, { width }) => sum + width, 0) : 0;
  for (const segment of inVisualOrder(segments)) {
    segment.x = x;
    x += segment.width;
  }
  return segments;
}

/** The space at the end of a line lies beyond it, whatever the direction of its words (rule L1). */
function endLine(line: readonly Run[], isRightToLeft: boolean): readonly Run[] {
  const last = line.at(-1);
  if (last?.text !== ' ' || last.level === undefined) return line;
  const { level: _, ...space } = last;
  return [...line.slice(0, -1), isRightToLeft ? { ...space, level: 1 } : space];
}

/** Runs of one style after each other as one. */
function mergeStyles(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  let text = '';
  runs.forEach((run, index) => {
    text += run.text;
    const next = runs[index + 1];
    if (next !== undefined && isAlike(run, next)) return;
    merged.push(restyled(run, text));
    text = '';
  });
  return merged;
}

const isAlike = (one: Style, other: Style) =>
  one.face === other.face &&
  one.href === other.href &&
  one.family === other.family &&
  one.level === other.level &&
  one.span === other.span;

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

/** A stretch of one style that may grow. */
interface Piece {
  readonly style: Style;
  text: string;
}

/** What is between two places for a line to end. */
interface Word {
  readonly pieces: Piece[];
  /** In points. */
  width: number;
  /** The space before it; absent where a line may end without one. */
  readonly space: Space | undefined;
  /** After a break. */
  readonly startsLine: boolean;
}

interface Space {
  readonly style: Style;
  /** In points. */
  readonly width: number;
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
  const lines: Piece[][] = [];
  let room = 0;
  for (const { pieces, width, space, startsLine } of listWords(runs, measure)) {
    const last = lines.at(-1);
    const needed = space === undefined ? width : width + space.width;
    if (last !== undefined && !startsLine && needed <= room) {
      if (space !== undefined) append(last, space.style, ' ');
      for (const { style, text } of pieces) append(last, style, text);
      room -= needed;
    } else {
      if (last !== undefined && space !== undefined) append(last, atEnd(space.style, measure), ' ');
      const rows = width > measure.width ? splitWord(pieces, measure) : [pieces];
      lines.push(...rows);
      room = measure.width - (rows.length === 1 ? width : widthOfAll(rows.at(-1) ?? [], measure));
    }
  }
  return lines.map((line) => placeSegments(line, measure));
}

/** Adds text to a line, to its last piece if that has the same style. */
function append(line: Piece[], style: Style, text: string): void {
  const last = line.at(-1);
  if (last !== undefined && isAlike(last.style, style)) last.text += text;
  else line.push({ style, text });
}

/** The space at the end of a line lies beyond it, whatever the direction of its words (rule L1). */
function atEnd(space: Style, { isRightToLeft = false }: Measure): Style {
  if (space.level === undefined) return space;
  const { level: _, ...style } = space;
  return isRightToLeft ? { ...style, level: 1 } : style;
}

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
function listWords(runs: readonly Run[], measure: Measure): Word[] {
  const words: Word[] = [];
  let open: Word | undefined;
  let space: Space | undefined;
  for (const run of itemise(runs, measure.faces, measure.isRightToLeft ?? false)) {
    if (run.isBreak) open = space = undefined;
    const pieces = run.text.split(SPACES);
    const own = pieces.length > 1 ? spaceIn(run, measure) : undefined;
    for (const [index, piece] of pieces.entries()) {
      if (piece === '') continue;
      if (index % 2 === 1) {
        if (open !== undefined) space = own;
        open = undefined;
        continue;
      }
      for (const [nth, text] of splitIdeographs(piece).entries()) {
        if (open === undefined || nth > 0) {
          open = {
            pieces: [],
            width: 0,
            space: nth > 0 ? undefined : (space ?? spaceIn({ face: run.face }, measure)),
            startsLine: nth === 0 && space === undefined,
          };
          words.push(open);
        }
        append(open.pieces, run, text);
        open.width += widthOf(run, text, measure);
      }
    }
  }
  return words;
}

const spaceIn = (style: Style, measure: Measure): Space => ({ style, width: widthOf(style, ' ', measure) });

/** Where a line may end without a space. */
const splitIdeographs = (piece: string): string[] =>
  FAR_EAST.test(piece) ? piece.split(BETWEEN).filter((part) => part !== '') : [piece];

const isOdd = ({ level = 0 }: Style) => level % 2 === 1;

const widthOf = (style: Style, text: string, { faces, size }: Measure): number =>
  faceOf(faces, style).width(text, size, isOdd(style));

const widthOfAll = (pieces: readonly Piece[], measure: Measure): number =>
  pieces.reduce((sum, { style, text }) => sum + widthOf(style, text, measure), 0);

/** A word that is wider than a line, in rows that are not; marks stay with their letters. */
function splitWord(pieces: readonly Piece[], measure: Measure): Piece[][] {
  const rows: Piece[][] = [[]];
  let room = measure.width;
  for (const { style, text } of pieces) {
    for (const unit of listUnits(text)) {
      const width = widthOf(style, unit, measure);
      if (width > room) {
        rows.push([]);
        room = measure.width;
      }
      append(rows.at(-1) ?? [], style, unit);
      room -= width;
    }
  }
  return rows;
}

/** The segments of a line in the order of reading, each in the place where it is seen. */
function placeSegments(line: readonly Piece[], measure: Measure): Segment[] {
  const segments = line.map(({ style, text }) => segmentOf(style, text, measure));
  let x = measure.isRightToLeft ? measure.width - segments.reduce((sum, { width }) => sum + width, 0) : 0;
  for (const segment of inVisualOrder(segments)) {
    segment.x = x;
    x += segment.width;
  }
  return segments;
}

type Placeable = { -readonly [Key in keyof Segment]: Segment[Key] };

function segmentOf(style: Style, text: string, measure: Measure): Placeable {
  const { face, href, family, level, span } = style;
  const segment: Placeable = { face, text, x: 0, width: widthOf(style, text, measure) };
  if (href !== undefined) segment.href = href;
  if (family !== undefined) segment.family = family;
  if (level !== undefined) segment.level = level;
  if (span !== undefined) segment.span = span;
  return segment;
}

const isAlike = (one: Style, other: Style) =>
  one === other ||
  (one.face === other.face &&
    one.href === other.href &&
    one.family === other.family &&
    one.level === other.level &&
    one.span === other.span);

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

/** What is between two spaces, with the style of the space before it; `startsLine` after a break and at the start. */
interface Word {
  readonly parts: Run[];
  readonly space: Style;
  readonly startsLine: boolean;
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
    const width = widthOf(word.parts, measure);
    const last = lines.at(-1);
    last?.push(restyled(word.space, ' '));
    const needed = width + measure.faces[word.space.face].width(' ', measure.size);
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
const restyled = ({ face, href }: Style, text: string): Run =>
  href === undefined ? { face, text } : { face, href, text };

const SPACES = /([ \t\r\n\u2028\u2029]+)/;

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
      } else if (open !== undefined) {
        open.parts.push(restyled(run, piece));
      } else {
        open = {
          parts: [restyled(run, piece)],
          space: space ?? { face: run.face },
          startsLine: space === undefined,
        };
        words.push(open);
      }
    });
  }
  return words;
}

function widthOf(parts: readonly Run[], { faces, size }: Measure): number {
  let width = 0;
  for (const { face, text } of parts) width += faces[face].width(text, size);
  return width;
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
  return mergeStyles(line).map(({ face, href, text }) => {
    const width = faces[face].width(text, size);
    const segment = href === undefined ? { face, text, x, width } : { face, href, text, x, width };
    x += width;
    return segment;
  });
}

/** Runs of one style after each other as one. */
function mergeStyles(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  let text = '';
  runs.forEach((run, index) => {
    text += run.text;
    const next = runs[index + 1];
    if (next?.face === run.face && next.href === run.href) return;
    merged.push(restyled(run, text));
    text = '';
  });
  return merged;
}

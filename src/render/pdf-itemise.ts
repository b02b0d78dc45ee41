/** Cuts runs into pieces of one font and one direction each. */
import { isRightToLeft as runsBackwards } from '../model/language-tag.ts';
import { hasRightToLeft, levelsOf } from './bidi.ts';
import { PLAIN } from './font-families.ts';
import type { Run } from './pdf-break.ts';
import { faceOf, findFace } from './pdf-coverage.ts';
import type { Faces } from './pdf-faces.ts';
import type { Node } from './pdf-line.ts';
import { listUnits } from './text-units.ts';

/**
 * The runs in pieces that know their family and their level of direction; most letters need neither. What is isolated
 * moves nothing around it, whichever way it runs, as in `<bdi>`; words in another language run its way, as in `<span dir>`.
 */
export function itemise(runs: readonly Run[], faces: Faces, isRightToLeft: boolean): Run[] {
  const levels = findLevels(runs, isRightToLeft);
  if (levels === undefined && runs.every(({ text }) => PLAIN.test(text))) return [...runs];
  return runs.flatMap((run, index) => (run.isBreak ? [run] : cut(run, faces, levels?.[index])));
}

/** For each run the levels of its text; undefined where everything runs from left to right. */
function findLevels(runs: readonly Run[], isRightToLeft: boolean): Uint8Array[] | undefined {
  if (!isRightToLeft && !runs.some(({ text }) => hasRightToLeft(text))) return undefined;
  const texts = runs.map((run, index) => {
    if (run.isBreak) return { before: '\u2029', text: '', after: '' };
    const [before, after] = isolatesOf(run, runs[index - 1], runs[index + 1]);
    return { before, text: run.text.replace(/[\r\n\u2028\u2029]/g, ' '), after };
  });
  const whole = texts.map(({ before, text, after }) => before + text + after).join('');
  const levels = levelsOf(whole, isRightToLeft);
  let start = 0;
  return texts.map(({ before, text, after }) => {
    const first = start + before.length;
    start = first + text.length + after.length;
    return levels.subarray(first, first + text.length);
  });
}

/** The controls before and after a run: of what begins with it and ends with it, and its own. */
function isolatesOf(run: Run, previous: Run | undefined, next: Run | undefined): readonly [string, string] {
  const spans = spansOf(run);
  const begun = spans.filter((span) => !spansOf(previous).includes(span));
  const ended = spans.filter((span) => !spansOf(next).includes(span));
  const own = run.isIsolated ? ['\u2068', '\u2069'] : ['', ''];
  const starts = begun.map(({ language = '' }) => (runsBackwards(language) ? '\u2067' : '\u2066'));
  return [`${starts.join('')}${own[0]}`, `${own[1]}${'\u2069'.repeat(ended.length)}`];
}

/** The elements in the line that a run stands in, the outermost first; at a break they end and begin anew. */
function spansOf(run: Run | undefined): readonly Node[] {
  const spans: Node[] = [];
  for (let node = run?.isBreak ? undefined : run?.span; node?.tag === 'Span'; node = node.parent)
    spans.unshift(node);
  return spans;
}

/** From right to left a space stays in the font before it, so that words are drawn with the spaces after them. */
function cut(run: Run, faces: Faces, levels: Uint8Array | undefined): Run[] {
  const pieces: Run[] = [];
  let at = 0;
  for (const unit of listUnits(run.text)) {
    const last = pieces.at(-1);
    const level = levels?.[at] ?? 0;
    const isJoined =
      /^\s/.test(unit) && level % 2 === 1 && last !== undefined && faceOf(faces, last).has(0x20);
    const { family } = (isJoined ? last : findFace(unit, faces, run.face)) ?? run;
    at += unit.length;
    if (last !== undefined && last.family === family && (last.level ?? 0) === level)
      pieces.splice(-1, 1, { ...last, text: last.text + unit });
    else
      pieces.push({
        ...run,
        text: unit,
        ...(family === undefined ? {} : { family }),
        ...(level === 0 ? {} : { level }),
      });
  }
  return pieces;
}

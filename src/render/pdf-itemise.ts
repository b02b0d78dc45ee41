/** Cuts runs into pieces of one font and one direction each. */
import { hasRightToLeft, levelsOf } from './bidi.ts';
import type { Run } from './pdf-break.ts';
import { faceOf, findFace } from './pdf-coverage.ts';
import type { Faces } from './pdf-faces.ts';
import { listUnits } from './text-units.ts';

/**
 * The runs in pieces that know their family and their level of direction; most letters need neither. What is isolated
 * moves nothing around it, whichever way it runs, as in `<bdi>`.
 */
export function itemise(runs: readonly Run[], faces: Faces, isRightToLeft: boolean): Run[] {
  const levels = findLevels(runs, isRightToLeft);
  if (levels === undefined && runs.every(({ text }) => PLAIN.test(text))) return [...runs];
  return runs.flatMap((run, index) => (run.isBreak ? [run] : cut(run, faces, levels?.[index])));
}

/** What Inter surely has. */
const PLAIN = /^[\s\x20-\x7e\xa1-\xac\xae-\u017f‘’“”–—…•]*$/;

/** For each run the levels of its text; undefined where everything runs from left to right. */
function findLevels(runs: readonly Run[], isRightToLeft: boolean): Uint8Array[] | undefined {
  if (!isRightToLeft && !runs.some(({ text }) => hasRightToLeft(text))) return undefined;
  const texts = runs.map(({ text, isBreak, isIsolated }) => {
    const line = text.replace(/[\r\n\u2028\u2029]/g, ' ');
    return isBreak ? '\u2029' : isIsolated ? `\u2068${line}\u2069` : line;
  });
  const levels = levelsOf(texts.join(''), isRightToLeft);
  let start = 0;
  return runs.map((run, index) => {
    const first = start + (run.isIsolated ? 1 : 0);
    start += texts[index]?.length ?? 0;
    return levels.subarray(first, first + run.text.length);
  });
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

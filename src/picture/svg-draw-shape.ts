/** Draws one shape of SVG, coat by coat. */
import { roundSize, roundSteps, type Step } from './drawing.ts';
import { outlineOfStroke } from './stroke-outline.ts';
import type { SvgElement } from './svg-document.ts';
import { type Coat, coatsOf } from './svg-paint.ts';
import { type Matrix, stepsOf, transformSteps } from './svg-path.ts';
import { refusedElement } from './svg-refused.ts';
import { MOST_WORK, type Reading, type Scope } from './svg-scope.ts';
import { outlineOf } from './svg-shapes.ts';

/** Adds what is seen of the shape to the scope's paint, or what stands in the way to the faults. */
export function drawShape(reading: Reading, element: SvgElement, scope: Scope): void {
  const outline = outlineOf(element, scope.extent);
  const fault = outline === undefined ? refusedElement(element) : undefined;
  if (fault !== undefined) reading.faults.add(fault);
  if (outline === undefined || outline === '') return;
  const steps = stepsOf(outline);
  const coats = scope.isClip ? SILHOUETTE : coatsOf(scope.style, scope.extent);
  if (typeof coats === 'string') reading.faults.add(coats);
  else if (steps === undefined) reading.faults.add('broken');
  else for (const coat of coats) addCoat(reading, { coat, steps }, scope);
}

const SILHOUETTE: readonly Coat[] = [{ colour: [0, 0, 0], opacity: 1 }];

interface Coated {
  readonly coat: Coat;
  readonly steps: readonly Step[];
}

function addCoat(reading: Reading, { coat, steps }: Coated, scope: Scope): void {
  const { matrix, style, clips, isClip, painted } = scope;
  const { stroke, ...paint } = coat;
  const scale = scaleOf(matrix);
  const width = stroke === undefined ? Number.NaN : roundSize(stroke.width * (scale ?? 1));
  // No line at all; PDF would draw the finest that there is.
  if (width === 0) return;
  const isArea = stroke === undefined || scale === undefined;
  const drawn = stroke !== undefined && isArea ? outlineOfStroke(steps, stroke) : steps;
  const placed = roundSteps(transformSteps(drawn, matrix));
  reading.work += clips.reduce((sum, clip) => sum + clip.steps.length, drawn.length);
  if (reading.work > MOST_WORK) reading.faults.add('large');
  else if (!placed.every(({ points }) => points.every(Number.isFinite))) reading.faults.add('broken');
  else {
    const rule = style[isClip ? 'clip-rule' : 'fill-rule']?.trim();
    const shape = { steps: placed, isEvenOdd: stroke === undefined && rule === 'evenodd' };
    painted.push({ ...paint, shape, clips, ...(isArea ? {} : { stroke: { ...stroke, width } }) });
  }
}

/** How much longer everything becomes alike; undefined where that depends on the direction, as a pen's width would. */
function scaleOf([a, b, c, d]: Matrix): number | undefined {
  const [one, other] = [Math.hypot(a, b), Math.hypot(c, d)];
  const skew = Math.abs(a * c + b * d);
  return Math.abs(one - other) <= 0.001 * one && skew <= 0.001 * one * other ? one : undefined;
}

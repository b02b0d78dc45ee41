/** Reads a drawing in SVG: the shapes that are seen, or all that stands in the way. What is not known is refused. */
import { type Bounds, boundsOf, type Painted, roundSize, type Shapes, SIDE } from './drawing.ts';
import { trim } from './svg-clip.ts';
import { parseSvg, type SvgElement } from './svg-document.ts';
import { draw } from './svg-draw.ts';
import type { DrawingFault } from './svg-faults.ts';
import { multiply } from './svg-path.ts';
import type { Reading } from './svg-scope.ts';
import type { Extent } from './svg-shapes.ts';
import { parseRules } from './svg-style.ts';
import { sizeOfDrawing, viewportOf } from './svg-viewport.ts';

/** More than any logo has, and as many as a word processor's pixels take some seconds for. */
const MOST_SHAPES = 2_000;

/** More rules than any program writes for them. */
const MOST_RULES = 1_000;

/** How far out of its page a shape that is seen may reach: PDF readers count no further. */
const FARTHEST = 20 * SIDE;

/** What is seen of the drawing in the text of an SVG file; or its faults, each once. */
export function readDrawing(text: string): Shapes | { readonly faults: readonly DrawingFault[] } {
  const document = parseSvg(text);
  if (typeof document === 'string') return { faults: [document] };
  const size = sizeOfDrawing(document.root);
  const rules = parseRules(document.css);
  if (size === undefined) return { faults: ['size'] };
  if (rules === undefined) return { faults: ['style'] };
  if (rules.length > MOST_RULES) return { faults: ['large'] };
  const reading: Reading = { byId: document.byId, rules, faults: new Set(), work: 0 };
  const scale = SIDE / Math.max(size.width, size.height);
  const page = {
    left: 0,
    top: 0,
    right: roundSize(size.width * scale),
    bottom: roundSize(size.height * scale),
  };
  const painted = drawRoot(reading, document.root, { size, scale })
    .map((one) => trim(one, page))
    .filter((one) => one !== undefined);
  if (painted.some(isFar)) reading.faults.add('far');
  if (painted.length > MOST_SHAPES) reading.faults.add('large');
  if (reading.faults.size > 0) return { faults: [...reading.faults] };
  return painted.length === 0 ? { faults: ['empty'] } : { width: page.right, height: page.bottom, painted };
}

interface Page {
  readonly size: Extent;
  readonly scale: number;
}

function drawRoot(reading: Reading, root: SvgElement, { size, scale }: Page): Painted[] {
  const painted: Painted[] = [];
  const { matrix, extent } = viewportOf(root, size) ?? { matrix: undefined, extent: size };
  if (matrix === undefined) reading.faults.add('size');
  else
    draw(
      reading,
      { ...root, name: 'g' },
      {
        matrix: multiply([scale, 0, 0, scale, 0, 0], matrix),
        style: {},
        clips: [],
        extent,
        depth: 0,
        isClip: false,
        painted,
      },
    );
  return painted;
}

function isFar({ shape, stroke, clips }: Painted): boolean {
  const farthest = ({ left, top, right, bottom }: Bounds) => Math.max(-left, -top, right, bottom);
  return [boundsOf(shape, stroke), ...clips.map((clip) => boundsOf(clip))].some(
    (bounds) => farthest(bounds) > FARTHEST,
  );
}

/** Draws the elements of SVG one over the other, each in the scope of what it stands in. */
import { boundsOf, type Painted, roundSize, roundSteps } from './drawing.ts';
import { hasOverlap, unite } from './svg-clip.ts';
import { MOST_DEPTH, type SvgElement } from './svg-document.ts';
import { drawShape } from './svg-draw-shape.ts';
import { opacityOf } from './svg-paint.ts';
import { type Matrix, multiply, stepsOf, transformSteps } from './svg-path.ts';
import { NOT_DRAWN, refusedStyle } from './svg-refused.ts';
import { enter, MOST_WORK, type Reading, type Scope, targetOf } from './svg-scope.ts';
import { lengthOf } from './svg-shapes.ts';
import { viewportOf } from './svg-viewport.ts';

/** Draws the element and what is in it; what cannot be drawn goes to the faults. */
export function draw(reading: Reading, element: SvgElement, outer: Scope): void {
  reading.work += effortOf(element);
  if (reading.work > MOST_WORK || outer.depth > MOST_DEPTH) reading.faults.add('large');
  const scope = enter(reading, element, outer);
  if (scope === undefined) reading.faults.add('broken');
  if (reading.faults.has('large') || scope === undefined || isPassedOver(element, scope)) return;
  for (const fault of refusedStyle(scope.style)) reading.faults.add(fault);
  const clips = clipsOf(reading, scope);
  const before = scope.painted.length;
  drawInside(reading, element, { ...scope, clips });
  if (!fade(scope.painted, before, opacityOf(scope.style['opacity']))) reading.faults.add('opacity');
}

/** By what is written in it, since a part that is used again is read again: one, and one more for each twenty letters. */
const effortOf = ({ attributes }: SvgElement) =>
  1 +
  Object.entries(attributes).reduce((sum, [name, value = '']) => sum + name.length + value.length, 0) / 20;

/** What asks for more than SVG has is for the program that wrote it; readers pass over it. */
const isPassedOver = ({ name, attributes }: SvgElement, { style, isClip }: Scope) =>
  NOT_DRAWN.includes(name) ||
  style['display']?.trim() === 'none' ||
  attributes['requiredExtensions'] !== undefined ||
  (isClip && name === 'g');

function drawInside(reading: Reading, element: SvgElement, scope: Scope): void {
  const { name, children } = element;
  const [first] = children.filter((child) => !isPassedOver(child, scope));
  if (name === 'switch') for (const child of first === undefined ? [] : [first]) draw(reading, child, scope);
  else if (name === 'g' || name === 'a') for (const child of children) draw(reading, child, scope);
  else if (name === 'use') drawUse(reading, element, scope);
  else if (name === 'svg') drawInRoom(reading, element, { ...element.attributes, scope });
  else if (!/^(hidden|collapse)$/.test(scope.style['visibility'] ?? '')) drawShape(reading, element, scope);
}

interface Room {
  readonly x?: string;
  readonly y?: string;
  readonly width?: string;
  readonly height?: string;
  readonly scope: Scope;
}

function drawUse(reading: Reading, element: SvgElement, scope: Scope): void {
  const { attributes } = element;
  const target = targetOf(reading, attributes['href'] ?? attributes['xlink:href']);
  if (target === undefined) reading.faults.add('outside');
  else if (target.name === 'symbol' || target.name === 'svg')
    drawInRoom(reading, target, { ...attributes, scope });
  else draw(reading, target, moved(scope, attributes['x'], attributes['y']));
}

function moved(scope: Scope, x = '0', y = '0'): Scope {
  const { width, height } = scope.extent;
  const move: Matrix = [1, 0, 0, 1, lengthOf(x, width), lengthOf(y, height)];
  return { ...scope, matrix: multiply(scope.matrix, move) };
}

/** Draws what is in a symbol, or a drawing within the drawing, into the room that it has there. */
function drawInRoom(reading: Reading, element: SvgElement, { x, y, width, height, scope }: Room): void {
  const { extent } = scope;
  const room = {
    width: lengthOf(width ?? '100%', extent.width),
    height: lengthOf(height ?? '100%', extent.height),
  };
  const viewport = viewportOf(element, room);
  const place = moved(scope, x, y);
  const edge = stepsOf(`M0 0h${room.width}v${room.height}h${-room.width}Z`);
  if (viewport === undefined || edge === undefined) reading.faults.add('size');
  else
    drawInside(
      reading,
      { ...element, name: 'g' },
      {
        ...place,
        matrix: multiply(place.matrix, viewport.matrix),
        extent: viewport.extent,
        clips: [...scope.clips, { steps: roundSteps(transformSteps(edge, place.matrix)), isEvenOdd: false }],
      },
    );
}

/** The areas that cut out what is drawn here; a fault where they cannot be told. */
function clipsOf(reading: Reading, scope: Scope): Scope['clips'] {
  const address = scope.style['clip-path']?.trim() ?? 'none';
  if (address === 'none') return scope.clips;
  const target = targetOf(reading, address);
  const isOwn = target?.name === 'clipPath' && target.attributes['clipPathUnits'] !== 'objectBoundingBox';
  const inside = isOwn ? enter(reading, target, { ...scope, style: {}, clips: [], isClip: true }) : undefined;
  const painted: Painted[] = [];
  if (inside !== undefined && !scope.isClip && (inside.style['clip-path'] ?? 'none') === 'none')
    for (const child of target?.children ?? []) draw(reading, child, { ...inside, painted });
  else reading.faults.add('clip');
  const clip = unite(painted.map(({ shape }) => shape));
  if (clip === undefined) reading.faults.add('clip');
  return clip === undefined ? scope.clips : [...scope.clips, clip];
}

/** Makes what was drawn since then so much fainter; not if it would then be seen through itself. */
function fade(painted: Painted[], from: number, opacity: number): boolean {
  if (opacity === 1) return true;
  const drawn = painted.splice(from);
  const faded = drawn.map((one) => ({ ...one, opacity: roundSize(one.opacity * opacity) }));
  painted.push(...faded.filter((one) => one.opacity > 0));
  return opacity >= 0 && !hasOverlap(drawn.map(({ shape, stroke }) => boundsOf(shape, stroke)));
}

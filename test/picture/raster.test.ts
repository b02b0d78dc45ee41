import { expect, test } from 'vitest';
import type { Painted, Stroke } from '../../src/picture/drawing.ts';
import { rasterize } from '../../src/picture/raster.ts';
import { stepsOf } from '../../src/picture/svg-path.ts';

/** The pixels of shapes, told by how much of the whole they cover. */

const paint = (outline: string, more: Partial<Painted> = {}): Painted => ({
  shape: { steps: stepsOf(outline) ?? [], isEvenOdd: false },
  colour: [0, 0, 0],
  opacity: 1,
  clips: [],
  ...more,
});

const GRID = { width: 100, height: 100, scale: 1 };

/** Square units that are covered, of 10,000. */
function areaOf(...painted: Painted[]): number {
  const pixels = rasterize(painted, GRID);
  return pixels.reduce((sum, value, at) => sum + (at % 4 === 3 ? value : 0), 0) / 255;
}

const shape = (outline: string) => paint(outline).shape;
const line = (outline: string, stroke: Partial<Stroke>) =>
  paint(outline, { stroke: { width: 10, cap: 'butt', join: 'miter', miterLimit: 4, ...stroke } });

const CIRCLE = 'M90 50A40 40 0 0 1 10 50A40 40 0 0 1 90 50Z';
const DISC = Math.PI * 40 ** 2;
const CORNER = 'M20 20H60V60';

test.each<[string, Painted, number]>([
  ['a square', paint('M10 10H30V30H10Z'), 400],
  ['a square between the pixels', paint('M10.5 10.5H30.5V30.5H10.5Z'), 400],
  ['a sliver', paint('M10.3 10H10.5V30H10.3Z'), 4],
  ['a triangle that is not closed', paint('M0 0L100 0L0 100'), 5000],
  ['a disc', paint(CIRCLE), DISC],
  ['what reaches out of the page', paint('M-500 -500H50V50H-500Z'), 2500],
  ['a ring by turning back', paint(`${CIRCLE}M30 30V70H70V30Z`), DISC - 1600],
  ['two the same way around', paint('M10 10H50V50H10ZM20 20H40V40H20Z'), 1600],
  ['a hole by the other way around', paint('M10 10H50V50H10ZM20 20V40H40V20Z'), 1200],
  [
    'a hole by even and odd',
    paint('', { shape: { ...shape('M10 10H50V50H10ZM20 20H40V40H20Z'), isEvenOdd: true } }),
    1200,
  ],
  ['what is half seen through', paint('M10 10H30V30H10Z', { opacity: 0.5 }), 200],
  [
    'what is cut out twice',
    paint('M0 0H100V100H0Z', { clips: [shape('M0 0H50V100H0Z'), shape('M0 0H100V50H0Z')] }),
    2500,
  ],
  ['what is cut to nothing', paint('M0 0H100V100H0Z', { clips: [shape('')] }), 0],
  ['a line', line('M20 20H60', {}), 400],
  ['a line with square ends', line('M20 20H60', { cap: 'square' }), 500],
  ['a line with round ends', line('M20 20H60', { cap: 'round' }), 400 + Math.PI * 25],
  ['a corner', line(CORNER, {}), 800],
  ['a flat corner', line(CORNER, { join: 'bevel' }), 787.5],
  ['a round corner', line(CORNER, { join: 'round' }), 775 + (Math.PI * 25) / 4],
  ['a corner too sharp', line(CORNER, { miterLimit: 1.2 }), 787.5],
  ['a frame', line('M20 20H60V60H20Z', {}), 1600],
  ['a frame that says where it began', line('M20 20H60V60H20V20Z', {}), 1600],
  ['a circle', line(CIRCLE, {}), 2 * Math.PI * 40 * 10],
  ['a dot', line('M50 50H50', { cap: 'round' }), Math.PI * 25],
  ['a square dot', line('M50 50Z', { cap: 'square' }), 100],
  ['a dot without ends', line('M50 50H50', {}), 0],
  ['a way there and back', line('M20 20H60H20', {}), 400],
])('%s', (_, painted, area) => {
  expect(Math.abs(areaOf(painted) - area)).toBeLessThan(Math.max(1, area / 200));
});

test('a colour over another hides it as far as it is seen', () => {
  const pixels = rasterize(
    [
      paint('M0 0H100V100H0Z', { colour: [200, 100, 0] }),
      paint('M0 0H100V100H0Z', { colour: [0, 100, 200], opacity: 0.25 }),
    ],
    GRID,
  );
  expect([...pixels.subarray(0, 4)]).toEqual([150, 100, 50, 255]);
});

test('what is seen through on nothing keeps its colour', () => {
  const pixels = rasterize([paint('M0 0H100V100H0Z', { colour: [200, 100, 0], opacity: 0.5 })], GRID);
  expect([...pixels.subarray(0, 4)]).toEqual([200, 100, 0, 128]);
});

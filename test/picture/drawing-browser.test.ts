import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SIDE } from '../../src/picture/drawing.ts';
import { rasterize } from '../../src/picture/raster.ts';
import { hasCommands } from '../render/pdf-tools.ts';
import { cutOut, onWhite, type Pixels, pixelsOf, shareUnlike } from './drawn-pixels.ts';
import { sampleDrawings } from './sample-drawings.ts';
import { drawingOf } from './sample-images.ts';

/** What we make of a drawing beside what a browser makes of its own file. */

/** The longer side of each, in pixels. */
const LENGTH = 200;

const folder = mkdtempSync(join(tmpdir(), 'closewell-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const placed = sampleDrawings.map(({ name, svg }, index) => {
  const drawing = drawingOf(svg);
  const scale = LENGTH / SIDE;
  const [width, height] = [drawing.width * scale, drawing.height * scale].map(Math.round) as [number, number];
  return { name, svg, drawing, scale, width, height, top: index * LENGTH };
});

/** The files as they are on the left, as we write them on the right. */
function drawAll(): Pixels {
  const image = (file: string | Uint8Array, [left, top, width, height]: readonly number[]) =>
    `<img style="position:absolute;left:${left}px;top:${top}px;width:${width}px;height:${height}px" src="data:image/svg+xml;base64,${Buffer.from(file).toString('base64')}">`;
  const images = placed.flatMap(({ svg, drawing, width, height, top }) => [
    image(svg, [0, top, width, height]),
    image(drawing.file, [LENGTH, top, width, height]),
  ]);
  const [page, screen] = [join(folder, 'page.html'), join(folder, 'page.png')];
  writeFileSync(page, `<!doctype html><body style="margin:0;background:#fff">${images.join('')}`);
  execFileSync(
    'chromium',
    [
      ...[
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--hide-scrollbars',
      ],
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=${2 * LENGTH},${placed.length * LENGTH}`,
      `--screenshot=${screen}`,
      `file://${page}`,
    ],
    { stdio: 'ignore' },
  );
  return pixelsOf(new Uint8Array(readFileSync(screen)));
}

describe.skipIf(!hasCommands('chromium'))('as in a browser', () => {
  let all: Pixels = { width: 0, height: 0, colours: new Uint8Array() };
  beforeAll(() => {
    all = drawAll();
  }, 60_000);

  test.each(placed)('$name has the pixels that it has there', ({ drawing, scale, width, height, top }) => {
    const own = onWhite(rasterize(drawing.painted, { width, height, scale }), width, height);
    const [file, written] = [0, LENGTH].map((left) => cutOut(all, { left, top, width, height })) as [
      Pixels,
      Pixels,
    ];
    expect(shareUnlike(own, file)).toBeLessThan(0.01);
    expect(shareUnlike(written, file)).toBeLessThan(0.002);
  });
});

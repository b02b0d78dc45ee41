import fc from 'fast-check';
import { unzlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parsePdf } from '../../src/files/pdf-library.ts';
import type { Painted, Shape } from '../../src/picture/drawing.ts';
import { loadPicture } from '../../src/picture/picture.ts';
import { rasterize } from '../../src/picture/raster.ts';
import { transformSteps } from '../../src/picture/svg-path.ts';
import type { Figure, Letter } from '../../src/render/letter.ts';
import { renderLetterHtml } from '../../src/render/letter-html.ts';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { PICTURE, SENDER, sheetOf, sizeOf } from '../../src/render/pdf-measures.ts';
import { checkTagged } from '../../src/tagged/check-tagged.ts';
import { hasCommands, inter, readObjects } from '../render/pdf-tools.ts';
import { fullLetter } from '../render/sample-letters.ts';
import { drawPart, onWhite, shareUnlike } from './drawn-pixels.ts';
import { sampleDrawings } from './sample-drawings.ts';
import { drawingOf } from './sample-images.ts';

/** A drawing in the letter: the same in every form, nothing of its file in any, and never out of its room. */

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const letterWith = (svg: string): Letter => ({
  ...fullLetter,
  logo: { picture: drawingOf(svg), alternative: 'Two rivers' },
  signature: { picture: drawingOf(svg), alternative: 'Signature of Rosa Delgado-Nguyễn' },
});
const pdfOf = (letter: Letter) => renderLetterPdf(letter, inter).value ?? new Uint8Array();

describe.each(sampleDrawings)('$name', ({ svg }) => {
  test('is written as paths and what cuts them out, with numbers and colours alone', () => {
    const file = textOf(drawingOf(svg).file);
    const rest = file
      .replace(/ (d|viewBox)="[MLCZ\d .-]*"/g, '')
      .replace(/ (width|height|opacity|stroke-width|stroke-miterlimit)="[\d.]+"/g, '')
      .replace(/ (fill|stroke)="(none|#[\da-f]{6})"/g, '')
      .replace(/ (stroke-linecap|stroke-linejoin)="(butt|round|square|miter|bevel)"/g, '')
      .replace(/ (fill|clip)-rule="evenodd"/g, '')
      .replace(/ (id|clip-path)="(c\d+|url\(#c\d+\))"/g, '')
      .replace(' xmlns="http://www.w3.org/2000/svg"', '');
    expect(rest.replace(/<\/?(svg|defs|clipPath|g|path)\/?>/g, '').trim()).toBe('');
  });

  test('is the same drawing when it is read again as we wrote it', () => {
    const first = drawingOf(svg);
    expect(drawingOf(textOf(first.file))).toEqual(first);
  });

  test('is a figure with its words, and the PDF keeps every rule', async () => {
    const { faults, proved } = checkTagged(await parsePdf(pdfOf(letterWith(svg))));
    expect(faults).toEqual([]);
    expect(proved).toContain('2 pictures with words that stand for it');
  });

  test('is drawn in PDF by operators of paths alone, without an exponent', () => {
    const operators = textOf(unzlibSync(drawingOf(svg).data));
    const other = operators
      .split('\n')
      .filter((line) => !/^((-?\d+(\.\d+)?|\/A\d+|[wJj]) )*([a-zA-Z]|cm|gs|rg|RG|f\*|W\*? n)$/.test(line));
    expect(other).toEqual([]);
  });
});

/** What a file says beside its drawing, which nobody may find in a letter. */
const SECRET = 'Quillon Marsh';
const secretive = `<?xml version="1.0"?><!-- ${SECRET} --><!DOCTYPE svg [<!ENTITY a "${SECRET}">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:x" viewBox="0 0 20 10" aria-label="${SECRET}" data-name="${SECRET}">
<title>${SECRET}</title><desc>${SECRET}</desc><metadata><i:by>${SECRET}</i:by></metadata><i:view i:path="${SECRET}"/>
<style>/* ${SECRET} */ .a { fill: #123456; font-family: "${SECRET}" }</style>
<g display="none"><text>${SECRET}</text></g><a href="https://example.org/${SECRET}"><path id="${SECRET}" class="a" d="M1 1h8v8z"/></a>
<rect x="99" width="1" height="1" fill="#654321"/></svg>`;

test('nothing that a file says or hides is in any form of the letter', () => {
  const letter = letterWith(secretive);
  const drawing = drawingOf(secretive);
  const forms = [
    textOf(drawing.file),
    textOf(unzlibSync(drawing.data)),
    renderLetterHtml(letter),
    Buffer.from(pdfOf(letter)).toString('latin1'),
  ];
  expect(forms.filter((text) => text.includes(SECRET))).toEqual([]);
  expect(drawing.painted).toHaveLength(1);
});

test('HTML has the drawing as we wrote it, with its words', () => {
  const html = renderLetterHtml(letterWith(secretive));
  const written = Buffer.from(drawingOf(secretive).file).toString('base64');
  expect(html).toContain(`<img src="data:image/svg+xml;base64,${written}" alt="Two rivers"`);
});

test('a drawing is in a PDF once, and adds what it says once', () => {
  const { svg = '' } = sampleDrawings.find(({ name }) => name === 'inkscape') ?? {};
  const { logo: _, signature: __, ...bare } = letterWith(svg);
  const more =
    pdfOf(letterWith(svg)).length - pdfOf({ ...bare, logo: letterWith(svg).logo as Figure }).length;
  expect(more).toBeGreaterThan(drawingOf(svg).data.length);
  const figure = letterWith(svg).logo as Figure;
  const twice = pdfOf({ ...bare, logo: figure, signature: figure });
  expect(twice.length - pdfOf({ ...bare, logo: figure }).length).toBeLessThan(drawingOf(svg).data.length);
});

test('a number that a drawing does not use is not written, whatever it is', () => {
  const svg =
    '<svg viewBox="0 0 9 9"><path d="M1 1h7" stroke="red" stroke-linejoin="round" stroke-miterlimit="1e30"/></svg>';
  expect(textOf(unzlibSync(drawingOf(svg).data))).not.toMatch(/e\+?\d/);
  expect(textOf(drawingOf(svg).file)).toContain('stroke-miterlimit="4"');
});

test('a drawing that would be larger in a letter than any file may be is refused', () => {
  const long = Array.from(
    { length: 2_000 },
    (_, at) => `C${at}.11 1.2 ${at}.3 4.4 ${at % 97}.5 ${at % 89}.6`,
  ).join('');
  const uses = Array.from({ length: 4 }, (_, at) => `<use href="#a" y="${at}"/>`).join('');
  const { problems } = loadPicture(
    bytesOf(`<svg viewBox="0 0 2000 9"><path id="a" d="M0 0${long}"/>${uses}</svg>`),
    'logo.svg',
  );
  expect(problems.map(({ code }) => code)).toEqual(['picture-unusable']);
});

describe('whatever a file says', () => {
  const tame = fc.integer({ min: -1500, max: 1500 }).map((one) => one / 10);
  const wild = fc.oneof(
    { weight: 9, arbitrary: tame },
    {
      weight: 1,
      arbitrary: fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1e-300, 1e300, 99_999)),
    },
  );
  const COUNTS = { L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0 } as const;
  const MOVES = { scale: 2, rotate: 3, skewX: 1, translate: 2, matrix: 6 } as const;
  const numbers = (of: fc.Arbitrary<number>, count: number) =>
    fc.array(of, { minLength: count, maxLength: count }).map((all) => all.join(' '));

  const drawingOfNumbers = (of: fc.Arbitrary<number>) => {
    const steps = Object.entries(COUNTS).flatMap(([verb, count]) =>
      [verb, verb.toLowerCase()].map((one) => numbers(of, count).map((said) => one + said)),
    );
    const arc = fc.tuple(of, of, of, fc.nat(1), fc.nat(1), of, of).map((said) => `A${said.join(' ')}`);
    const path = fc.array(fc.oneof(arc, ...steps), { maxLength: 9 }).map((said) => `M1 2${said.join('')}`);
    const move = fc.oneof(
      ...Object.entries(MOVES).map(([name, count]) =>
        numbers(
          of.map((one) => one / 60),
          count,
        ).map((said) => `${name}(${said})`),
      ),
    );
    const share = of.map((one) => Math.abs(one) / 150);
    const shape = fc
      .record({ path, move, share, width: of.map(Math.abs), limit: of.map((one) => Math.abs(one) + 1) })
      .map(
        (one) =>
          `<g transform="${one.move}"><path d="${one.path}" opacity="${one.share}" fill="none" stroke="red" stroke-width="${one.width}" stroke-miterlimit="${one.limit}"/></g>
         <g clip-path="url(#a)"><path d="${one.path}" fill-opacity="${one.share}"/><rect width="${one.width}" height="${one.limit}" rx="${one.limit}" transform="${one.move}"/></g>`,
      );
    const clip = path.map((d) => `<clipPath id="a"><path d="${d}"/></clipPath>`);
    return fc
      .tuple(
        clip,
        fc.array(shape, { minLength: 1, maxLength: 3 }),
        of.map((one) => Math.abs(one) + 1),
      )
      .map(([cut, shapes, height]) => `<svg viewBox="-99 -99 200 ${height}">${cut}${shapes.join('')}</svg>`);
  };

  const read = (svg: string) => loadPicture(bytesOf(svg), 'pictures/logo.svg');

  test('it is a picture or a problem', () => {
    fc.assert(
      fc.property(drawingOfNumbers(wild), (svg) => {
        const { value, problems } = read(svg);
        expect(problems.map(({ code }) => code)).toEqual(problems.map(() => 'picture-unusable'));
        expect(problems.length > 0).toBe(value === undefined);
      }),
      { numRuns: 150 },
    );
  });

  test('a picture has numbers that are some, and is the same when it is read again', () => {
    fc.assert(
      fc.property(drawingOfNumbers(tame), (svg) => {
        const { value } = read(svg);
        fc.pre(value !== undefined);
        const file = textOf(value.file);
        expect(file).not.toMatch(/NaN|Infinity|undefined|e[+-]?\d/);
        expect(read(file).value).toEqual(value);
      }),
      { numRuns: 150 },
    );
  });

  test('no bytes at all end in anything but a picture or a problem', () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => `<svg viewBox="0 0 9 9">${text}</svg>`),
      fc.string().map((text) => `<svg viewBox="0 0 9 9"><path style="${text}" d="${text}"/></svg>`),
    );
    fc.assert(
      fc.property(bytes, (svg) => {
        const { value, problems } = read(svg);
        expect(problems.length > 0).toBe(value === undefined);
      }),
      { numRuns: 200 },
    );
  });
});

const movedBy = (painted: readonly Painted[], x: number): Painted[] => {
  const move = (shape: Shape) => ({ ...shape, steps: transformSteps(shape.steps, [1, 0, 0, 1, x, 0]) });
  return painted.map((one) => ({ ...one, shape: move(one.shape), clips: one.clips.map(move) }));
};

const sheet = sheetOf(fullLetter.format, true);
const whole = { left: 0, top: 0, ...sheet.paper };

test.skipIf(!hasCommands('qpdf'))(
  'what says how large a drawing is outlives a program that shortens numbers',
  () => {
    const { svg = '' } = sampleDrawings.find(({ name }) => name === 'illustrator-classes') ?? {};
    const forms = readObjects(pdfOf(letterWith(svg))).all.filter((one) => one?.['/Subtype'] === '/Form');
    expect(forms.map((one) => [one?.['/BBox'], one?.['/Matrix']])).toEqual([
      [[0, 0, 1, 1], undefined],
      [[0, 0, 1, 1], undefined],
    ]);
  },
);

describe.skipIf(!hasCommands('pdftoppm'))('beside what draws PDFs', () => {
  test.each(sampleDrawings)('$name has the pixels that go into Word', ({ svg }) => {
    const drawing = drawingOf(svg);
    const size = sizeOf(drawing, PICTURE.logo);
    // At the right margin, from where the sender begins.
    const part = { left: sheet.paper.width - sheet.column.left - size.width, top: SENDER.top, ...size };
    const page = drawPart(pdfOf(letterWith(svg)), 200, part);
    // A page begins between two pixels of the drawing.
    const between = (part.left * 200) / 72 - Math.round((part.left * 200) / 72);
    const { width, height } = page;
    const scale = (size.width * 200) / 72 / drawing.width;
    const moved = movedBy(drawing.painted, between / scale);
    const pixels = onWhite(rasterize(moved, { width, height, scale }), width, height);
    expect(shareUnlike(pixels, page)).toBeLessThan(0.005);
  });

  test('nothing of a drawing is seen outside of its room', () => {
    const wide =
      '<svg viewBox="0 0 20 10"><path d="M-100 -100H120V110H-100Z"/><circle cx="20" r="30" stroke="red" stroke-width="9"/></svg>';
    const { logo: _, signature: __, ...bare } = letterWith(wide);
    const [with_, without] = [
      drawPart(pdfOf({ ...bare, logo: letterWith(wide).logo as Figure }), 72, whole),
      drawPart(pdfOf(bare), 72, whole),
    ];
    const changed = Array.from({ length: with_.width * with_.height }, (_, at) => at).filter((at) =>
      [0, 1, 2].some((part) => with_.colours[3 * at + part] !== without.colours[3 * at + part]),
    );
    const [xs, ys] = [
      changed.map((at) => at % with_.width),
      changed.map((at) => Math.floor(at / with_.width)),
    ];
    // 114 by 57 points at the right margin of DIN 5008, and a pixel that it begins in.
    expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([410, 524, 36, 92]);
  });
});

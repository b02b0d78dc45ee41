import { describe, expect, test } from 'vitest';
import type { Painted } from '../../src/picture/drawing.ts';
import { readDrawing } from '../../src/picture/svg-drawing.ts';

/** What of SVG is drawn, and what is refused. A box of 100 by 100 units becomes one of 1000 by 1000. */

const around = (inside: string, attributes = 'viewBox="0 0 100 100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;

const faultsOf = (svg: string) => {
  const read = readDrawing(svg);
  return 'faults' in read ? read.faults : [];
};

const SQUARE = '<path d="M10 10h20v20h-20z"/>';

/** What is painted, in short: the outline, the colour, and what else is not as usual. */
function painted(inside: string, attributes?: string): string[] {
  const read = readDrawing(around(inside, attributes));
  return 'faults' in read ? [...read.faults] : read.painted.map(inShort);
}

function inShort({ shape, colour, opacity, stroke, clips }: Painted): string {
  const outline = (steps: Painted['shape']['steps']) =>
    steps.map(({ verb, points }) => `${verb}${points.map(Math.round).join(' ')}`).join('');
  return [
    outline(shape.steps),
    colour.join(','),
    ...(shape.isEvenOdd ? ['evenodd'] : []),
    ...(opacity === 1 ? [] : [`${opacity}`]),
    ...(stroke === undefined ? [] : [`${stroke.width} ${stroke.cap} ${stroke.join}`]),
    ...clips.map(({ steps }) => `in ${outline(steps)}`),
  ].join(' · ');
}

const FRAME = 'M100 100L300 100L300 300L100 300Z';

describe('a drawing is refused', () => {
  test.each([
    ['no XML', 'broken', '<svg viewBox="0 0 1 1"><path></svg>'],
    ['another root', 'broken', '<html><svg viewBox="0 0 1 1"/></html>'],
    ['no size at all', 'size', around(SQUARE, '')],
    ['sizes in percent alone', 'size', around(SQUARE, 'width="100%" height="100%"')],
    ['no width', 'size', around(SQUARE, 'width="0" height="10"')],
    ['a box without height', 'size', around(SQUARE, 'width="10" height="10" viewBox="0 0 10 0"')],
    ['a size of a line', 'size', around(SQUARE, 'width="9999" height="1"')],
    ['a size that is none', 'size', around(SQUARE, 'width="wide" height="10"')],
    ['a size without end', 'size', around(SQUARE, 'width="1e999" height="10"')],
    ['nothing in it', 'empty', around('')],
    ['nothing but what is hidden', 'empty', around(`<g display="none">${SQUARE}</g>`)],
    ['nothing on its page', 'empty', around('<circle cx="500" cy="50" r="20"/>')],
    ['a script', 'program', around(`${SQUARE}<script>alert(1)</script>`)],
    ['a script among what is not drawn', 'program', around(`<defs><script href="x.js"/></defs>${SQUARE}`)],
    ['what runs when it is clicked', 'program', around('<path onclick="alert(1)" d="M0 0h9v9z"/>')],
    ['what runs when it is shown', 'program', around(SQUARE, 'viewBox="0 0 9 9" onload="alert(1)"')],
    ['what moves', 'moving', around('<path d="M0 0h9v9z"><animate attributeName="d" dur="1s"/></path>')],
    ['what is set later', 'moving', around(`<g>${SQUARE}<set attributeName="fill" to="red"/></g>`)],
    ['what turns', 'moving', around('<g style="animation: turn 2s">text</g>')],
    ['text', 'text', around('<text x="1" y="9">Willow</text>')],
    ['text in a part of text', 'text', around('<text><tspan>Willow</tspan></text>')],
    ['text along a path', 'text', around('<text><textPath href="#a">Willow</textPath></text>')],
    ['a picture', 'image', around('<image href="data:image/png;base64,AAAA" width="9" height="9"/>')],
    ['a picture from elsewhere', 'image', around('<image xlink:href="https://example.org/a.png"/>')],
    [
      'HTML',
      'image',
      around('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Hi</p></foreignObject>'),
    ],
    ['a part of another file', 'outside', around('<use href="other.svg#leaf"/>')],
    ['a part that is not there', 'outside', around('<use xlink:href="#leaf"/>')],
    ['colours that blend', 'gradient', around('<rect width="9" height="9" fill="url(#a)"/>')],
    ['a line whose colours blend', 'gradient', around('<path d="M0 0h9" stroke="url(#a) red"/>')],
    ['a shadow', 'effect', around(`<g filter="url(#a)">${SQUARE}</g>`)],
    ['a mask', 'effect', around(`<g style="mask:url(#a)">${SQUARE}</g>`)],
    ['a mixture', 'effect', around(`<g style="mix-blend-mode:multiply">${SQUARE}</g>`)],
    ['dashes', 'stroke', around('<path d="M0 0h9" stroke="red" stroke-dasharray="2 1"/>')],
    ['arrow heads', 'stroke', around('<path d="M0 0h9" stroke="red" marker-end="url(#a)"/>')],
    [
      'a line as wide at every size',
      'stroke',
      around('<path d="M0 0h9" stroke="red" vector-effect="non-scaling-stroke"/>'),
    ],
    ['a style sheet from elsewhere', 'style', around(`<style>@import url(a.css);</style>${SQUARE}`)],
    ['a style by what surrounds it', 'style', around(`<style>g .a { fill: red }</style>${SQUARE}`)],
    ['a style by the screen', 'style', around(`<style>@media print { path { fill: red } }</style>${SQUARE}`)],
    ['a style without an end', 'style', around(`<style>path { fill: red</style>${SQUARE}`)],
    ['a place by style', 'style', around('<path d="M0 0h9v9z" style="transform: scale(2)"/>')],
    ['a colour that is none', 'colour', around('<path d="M0 0h9v9z" fill="reddish"/>')],
    [
      'a colour for printing presses',
      'colour',
      around('<path d="M0 0h9v9z" fill="icc-color(cmyk, 1, 0, 0, 0)"/>'),
    ],
    ['a cut that is not there', 'clip', around(`<g clip-path="url(#a)">${SQUARE}</g>`)],
    ['a cut by a form of style', 'clip', around(`<g clip-path="circle(40%)">${SQUARE}</g>`)],
    [
      'a cut in shares of what is cut',
      'clip',
      around(
        `<clipPath id="a" clipPathUnits="objectBoundingBox">${SQUARE}</clipPath><g clip-path="url(#a)">${SQUARE}</g>`,
      ),
    ],
    [
      'a cut that is cut',
      'clip',
      around(
        `<clipPath id="b">${SQUARE}</clipPath><clipPath id="a" clip-path="url(#b)">${SQUARE}</clipPath><g clip-path="url(#a)">${SQUARE}</g>`,
      ),
    ],
    [
      'a cut of areas over each other',
      'clip',
      around(`<clipPath id="a">${SQUARE}${SQUARE}</clipPath><g clip-path="url(#a)">${SQUARE}</g>`),
    ],
    [
      'a cut that cuts itself',
      'clip',
      around(
        `<clipPath id="a"><path clip-path="url(#a)" d="M0 0h9v9z"/></clipPath><g clip-path="url(#a)">${SQUARE}</g>`,
      ),
    ],
    [
      'a group seen through where it lies over itself',
      'opacity',
      around(`<g opacity=".5">${SQUARE}${SQUARE}</g>`),
    ],
    ['a group seen through as far as nobody knows', 'opacity', around(`<g opacity="some">${SQUARE}</g>`)],
    [
      'a group seen through of so much that nobody compares it',
      'opacity',
      around(
        `<g opacity=".5">${Array.from({ length: 201 }, (_, at) => `<path d="M${at / 4} 0h.1v1z"/>`).join('')}</g>`,
      ),
    ],
    ['an element that nobody knows', 'unknown', around(`${SQUARE}<sparkle/>`)],
    ['a path that is none', 'broken', around('<path d="M0 0 foo"/>')],
    ['a path that does not begin', 'broken', around('<path d="L9 9"/>')],
    ['a transform that is none', 'broken', around(`<g transform="twist(3)">${SQUARE}</g>`)],
    ['a matrix with a number too few', 'broken', around(`<g transform="matrix(1 0 0 1 0)">${SQUARE}</g>`)],
    ['a length that is none', 'broken', around('<rect x="auto" width="9em" height="9"/>')],
    [
      'a line of a width that is none',
      'broken',
      around('<path d="M0 0h9" stroke="red" stroke-width="thin"/>'),
    ],
    ['a number without end', 'broken', around('<path d="M0 0L1e999 1"/>')],
    [
      'a place without end',
      'broken',
      around('<rect width="9" height="9" transform="scale(1e308) scale(1e308)"/>'),
    ],
    ['what reaches far out of its page', 'far', around('<path d="M0 0L1e9 1L0 9z"/>')],
  ])('%s', (_, fault, svg) => {
    expect(faultsOf(svg)).toEqual([fault]);
  });

  test('for all that is wrong with it at once', () => {
    expect(faultsOf(around('<text>A</text><image/><text>B</text><sparkle/>'))).toEqual([
      'text',
      'image',
      'unknown',
    ]);
  });
});

describe('a drawing that would never end', () => {
  const tenTimes = (id: number) =>
    `<g id="l${id + 1}">${Array.from({ length: 10 }, () => `<use href="#l${id}"/>`).join('')}</g>`;
  const laughs = `<defs><g id="l0">${SQUARE}</g>${Array.from({ length: 12 }, (_, id) => tenTimes(id)).join('')}</defs><use href="#l12"/>`;
  const deep = (depth: number) => '<g>'.repeat(depth) + SQUARE + '</g>'.repeat(depth);

  test.each([
    ['uses ten times what uses ten times', around(laughs)],
    ['uses itself', around('<g id="a"><use href="#a"/></g>')],
    ['is nested without end', around(deep(70))],
    [
      'uses what is long',
      around(`<path id="a" d="M0 0${'a1 1 0 0 0 0 0'.repeat(5_000)}"/>${'<use href="#a"/>'.repeat(999)}`),
    ],
    ['is nested without end where nothing is drawn', around(`<metadata>${deep(70)}</metadata>${SQUARE}`)],
    ['has too many shapes', around(SQUARE.repeat(2_001))],
    ['has too many steps', around(`<path d="M0 0${'l1 1'.repeat(51_000)}"/>`)],
  ])('is refused: it %s', (_, svg) => {
    expect(faultsOf(svg)).toContain('large');
  });

  test('is refused where it is nested so deep that nobody can read it', () => {
    expect(faultsOf(around(deep(30_000)))).toHaveLength(1);
  });

  test('finds no end in entities: none is ever looked up', () => {
    const entities =
      '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    expect(faultsOf(`${entities}${around('<text>&b;&c;</text>')}`)).toEqual(['text']);
    expect(faultsOf(`${entities}${around('<path d="&b;"/>')}`)).toEqual(['broken']);
  });

  test.each([
    [
      'steps of what cuts out',
      `<clipPath id="a"><path d="M0 0${'l1 1'.repeat(1_000)}"/></clipPath><g clip-path="url(#a)">${SQUARE.repeat(60)}</g>`,
    ],
    ['rules', `<style>${'a{}'.repeat(1_001)}</style>${SQUARE}`],
  ])('is refused: it has too many %s', (_, inside) => {
    expect(faultsOf(around(inside))).toContain('large');
  });

  // A million of them, in ways that some patterns go over again and again: hours, if any here did.
  test.each([
    ['remarks', `<style>${'/*'.repeat(5e5)}</style>`],
    ['remarks in a style', `<path style="${'/*'.repeat(4e5)}"/>`],
    ['rules', `<style>${'@charset "'.repeat(1e5)}</style>`],
    ['fonts', `<style>${'@font-face{'.repeat(1e5)}</style>`],
    ['words', `<style>${'a '.repeat(5e5)}</style>`],
    ['spaces', `<path d="M0 0h9v9z" style="fill: x${' '.repeat(9e5)}y"/>`],
    ['spaces in a width', `<rect width="9${' '.repeat(9e5)}!"/>`],
    ['spaces in dashes', `<path d="M0 0h9" stroke="red" stroke-dasharray="${' '.repeat(9e5)}!"/>`],
    ['spaces in an address', `<use href="#a${' '.repeat(9e5)}!"/>`],
    ['letters of a transform', `<g transform="${'a'.repeat(9e5)}"/>`],
    ['digits', `<path fill="rgb(${'1'.repeat(9e5)}" d="M${'1'.repeat(9e5)}"/>`],
    ['spaces in a color', `<path fill="rgb(1${' '.repeat(9e5)}" d="M0 0h9v9z"/>`],
    [
      'spaces in a box',
      `<symbol id="a" viewBox="0 0 1 1" preserveAspectRatio="xMidYMid${' '.repeat(9e5)}!"/><use href="#a"/>`,
    ],
    ['numbers', `<polygon points="${'1'.repeat(9e5)}"/>`],
  ])('is done with a million %s', (_, inside) => {
    expect(faultsOf(around(inside))).not.toEqual([]);
  });

  test('is drawn where it is as large as a logo can be', () => {
    expect(faultsOf(around(deep(60)))).toEqual([]);
    expect(faultsOf(around(SQUARE.repeat(300)))).toEqual([]);
  });
});

describe('a drawing is drawn', () => {
  test.each([
    ['a path', SQUARE],
    ['a rectangle', '<rect x="10" y="10" width="20" height="20"/>'],
    ['a rectangle in percent', '<rect x="10%" y="10%" width="20%" height="20%"/>'],
    ['a path with an arc to nowhere', '<path d="M10 10a5 5 0 0 1 0 0h20v20h-20z"/>'],
    [
      'the first of two names',
      `<defs><path id="a" d="M10 10h20v20h-20z"/><circle id="a" r="9"/></defs><use href="#a"/>`,
    ],
    ['a polygon', '<polygon points="10,10 30,10 30,30 10,30"/>'],
    ['what is moved', '<g transform="translate(5 5) scale(.5)"><path d="M10 10h40v40h-40z"/></g>'],
    ['what is moved to and fro', '<g transform="rotate(90 20 20)"><path d="M10 30v-20h20v20z"/></g>'],
    ['what is skewed and straightened', '<g transform="skewX(20) skewX(-20)">'.concat(SQUARE, '</g>')],
    ['what is used', '<defs><rect id="a" width="20" height="20"/></defs><use href="#a" x="10" y="10"/>'],
    [
      'a symbol',
      '<symbol id="a" viewBox="0 0 2 2"><path d="M0 0h2v2h-2z"/></symbol><use href="#a" x="10" y="10" width="20" height="20"/>',
    ],
    ['a link, without where it leads', `<a href="https://example.org">${SQUARE}</a>`],
    [
      'what is said for all',
      `<switch><foreignObject requiredExtensions="x"/><g>${SQUARE}</g><text>No</text></switch>`,
    ],
    [
      'what editors add',
      `<metadata><x>1</x></metadata><i:pgf xmlns:i="x">2</i:pgf><title>T</title>${SQUARE}`,
    ],
    ['text of no words', `${SQUARE}<text> </text>`],
  ])('%s', (_, inside) => {
    expect(painted(inside).map((one) => one.split(' · ')[0])).toEqual([FRAME]);
  });

  test.each([
    ['an attribute', '<path fill="#f00" d="M10 10h20v20h-20z"/>'],
    ['its style', '<path fill="blue" style="fill: rgb(255, 0, 0)" d="M10 10h20v20h-20z"/>'],
    ['a class', `<style>.a{fill:red}</style><path class="b a" fill="blue" d="M10 10h20v20h-20z"/>`],
    [
      'a class before its tag',
      `<style>.a{fill:red} path{fill:blue}</style><path class="a" d="M10 10h20v20h-20z"/>`,
    ],
    [
      'an id before its class',
      `<style>#i{fill:red} .a{fill:blue}</style><path id="i" class="a" d="M10 10h20v20h-20z"/>`,
    ],
    [
      'the later of two',
      `<style>.a,.b{fill:blue}.b{fill:#FF0000}</style><path class="a b" d="M10 10h20v20h-20z"/>`,
    ],
    [
      'what matters most',
      `<style>.a{fill:red !important}</style><path class="a" style="fill:blue" d="M10 10h20v20h-20z"/>`,
    ],
    ['what it stands in', `<g fill="red"><g>${SQUARE}</g></g>`],
    ['what it asks to inherit', `<g fill="red"><path fill="inherit" d="M10 10h20v20h-20z"/></g>`],
    [
      'a style beside fonts',
      `<style>@charset "utf-8"; @font-face { font-family: a; src: url(b) } path { fill: red }</style>${SQUARE}`,
    ],
    ['a style before a remark without an end', `<style>path { fill: red } /* path {</style>${SQUARE}`],
    ['the colour of text', `<g color="red"><path fill="currentColor" d="M10 10h20v20h-20z"/></g>`],
    [
      'the color that older readers know',
      '<path style="fill:#f00;fill:color(display-p3 1 0 0)" d="M10 10h20v20h-20z"/>',
    ],
    ['a style with a remark', '<style>/* .a { */ path { fill: red; /* } */ }</style>'.concat(SQUARE)],
  ])('in the colour of %s', (_, inside) => {
    expect(painted(inside)).toEqual([`${FRAME} · 255,0,0`]);
  });

  test.each([
    ['black where nothing is said', SQUARE, ['0,0,0']],
    [
      'its inside and its line',
      '<path fill="red" stroke="blue" stroke-width="2" d="M10 10h20v20h-20z"/>',
      ['255,0,0', '0,0,255 · 20 butt miter'],
    ],
    [
      'its line first',
      '<path paint-order="stroke" stroke="blue" d="M10 10h20v20h-20z"/>',
      ['0,0,255 · 10 butt miter', '0,0,0'],
    ],
    [
      'a line wider with all else',
      '<g transform="scale(2) rotate(30) scale(1,-1)"><path d="M2 2h5" fill="none" stroke="red" stroke-linecap="round"/></g>',
      ['255,0,0 · 20 round miter'],
    ],
    ['no line without width', '<path stroke="red" stroke-width="0" d="M10 10h20v20h-20z"/>', ['0,0,0']],
    [
      'seen through',
      '<g opacity=".5"><path fill="rgba(0,0,0,.5)" fill-opacity="50%" d="M10 10h20v20h-20z"/></g>',
      ['0,0,0 · 0.125'],
    ],
    ['a hole', '<g fill-rule="evenodd"><path d="M10 10h20v20h-20z"/></g>', ['0,0,0 · evenodd']],
    [
      'not what is as good as transparent',
      `${SQUARE}<g opacity=".01"><path opacity=".01" d="M0 0h9v9z"/></g>`,
      ['0,0,0'],
    ],
    [
      'not a line as good as none',
      '<path stroke="red" stroke-width="0.00001" d="M10 10h20v20h-20z"/>',
      ['0,0,0'],
    ],
    [
      'not what is transparent',
      `${SQUARE}<path opacity="0" d="M0 0h9v9z"/><path fill="none" d="M0 0h9v9z"/>`,
      ['0,0,0'],
    ],
    [
      'not what is hidden',
      `<g visibility="hidden"><path d="M0 0h9v9z"/><path visibility="visible" d="M10 10h20v20h-20z"/></g>`,
      ['0,0,0'],
    ],
    [
      'not what is none',
      `${SQUARE}<rect width="9"/><circle r="0"/><ellipse rx="4" ry="0"/><polygon points=""/><path d=""/>`,
      ['0,0,0'],
    ],
  ])('%s', (_, inside, coats) => {
    expect(painted(inside).map((one) => one.split(' · ').slice(1).join(' · '))).toEqual(coats);
  });

  test.each([
    ['beyond its end', 'M10 10C60 10 70 10 30 10L30 90z', 'M100 100C600 100 700 100 300 100L300 900Z'],
    [
      'into the next',
      'M10 10C20 10 30 10 40 10S50 30 60 30z',
      'M100 100C200 100 300 100 400 100C500 100 500 300 600 300Z',
    ],
    ['by one point', 'M10 10Q70 10 40 10L40 90z', 'M100 100C500 100 600 100 400 100L400 900Z'],
  ])('along a straight line %s as the curve that it is', (_, outline, steps) => {
    expect(painted(`<path d="${outline}"/>`)).toEqual([`${steps} · 0,0,0`]);
  });

  test('cut out by what cuts something off, and by nothing else', () => {
    const cut = (frame: string) =>
      painted(`<clipPath id="a">${frame}</clipPath><g clip-path="url(#a)">${SQUARE}</g>`);
    expect(cut('<rect width="100" height="100"/>')).toEqual([`${FRAME} · 0,0,0`]);
    expect(cut('<rect width="20" height="100"/>')).toEqual([
      `${FRAME} · 0,0,0 · in M0 0L200 0L200 1000L0 1000Z`,
    ]);
    expect(cut('<path d="M0 0h100v100z"/>')).toEqual([`${FRAME} · 0,0,0 · in M0 0L1000 0L1000 1000Z`]);
    expect(cut('<rect x="50" width="20" height="100"/>')).toEqual(['empty']);
    expect(cut('')).toEqual(['empty']);
    expect(cut('<g><rect width="100" height="100"/></g>')).toEqual(['empty']);
    expect(cut('<path d="M0 0L100 100L100 0L0 100Z"/>')).toEqual([
      `${FRAME} · 0,0,0 · in M0 0L1000 1000L1000 0L0 1000Z`,
    ]);
    expect(cut('<path d="M0 0H100V100H0V0H100V100H0Z"/>')[0]).toContain(' · in ');
  });

  test('with a line across a squeezed group as wide as it is seen', () => {
    const [bar = ''] = painted(
      '<g transform="scale(2,1)"><path d="M10 10v20" stroke="red" stroke-width="4"/></g>',
    );
    expect(bar).toBe('M240 100L240 300L160 300L160 100Z · 255,0,0');
  });

  test.each([
    ['its box', 'viewBox="10 10 20 10"', [1000, 500]],
    ['its size', 'width="10mm" height="40mm"', [250, 1000]],
    ['its size before its box', 'width="2in" height="96" viewBox="0 0 100 100"', [1000, 500]],
    ['its width and its box', 'width="50" viewBox="0 0 40 10"', [1000, 250]],
    ['its box before percents', 'width="100%" height="100%" viewBox="0 0 30 10"', [1000, 333.333]],
  ])('as large as %s says, its longer side 1000', (_, attributes, size) => {
    expect(readDrawing(around('<path d="M-99 -99h199v199h-199z"/>', attributes))).toMatchObject({
      width: size[0],
      height: size[1],
    });
  });

  test.each([
    ['', 'M500 0L1500 0L1500 1000L500 1000Z'],
    ['preserveAspectRatio="xMinYMin"', 'M0 0L1000 0L1000 1000L0 1000Z'],
    ['preserveAspectRatio="xMaxYMid meet"', 'M1000 0L2000 0L2000 1000L1000 1000Z'],
    ['preserveAspectRatio="none"', 'M0 0L2000 0L2000 1000L0 1000Z'],
    ['preserveAspectRatio="xMidYMid slice"', 'M0 -500L2000 -500L2000 1500L0 1500Z'],
  ])('in its room as it asks: %s', (asked, outline) => {
    const half = (text: string) => text.replace(/-?\d+/g, (number) => `${Number(number) / 2}`);
    expect(
      painted('<rect width="10" height="10"/>', `width="20" height="10" viewBox="0 0 10 10" ${asked}`),
    ).toEqual([`${half(outline)} · 0,0,0`]);
  });
});

import { unzlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadPicture } from '../../src/picture/picture.ts';
import { pictureOf, SMALL_JPEG } from './sample-images.ts';
import { makePng } from './sample-pictures.ts';

const fault = (bytes: Uint8Array) =>
  loadPicture(bytes, 'pictures/logo.png').problems.map(({ message }) => message);
const bytesOf = (...values: number[]) => Uint8Array.from(values);

test('what is wrong with a picture is one problem at its file', () => {
  expect(loadPicture(bytesOf(), 'pictures/logo.png').problems).toMatchObject([
    { code: 'picture-unusable', severity: 'error', place: { file: 'pictures/logo.png' } },
  ]);
});

test.each([
  ['nothing', ''],
  ['a GIF', 'GIF89a'],
  ['a WebP', 'RIFF....WEBP'],
  ['a page that holds no drawing', '<!doctype html><p>svg</p>'],
])('%s is none of PNG, JPEG and SVG', (_, text) => {
  expect(fault(new TextEncoder().encode(text))).toEqual(['this is no PNG, JPEG or SVG picture']);
});

test('too many pixels are refused before they are unpacked', () => {
  const png = makePng({ width: 40_000, height: 40_000, type: 6, rows: new Uint8Array(9) });
  expect(fault(png)).toEqual(['this picture has too many pixels']);
  const jpeg = SMALL_JPEG.slice();
  const frame = jpeg.findIndex((byte, index) => byte === 0xff && jpeg[index + 1] === 0xc0);
  jpeg.set([0xff, 0xff, 0xff, 0xff], frame + 5);
  expect(fault(jpeg)).toEqual(['this picture has too many pixels']);
});

test('equal files are equal pictures, and other files have other digests', () => {
  const [one, other] = [makePng({ width: 3, height: 2, type: 2 }), makePng({ width: 2, height: 3, type: 2 })];
  expect(pictureOf(one)).toEqual(pictureOf(one.slice()));
  expect(pictureOf(one).digest).not.toBe(pictureOf(other).digest);
});

test('every colour type that PNG has is read, its bits kept where nothing is transparent', () => {
  const palette = [['PLTE', bytesOf(0, 0, 0, 255, 255, 255)]] as const;
  const forms = [
    { type: 0, bits: 1 },
    { type: 0, bits: 16 },
    { type: 2, bits: 8 },
    { type: 3, bits: 4, before: palette },
    { type: 4, bits: 16 },
    { type: 6, bits: 8 },
  ];
  const pictures = forms.map((form) => pictureOf(makePng({ width: 5, height: 3, ...form })));
  expect(pictures.map(({ bits, colour }) => [bits, colour])).toEqual([
    [1, 'DeviceGray'],
    [16, 'DeviceGray'],
    [8, 'DeviceRGB'],
    [4, { palette: palette[0][1] }],
    [8, 'DeviceGray'],
    [8, 'DeviceRGB'],
  ]);
  expect(pictures.map(({ alpha }) => alpha !== undefined)).toEqual([false, false, false, false, true, true]);
});

test('a JPEG keeps its scan and its colours, and loses what was written about it', () => {
  const comment = Buffer.concat([bytesOf(0xff, 0xfe, 0, 10), Buffer.from('by Robin')]);
  const exif = Buffer.concat([bytesOf(0xff, 0xe1, 0, 14), Buffer.from('Exif\0\0MM\0*\0\0')]);
  const remarked = new Uint8Array(
    Buffer.concat([SMALL_JPEG.subarray(0, 2), exif, comment, SMALL_JPEG.subarray(2)]),
  );
  const picture = pictureOf(remarked);
  expect(picture).toMatchObject({ width: 16, height: 8, bits: 8, colour: 'DeviceRGB', filter: 'DCTDecode' });
  expect(Buffer.from(picture.data).equals(SMALL_JPEG)).toBe(true);
});

test('a JPEG that a telephone stored turned is refused, in either order of bytes', () => {
  const turned = (tiff: readonly number[]) =>
    new Uint8Array(
      Buffer.concat([
        SMALL_JPEG.subarray(0, 2),
        bytesOf(0xff, 0xe1, 0, 34),
        Buffer.from('Exif\0\0'),
        bytesOf(...tiff),
        SMALL_JPEG.subarray(2),
      ]),
    );
  const big = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const little = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
  const upright = little.map((byte, index) => (index === 18 ? 1 : byte));
  const said = 'this JPEG picture is stored turned, as telephones do';
  expect([big, little, upright].map((tiff) => fault(turned(tiff)))).toEqual([[said], [said], []]);
});

test('a JPEG for a printing press is refused', () => {
  const press = SMALL_JPEG.slice();
  const frame = press.findIndex((byte, index) => byte === 0xff && press[index + 1] === 0xc0);
  press[frame + 9] = 4;
  expect(fault(press)).toEqual(['this JPEG picture has colours for a printing press']);
});

test('a picture cut off anywhere is broken, and so is a PNG with any byte changed', () => {
  const png = makePng({ width: 4, height: 4, type: 6 });
  const cut = Array.from({ length: png.length - 1 }, (_, end) => fault(png.subarray(0, end + 1)));
  expect(cut.filter((problems) => problems.length !== 1)).toEqual([]);
  const cutJpeg = Array.from({ length: SMALL_JPEG.length - 1 }, (_, end) =>
    fault(SMALL_JPEG.subarray(0, end + 1)),
  );
  expect(cutJpeg.filter((problems) => problems.length !== 1)).toEqual([]);
  const changed = Array.from(png, (byte, at) => fault(png.with(at, byte ^ 0x10)));
  expect(changed.filter((problems) => problems.length !== 1)).toEqual([]);
});

test('moving and interlaced pictures are refused as what they are', () => {
  const form = { width: 2, height: 2, type: 6 };
  const frames = [['acTL', new Uint8Array(8)]] as const;
  expect(fault(makePng({ ...form, before: frames }))).toEqual(['this PNG picture is animated']);
  expect(fault(makePng({ ...form, interlace: 1 }))).toEqual(['this PNG picture is stored interlaced']);
});

test('pixels that unpack to fewer or more bytes than the picture has do no harm', () => {
  const short = makePng({ width: 10, height: 10, type: 2, rows: new Uint8Array(20) });
  expect(fault(short)).toEqual(['this PNG picture is broken']);
  const bomb = makePng({ width: 2, height: 2, type: 2, rows: new Uint8Array(2 ** 24) });
  expect(unzlibSync(pictureOf(bomb).data)).toHaveLength(12);
});

test('the file that goes into HTML and Word is the picture without what programs and cameras wrote into it', () => {
  const says = new TextEncoder().encode('Author\0Imogen Ferreira');
  const png = pictureOf(
    makePng({
      width: 3,
      height: 2,
      type: 2,
      before: [
        ['tEXt', says],
        ['eXIf', says],
      ],
    }),
  );
  expect(png.file).toEqual(makePng({ width: 3, height: 2, type: 2 }));
  const remark = Uint8Array.of(0xff, 0xfe, 0, 2 + says.length, ...says);
  const jpeg = Uint8Array.of(...SMALL_JPEG.subarray(0, 2), ...remark, ...SMALL_JPEG.subarray(2));
  expect(Buffer.from(pictureOf(jpeg).file).includes('Imogen')).toBe(false);
  expect([png, pictureOf(jpeg)].map(({ file }) => pictureOf(file))).toEqual([png, pictureOf(jpeg)]);
  expect([png.media, pictureOf(jpeg).media]).toEqual(['image/png', 'image/jpeg']);
});

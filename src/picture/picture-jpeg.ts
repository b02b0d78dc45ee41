import { joinBytes } from './join-bytes.ts';
import type { Limit, Seen } from './picture.ts';

const BROKEN = { fault: 'this JPEG picture is broken', hint: 'Save it again as JPEG or PNG.' };
const COLOURS = {
  fault: 'this JPEG picture has colours for a printing press',
  hint: 'Save it again in RGB, or as PNG.',
};
const TURNED = {
  fault: 'this JPEG picture is stored turned, as telephones do',
  hint: 'Turn it upright, and save it again as PNG.',
};

interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

/** The frames that PDF readers know: baseline, extended, progressive. */
const FRAMES = [0xc0, 0xc1, 0xc2];
const SCAN = 0xda;

/** The picture of a JPEG file, as it is but for what a camera or a program wrote about it. */
export function readJpeg(bytes: Uint8Array, limit: Limit): Seen {
  const segments = listSegments(bytes);
  const frame = segments?.find(({ marker }) => FRAMES.includes(marker));
  if (segments === undefined || frame === undefined || frame.end - frame.start < 10) return BROKEN;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [bits = 0, colours = 0] = [bytes[frame.start + 4], bytes[frame.start + 9]];
  const [height, width] = [view.getUint16(frame.start + 5), view.getUint16(frame.start + 7)];
  if (width === 0 || height === 0 || bits !== 8) return BROKEN;
  if (colours !== 1 && colours !== 3) return COLOURS;
  if (segments.some((segment) => isTurned(view, segment))) return TURNED;
  const data = withoutRemarks(bytes, segments);
  const picture: Seen = {
    file: data,
    media: 'image/jpeg',
    width,
    height,
    bits,
    colour: colours === 1 ? 'DeviceGray' : 'DeviceRGB',
    filter: 'DCTDecode',
    data,
  };
  return limit(width, height) ?? picture;
}

/** The segments up to the scan, which ends the list; undefined where the file is cut off or is not one after another. */
function listSegments(bytes: Uint8Array): Segment[] | undefined {
  const segments: Segment[] = [];
  if (bytes.at(-2) !== 0xff || bytes.at(-1) !== 0xd9) return undefined;
  for (let start = 2; start + 4 <= bytes.length; ) {
    const [mark, marker = 0, high = 0, low = 0] = bytes.subarray(start, start + 4);
    const end = start + 2 + high * 256 + low;
    if (mark !== 0xff || end > bytes.length) return undefined;
    segments.push({ marker, start, end });
    if (marker === SCAN) return segments;
    start = end;
  }
  return undefined;
}

/** Where it was taken, with what, a small copy of it, comments: nobody means to send these. Colour marks stay. */
function withoutRemarks(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array {
  const isRemark = ({ marker }: Segment) =>
    marker === 0xfe || (marker > 0xe0 && marker < 0xf0 && marker !== 0xee);
  const kept = segments.filter((segment) => !isRemark(segment));
  const scan = segments.at(-1)?.end ?? bytes.length;
  return joinBytes([
    bytes.subarray(0, 2),
    ...kept.map(({ start, end }) => bytes.subarray(start, end)),
    bytes.subarray(scan),
  ]);
}

/** Whether Exif (CIPA DC-008, 4.6.4) says in its first directory that the picture is to be turned or mirrored. */
function isTurned(view: DataView, { marker, start, end }: Segment): boolean {
  const tiff = start + 10;
  if (marker !== 0xe1 || end - tiff < 14 || view.getUint32(start + 4) !== 0x45786966) return false;
  const isLittle = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > end) return false;
  const count = Math.min(view.getUint16(directory, isLittle), Math.floor((end - directory - 2) / 12));
  return Array.from({ length: count }, (_, index) => directory + 2 + 12 * index).some(
    (entry) => view.getUint16(entry, isLittle) === 0x0112 && view.getUint16(entry + 8, isLittle) > 1,
  );
}

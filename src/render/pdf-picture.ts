import type { Bitmap, Drawing, Picture } from '../picture/picture.ts';
import type { PdfDocument } from './pdf-document.ts';

/** A picture in one document, in the form in which pdfkit draws it. */
interface EmbeddedImage {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly obj: PDFKit.PDFKitReference;
}

const EMBEDDED = new WeakMap<PdfDocument, Map<Picture, EmbeddedImage>>();

/** The picture in the document, written at its first use. It was packed when it was read. */
export function imageOf(picture: Picture, document: PdfDocument): EmbeddedImage {
  const images = EMBEDDED.get(document) ?? new Map<Picture, EmbeddedImage>();
  EMBEDDED.set(document, images);
  const known = images.get(picture);
  if (known !== undefined) return known;
  const { width, height } = picture;
  const image = { width, height, label: `I${images.size + 1}`, obj: embed(picture, document) };
  images.set(picture, image);
  return image;
}

const embed = (picture: Picture, document: PdfDocument): PDFKit.PDFKitReference =>
  picture.media === 'image/svg+xml' ? embedDrawing(picture, document) : embedBitmap(picture, document);

/** As a form one unit wide and high, as an image is; nothing is seen outside of it. */
function embedDrawing({ data, opacities }: Drawing, document: PdfDocument): PDFKit.PDFKitReference {
  const states = opacities.map((opacity, index) => [`A${index}`, { ca: opacity, CA: opacity }] as const);
  const reference = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 1, 1],
    Resources: { ExtGState: Object.fromEntries(states) },
    Filter: 'FlateDecode',
  });
  reference.end(data);
  return reference;
}

function embedBitmap(picture: Bitmap, document: PdfDocument): PDFKit.PDFKitReference {
  const { bits, colour, filter, data, alpha, mask } = picture;
  const space =
    typeof colour === 'string'
      ? colour
      : ['Indexed', 'DeviceRGB', colour.palette.length / 3 - 1, colour.palette];
  return write(document, picture, data, {
    BitsPerComponent: bits,
    ColorSpace: space,
    Filter: filter,
    ...(mask === undefined ? {} : { Mask: mask }),
    ...(alpha === undefined ? {} : { SMask: write(document, picture, alpha, OPACITY) }),
  });
}

const OPACITY = { BitsPerComponent: 8, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' };

function write(
  document: PdfDocument,
  { width, height }: Bitmap,
  data: Uint8Array,
  form: Readonly<Record<string, unknown>>,
): PDFKit.PDFKitReference {
  const reference = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    ...form,
  });
  reference.end(data);
  return reference;
}

/** The one door to the library that reads PDF. */
import { PDF, type PdfObject, PdfRef } from '@libpdf/core';
import type { Dictionary, PdfFile, PdfValue } from '../render/tagged-file.ts';

/** The file as plain values; throws where it is no PDF, or one that is encrypted. */
export async function parsePdf(bytes: Uint8Array): Promise<PdfFile> {
  const pdf = await PDF.load(bytes, { lenient: false });
  if (pdf.isEncrypted) throw new Error('encrypted');
  const found = new Map<number, PdfValue>();
  const find = (reference: number): PdfValue => {
    const known = found.get(reference);
    if (known !== undefined) return known;
    const object = pdf.context.resolve(PdfRef.of(reference));
    const value = object === null ? null : toPlain(object);
    found.set(reference, value);
    return value;
  };
  return { trailer: toDictionary(pdf.context.info.trailer), find };
}

function toPlain(object: PdfObject): PdfValue {
  switch (object.type) {
    case 'null':
    case 'raw':
      return null;
    case 'bool':
    case 'number':
      return object.value;
    case 'string':
      return object.bytes;
    case 'name':
      return { name: object.value };
    case 'ref':
      return { reference: object.objectNumber };
    case 'array':
      return object.toArray().map(toPlain);
    default:
      return toDictionary(object);
  }
}

function toDictionary(object: Extract<PdfObject, { type: 'dict' | 'stream' }>): Dictionary {
  const entries = new Map([...object].map(([key, value]) => [key.value, toPlain(value)]));
  return 'getDecodedData' in object ? { entries, bytes: () => object.getDecodedData() } : { entries };
}

/** The one door to the library that reads PDF, and encrypts it. */
import { PDF, PdfDict, PdfName, PdfNumber, type PdfObject, PdfRef } from '@libpdf/core';
import type { Dictionary, PdfFile, PdfValue } from '../tagged/tagged-file.ts';

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

/**
 * The file encrypted with AES-256 (ISO 32000-2, 7.6.4), so that it opens with the passphrase alone; whoever has opened it
 * may do with it what they like, and so may a screen reader. Chance goes into it: no two are the same.
 */
export async function encryptPdf(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes, { lenient: false });
  // What PDF 2.0 has by itself is an extension of PDF 1.7.
  const level = PdfDict.of({ BaseVersion: PdfName.of('1.7'), ExtensionLevel: PdfNumber.of(8) });
  pdf.context.catalog.getDict().set('Extensions', PdfDict.of({ ADBE: level }));
  pdf.setProtection({ userPassword: passphrase, algorithm: 'AES-256' });
  return pdf.save();
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

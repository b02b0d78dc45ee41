/** A parsed PDF as plain values, and how to look into it. Whoever parses files makes these; the rules only read them. */

export interface Name {
  readonly name: string;
}

export interface Reference {
  /** The number of the object. */
  readonly reference: number;
}

export interface Dictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** The decoded bytes of a stream; throws where they cannot be decoded. */
  readonly bytes?: () => Uint8Array;
}

/** A string is its bytes: what they stand for depends on where they are. */
export type PdfValue =
  | null
  | boolean
  | number
  | Uint8Array
  | Name
  | Reference
  | Dictionary
  | readonly PdfValue[];

export interface PdfFile {
  readonly trailer: Dictionary;
  /** The object of that number, null where there is none. */
  readonly find: (reference: number) => PdfValue;
}

/** The value at the end of a path of keys and places, every reference on the way followed; null where it breaks off. */
export function look(file: PdfFile, from: PdfValue, ...path: readonly (string | number)[]): PdfValue {
  let value = follow(file, from);
  for (const step of path) {
    const next = typeof step === 'number' ? listOf(value)[step] : dictionaryOf(value)?.entries.get(step);
    value = follow(file, next ?? null);
  }
  return value;
}

function follow(file: PdfFile, value: PdfValue): PdfValue {
  const reference = referenceOf(value);
  return reference === undefined ? value : file.find(reference);
}

/** The number of the object that is referred to; undefined where it is no reference. */
export const referenceOf = (value: PdfValue): number | undefined =>
  typeof value === 'object' && value !== null && 'reference' in value ? value.reference : undefined;

/** The dictionary, or that of the stream; undefined where it is none. */
export const dictionaryOf = (value: PdfValue): Dictionary | undefined =>
  typeof value === 'object' && value !== null && 'entries' in value && value.entries instanceof Map
    ? (value as Dictionary)
    : undefined;

/** The name without its slash; undefined where it is none. */
export const nameOf = (value: PdfValue): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;

/** The items of an array; of nothing none, of anything else itself, as many keys of PDF allow. */
export const listOf = (value: PdfValue): readonly PdfValue[] =>
  Array.isArray(value) ? value : value === null ? [] : [value as PdfValue];

/** What a text string says (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, else as Latin-1; empty where it is none. */
export function textOf(value: PdfValue): string {
  if (!(value instanceof Uint8Array)) return '';
  const isWide = value[0] === 0xfe && value[1] === 0xff;
  return isWide
    ? new TextDecoder('utf-16be').decode(value)
    : Array.from(value, (byte) => String.fromCharCode(byte)).join('');
}

/** The decoded bytes of a stream; empty where it is none or cannot be decoded. */
export function bytesOf(value: PdfValue): Uint8Array {
  try {
    return dictionaryOf(value)?.bytes?.() ?? new Uint8Array();
  } catch {
    return new Uint8Array();
  }
}

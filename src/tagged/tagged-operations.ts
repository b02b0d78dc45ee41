/** Reads content streams and character maps: operands, then the operator that takes them (ISO 32000-1, 7.8.2). */
import type { PdfValue } from './tagged-file.ts';

export interface Operation {
  readonly operator: string;
  readonly operands: readonly PdfValue[];
}

/** What opens or closes an array or a dictionary, or is an operator. */
interface Word {
  readonly word: string;
}

/**
 * The operations in order. A string of hexadecimal digits is its bytes as well. Undefined where the stream is not to be
 * read: an operand that never ends, an array that is not closed, a picture in line.
 */
export function listOperations(bytes: Uint8Array): Operation[] | undefined {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const operations: Operation[] = [];
  const stack: PdfValue[][] = [[]];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [match = ''] = TOKEN.exec(text) ?? [];
    if (match === '') return undefined;
    const value = readToken(match);
    if (value === undefined) continue;
    if (!isWord(value)) stack.at(-1)?.push(value);
    else if (value.word === '[' || value.word === '<<') stack.push([]);
    else if (value.word === ']' || value.word === '>>') {
      const items = stack.pop() ?? [];
      if (stack.length === 0) return undefined;
      stack.at(-1)?.push(value.word === ']' ? items : toDictionary(items));
    } else {
      if (stack.length > 1 || value.word === 'BI') return undefined;
      operations.push({ operator: value.word, operands: stack[0] ?? [] });
      stack[0] = [];
    }
  }
  return stack.length === 1 && stack[0]?.length === 0 ? operations : undefined;
}

/** White space, comment, string, hexadecimal string, bracket, name, anything else up to the next of these. */
const TOKEN =
  /[\s\0]+|%[^\r\n]*|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<<|>>|<[\da-fA-F\s]*>|[[\]{}]|\/[^\s\0()<>[\]{}/%]*|[^\s\0()<>[\]{}/%]+/gy;

const isWord = (value: PdfValue | Word): value is Word =>
  typeof value === 'object' && value !== null && 'word' in value;

function readToken(token: string): PdfValue | Word | undefined {
  const [first = ''] = token;
  if (/[\s\0%{}]/.test(first)) return undefined;
  if (first === '(') return readString(token.slice(1, -1));
  if (first === '<' && token !== '<<') return readHexadecimal(token.replace(/[<>\s]/g, ''));
  if (first === '/')
    return { name: token.slice(1).replace(/#([\da-f]{2})/gi, (_, code) => character(code, 16)) };
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(token)) return Number(token);
  if (token === 'true' || token === 'false') return token === 'true';
  return token === 'null' ? null : { word: token };
}

const character = (code: string, base: number) => String.fromCharCode(Number.parseInt(code, base) & 0xff);

function readHexadecimal(digits: string): Uint8Array {
  const pairs = `${digits}${digits.length % 2 === 1 ? '0' : ''}`.match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readString(inside: string): Uint8Array {
  const plain = inside.replace(/\\(\r\n|[0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? character(code, 8) : /^[\r\n]/.test(code) ? '' : (ESCAPED[code] ?? code),
  );
  return Uint8Array.from(plain, (one) => one.charCodeAt(0));
}

function toDictionary(items: readonly PdfValue[]): PdfValue {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at + 1 < items.length; at += 2) {
    const key = items[at];
    if (typeof key === 'object' && key !== null && 'name' in key)
      entries.set(key.name, items[at + 1] ?? null);
  }
  return { entries };
}

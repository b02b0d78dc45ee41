import { listOf, type PdfValue } from './tagged-file.ts';
import { listOperations } from './tagged-operations.ts';

/** The letters of each code by a ToUnicode map (ISO 32000-1, 9.10.3); empty where there is none that can be read. */
export function readCodes(bytes: Uint8Array): ReadonlyMap<number, string> {
  const letters = new Map<number, string>();
  for (const { operator, operands } of listOperations(bytes) ?? []) {
    if (operator === 'endbfchar')
      for (let at = 0; at + 1 < operands.length; at += 2)
        letters.set(numberOf(operands[at]), textOf(operands[at + 1]));
    if (operator === 'endbfrange')
      for (let at = 0; at + 2 < operands.length; at += 3) addRange(letters, operands.slice(at, at + 3));
  }
  return letters;
}

function addRange(letters: Map<number, string>, [from, to, target]: readonly PdfValue[]): void {
  const [first, last] = [numberOf(from), numberOf(to)];
  for (let code = first; code <= Math.min(last, 0xffff); code++) {
    const text = Array.isArray(target)
      ? textOf(listOf(target)[code - first])
      : textOf(target).replace(/.$/su, (end) =>
          String.fromCodePoint(Math.min((end.codePointAt(0) ?? 0) + code - first, 0x10ffff)),
        );
    letters.set(code, text);
  }
}

const numberOf = (value: PdfValue | undefined): number =>
  value instanceof Uint8Array ? value.reduce((number, byte) => number * 256 + byte, 0) : Number.NaN;

const textOf = (value: PdfValue | undefined): string =>
  value instanceof Uint8Array ? new TextDecoder('utf-16be', { ignoreBOM: true }).decode(value) : '';

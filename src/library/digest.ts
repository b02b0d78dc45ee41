import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The form of a text that approvals are about, so that what makes no difference voids none: how lines end, how letters
 * are put together, the order of keys in front matter, spaces at the end. Nothing else imports the hash library.
 */

/** SHA-256 of a canonical text, in hexadecimal. */
export const digestOf = (canonical: string): string => bytesToHex(sha256(utf8ToBytes(canonical)));

/**
 * A snippet or template in its canonical form, which is itself such a file: each key of the front matter on a line, in
 * the order of the alphabet, then the body. The canonical form of a canonical form is the same.
 */
export function canonicalWording(header: object, body: string): string {
  const keys = Object.entries(sortedKeys(header) as Record<string, unknown>).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}\n`,
  );
  return plainText(`---\n${keys.join('')}---\n${body}`);
}

/** Data such as the rules in their canonical form, which can be read as YAML. */
export const canonicalData = (data: object): string =>
  plainText(JSON.stringify(sortedKeys(data), undefined, 2));

/** A text without front matter in its canonical form. */
export const canonicalText = (text: string): string => plainText(text);

/** Two spaces at the end of a line break it in Markdown, so they stay; all else at the end of a line goes. */
function plainText(text: string): string {
  const lines = text.normalize('NFC').replace(/\r\n?/g, '\n');
  return /[ \t]\n/.test(lines)
    ? lines.replace(/[ \t]+$/gm, (spaces, at: number) => (isBreak(lines, spaces, at) ? '  ' : '')).trimEnd()
    : lines.trimEnd();
}

const isBreak = (text: string, spaces: string, at: number) =>
  spaces.endsWith('  ') && at > 0 && text[at - 1] !== '\n';

/** The same data with the keys of every record in order; lists keep theirs. */
function sortedKeys(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(sortedKeys);
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, value]) => [key, sortedKeys(value)]));
}

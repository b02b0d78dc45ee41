/**
 * Gathers what a document writes. pdfkit makes bytes of every line at once and hands them on as a stream does, which
 * takes longer than to set a letter; here text stays text until the bytes are asked for.
 */
import { joinBytes } from '../picture/join-bytes.ts';
import { packHastily } from '../picture/pack.ts';
import type { PdfDocument } from './pdf-document.ts';

/** What a document has written. */
export interface Output {
  /** Takes away the bytes written since the last time. */
  take(): Uint8Array;
}

/**
 * Gathers the output of a document from now on. Its file identifier (ISO 32000-1, 14.4) becomes a digest of all that is
 * written before it: the same for the same document, another for any other.
 */
export function gatherOutput(document: PdfDocument): Output {
  let pieces: (string | Uint8Array)[] = document._buffer.splice(0);
  const digest = new Uint32Array(SEEDS);
  document._write = (data) => {
    const piece = typeof data === 'string' ? `${data}\n` : data;
    pieces.push(piece);
    document._offset += piece.length;
  };
  const take = () => {
    const bytes = joinBytes(pieces);
    pieces = [];
    stir(digest, bytes);
    return bytes;
  };
  let identifier: Uint8Array | undefined;
  const identify = () => {
    pieces = [take()];
    return new Uint8Array(digest.buffer);
  };
  Object.defineProperty(document, '_id', {
    get: () => {
      identifier ??= identify();
      return identifier;
    },
  });
  return { take };
}

/** Gathers the content of the page in use, which is packed when the page ends. */
export function gatherContent({ page: { content } }: PdfDocument): void {
  const pieces: string[] = [];
  content.write = (operators) => void pieces.push(operators, '\n');
  content.end = () => {
    const bytes = joinBytes([...content.buffer, ...pieces]);
    content.buffer = [packHastily(bytes)];
    content.compress = false;
    content.data['Filter'] = 'FlateDecode';
    content.finalize();
  };
}

const SEEDS = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv) by words of four bytes, in four strands. */
function stir(digest: Uint32Array, bytes: Uint8Array): void {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  const mix = (strand: number, word: number) => {
    digest[strand] = Math.imul((digest[strand] ?? 0) ^ word, 0x01000193);
  };
  for (let at = 0; at < whole; at += 4) mix((at >> 2) & 3, words.getUint32(at));
  for (let at = whole; at < bytes.length; at += 1) mix(at & 3, bytes[at] ?? 0);
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dictionary, PdfValue } from '../render/pdf-tools.ts';

/** Breaks a good PDF: qpdf takes it apart into objects and puts it together again after they were changed. */

interface Stream {
  dict: Dictionary;
  data: string;
}

/** The objects of a PDF to change in place. */
export interface Parts {
  readonly trailer: Dictionary;
  readonly catalog: Dictionary;
  /** What a reference leads to, or a value itself. */
  at(value: PdfValue | undefined): Dictionary;
  /** All dictionaries that have the entry. */
  all(key: string, value?: PdfValue): Dictionary[];
  /** Changes what a stream says. */
  rewrite(value: PdfValue | undefined, edit: (text: string) => string): void;
}

export function breakPdf(pdf: Uint8Array, edit: (parts: Parts) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'closewell-'));
  const [file, json, broken] = ['letter.pdf', 'letter.json', 'broken.pdf'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(file, pdf);
  execFileSync('qpdf', ['--json-output', '--decode-level=generalized', file, json]);
  const whole = JSON.parse(readFileSync(json, 'utf8'));
  edit(partsOf(whole.qpdf[1]));
  writeFileSync(json, JSON.stringify(whole));
  execFileSync('qpdf', ['--json-input', json, broken]);
  const bytes = new Uint8Array(readFileSync(broken));
  rmSync(folder, { recursive: true });
  return bytes;
}

type Objects = Record<string, { value?: PdfValue; stream?: Stream }>;

function partsOf(objects: Objects): Parts {
  const dictionary = (object: Objects[string] | undefined) =>
    (object?.stream?.dict ?? object?.value ?? {}) as Dictionary;
  const at = (value: PdfValue | undefined) =>
    typeof value === 'string' ? dictionary(objects[`obj:${value}`]) : ((value ?? {}) as Dictionary);
  const trailer = dictionary(objects['trailer']);
  return {
    trailer,
    catalog: at(trailer['/Root']),
    at,
    all: (key, value) =>
      Object.values(objects)
        .map(dictionary)
        .filter((one) => one?.[key] !== undefined && (value === undefined || one[key] === value)),
    rewrite(value, edit) {
      const stream = objects[`obj:${value}`]?.stream;
      if (stream === undefined) throw new Error('no stream to rewrite');
      const before = Buffer.from(stream.data, 'base64').toString('latin1');
      const after = edit(before);
      if (after === before) throw new Error('nothing was rewritten');
      stream.data = Buffer.from(after, 'latin1').toString('base64');
    },
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { BASE, type Folder } from '../support/practice-folder.ts';

/**
 * The attacks as an admin can read them. A case puts one text into the small practice: as the `body` of its greeting,
 * as the `header` of its greeting, as the whole of a `file`, or `added` at the end of a file. `expect` lists every problem as `line:column code` in
 * that file, or with the file before it. `mend` is the same text made honest, or `renamed` the path at which it may
 * stand: the twin loads without a problem.
 */
interface Written {
  readonly name: string;
  readonly body?: Text;
  readonly header?: Text;
  readonly file?: string;
  readonly text?: Text;
  readonly added?: Text;
  readonly with?: Folder;
  readonly expect: string | readonly string[];
  readonly mend?: Text;
  readonly renamed?: string;
}

/** Words as they are, or parts one after the other, some of them many times. */
type Text = string | readonly (string | { readonly times: number; readonly of: string })[];

/** An attack: the files it puts into the small practice, the problems it must have, and its mended twin. */
export interface Attack {
  readonly kind: string;
  readonly name: string;
  readonly files: Folder;
  readonly problems: readonly string[];
  readonly mended: Folder | undefined;
}

const FOLDER = new URL('./', import.meta.url);
const GREETING = 'snippets/greeting/default.md';

/** Every attack of every file beside this one. */
export const attacks: readonly Attack[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .flatMap((name) =>
    (parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Written[]).map((one) => ({
      kind: name.slice(0, -'.yaml'.length),
      ...attackOf(one),
    })),
  );

function attackOf(written: Written): Omit<Attack, 'kind'> {
  const { name, file = GREETING, expect, mend, renamed } = written;
  const found = typeof expect === 'string' ? [expect] : expect;
  const text = written.body ?? written.header ?? written.text ?? written.added ?? '';
  const filesWith = (put: Text, path = file): Folder => ({
    ...BASE,
    ...written.with,
    [path]: wholeFile(written, BASE[path] ?? '', textOf(put)),
  });
  return {
    name,
    files: filesWith(text),
    problems: found.map((one) => (/^\d/.test(one) ? `${file}:${one}` : one)),
    mended: mend === undefined && renamed === undefined ? undefined : filesWith(mend ?? text, renamed),
  };
}

function wholeFile({ body, header, added }: Written, before: string, text: string): string {
  if (added !== undefined) return `${before}${text}`;
  if (body !== undefined) return `---\n---\n${text}\n`;
  return header === undefined ? text : `---\n${text.trimEnd()}\n---\nDear {{called}},\n`;
}

function textOf(text: Text): string {
  return typeof text === 'string'
    ? text
    : text.map((part) => (typeof part === 'string' ? part : part.of.repeat(part.times))).join('');
}

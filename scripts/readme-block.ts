import { readFileSync, writeFileSync } from 'node:fs';

/** Puts a text between the README's marks for a block, `<!-- name -->` and `<!-- /name -->`. */
export function replaceBlock(path: string, name: string, text: string): void {
  writeFileSync(path, withBlock(readFileSync(path, 'utf8'), name, text));
}

/** The document with the block's text replaced; throws where the marks are missing. */
export function withBlock(document: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = document.indexOf(open);
  const end = document.indexOf(close);
  if (start < 0 || end < start) throw new Error(`no block "${name}"`);
  return `${document.slice(0, start + open.length)}\n${text}\n${document.slice(end)}`;
}

import type { Block, Inline } from '../language/document.ts';
import type { Letter } from './letter.ts';
import { addressAfter, renderLetterText } from './letter-text.ts';
import { typeset } from './typeset.ts';

/** The words of the letter in reading order as its PDF has them, without marks and page numbers, which are no part of it. */
export function listLetterWords(letter: Letter): string[] {
  return splitWords(renderLetterText({ ...typeset(letter), marks: [] }, '•'));
}

/** By language the words of the letter that are marked as another one than its own, without white space. */
export function listForeignWords(letter: Letter): Readonly<Record<string, string>> {
  const { body, close, inserts } = typeset(letter);
  const foreign: Record<string, string> = {};
  const add = (text: string, language: string) => {
    if (language !== letter.language && /\S/.test(text))
      foreign[language] = (foreign[language] ?? '') + text.replace(/\s+/g, '');
  };
  const listen = (inlines: readonly Inline[], outer: string): void => {
    for (const inline of inlines) {
      if (inline.kind === 'text') add(inline.text, outer);
      if (inline.kind === 'text' || inline.kind === 'break') continue;
      listen(inline.children, inline.kind === 'language' ? inline.language : outer);
      const address = inline.kind === 'link' ? addressAfter(inline) : undefined;
      if (address !== undefined) add(`(${address})`, outer);
    }
  };
  const read = (block: Block, outer: string): void => {
    if (block.kind !== 'list') listen(block.children, outer);
    else for (const one of block.items.flat()) read(one, outer);
  };
  for (const block of [...body, ...close]) read(block, letter.language);
  for (const { blocks, language = letter.language } of inserts)
    for (const block of blocks) read(block, language);
  return foreign;
}

/** What stands between white space, in one form of Unicode. */
export function splitWords(text: string): string[] {
  return text.normalize('NFC').split(/\s+/).filter(Boolean);
}

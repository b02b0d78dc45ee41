import type { Block, Inline, TextRun } from '../language/document.ts';
import type { EditedMessage } from './recheck-rule.ts';
import { readWords, type Word } from './recheck-words.ts';

/** Plain text has no marks of languages: what a letter's words were marked as is found again by its sentences. */

/**
 * The blocks of an edited plain text from its word number `from` on, with the words marked that were in the message: of a
 * sentence in one language all words, also where it was altered; of a mixed one those that stand there as they were.
 */
export function markAgain(blocks: readonly Block[], edited: EditedMessage, from: number): readonly Block[] {
  const languages = languagesIn(edited);
  if (languages.every((language) => language === undefined)) return blocks;
  let next = from;
  const languageOf = ({ key }: Word) => {
    const index = edited.edited.words[next]?.key === key ? next++ : -1;
    return languages[index];
  };
  const mark = (block: Block): Block =>
    block.kind === 'list'
      ? { ...block, items: block.items.map((item) => item.map(mark)) }
      : { ...block, children: joinText(block.children).flatMap((inline) => markText(inline, languageOf)) };
  return blocks.map(mark);
}

/** For each word of the edited text the language in which it stood in the message. */
function languagesIn({ edited, found }: EditedMessage): (string | undefined)[] {
  const languages: (string | undefined)[] = edited.words.map(() => undefined);
  for (const { anchor, at, isSame } of found) {
    const own = new Set(anchor.words.map(({ language }) => language));
    for (const [nth, index] of at.entries())
      languages[index] = own.size === 1 ? [...own][0] : isSame ? anchor.words[nth]?.language : undefined;
  }
  return languages;
}

/** Runs of text side by side as one: each escaped sign is a run of its own. */
function joinText(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text')
      joined.splice(-1, 1, { kind: 'text', text: last.text + inline.text });
    else joined.push(inline);
  }
  return joined;
}

interface Stretch {
  readonly text: string;
  readonly language: string | undefined;
}

/** The text in stretches of one language, with the signs that touch their words and the spaces between those. */
function markText(inline: Inline, languageOf: (word: Word) => string | undefined): Inline[] {
  if (inline.kind !== 'text') return [inline];
  const pieces = listPieces(inline.text, languageOf);
  const stretches: Stretch[] = [];
  for (const [index, { text, isSaid, language: own }] of pieces.entries()) {
    const last = stretches.at(-1);
    const next = pieces.slice(index).find((piece) => piece.isSaid)?.language;
    const language = isSaid || last?.language === next ? (isSaid ? own : next) : undefined;
    if (last !== undefined && last.language === language)
      stretches.splice(-1, 1, { text: last.text + text, language });
    else stretches.push({ text, language });
  }
  return stretches.map(asInline);
}

/** What stands between spaces, and the spaces; of what has words, the language of the first. */
function listPieces(text: string, languageOf: (word: Word) => string | undefined) {
  const words = readWords(text).words.map(({ start, ...word }) => ({
    start,
    language: languageOf({ start, ...word }),
  }));
  return [...text.matchAll(/\S+|\s+/g)].map(({ 0: piece, index }) => {
    const first = words.find(({ start }) => start >= index && start < index + piece.length);
    return { text: piece, isSaid: first !== undefined, language: first?.language };
  });
}

function asInline({ text, language }: Stretch): Inline {
  const run: TextRun = { kind: 'text', text };
  return language === undefined ? run : { kind: 'language', language, children: [run] };
}

import { type TextRun, textLines } from '../language/document.ts';
import type { SectionKey } from '../model/section.ts';
import type { Message } from './message.ts';
import { readWords, showWord } from './recheck-words.ts';

/** A composed message as the sentences that an edited text is held against. */

/** A word of the message; `field` names the field it came from and is absent for wording. */
export interface OriginalWord {
  readonly key: string;
  /** The word as it stands, with the punctuation and the space after it. */
  readonly shown: string;
  readonly field?: string;
  /** What it is marked as, where that is another than the message's. */
  readonly language?: string;
}

/** One sentence of the message; `section` is absent for what stands on the page around the sections. */
export interface Anchor {
  readonly section?: SectionKey;
  readonly text: string;
  readonly words: readonly OriginalWord[];
}

/** The message's sentences in order, and in how many of them each word stands. */
export interface Original {
  readonly anchors: readonly Anchor[];
  readonly spread: ReadonlyMap<string, number>;
}

const known = new WeakMap<Message, Original>();

/** The sentences of the message, those of the page first; worked out once for the same message. */
export function originalOf(message: Message): Original {
  const found = known.get(message) ?? readOriginal(message);
  known.set(message, found);
  return found;
}

function readOriginal(message: Message): Original {
  const anchors = [
    ...pageLines(message).flatMap((text) => anchorsOf([{ kind: 'text', text }])),
    ...message.sections.flatMap(({ section, blocks }) =>
      textLines(blocks).flatMap((line) => anchorsOf(line).map((anchor) => ({ section, ...anchor }))),
    ),
  ];
  const spread = new Map<string, number>();
  for (const { words } of anchors)
    for (const key of new Set(words.map((word) => word.key))) spread.set(key, (spread.get(key) ?? 0) + 1);
  return { anchors, spread };
}

/** The lines of the page around the sections, in the order of the plain text. */
function pageLines({ marks, parts, channel }: Message): string[] {
  const isWritten = channel === 'letter' || channel === 'portal';
  const { letterhead, addressee, date, delivery = '', subject = '' } = parts;
  const around = [...letterhead, ...addressee, date, delivery, subject];
  return [...marks, ...(isWritten ? around : [])].filter((line) => line !== '');
}

function anchorsOf(line: readonly TextRun[]): Omit<Anchor, 'section'>[] {
  const text = line.map((run) => run.text).join('');
  const runAt = runsBy(line);
  const { words, sentences } = readWords(text);
  return sentences.map(({ from, to }) => ({
    text: text.slice(words[from]?.start ?? 0, words[to]?.start ?? text.length).trim(),
    words: words.slice(from, to).map(({ key, start }, index) => {
      const { field, language } = runAt(start) ?? {};
      const shown = showWord({ text, words }, from + index);
      return { key, shown, ...(field && { field }), ...(language && { language }) };
    }),
  }));
}

/** The run of the character at an offset of the line. */
function runsBy(line: readonly TextRun[]): (offset: number) => TextRun | undefined {
  let end = 0;
  const ends = line.map((run) => {
    end += run.text.length;
    return { end, run };
  });
  return (offset) => ends.find((one) => offset < one.end)?.run;
}

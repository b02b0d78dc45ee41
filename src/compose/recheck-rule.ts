import type { Library, Template } from '../library/library.ts';
import type { Place, Problem } from '../problem.ts';
import type { Message } from './message.ts';
import type { EditedLine } from './recheck-lines.ts';
import type { Original } from './recheck-original.ts';
import type { SectionsFound } from './recheck-sections.ts';

/** What this person's file knows and this message may not say: a field and its value. */
export interface Withheld {
  readonly field: string;
  readonly text: string;
}

/** What a rule about an edited text sees. */
export interface EditedMessage extends SectionsFound {
  readonly message: Message;
  readonly original: Original;
  readonly template: Template;
  readonly library: Library;
  readonly withheld: readonly Withheld[];
  readonly lines: readonly EditedLine[];
  /** Where its links lead, but for those on the page around the sections and those that the message has. */
  readonly addresses: readonly { readonly address: string; readonly offset: number }[];
  /** The message's, and those that words are marked as, in it or in the edited text. */
  readonly languages: readonly string[];
  /** The place of an offset of the edited text in its file. */
  readonly at: (offset: number) => Place;
}

/** One thing that must hold of an edited text; returns every place where it does not, never a client's value. */
export type RecheckRule = (edited: EditedMessage) => Problem[];

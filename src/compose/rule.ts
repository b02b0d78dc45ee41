import type { Occasion } from '../course/derive-context.ts';
import type { Library, Template } from '../library/library.ts';
import type { Place, Problem } from '../problem.ts';
import type { Message } from './message.ts';

/** What a rule sees: the message as it would leave, and what it was made from. */
export interface Checked {
  readonly message: Message;
  readonly template: Template;
  readonly library: Library;
  readonly occasion: Occasion;
  /** The day on which the file closes. */
  readonly closesOn: string;
  /** Where a field's value was typed. */
  readonly placeOf: (field: string) => Place;
}

/** One thing that must hold of every message; returns every place where it does not. */
export type MessageRule = (checked: Checked) => Problem[];

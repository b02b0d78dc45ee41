import type { Message } from '../../compose/message.ts';
import type { Request } from '../../compose/reach.ts';
import { type Recheck, recheck } from '../../compose/recheck.ts';
import { listWithheld } from '../../compose/recheck-withheld.ts';
import { type DiffPart, diffWords } from '../../language/word-diff.ts';

/** The checks of the clinician's own words; loaded when the first words are edited. */

/** What the checks say of a message's text as the clinician made it. */
export function checkEdit(request: Request, message: Message, text: string, index: number): Recheck {
  const withheld = listWithheld(request, message, index);
  return recheck(message, text, { library: request.library, file: 'script', withheld });
}

/** What changed against the approved words, word by word. */
export const changesOf = (approved: string, typed: string): readonly DiffPart[] => diffWords(approved, typed);

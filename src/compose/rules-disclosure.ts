import { listLines, listRuns, type TextRun } from '../language/document.ts';
import { findPhrase } from '../library/phrases.ts';
import { findField } from '../model/field.ts';
import { isWithin } from '../model/level.ts';
import { type Problem, problem } from '../problem.ts';
import type { MessageSection } from './message.ts';
import type { MessageRule } from './rule.ts';

/** Discreet: nothing above the message's level is printed, decides what is said, or is named by a phrase. */

/** No field above the level is printed, branched on, or chosen by. */
export const levelByField: MessageRule = ({ message }) =>
  message.sections.flatMap((section) => {
    const printed = listSectionRuns(section).flatMap(({ field }) => field ?? []);
    const above = [...new Set([...printed, ...section.decidedBy])].filter((path) => {
      const field = findField(path);
      return field === undefined || !isWithin(field.level, message.level);
    });
    return above.map((path) =>
      problem(
        'field-above-level',
        section.place,
        `"${path}" may not be known at level ${message.level}`,
        'Use a snippet that does without it.',
      ),
    );
  });

/** No phrase that the practice's rules keep out of this level is heard, in wording or in a typed value. */
export const levelByPhrase: MessageRule = ({ message, library, placeOf }) =>
  library.phrases
    .filter(({ levels }) => levels.includes(message.level) && isHeard(message.channel))
    .flatMap((rule) =>
      message.sections.flatMap((section): Problem[] => {
        const runs = listSectionRuns(section);
        if (findPhrase(rule, runs.map(({ text }) => text).join('')) === undefined) return [];
        const inWording = findPhrase(
          rule,
          runs.map(({ text, field }) => (field === undefined ? text : ' ')).join(''),
        );
        if (inWording !== undefined) {
          return [
            problem(
              'phrase-above-level',
              section.place,
              `"${inWording}" must not be heard at level ${message.level}. ${rule.say}`,
              'Say it without that word.',
            ),
          ];
        }
        const fields = [
          ...new Set(
            runs.flatMap(({ text, field }) =>
              field !== undefined && findPhrase(rule, text) !== undefined ? [field] : [],
            ),
          ),
        ];
        return (fields.length > 0 ? fields : [undefined]).map((field) =>
          problem(
            'phrase-above-level',
            field === undefined ? section.place : placeOf(field),
            `what was typed for "${field ?? section.section}" says too much for level ${message.level}. ${rule.say}`,
            'Say it in other words, or choose a lower level.',
          ),
        );
      }),
    );

/** What only the clinician reads is no disclosure. */
const isHeard = (channel: string) => channel !== 'prepare' && channel !== 'note';

/** The runs of a section, each line set off from the next. */
function listSectionRuns({ blocks }: MessageSection): TextRun[] {
  return listLines(blocks).flatMap((line) => [...listRuns(line), { kind: 'text' as const, text: '\n' }]);
}

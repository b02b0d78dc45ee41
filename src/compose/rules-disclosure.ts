import { type TextRun, textLines } from '../language/document.ts';
import { findPhrase, type PhraseRule, plainWords, rulesFor } from '../library/phrases.ts';
import { findField } from '../model/field.ts';
import { isWithin, type Level } from '../model/level.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { MessageSection } from './message.ts';
import type { MessageRule } from './rule.ts';

/** Discreet: nothing above the message's level is printed, decides what is said, or is named by a phrase. */

/** No field above the level is printed, branched on, or chosen by. */
export const levelByField: MessageRule = ({ message }) =>
  message.sections.flatMap((section) => {
    const printed = textLines(section.blocks)
      .flat()
      .flatMap(({ field }) => field ?? []);
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
export const levelByPhrase: MessageRule = ({ message, library, placeOf }) => {
  const rules = rulesFor(library.phrases, message.level, message.channel);
  if (rules.length === 0) return [];
  return message.sections.flatMap((section) => {
    const runs = listSectionRuns(section);
    const heard = plainWords(runs.map(({ text }) => text).join(''));
    return rules
      .filter((rule) => findPhrase(rule, heard) !== undefined)
      .flatMap((rule) =>
        saidTooMuch(rule, section, runs).map((said) => tooMuch(rule, message.level, said, placeOf)),
      );
  });
};

/** Where a phrase was said: in the wording, or in what was typed for a field. */
interface Said {
  readonly section: MessageSection;
  readonly phrase?: string | undefined;
  readonly field?: string;
}

function saidTooMuch(rule: PhraseRule, section: MessageSection, runs: readonly TextRun[]): Said[] {
  const wording = plainWords(runs.map(({ text, field }) => (field === undefined ? text : ' ')).join(''));
  const phrase = findPhrase(rule, wording);
  if (phrase !== undefined) return [{ section, phrase }];
  const typed = runs.flatMap(({ text, field }) =>
    field !== undefined && findPhrase(rule, plainWords(text)) !== undefined ? [field] : [],
  );
  return typed.length === 0 ? [{ section }] : [...new Set(typed)].map((field) => ({ section, field }));
}

function tooMuch(
  { say }: PhraseRule,
  level: Level,
  { section, phrase, field }: Said,
  placeOf: (field: string) => Place,
): Problem {
  if (phrase !== undefined) {
    const message = `"${phrase}" must not be heard at level ${level}. ${say}`;
    return problem('phrase-above-level', section.place, message, 'Say it without that word.');
  }
  const place = field === undefined ? section.place : placeOf(field);
  const message = `what was typed for "${field ?? section.section}" says too much for level ${level}. ${say}`;
  return problem('phrase-above-level', place, message, 'Say it in other words, or choose a lower level.');
}

const LONG_NUMBER = /(?:\p{N}[^\p{L}\p{N}]{0,3}){7}/u;

/** At vague no telephone number is heard but the one that was agreed. */
export const numberAgreed: MessageRule = ({ message, placeOf }) =>
  message.level !== 'vague'
    ? []
    : message.sections.flatMap((section) =>
        listSectionRuns(section)
          .filter(({ text, field }) => field !== 'agreedNumber' && LONG_NUMBER.test(text))
          .map(({ field }) => {
            const place = field === undefined ? section.place : placeOf(field);
            const hint = 'Take it out, or set caller.leaveNumber where leaving it was agreed.';
            return problem(
              'phrase-above-level',
              place,
              `"${field ?? section.section}" holds a number, which a vague message does not leave`,
              hint,
            );
          }),
      );

/** Nor does the page around the sections say such a phrase: the subject line, and the sender's own lines. */
export const pageByPhrase: MessageRule = ({ message, template, library }) => {
  const { subject, delivery, letterhead } = message.parts;
  const sayings = [
    { text: subject ?? '', place: template.place },
    { text: delivery ?? '', place: { file: 'practice.yaml', line: 1, column: 1 } },
    { text: letterhead.join('\n'), place: { file: 'practice.yaml', line: 1, column: 1 } },
  ];
  return rulesFor(library.phrases, message.level, message.channel).flatMap((rule) =>
    sayings.flatMap(({ text, place }) => {
      const phrase = findPhrase(rule, plainWords(text));
      const said = `"${phrase}" must not be seen at level ${message.level}. ${rule.say}`;
      const hint = 'Say the subject line, the delivery line or the address without that word.';
      return phrase === undefined ? [] : [problem('phrase-above-level', place, said, hint)];
    }),
  );
};

/** The runs of a section, each line set off from the next. */
function listSectionRuns({ blocks }: MessageSection): TextRun[] {
  return textLines(blocks).flatMap((line) => [...line, { kind: 'text' as const, text: '\n' }]);
}

import { type TextRun, textLines } from '../language/document.ts';
import { listLanguages } from '../language/foreign-words.ts';
import { type Heard, hearLine, hearText } from '../library/hear.ts';
import { holdsIn, isDisclosure } from '../library/rule-scope.ts';
import type { Rule } from '../library/rules.ts';
import { isToned } from '../library/tone.ts';
import { findField } from '../model/field.ts';
import { isWithin, type Level } from '../model/level.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Message, MessageSection } from './message.ts';
import type { MessageRule } from './rule.ts';

/** Discreet: nothing above the message's level is printed, decides what is said, or is named by a phrase. */

/** No field above the level is printed, branched on, or chosen by. */
export const levelByField: MessageRule = ({ message }) =>
  message.sections.flatMap((section) =>
    fieldsAbove(section, message.level).map((path) =>
      problem(
        'field-above-level',
        section.place,
        `"${path}" may not be known at level ${message.level}`,
        'Use a snippet that does without it.',
      ),
    ),
  );

const NO_FIELDS: readonly string[] = [];

/** By loops, since nearly always there are none. */
function fieldsAbove({ blocks, decidedBy }: MessageSection, level: Level): readonly string[] {
  let above = NO_FIELDS;
  const look = (path: string) => {
    if (isAbove(path, level) && !above.includes(path)) above = [...above, path];
  };
  for (const line of textLines(blocks)) for (const { field } of line) if (field !== undefined) look(field);
  for (const path of decidedBy) look(path);
  return above;
}

function isAbove(path: string, level: Level): boolean {
  const field = findField(path);
  return field === undefined || !isWithin(field.level, level);
}

/** No phrase that the practice's rules keep out of this level is heard, in wording or in a typed value. */
export const levelByPhrase: MessageRule = ({ message, library, placeOf }) => {
  if (message.level === 'private' || !isToned(message.channel)) return [];
  return message.sections.flatMap((section) => {
    const heard = textLines(section.blocks).flatMap((line) => hearLine(library.rules, line, NONE));
    return tooMuch(heard, message, section).flatMap(({ rule, said, fields }) =>
      fields.length === 0
        ? [wordsTellTooMuch(rule, message.level, said, section.place)]
        : fields.map((field) => typedTellsTooMuch(rule, message.level, field, placeOf(field))),
    );
  });
};

const NONE = () => false;

/** What is heard of rules about what may be known that hold in the message. */
function tooMuch(
  heard: readonly Heard[],
  { channel, level, language }: Message,
  section?: MessageSection,
): (Heard & { readonly rule: Rule })[] {
  const marked = section === undefined ? [] : listLanguages(section.blocks);
  const slot = {
    channel,
    level,
    languages: [language, ...marked],
    ...(section && { section: section.section }),
  };
  const seen = new Set<string>();
  return heard.flatMap(({ rule, ...rest }) => {
    const key = `${rule?.id} ${rest.fields.join()}`;
    if (rule === undefined || !isDisclosure(rule) || !holdsIn(rule, slot) || seen.has(key)) return [];
    seen.add(key);
    return [{ rule, ...rest }];
  });
}

function wordsTellTooMuch({ say, instead }: Rule, level: Level, said: string, place: Place): Problem {
  const message = `"${said}" must not be heard at level ${level}. ${say}`;
  return problem('phrase-above-level', place, message, instead ?? 'Say it without that word.');
}

function typedTellsTooMuch({ say, instead }: Rule, level: Level, field: string, place: Place): Problem {
  const message = `what was typed for "${field}" says too much for level ${level}. ${say}`;
  const hint = instead ?? 'Say it in other words, or choose a lower level.';
  return problem('phrase-above-level', place, message, hint);
}

/** The runs with those of wording side by side as one: marks in a number do not hide it. */
function joinWording(line: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = [];
  for (const run of line) {
    const last = joined.at(-1);
    if (last === undefined || last.field !== undefined || run.field !== undefined) joined.push(run);
    else joined.splice(-1, 1, { kind: 'text', text: last.text + run.text });
  }
  return joined;
}

const LONG_NUMBER = /(?:\p{N}[^\p{L}\p{N}]{0,3}){7}/u;
/** Without these there is no number at all. */
const DIGIT = /[0-9]|[^\n -~’]/;

/** At vague no telephone number is heard but the one that was agreed. */
export const numberAgreed: MessageRule = ({ message, placeOf }) =>
  message.level !== 'vague'
    ? []
    : message.sections.flatMap((section) =>
        textLines(section.blocks)
          .flatMap(joinWording)
          .filter(({ text, field }) => field !== 'agreedNumber' && DIGIT.test(text) && LONG_NUMBER.test(text))
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
  if (message.level === 'private' || !isToned(message.channel)) return [];
  const { subject = '', delivery = '', letterhead } = message.parts;
  const sayings = [
    { text: subject, place: template.place },
    { text: delivery, place: { file: 'practice.yaml', line: 1, column: 1 } },
    { text: letterhead.join('\n'), place: { file: 'practice.yaml', line: 1, column: 1 } },
  ];
  return sayings.flatMap(({ text, place }) =>
    tooMuch(hearText(library.rules, text), message).map(({ rule, said }) => {
      const message = `"${said}" must not be seen where this is read. ${rule.say}`;
      const hint = 'Say the subject line, the delivery line or the address without that word.';
      return problem('phrase-above-level', place, message, hint);
    }),
  );
};

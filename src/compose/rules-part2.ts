import { namesProgram, programNamed } from '../library/part2.ts';
import { isWithin } from '../model/level.ts';
import type { Place } from '../problem.ts';
import { sectionLines } from './message.ts';
import type { MessageRule } from './rule.ts';

const PRACTICE: Place = { file: 'practice.yaml', line: 1, column: 1 };

/** No message names a Part 2 program but in the words of one that is private. */
export const programNotNamed: MessageRule = ({ message, template, library: { practice } }) => {
  if (practice.part2 !== true) return [];
  const { letterhead, addressee, notations, subject = '', delivery = '', pageNumber = '' } = message.parts;
  const around = [message.title, subject, delivery, pageNumber, ...notations, addressee.join('\n')];
  const said = isWithin('private', message.level) ? [] : message.sections;
  return [
    ...around.filter((text) => namesProgram(practice, text)).map(() => programNamed(template.place)),
    ...letterhead.filter((line) => namesProgram(practice, line)).map(() => programNamed(PRACTICE)),
    ...said
      .filter((section) => namesProgram(practice, sectionLines(section).join('\n')))
      .map(({ place }) => programNamed(place)),
  ];
};

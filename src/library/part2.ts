import { withoutMarks } from '../language/language-mark.ts';
import { listWords } from '../language/node.ts';
import { joinWords } from '../language/parted-words.ts';
import { isWithin } from '../model/level.ts';
import type { Practice } from '../model/practice.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { Library, Template } from './library.ts';
import { matchesOf } from './match.ts';
import { plainWords } from './words.ts';

/**
 * The name of a substance use program tells what someone is treated for (42 CFR 2.13), so it stands nowhere that others
 * may see: on no machine, on no page around the words, in no title or file name. Inside a letter that nobody else opens
 * it may.
 */

/** Whether the text names a program whose name must not be seen, however it is written. */
export function namesProgram({ part2, name }: Pick<Practice, 'part2' | 'name'>, text: string): boolean {
  if (part2 !== true) return false;
  const looked = plainWords(name);
  const run = looked.replaceAll(' ', '');
  return [text, joinWords(text)]
    .map(plainWords)
    .some(
      (said) =>
        said.includes(looked) || (run.length >= SHORTEST_RUN && said.replaceAll(' ', '').includes(run)),
    );
}

/** A name this long is no part of another word by chance, so that it is found without its spaces too. */
const SHORTEST_RUN = 8;

/** The problem of a text that names the program where others may see it. */
export const programNamed = (place: Place): Problem =>
  problem(
    'program-named',
    place,
    'the name of the program would be seen or heard by others here',
    'Say it without the name; only the words of a private message may have it.',
  );

/** Every fixed text of a Part 2 program that names it where others may see or hear it, before any client is involved. */
export function part2Problems({ practice, templates, snippets }: Library): Problem[] {
  if (practice.part2 !== true) return [];
  const pages = templates.filter((template) => headerNames(template, practice)).map(({ place }) => place);
  const words = templates.flatMap((template) =>
    isWithin('private', template.header.level)
      ? []
      : template.header.channels
          .flatMap((channel) => matchesOf(template, channel, snippets))
          .flatMap(({ nodes }) => listWords(nodes))
          .filter(({ text }) => namesProgram(practice, withoutMarks(text)))
          .map(({ place }) => place),
  );
  const places = new Map([...pages, ...words].map((place) => [JSON.stringify(place), place]));
  return [...places.values()].map(programNamed);
}

const headerNames = ({ header: { title, subject = '', pageNumber = '' } }: Template, practice: Practice) =>
  [title, subject, pageNumber].some((text) => namesProgram(practice, text));

import { wordingLines } from '../language/document.ts';
import { type Problem, problem } from '../problem.ts';
import { isSilent, type MessageSection } from './message.ts';
import type { MessageRule } from './rule.ts';

/** Complete: every required section is there, once, in order, and says something; no blank is left unfilled. */

/** Every section that the template requires stands in the message once. */
export const requiredSections: MessageRule = ({ message, template }) => {
  const placed = message.sections.map(({ section }) => section);
  return template.header.requires.flatMap((section) => {
    const first = placed.indexOf(section);
    if (first >= 0 && placed.lastIndexOf(section) === first) return [];
    const place = template.place;
    return first < 0
      ? [
          problem(
            'section-missing',
            place,
            `the required section "${section}" is missing`,
            `Add snippets/${section}/default.md, or keep the section.`,
          ),
        ]
      : [problem('section-repeated', place, `the section "${section}" stands twice`, 'Keep one of the two.')];
  });
};

/** The sections stand in the template's order. */
export const sectionsInOrder: MessageRule = ({ message, template }) => {
  const positions = message.sections.map(({ section }) => template.sections.indexOf(section));
  const ordered = positions.every(
    (position, index) => position >= 0 && (index === 0 || position > (positions[index - 1] ?? -1)),
  );
  return ordered
    ? []
    : [
        problem(
          'section-misplaced',
          template.place,
          'the sections are not in the order of the template',
          'Put them back in order.',
        ),
      ];
};

/** No section is without a letter or a digit. */
export const sectionsNotBlank: MessageRule = ({ message }) =>
  message.sections
    .filter(isSilent)
    .map(({ section, place }) =>
      problem(
        'section-blank',
        place,
        `"${section}" says nothing in this case`,
        'Add words to every branch, or an {{else}}.',
      ),
    );

/** Nothing in the wording is unfilled: judged on wording alone, since a value arrives literally. */
export const wordingFilled: MessageRule = ({ message }) => message.sections.flatMap(unfilledWording);

/** What is unfilled in the wording of one section, whatever its values are. */
export const unfilledWording = ({
  section,
  blocks,
  place,
}: Pick<MessageSection, 'section' | 'blocks' | 'place'>): Problem[] =>
  unfilledIn(wordingLines(blocks)).map((what) =>
    problem(
      'wording-unfilled',
      place,
      `${what} stands in the wording of "${section}"`,
      'Look at the words round each {{#if}} and each field.',
    ),
  );

const unfilled = new WeakMap<readonly string[], readonly string[]>();

/** What is unfilled in the lines, in words; looked for once in the same wording. */
function unfilledIn(lines: readonly string[]): readonly string[] {
  const known = unfilled.get(lines);
  if (known !== undefined) return known;
  const found = UNFILLED.filter(({ pattern }) => lines.some((line) => pattern.test(line)));
  const told = found.map(({ what }) => what);
  unfilled.set(lines, told);
  return told;
}

const UNFILLED: readonly { readonly pattern: RegExp; readonly what: string }[] = [
  { pattern: /[{}]/, what: 'a brace' },
  { pattern: /[[\]]|_{3}|\.{4}|\b(XXX+|TODO|TBD)\b/, what: 'a placeholder' },
  { pattern: /[\ue001-\uf8ff]/, what: 'an invisible character' },
  { pattern: / {2}|^ | $/, what: 'a double or stray space' },
  { pattern: / [,.;:!?]|,\s*[,.;:]|\(\s*\)/, what: 'punctuation round nothing' },
  { pattern: /\b(undefined|null|NaN)\b|\[object/, what: 'a computer word' },
  { pattern: /^\s*$/, what: 'an empty line or list item' },
];

import { editRuleOf, SECTIONS, type SectionKey } from '../model/section.ts';
import { problem } from '../problem.ts';
import type { Found } from './recheck-anchors.ts';
import type { EditedMessage, RecheckRule } from './recheck-rule.ts';

/** Complete: every required section is still there, once, and what the practice keeps stands as it was. */

/** What the practice lets an edit of the section do. */
export const ruleFor = ({ library }: Pick<EditedMessage, 'library'>, section: SectionKey) =>
  library.practice.policy.edits?.[section] ?? editRuleOf(section);

const placeOf = (edited: EditedMessage, index: number | undefined) =>
  edited.at(edited.edited.words[index ?? -1]?.start ?? 0);

/** Every section that the template requires is there. A missing one is placed where the one after it begins. */
export const sectionsRequired: RecheckRule = (edited) =>
  edited.sections
    .filter(({ section, kind }) => kind === 'deleted' && edited.template.header.requires.includes(section))
    .map(({ section }) =>
      problem(
        'section-missing',
        edited.at(startAfter(section, edited)),
        `the required section "${section}" (${SECTIONS[section]}) is gone`,
        'Put its words back, or say it in words of your own at its place.',
      ),
    );

/** Where what follows it now begins. */
function startAfter(section: SectionKey, { sections, edited }: EditedMessage): number {
  const index = sections.findIndex((one) => one.section === section);
  const last = sections
    .slice(0, index)
    .flatMap(({ sentences }) => sentences.flatMap(({ at }) => at.slice(-1)));
  return edited.words[(last.at(-1) ?? -1) + 1]?.start ?? edited.text.trimEnd().length;
}

/** What the practice keeps stands word for word; one that is gone is missing, which says enough. */
export const sectionsLocked: RecheckRule = (edited) =>
  edited.sections
    .filter(({ section, kind }) => kind === 'altered' && ruleFor(edited, section) === 'locked')
    .map(({ section, sentences }) => {
      const first = sentences.find(({ isSame }) => !isSame) ?? sentences[0];
      const index = first?.at[0] ?? sentences.flatMap(({ at }) => at)[0];
      return problem(
        'wording-locked',
        placeOf(edited, index),
        `the practice keeps the wording of "${section}" (${SECTIONS[section]}), and here it was altered`,
        'Put the approved words back, or ask whoever keeps the wording to change them for everyone.',
      );
    });

/** No sentence of the message stands twice; named once, where the second begins. */
export const sectionsOnce: RecheckRule = (edited) => {
  const inSections = edited.repeated.filter(({ section }) => section !== undefined);
  const [first] = inSections;
  const names = [...new Set(inSections.map(({ section }) => `"${section}"`))].join(', ');
  const say = `words of ${names} stand twice, the second time from here on`;
  return first === undefined
    ? []
    : [problem('section-repeated', placeOf(edited, first.from), say, 'Keep one of the two.')];
};

/** What stands on the page around the sections comes from the client file, so a change of it here has no effect. */
export const pageKept: RecheckRule = (edited) => {
  const page = edited.found.filter(({ anchor, at }) => anchor.section === undefined && at.length > 0);
  const last = Math.max(-1, ...page.flatMap(({ at }) => at));
  const altered = page.find(({ isSame }) => !isSame)?.at[0];
  const index = altered ?? edited.own.find(({ to }) => to <= last)?.from;
  return index === undefined
    ? []
    : [
        problem(
          'page-altered',
          placeOf(edited, index),
          'the lines above the greeting were changed here, and the letter is made with those of the file',
          'Change the address in the client file, the letterhead in practice.yaml, the day with --on.',
        ),
      ];
};

const NAMES = ['name', 'called', 'childName', 'clinicianName', 'callerName'];

/** Whoever is named is still named so: a letter with another name in it may be another person's letter. */
export const namesKept: RecheckRule = (edited) =>
  edited.sections
    .flatMap(({ sentences }) => sentences)
    .filter(({ isSame, at }) => !isSame && at.length > 0)
    .flatMap((sentence) =>
      lostNames(sentence, edited).map((field) =>
        problem(
          'name-changed',
          placeOf(edited, sentence.at[0]),
          `what the file has for "${field}" no longer stands in this sentence`,
          'Make sure that the name is right and that this is the right person.',
        ),
      ),
    );

/** Names of which no word is left in a sentence that had them; where the sentence lost them for nothing, no name is wrong. */
function lostNames({ anchor, at, changes }: Found, { fields }: EditedMessage): string[] {
  const had = anchor.words.flatMap(({ field }) =>
    field !== undefined && NAMES.includes(field) ? [field] : [],
  );
  const isReplaced = changes.some(({ kind }) => kind === 'added');
  return [...new Set(had)].filter((field) => isReplaced && at.every((index) => fields[index] !== field));
}

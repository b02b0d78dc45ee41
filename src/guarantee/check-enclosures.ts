import { codeHint, listMarked, withoutMarks } from '../language/language-mark.ts';
import { readMarkdown } from '../language/markdown.ts';
import type { Enclosure } from '../library/enclosures.ts';
import { languageNamed } from '../library/file-names.ts';
import { hearText } from '../library/hear.ts';
import type { Library } from '../library/library.ts';
import { holdsIn, type Slot } from '../library/rule-scope.ts';
import { toneCode } from '../library/tone.ts';
import { isLanguageTag, isSameLanguage } from '../model/language-tag.ts';
import { type Problem, placeAfter, problem } from '../problem.ts';

/** Whether the texts that go along with letters can be set, and keep to the rules of tone, as the letters do. */

/** What is wrong with an enclosure, at its place. */
export const enclosureProblems = ({ enclosures, rules }: Library): Problem[] =>
  enclosures.flatMap((one) => [...formProblems(one), ...toneProblems(one, rules)]);

/** What no letter could set, and a name that tells a language which there is not. */
function formProblems({ id, text }: Enclosure): Problem[] {
  const top = { file: `${id}.md`, line: 1, column: 1 };
  const language = languageNamed(id);
  const unknown = 'the name of this text ends in a language that there is not';
  const hint = 'Use paragraphs, headings, lists and bold only.';
  return [
    ...(language === undefined || isLanguageTag(language)
      ? []
      : [problem('wording-form', top, unknown, codeHint(language, 'NAME.'))]),
    ...readMarkdown([{ text, place: top }]).refused.map(({ what, place = top, hint: own = hint }) =>
      problem('wording-form', place, `this text holds ${what}`, own),
    ),
  ];
}

const LINE = /[^\n]+/g;

/** What it says against a rule; one whose name tells another language is passed over. */
function toneProblems({ id, text }: Enclosure, rules: Library['rules']): Problem[] {
  if (!isSameLanguage(languageNamed(id) ?? rules.language, rules.language)) return [];
  const languages = [rules.language, ...listMarked(text)];
  const slot: Slot = { channel: 'letter', level: 'private', languages };
  return [...text.matchAll(LINE)].flatMap(({ 0: line, index }) =>
    hearText(rules, withoutMarks(line)).flatMap(({ rule, said }) => {
      const code = rule && holdsIn(rule, slot) ? toneCode(rule, slot.channel) : undefined;
      if (rule === undefined || rule.fields !== undefined || code === undefined) return [];
      const place = placeAfter({ file: `${id}.md`, line: 1, column: 1 }, text.slice(0, index));
      const message = `"${said}" is against the rule "${rule.id}". ${rule.say}`;
      return [problem(code, place, message, rule.instead ?? 'Say it in other words.')];
    }),
  );
}

import { hearText } from '../library/hear.ts';
import type { Library } from '../library/library.ts';
import { holdsIn, type Slot } from '../library/rule-scope.ts';
import { toneCode } from '../library/tone.ts';
import { type Problem, placeAfter, problem } from '../problem.ts';

/** Whether the texts that go along with letters keep to the rules of tone, as the letters do. */

const LINE = /[^\n]+/g;

/** What an enclosure says against a rule, at its place; one whose name tells another language is passed over. */
export function enclosureProblems({ enclosures, rules }: Library): Problem[] {
  const slot: Slot = { channel: 'letter', level: 'private', language: rules.language };
  return enclosures
    .filter(({ id }) => !isForeign(id, rules.language))
    .flatMap(({ id, text }) =>
      [...text.matchAll(LINE)].flatMap(({ 0: line, index }) =>
        hearText(rules, line).flatMap(({ rule, said }) => {
          const code = rule && holdsIn(rule, slot) ? toneCode(rule, slot.channel) : undefined;
          if (rule === undefined || rule.fields !== undefined || code === undefined) return [];
          const place = placeAfter({ file: `${id}.md`, line: 1, column: 1 }, text.slice(0, index));
          const message = `"${said}" is against the rule "${rule.id}". ${rule.say}`;
          return [problem(code, place, message, rule.instead ?? 'Say it in other words.')];
        }),
      ),
    );
}

/** `help.es.md` is in Spanish. */
const isForeign = (id: string, language: string) =>
  /\.[a-z]{2,3}(-|$)/.test(id) && !id.includes(`.${language.slice(0, 2)}`);

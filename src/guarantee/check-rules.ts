import { hearLine } from '../library/hear.ts';
import type { Library } from '../library/library.ts';
import type { Rule, Rules } from '../library/rules.ts';
import { type Problem, problem } from '../problem.ts';

/** Whether each rule does what its examples say: it catches every bad one and leaves every good one alone. */

/** A bad example that the rule does not catch, or a good one that it does. */
export function rulesProblems({ rules }: Pick<Library, 'rules'>): Problem[] {
  return rules.rules.flatMap((rule) => [
    ...(rule.bad ?? [])
      .filter((example) => !catches(rules, rule, example))
      .map((example) =>
        untrue(
          rule,
          `does not catch its bad example "${example}"`,
          'Add a phrase that does, or change the example.',
        ),
      ),
    ...(rule.ok ?? [])
      .filter((example) => catches(rules, rule, example))
      .map((example) =>
        untrue(
          rule,
          `catches its ok example "${example}"`,
          'Add a phrase under "except", or change the example.',
        ),
      ),
  ]);
}

/** Whether the rule speaks about the text, wherever it holds; a rule for certain fields takes it as typed for one. */
export function catches(rules: Rules, rule: Rule, text: string): boolean {
  const field = rule.fields?.[0];
  const run = { kind: 'text' as const, text, ...(field === undefined ? {} : { field }) };
  return hearLine(rules, [run], () => false).some((heard) => heard.rule === rule);
}

function untrue({ id }: Rule, what: string, hint: string): Problem {
  const place = { file: 'snippets/rules.yaml', line: 1, column: 1 };
  return problem('rule-example', place, `the rule "${id}" ${what}`, hint);
}

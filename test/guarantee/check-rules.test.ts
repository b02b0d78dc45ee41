import { describe, expect, test } from 'vitest';
import { catches, rulesProblems } from '../../src/guarantee/check-rules.ts';
import { libraryOf } from '../support/practice-folder.ts';
import { shippedLibrary } from '../support/shipped.ts';

const codes = (examples: string) =>
  rulesProblems(
    libraryOf({
      'snippets/rules.yaml': `rules:\n  - { id: verbs, say: It blames., phrases: [you failed], except: [if you failed], ${examples} }\n`,
    }),
  ).map(({ code, message }) => [code, message.includes('verbs')]);

test('a bad example that is not caught, and an ok example that is, are told with the rule', () => {
  expect(codes('bad: [You failed.], ok: [If you failed.]')).toEqual([]);
  expect(codes('bad: [You sang.]')).toEqual([['rule-example', true]]);
  expect(codes('ok: [You failed.]')).toEqual([['rule-example', true]]);
});

const { rules } = shippedLibrary;
const shipped = rules.rules.filter(({ id }) => id !== 'practice-name');

describe('the shipped rules', () => {
  test('do what their examples say', () => {
    expect(rulesProblems(shippedLibrary)).toEqual([]);
  });

  test.each(shipped.map((rule) => [rule.id, rule] as const))(
    '%s has three bad and three good examples',
    (_, rule) => {
      expect(rule.bad?.length).toBeGreaterThanOrEqual(3);
      expect(rule.ok?.length).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(shipped.map((rule) => [rule.id, rule] as const))(
    'without the phrases of %s, nothing is caught',
    (_, rule) => {
      const without = { ...rule, phrases: ['zzz'] };
      const others = { ...rules, rules: rules.rules.map((one) => (one === rule ? without : one)) };
      expect((rule.bad ?? []).filter((example) => catches(others, without, example))).toEqual([]);
    },
  );
});

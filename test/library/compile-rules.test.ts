import { expect, test } from 'vitest';
import { keepRules, recallRules } from '../../src/library/compile-rules.ts';
import { hearText } from '../../src/library/hear.ts';
import type { Rules } from '../../src/library/rules.ts';

const rulesWith = (...phrases: string[]): Rules => ({
  rules: [{ id: 'care', say: 'Too much.', phrases }],
  words: { kin: ['sister', 'big brother'] },
  hard: { purchase: 'buy' },
  sentenceWords: 20,
  language: 'en',
});

test('rules that were kept as text hear what they heard before', () => {
  const rules = rulesWith('therap*', 'your <kin>', 'you (never|did not) ... call');
  const text = 'Your sister did not purchase therapy. You did not, once, call your big brother.';
  const kept = rulesWith();
  recallRules(kept, JSON.parse(JSON.stringify(keepRules(rules))));
  expect(hearText(kept, text)).toEqual(
    hearText(rules, text).map((heard) =>
      heard.rule === undefined ? heard : { ...heard, rule: kept.rules[0] },
    ),
  );
  expect(hearText(kept, text).length).toBeGreaterThan(1);
});

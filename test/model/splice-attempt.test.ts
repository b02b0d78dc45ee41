import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../src/model/parse-yaml.ts';
import { putAttempt, takeLastAttempt } from '../../src/model/splice-attempt.ts';

const attempt = { on: '2026-11-23', to: 'no', outcome: 'no-answer', minutes: 2 } as const;
const LINE = '{ on: 2026-11-23, to: "no", outcome: no-answer, minutes: 2 }';

describe('an attempt in the text', () => {
  test.each([
    ['without a list', 'id: a\n', `id: a\noutreach:\n  - ${LINE}\n`],
    ['without a last newline', 'id: a', `id: a\noutreach:\n  - ${LINE}`],
    ['with other line ends', 'id: a\r\n# b\r\n', `id: a\r\noutreach:\r\n  - ${LINE}\r\n# b\r\n`],
    ['with keys set in', '  id: a\n', `  id: a\n  outreach:\n    - ${LINE}\n`],
    ['after a text of several lines', 'id: |\n  a\n\n', `id: |\n  a\noutreach:\n  - ${LINE}\n\n`],
    ['in empty brackets', 'outreach: []\nid: a\n', `outreach: [${LINE}]\nid: a\n`],
    ['in brackets', 'outreach: [{ on: a },] # x\n', `outreach: [{ on: a }, ${LINE},] # x\n`],
    [
      'in lines, before another key',
      'outreach:\n- { on: a } # x\nid: a\n',
      `outreach:\n- { on: a } # x\n- ${LINE}\nid: a\n`,
    ],
    [
      'in groups of lines',
      'outreach:\n  -\n    on: a\n',
      'outreach:\n  -\n    on: a\n  - on: 2026-11-23\n    to: "no"\n    outcome: no-answer\n    minutes: 2\n',
    ],
    [
      'in JSON',
      '{"id":"a"}',
      '{"id":"a", "outreach": [ { "on": "2026-11-23", "to": "no", "outcome": "no-answer", "minutes": 2 } ]}',
    ],
    [
      'in JSON with an empty list',
      '{"outreach":[]}',
      '{"outreach":[{ "on": "2026-11-23", "to": "no", "outcome": "no-answer", "minutes": 2 }]}',
    ],
  ])('%s, and the text without it', (_, before, after) => {
    expect(putAttempt(before, attempt)).toBe(after);
    expect(takeLastAttempt(after)).toBe(before);
  });

  test.each(['just words', '', '[]'])('has no place in %j', (text) => {
    expect([putAttempt(text, attempt), takeLastAttempt(text)]).toEqual([undefined, undefined]);
  });
});

test('a layout knows where the keys, the list and its items stand', () => {
  expect(layoutOf('id: a\nout:\n  - { b: 1 }\n', 'out')).toEqual({
    isFlow: false,
    start: 0,
    end: 24,
    list: { start: 13, end: 24, isFlow: false, key: 6, items: [{ start: 15, end: 23, isFlow: true }] },
  });
  expect(layoutOf('id: a\n', 'out')).toEqual({ isFlow: false, start: 0, end: 5 });
});

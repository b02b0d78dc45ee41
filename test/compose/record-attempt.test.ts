import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { recordAttempts, takeBackAttempt } from '../../src/compose/record-attempt.ts';
import type { Attempt } from '../../src/model/client.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import { anyAttempt } from '../support/any-attempt.ts';
import { anyClient } from '../support/any-client.ts';
import { adult, clientText, FILE } from '../support/client-file.ts';

const attempt: Attempt = { on: '2026-11-23', to: 'mobile', outcome: 'no-answer', at: '14:30' };
const record = (text: string, ...attempts: Attempt[]) => recordAttempts(text, FILE, attempts).value;
const takeBack = (text: string) => takeBackAttempt(text, FILE).value;
const codesOf = ({ problems }: ReturnType<typeof recordAttempts>) => problems.map(({ code }) => code);
const clientIn = (text: string | undefined) =>
  parseClient((text ?? '').replace(/^\ufeff/, ''), FILE).value?.client;

/** A client as people write it: in lines or in braces, each list of attempts in its own form. */
const anyText = fc
  .record({
    client: anyClient,
    write: fc.constantFrom<(client: object) => string>(
      (client) => stringify(client),
      (client) => stringify(client, { indent: 4, indentSeq: false }),
      (client) => stringify(client, { defaultStringType: 'QUOTE_DOUBLE', lineWidth: 0 }),
      (client) => stringify(client, { collectionStyle: 'flow' }),
      (client) => JSON.stringify(client),
      (client) => JSON.stringify(client, undefined, 2),
    ),
    flowList: fc.boolean(),
    comments: fc.boolean(),
    newline: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n', '\n\n', '\n# the end\n', '\n...\n'),
    start: fc.constantFrom('', '\ufeff', '# first\n', '\ufeff---\n'),
    last: fc.boolean(),
  })
  .map(({ client, write, flowList, comments, newline, end, start, last }) => {
    const { outreach, ...rest } = client as typeof client & { outreach?: object[] };
    const list = outreach === undefined ? {} : { outreach };
    const whole = write(last ? { ...rest, ...list } : { ...list, ...rest }).trimEnd();
    const isBlock = /^[a-z]+:/i.test(whole);
    const shaped =
      isBlock && flowList && outreach !== undefined
        ? `${write(rest).trimEnd()}\noutreach: [ ${outreach.map((one) => JSON.stringify(one)).join(' , ')}  ]`
        : whole;
    const commented =
      comments && isBlock ? shaped.replace(/^(.*[a-z]: \S.*|- .*)$/gm, '$1 # said so') : shaped;
    return `${start}${commented}${end}`.replaceAll('\n', newline);
  })
  // A few of these forms are no client file; what is left is most of them.
  .filter((text) => clientIn(text) !== undefined);

describe('for any client in any form, and any attempt', () => {
  test('the record is exactly the old client and the attempt, and taking it back gives the same bytes', () => {
    fc.assert(
      fc.property(anyText, anyAttempt, (text, one) => {
        const recorded = record(text, one);
        const before = clientIn(text);
        expect(clientIn(recorded)).toEqual({ ...before, outreach: [...(before?.outreach ?? []), one] });
        expect(takeBack(recorded ?? '')).toBe(text);
      }),
      { numRuns: 80 },
    );
  });

  test('several recorded one after another are taken back one after another', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyAttempt, { minLength: 2, maxLength: 3 }), (text, all) => {
        const texts = follow(text, all, record);
        expect(record(text, ...all)).toBe(texts.at(-1));
        expect(follow(texts.at(-1) ?? '', all, takeBack)).toEqual(texts.toReversed());
      }),
      { numRuns: 20 },
    );
  });
});

/** The text, and what becomes of it step by step. */
function follow(
  text: string,
  all: readonly Attempt[],
  change: (text: string, attempt: Attempt) => string | undefined,
): string[] {
  const texts = [text];
  for (const one of all) texts.push(change(texts.at(-1) ?? '', one) ?? '');
  return texts;
}

const base = stringify(adult);

describe('an attempt is put', () => {
  test.each([
    [
      'under a key of its own where there is none',
      base,
      `${base}outreach:\n  - { on: 2026-11-23, to: mobile, outcome: no-answer, at: "14:30" }\n`,
    ],
    [
      'on a line of its own, like the one before it',
      `${base}outreach:\n- { on: 2026-11-02, to: mobile, outcome: no-answer } # busy\n# later\n`,
      `${base}outreach:\n- { on: 2026-11-02, to: mobile, outcome: no-answer } # busy\n- { on: 2026-11-23, to: mobile, outcome: no-answer, at: "14:30" }\n# later\n`,
    ],
    [
      'on lines, where the one before it has lines',
      `${base}outreach:\n  - on: 2026-11-02\n    to: mobile\n    outcome: no-answer`,
      `${base}outreach:\n  - on: 2026-11-02\n    to: mobile\n    outcome: no-answer\n  - on: 2026-11-23\n    to: mobile\n    outcome: no-answer\n    at: "14:30"`,
    ],
    [
      'into empty brackets',
      `outreach: [ ]\n${base}`,
      `outreach: [{ on: 2026-11-23, to: mobile, outcome: no-answer, at: "14:30" } ]\n${base}`,
    ],
  ])('%s', (_, text, expected) => {
    expect(record(text, attempt)).toBe(expected);
  });

  test('nowhere where the file would not be the same client any more, and nothing is made', () => {
    const full = Array.from({ length: 200 }, () => attempt);
    expect(codesOf(recordAttempts(clientText({ outreach: full }), FILE, [attempt]))).toEqual([
      'record-refused',
    ]);
    expect(codesOf(recordAttempts(base, FILE, [{ ...attempt, to: '' }]))).toEqual(['record-refused']);
    expect(codesOf(recordAttempts('kind: [', FILE, [attempt]))).toEqual(['yaml-syntax']);
  });
});

describe('nothing is taken back', () => {
  test.each([
    ['where no attempt is on record', base],
    ['where the list is empty', `${base}outreach: []\n`],
  ])('%s', (_, text) => {
    expect(codesOf(takeBackAttempt(text, FILE))).toEqual(['record-refused']);
  });
});

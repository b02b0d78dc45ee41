import { describe, expect, test } from 'vitest';
import { type Counterexample, findCounterexample } from '../../src/guarantee/counterexample.ts';
import { reachAll } from '../../src/guarantee/wordings.ts';
import { isBlank } from '../../src/model/text-value.ts';
import { fileOf } from '../support/client-file.ts';
import { snippet, template } from '../support/practice-folder.ts';
import { ON } from '../support/requests.ts';
import { snippetIn, trialOf } from '../support/trial-wording.ts';

/** The counterexample for the first way on which the wording is blank. */
function against(...args: Parameters<typeof trialOf>): Counterexample {
  const library = trialOf(...args);
  const trial = snippetIn(library);
  const blank = reachAll(library)
    .find((one) => one.snippet === trial)
    ?.ways.find(({ text }) => isBlank(text));
  if (blank === undefined) throw new Error('it says something for everyone');
  return findCounterexample(trial, blank, library, ON);
}

const TRIALS: readonly [string, string, string?][] = [
  ['for anyone, without "progress", by letter', '{{#if progress}}a{{/if}}'],
  ['for anyone, with "progress", by letter', '{{#unless progress}}a{{/unless}}'],
  [
    'for anyone, without "progress", with "appreciation", by letter',
    '{{#if (or progress appreciation)}}{{#if progress}}a{{/if}}{{else}}b{{/if}}',
  ],
  [
    'for anyone, where "how contact ended" is one partner continues, by letter',
    '{{#unless (eq situation "one-partner-continues")}}a{{/unless}}',
  ],
  ['for a guardian, by letter', '{{#unless (eq role "guardian")}}a{{/unless}}'],
  [
    'for a minor who consented alone, without "child\'s first name", by letter',
    '{{#if childName}}a{{/if}}',
    'when: { role: [guardian, minor] }',
  ],
  ['for anyone, with "notice of closing, how and when", by letter', '{{#unless noticeGiven}}a{{/unless}}'],
  ['for anyone, by letter', '{{! Thank you. }}'],
  [
    'for one of a couple, without "supports", by letter',
    '{{#each supports}}{{this}}{{/each}}',
    'when: { role: [partner] }',
  ],
];

describe('a counterexample', () => {
  test.each(TRIALS)('is told in words: %s', (told, body, header) => {
    expect(against(body, header)).toMatchObject({ snippet: 'validation/trial', template: 'trial', told });
  });

  test.each(TRIALS)(
    'is a client whom the schema admits, and composing for them is refused: %s',
    (_, body, header) => {
      const { client, isConfirmed } = against(body, header);
      expect(fileOf(client).client).toEqual(client);
      expect(isConfirmed).toBe(true);
    },
  );

  test('is as ordinary as can be: what does not matter is neither missing nor told', () => {
    const { told, client } = against(
      '{{#if (or progress supports)}}a{{/if}}{{#if referral}}b{{/if}}{{#if (eq role "minor")}}{{#if progress}}c{{/if}}{{/if}}{{#if appreciation}}{{/if}}{{#unless statedReason}}{{/unless}}',
    );
    expect(told).toBe('for a client, without "progress", without "supports", without "referral", by letter');
    expect(client.kind).toBe('adult');
    expect(client.shared).toEqual({
      statedReason: expect.any(String),
      appreciation: expect.any(String),
      copingTools: expect.any(Array),
    });
  });

  test('is one of those for whom the snippet is chosen', () => {
    const { client } = against(
      '{{#if progress}}a{{/if}}',
      'when: { situation: [goals-met], returnPath: [practice] }',
    );
    expect(client).toMatchObject({ situation: 'goals-met', returnPath: 'practice' });
    expect(client.shared).not.toHaveProperty('progress');
  });

  test('is composed with the snippet, though another would be chosen first', () => {
    const changes = {
      'snippets/validation/first.md': snippet('when: { situation: [moved], role: [client] }', 'Thank you.'),
    };
    const { isConfirmed, client } = against(
      '{{#if progress}}a{{/if}}',
      'when: { situation: [moved] }',
      changes,
    );
    expect({ isConfirmed, kind: client.kind }).toEqual({ isConfirmed: true, kind: 'adult' });
  });

  test('is not confirmed where composing asks for something else before', () => {
    const changes = {
      'templates/trial.md': template(['greeting', 'validation']),
      'snippets/greeting/default.md': snippet(
        'needs: [progress]',
        'Dear {{called}}, I saw you {{progress}}.',
      ),
    };
    const { isConfirmed } = against('{{#if progress}}a{{/if}}', '', changes);
    expect(isConfirmed).toBe(false);
  });
});

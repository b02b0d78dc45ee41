import { describe, expect, test } from 'vitest';
import { guarantee } from '../../src/guarantee/guarantee.ts';
import { tryTemplate } from '../../src/guarantee/template-variants.ts';
import { snippet, template } from '../support/practice-folder.ts';
import { ON } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';
import { templateIn, trialOf } from '../support/trial-wording.ts';

const placesOf = (...args: Parameters<typeof trialOf>) =>
  guarantee(trialOf(...args), ON).problems.map(
    ({ code, place }) => `${place.file.replace(/^snippets\//, '')}:${place.line}:${place.column} ${code}`,
  );

test('the shipped practice is guaranteed, and the messages that were composed are counted', () => {
  const { proof, messages, problems } = guarantee(shippedLibrary, ON);
  expect({ problems, counterexamples: proof?.counterexamples }).toEqual({
    problems: [],
    counterexamples: [],
  });
  expect(messages).toBeGreaterThan(200);
});

describe('each stage is left out while an error of an earlier one stands', () => {
  test.each([
    [
      'a field that may be missing',
      '{{#if supports}}{{progress}}{{/if}}',
      'validation/trial.md:3:17 field-optional',
    ],
  ])('%s stands before the proof', (_, body, place) => {
    expect(guarantee(trialOf(body), ON)).toMatchObject({ proof: undefined, messages: 0 });
    expect(placesOf(body)).toEqual([place]);
  });

  test('a warning stands before nothing', () => {
    const { proof, messages } = guarantee(trialOf('{{#if called}}Thank you.{{/if}}'), ON);
    expect({ counterexamples: proof?.counterexamples, messages }).toEqual({
      counterexamples: [],
      messages: 2,
    });
    expect(placesOf('{{#if called}}{{#if progress}}a{{/if}}{{/if}}')).toEqual([
      'validation/trial.md:1:1 section-blank',
      'validation/trial.md:3:7 condition-constant',
    ]);
  });
});

describe('what is said side by side', () => {
  const THREE =
    'Call{{#if progress}}{{else}} us{{/if}}{{#if supports}}{{else}}, {{/if}}{{#if referral}}, write{{else}}write{{/if}}.';

  test('is looked at in every wording, though no trial shows just these branches', () => {
    expect(tryTemplate(trialOf(THREE), templateIn(trialOf(THREE)), ON).problems).toEqual([]);
    expect(placesOf(THREE)).toEqual(['validation/trial.md:1:1 wording-unfilled']);
  });

  test('is no problem where nothing is said at all', () => {
    const optional = {
      'templates/trial.md':
        '---\ntitle: Trial\nsteps: [outreach-letter]\nchannels: [letter]\nlevel: private\nrequires: [greeting]\n---\n{{> greeting}}\n\n{{> validation}}\n',
    };
    expect(placesOf('- {{#if progress}}{{progress}}{{/if}}', '', optional)).toEqual([]);
  });
});

test('what only a whole message shows is told', () => {
  const closing = {
    'templates/trial.md': template(['validation', 'closing-notice']),
    'snippets/closing-notice/default.md': snippet('', 'Your file closes on {{closingDate}}.'),
  };
  const { problems } = guarantee(trialOf('Thank you.', '', closing), ON);
  expect(problems.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
    'templates/trial.md closing-without-open-door',
  ]);
});

test('a blank required section is told once, by the case for which it is blank', () => {
  const { problems, proof } = guarantee(trialOf('{{#if progress}}Well done.{{/if}}'), ON);
  expect(problems.map(({ code }) => code)).toEqual(['section-blank']);
  expect(problems[0]?.message).toContain(proof?.counterexamples[0]?.told ?? 'no counterexample');
});

test('the problems are sorted by place, one of a kind at each', () => {
  const found = placesOf('{{#if called}}{{#if supports}}Thank  you{{/if}}{{/if}}', '', {
    'snippets/greeting/default.md': snippet('', '{{#if appreciation}}Dear{{/if}}'),
    'snippets/records/default.md': snippet('', 'Ask.'),
  });
  expect(found).toEqual([
    'greeting/default.md:1:1 section-blank',
    'records/default.md:1:1 snippet-unreachable',
    'validation/trial.md:1:1 section-blank',
    'validation/trial.md:1:1 wording-unfilled',
    'validation/trial.md:3:7 condition-constant',
  ]);
});

import { describe, expect, test } from 'vitest';
import { prove } from '../../src/guarantee/prove.ts';
import { template } from '../support/practice-folder.ts';
import { ON } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';
import { TRIAL, trialOf } from '../support/trial-wording.ts';

const proofOf = (...args: Parameters<typeof trialOf>) => prove(trialOf(...args), ON);
const codesOf = (...args: Parameters<typeof trialOf>) =>
  proofOf(...args).problems.map(({ code, place }) => `${place.file}:${place.line}:${place.column} ${code}`);

const BLANK = [`${TRIAL}:1:1 section-blank`];
const BUDGET = [`${TRIAL}:1:1 wording-budget`];

const OPTIONAL =
  'progress appreciation statedReason referral continues credentials licence supervisor safeHours firstSession lastSession sessionCount returnPath';
/** Thirteen conditions side by side: 8,192 ways. */
const thirteen = (branch: string) =>
  OPTIONAL.split(' ')
    .map((path) => `{{#if ${path}}}${branch}{{/if}}`)
    .join('');

test('the shipped practice is complete for every client', () => {
  const { proof, problems } = prove(shippedLibrary, ON);
  expect(problems).toEqual([]);
  expect(proof).toMatchObject({ templates: shippedLibrary.templates.length, counterexamples: [] });
});

test('the proof counts templates, the sections they require, and the branches that were followed', () => {
  const { proof } = proofOf('{{#if progress}}One.{{else}}Two.{{/if}}');
  expect(proof).toEqual({ templates: 2, sections: 3, branches: 4, counterexamples: [] });
});

describe('a required section is blank for someone', () => {
  test.each([
    ['without an {{else}}', '{{#if progress}}Well done.{{/if}}'],
    ['on one of four branches', '{{#if progress}}a{{else if supports}}b{{else if referral}}{{else}}d{{/if}}'],
    ['under {{#unless}}', '{{#unless progress}}Thank you.{{/unless}}'],
    ['in an inner {{else}}', '{{#if progress}}{{#if supports}}a{{/if}}{{else}}b{{/if}}'],
    ['where two conditions both fail', '{{#if progress}}a{{/if}}{{#if supports}}b{{/if}}'],
    [
      'where two conditions leave a gap',
      '{{#if (and progress supports)}}a{{/if}}{{#unless progress}}b{{/unless}}',
    ],
    ['for all values of a choice but one', '{{#if (eq situation "moved")}}a{{/if}}'],
    ['for one value of a choice', '{{#unless (eq situation "one-partner-continues")}}a{{/unless}}'],
    ['for a couple alone', '{{#if (not (eq role "partner"))}}a{{/if}}'],
    ['without the items of a list', '{{#each supports}}\n- {{this}}\n{{/each}}'],
    ['with nothing but marks', '{{#if progress}}a{{else}} … — . {{/if}}'],
    ['with empty list items', '- {{#if progress}}{{progress}}{{/if}}\n- {{#if progress}}a{{/if}}'],
    ['with an empty heading', '# {{#if progress}}Well done{{/if}}'],
    ['with a line break alone', '{{#if progress}}a{{/if}}\\\n'],
    ['with a remark alone', '{{! Thank you. }}'],
    ['with nothing', ''],
  ])('%s', (_, body) => {
    expect(codesOf(body)).toEqual(BLANK);
  });

  test('by a snippet that a more specific one stands before, since it can be picked', () => {
    const changes = {
      'snippets/validation/partner.md': '---\nwhen: { role: [partner] }\n---\nThank you.\n',
    };
    const body = '{{#if (eq role "partner")}}{{else}}Thank you.{{/if}}';
    expect(codesOf(body, '', changes)).toEqual(BLANK);
  });

  test('in one of two templates', () => {
    const changes = {
      'templates/trial.md': template(['greeting', 'validation'], { requires: ['greeting'] }),
      'templates/note.md': template(['validation'], { channel: 'note' }),
    };
    expect(codesOf('{{#unless outcome}}Thank you.{{/unless}}', '', changes)).toEqual(BLANK);
  });

  test('and is told once, with one counterexample', () => {
    const { proof, problems } = proofOf('{{#if progress}}a{{/if}}{{#if supports}}b{{/if}}');
    expect(problems).toHaveLength(1);
    expect(proof.counterexamples).toMatchObject([{ snippet: 'validation/trial', template: 'trial' }]);
  });
});

describe('a required section says something for everyone', () => {
  test.each([
    ['with words outside every condition', 'Thank you.{{#if progress}} Well done.{{/if}}'],
    ['with a field outside every condition', '{{called}}'],
    ['with words on every branch', '{{#if progress}}a{{else if supports}}b{{else}}c{{/if}}'],
    ['with conditions that leave no gap', '{{#if progress}}a{{/if}}{{#unless progress}}b{{/unless}}'],
    [
      'with every value of a choice',
      '{{#if (eq role "client")}}a{{/if}}{{#if (eq role "partner")}}b{{/if}}{{#if (eq role "guardian")}}c{{/if}}{{#if (eq role "minor")}}d{{/if}}',
    ],
    ['with a list and an {{else}}', '{{#each supports}}\n- {{this}}\n{{else}}\nThank you.\n{{/each}}'],
    ['with a list that is never empty', '{{#each crisisLines}}\n- {{this}}\n{{/each}}'],
    ['with words in a link', '[Call us](tel:312-555-0150)'],
    ['with a number alone', '988'],
    [
      'with a gap for a case that does not exist',
      '{{#if (eq situation "one-partner-continues")}}{{#if (eq role "partner")}}a{{/if}}{{else}}b{{/if}}',
    ],
  ])('%s', (_, body) => {
    expect(codesOf(body)).toEqual([]);
  });

  test.each([
    ['{{#if progress}}{{progress}}{{/if}}', 'needs: [progress]'],
    ['{{#each supports}}\n- {{this}}\n{{/each}}', 'needs: [supports]'],
    ['{{#unless (eq situation "cost")}}a{{/unless}}', 'when: { situation: [moved] }'],
    ['{{#if childName}}a{{/if}}', 'when: { role: [guardian] }'],
  ])('with %s under %s', (body, header) => {
    expect(codesOf(body, header)).toEqual([]);
  });

  test('while an optional section may be blank', () => {
    const changes = {
      'templates/trial.md': template(['greeting', 'validation'], { requires: ['greeting'] }),
    };
    expect(codesOf('{{#if progress}}a{{/if}}', '', changes)).toEqual([]);
  });

  test('also at a level where its conditions cannot be asked', () => {
    const changes = {
      'templates/trial.md': template(['validation'], { channel: 'voicemail', level: 'vague' }),
    };
    expect(
      codesOf('{{#if agreedReason}}About {{agreedReason}}.{{else}}No rush.{{/if}}', '', changes),
    ).toEqual([]);
    expect(codesOf('{{#if agreedReason}}About {{agreedReason}}.{{/if}}', '', changes)).toEqual(BLANK);
  });
});

describe('more ways than can be followed', () => {
  test('are an error where words outside every condition are missing', () => {
    expect(codesOf(thirteen('Word. '))).toEqual(BUDGET);
  });

  test('are no error under a sentence that everyone hears', () => {
    expect(codesOf(`Thank you. ${thirteen('Word. ')}`)).toEqual([]);
    expect(codesOf(`\nThank you.\n${thirteen('- word\n')}`)).toEqual([]);
  });

  test.each([
    [
      'it could be read as a block of code',
      `${OPTIONAL.split(' ')
        .map((path) => `{{#if ${path}}}a{{/if}} `)
        .join('')}Thank you.`,
    ],
    ['it could be read as a link definition', `${thirteen('[a]: ')}Thank you.`],
    ['it is no words', `… ${thirteen('a ')}`],
    ['a branch could swallow it', `Thank you. ${thirteen('`')}`],
  ])('are an error where %s', (_, body) => {
    expect(codesOf(body)).toEqual(BUDGET);
  });

  test('are no error in an optional section', () => {
    const changes = {
      'templates/trial.md': template(['greeting', 'validation'], { requires: ['greeting'] }),
    };
    expect(codesOf(thirteen('Word. '), '', changes)).toEqual([]);
  });

  test('are found in a single condition as well', () => {
    const fields = `${OPTIONAL} copingTools supports noticeGiven childName agreedReason agreedNumber`.split(
      ' ',
    );
    const groups = Array.from(
      { length: 6 },
      (_, index) => `(or ${fields.slice(3 * index, 3 * index + 3).join(' ')})`,
    );
    const body = `{{#if (and ${groups.join(' ')})}}a{{/if}}{{#if agreedReason}}b{{/if}}`;
    expect(codesOf(`${body}{{#unless progress}}c{{/unless}}`)).toEqual(BUDGET);
  });
});

import { describe, expect, test } from 'vitest';
import { listWordings, reachAll, slotsOf, textIn, textOf, wordingsOf } from '../../src/guarantee/wordings.ts';
import { evaluate } from '../../src/language/evaluate.ts';
import { snippet, template } from '../support/practice-folder.ts';
import { isIn } from '../support/random-conditions.ts';
import { shippedLibrary } from '../support/shipped.ts';
import { snippetIn, trialOf, trialSlot } from '../support/trial-wording.ts';

const textsOf = (...args: Parameters<typeof trialOf>) => {
  const library = trialOf(...args);
  return wordingsOf(snippetIn(library), library).map(textOf);
};

describe('the wordings of a snippet', () => {
  test('are what it says on each of its branches, fields by their names', () => {
    expect(textsOf('Dear {{called}}{{#if progress}}: {{progress}}{{else if supports}}!{{/if}}')).toEqual([
      'Dear {called}: {progress}',
      'Dear {called}!',
      'Dear {called}',
    ]);
  });

  test('are each listed once', () => {
    expect(textsOf('{{#if progress}}Thank you.{{else}}Thank you.{{/if}}')).toEqual(['Thank you.']);
  });

  test('are those of the clients for whom it can be chosen', () => {
    const body = '{{#if (eq role "partner")}}Both{{else if childName}}Child{{else}}You{{/if}}';
    expect(textsOf(body, 'when: { role: [guardian] }')).toEqual(['Child']);
    expect(textsOf(body, 'when: { role: [client, partner] }')).toEqual(['You', 'Both']);
  });

  test('leave out what cannot do without a fact', () => {
    expect(textsOf('{{#if supports}}a{{else}}b{{/if}}', 'needs: [supports]')).toEqual(['a']);
  });

  test('are also those at a level where little is known', () => {
    const changes = {
      'templates/trial.md': template(['validation'], { channel: 'voicemail', level: 'minimal' }),
    };
    expect(textsOf('{{#if agreedReason}}a{{else}}b{{/if}}', '', changes)).toEqual(['a', 'b']);
  });

  test('are those of every template, with each place where they are said', () => {
    const library = trialOf('{{#if outcome}}Noted.{{else}}Thank you.{{/if}}', '', {
      'templates/both.md': template(['validation'], { channel: 'portal, note, live' }),
    });
    const said = wordingsOf(snippetIn(library), library).map((wording) => [
      textOf(wording),
      ...wording.slots.map((slot) => `${slot.template.name} ${slot.channel}`),
    ]);
    expect(said).toEqual([
      ['Thank you.', 'trial letter', 'both portal', 'both note', 'both live'],
      ['Noted.', 'both note'],
    ]);
  });

  test('have a context that leads to them', () => {
    const library = trialOf('{{#if (and progress (eq role "minor"))}}{{progress}}{{else}}Thank you.{{/if}}');
    const [trial, wordings] = [snippetIn(library), wordingsOf(snippetIn(library), library)];
    const filled = wordings.map(({ context }) =>
      evaluate(trial.nodes, context)
        .map(({ text, field }) => (field === undefined ? text : `{${field}}`))
        .join('')
        .trim(),
    );
    expect(filled).toEqual(wordings.map(textOf));
    expect(wordings.filter(({ world, context }) => !isIn(world, context))).toEqual([]);
  });

  test('can be asked of a snippet that is not in the library yet', () => {
    const library = trialOf('Thank you.');
    const other = {
      ...snippetIn(trialOf('{{#if progress}}New.{{else}}Newer.{{/if}}')),
      id: 'validation/new',
    };
    expect(wordingsOf(other, library).map(textOf)).toEqual(['New.', 'Newer.']);
  });

  test('are none where no template reaches it', () => {
    const library = trialOf('Thank you.', '', { 'snippets/records/default.md': snippet('', 'Ask.') });
    expect(wordingsOf(snippetIn(library, 'records/default'), library)).toEqual([]);
  });
});

describe('the whole library', () => {
  test('has at least one wording of every shipped snippet, each with a place to be said', () => {
    const wordings = listWordings(shippedLibrary);
    expect(new Set(wordings.map((one) => one.snippet.id))).toEqual(
      new Set(shippedLibrary.snippets.map(({ id }) => id)),
    );
    expect(wordings.filter(({ slots }) => slots.length === 0)).toEqual([]);
  });

  test('is followed once', () => {
    expect(reachAll(shippedLibrary)).toBe(reachAll(shippedLibrary));
    expect(reachAll({ ...shippedLibrary })).not.toBe(reachAll(shippedLibrary));
  });
});

const OPTIONAL =
  'progress appreciation statedReason referral continues credentials licence supervisor safeHours firstSession lastSession sessionCount returnPath';
const sideBySide = (count: number) =>
  OPTIONAL.split(' ')
    .slice(0, count)
    .map((path) => `{{#if ${path}}}${path}; {{else}}no ${path}; {{/if}}`)
    .join('');

test('where there are too many ways, a few show every branch, and it is said that they are not all', () => {
  const library = trialOf(sideBySide(13));
  const [reached] = reachAll(library).filter(({ snippet: { id } }) => id === 'validation/trial');
  const texts = reached?.wordings.map(textOf).join(' ');
  expect(reached?.isComplete).toBe(false);
  expect(reached?.wordings.length).toBeLessThan(30);
  expect(OPTIONAL.split(' ').filter((path) => !texts?.includes(`no ${path};`))).toEqual([]);
  expect(
    OPTIONAL.split(' ').filter((path) => !texts?.replaceAll(`no ${path};`, '').includes(`${path};`)),
  ).toEqual([]);
});

test('a snippet is said in every template that places its section, on the channels and levels that it admits', () => {
  const library = trialOf('Thank you.', 'channels: [letter, voicemail]\nlevels: [private]', {
    'templates/call.md': template(['validation'], { channel: 'voicemail, live', requires: ['validation'] }),
    'templates/low.md': template(['greeting'], { channel: 'letter' }),
    'snippets/validation/default.md': snippet('channels: [live]', 'Thanks.'),
  });
  const slots = slotsOf(snippetIn(library), library).map(
    ({ template: { name }, channel }) => `${name} ${channel}`,
  );
  expect(slots).toEqual(['trial letter', 'call voicemail']);
});

test('the text in a world is what the snippet says there', () => {
  const library = trialOf('{{#if progress}}Well done: {{progress}}.{{else}}Thank you.{{/if}}');
  const say = (state: string) =>
    textIn(snippetIn(library), new Map([['progress', [state]]]), trialSlot(library), library);
  expect([say('*'), say('')]).toEqual(['Well done: {progress}.', 'Thank you.']);
});

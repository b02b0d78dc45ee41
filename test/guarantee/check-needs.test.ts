import { expect, test } from 'vitest';
import { compose } from '../../src/compose/compose.ts';
import { isMessage } from '../../src/compose/message.ts';
import { needProblems } from '../../src/guarantee/check-needs.ts';
import { adult, fileOf } from '../support/client-file.ts';
import { snippet, template } from '../support/practice-folder.ts';
import { shippedLibrary } from '../support/shipped.ts';
import { TRIAL, templateIn, trialOf } from '../support/trial-wording.ts';

const faults = (...args: Parameters<typeof trialOf>) => needProblems(trialOf(...args));

test('nothing that the shipped wording requires needs what someone cannot have', () => {
  expect(needProblems(shippedLibrary)).toEqual([]);
});

test('a required section that falls back on the name of a child is reported for whoever has none', () => {
  const found = faults('Greet {{childName}}.', 'needs: [childName]');
  expect(found.map(({ code, place }) => `${place.file} ${code}`)).toEqual([
    `${TRIAL} need-impossible`,
    `${TRIAL} need-impossible`,
  ]);
});

test.each([
  ['what everyone can have', 'Yes, {{progress}}.', 'needs: [progress]', {}],
  [
    'a section that is not required',
    'Greet {{childName}}.',
    'needs: [childName]',
    {
      'templates/trial.md': template(['validation', 'contact'], { requires: ['contact'] }),
      'snippets/contact/default.md': snippet('', 'Call us.'),
    },
  ],
  [
    'a snippet of their own',
    'Greet {{childName}}.',
    'needs: [childName]',
    {
      'snippets/validation/others.md': snippet('when: { role: [client, partner] }', 'Thank you.'),
    },
  ],
])('%s is no problem', (_, body, header, changes) => {
  expect(faults(body, header, changes)).toEqual([]);
});

test('what only the record can show is reported for everyone', () => {
  expect(faults('Told: {{noticeGiven}}.', 'needs: [noticeGiven]')).toHaveLength(4);
});

test('an adult is never asked for the name of a child: whatever else fits is said', () => {
  const library = trialOf('Greet {{childName}}.', 'when: { situation: [too-busy] }\nneeds: [childName]');
  const { client } = fileOf(adult);
  const [recipient] = client.recipients;
  const clinician = library.practice.clinicians['reyes'];
  const point = recipient?.contactPoints[1];
  if (!recipient || !clinician || !point) throw new Error('nobody to write to');
  const { outcome } = compose({
    library,
    template: templateIn(library),
    channel: 'letter',
    occasion: { client, clinician, recipient, point, step: 'outreach-letter', on: '2026-11-23' },
    use: {},
    without: [],
    placeOf: () => ({ file: 'client.yaml', line: 1, column: 1 }),
    today: '2026-11-23',
  });
  expect(isMessage(outcome) && outcome.sections.map((one) => one.snippet)).toEqual(['validation/default']);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Client } from '../../src/model/client.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import { formatYaml } from '../../src/model/parse-yaml.ts';
import { fresh, readForm } from '../../src/web/case/form-client.ts';
import {
  type CallForm,
  describeQuestion,
  EMPTY_FORM,
  FIRST,
  mostCharacters,
  QUESTION_IDS,
  withAnswer,
} from '../../src/web/case/questions.ts';
import { formOf, whereOf } from '../../src/web/case/refill.ts';
import { anyClient } from '../support/any-client.ts';
import { shippedLibrary } from '../support/shipped.ts';

const { practice } = shippedLibrary;
/** As a file of theirs is read. */
const anyFile = anyClient.map((one) => parseClient(JSON.stringify(one), 'f').value?.client as Client);
const FIVE: CallForm = {
  ...EMPTY_FORM,
  consult: 'none',
  safety: 'checked',
  safetyOn: '2026-06-11',
  message: 'not-asked',
  name: 'Sam',
  call: 'first-call',
};
const read = (form: CallForm) => readForm(form, fresh('rao'));

describe('a new form', () => {
  test('has nothing preselected, and asks for the five answers', () => {
    expect(new Set(Object.values(EMPTY_FORM))).toEqual(new Set(['']));
    expect(read(EMPTY_FORM).unanswered).toEqual(['consult', 'safety', 'message', 'name', 'call']);
  });

  test('with five answers is a client that the schema admits, of whom nothing is made up', () => {
    const { client } = read(FIVE).file ?? {};
    expect(parseClient(formatYaml(client), 'f').problems).toEqual([]);
    expect(client).toMatchObject({ clinician: 'rao', consultFirst: 'none', situation: 'other' });
    expect(client?.recipients[0]).toEqual({
      name: 'Sam',
      called: 'Sam',
      role: 'client',
      safety: { flag: false, checkedOn: '2026-06-11' },
      contactPoints: [{ label: 'this number', phone: 'not given', askFor: 'Sam' }],
    });
  });

  test.each([
    ['consult', 'unsure'],
    ['message', 'none'],
  ] as const)('need not be filled further once "%s" forbids every script', (id, value) => {
    expect(read(withAnswer(EMPTY_FORM, id, value)).file).toBeDefined();
  });

  test('takes a day of the safety check as yes, and asks for the day where yes was said', () => {
    expect(withAnswer(EMPTY_FORM, 'safetyOn', '2026-06-11').safety).toBe('checked');
    expect(withAnswer({ ...EMPTY_FORM, safety: 'flag' }, 'safetyOn', '2026-06-11').safety).toBe('flag');
    expect(read({ ...FIVE, safetyOn: '' }).unanswered).toEqual(['safetyOn']);
  });

  test('leaves out a day that was typed before the answer turned to no', () => {
    const client = read({ ...FIVE, safety: 'never' }).file?.client;
    expect(client?.recipients[0]?.safety?.checkedOn).toBeUndefined();
  });

  test.each([
    ['guardian', { kind: 'minor', consent: 'guardian' }, 'guardian'],
    ['minor', { kind: 'minor', consent: 'minor' }, 'minor'],
    ['unrecorded', { kind: 'minor', consent: 'unrecorded' }, 'guardian'],
  ])('about a minor, "%s", is one whom the rules admit', (kind, about, role) => {
    const { file, problems } = read({ ...FIVE, kind, childName: 'Leo' });
    expect(problems).toEqual([]);
    expect(file?.client).toMatchObject(about);
    expect(file?.client.recipients[0]?.role).toBe(role);
  });

  test('puts a problem at its question, without the value', () => {
    const { file, problems } = read({ ...FIVE, progress: 'x'.repeat(170), safetyOn: '2026-02-30' });
    expect(file).toBeUndefined();
    expect(problems.map(({ place }) => place.file).sort()).toEqual(['progress', 'safetyOn']);
    expect(JSON.stringify(problems)).not.toContain('xxx');
  });

  test('cuts what is pasted to a length that can still be shown, and says that it is too long', () => {
    const pasted = 'a'.repeat(1_000_000);
    for (const id of QUESTION_IDS) {
      expect(withAnswer(FIVE, id, pasted)[id].length).toBe(mostCharacters(id));
      expect(mostCharacters(id)).toBeLessThan(1_000);
    }
    expect(read(withAnswer(FIVE, 'name', pasted)).problems.map(({ place }) => place.file)).toContain('name');
  });
});

test('every question of a client file has the words that the schema has for it', () => {
  const ids = QUESTION_IDS.filter((id) => id !== 'call');
  expect(ids.filter((id) => describeQuestion(id).label === undefined)).toEqual([]);
});

describe('an opened client file', () => {
  test('fills a form that makes the same client again, for each person in it', () => {
    fc.assert(
      fc.property(anyFile, fc.constantFrom('2026-11-23', '2025-06-02'), (client, on) => {
        for (const recipient of client.recipients.keys()) {
          const where = whereOf(client, practice, recipient, on);
          const form = formOf(client, practice, where, on);
          const answered = { ...form, call: form.call || 'first-call' };
          const { file } = readForm(answered, {
            clinician: client.clinician,
            where,
            opened: { client, form: answered },
          });
          expect(file?.client).toEqual(client);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('changes where it was answered anew, and nowhere else', () => {
    const client = read({ ...FIVE, progress: 'say no' }).file?.client;
    if (client === undefined) throw new Error('no client');
    const form = formOf(client, practice, FIRST, '2026-11-23');
    const again = readForm(
      { ...form, progress: '', message: 'detailed', confirmedOn: '2026-06-11' },
      { clinician: 'rao', where: FIRST, opened: { client, form } },
    ).file?.client;
    const [recipient] = client.recipients;
    const [point] = recipient?.contactPoints ?? [];
    expect(again).toEqual({
      ...client,
      shared: {},
      recipients: [
        { ...recipient, contactPoints: [{ ...point, level: 'detailed', confirmedOn: '2026-06-11' }] },
      ],
    });
  });

  test('of a couple keeps a new fact with the one partner', () => {
    const couple = fc.sample(
      anyFile.filter(({ kind }) => kind === 'couple'),
      { numRuns: 1, seed: 1 },
    )[0];
    if (couple === undefined) throw new Error('no couple');
    const { shared: _, ...client } = couple;
    const where = whereOf(client, practice, 1, '2026-11-23');
    expect(where.factsOf('referral')).toBe('personal');
  });
});

test('a client reads back from YAML as the same', () => {
  fc.assert(
    fc.property(anyFile, (client) => {
      expect(parseClient(formatYaml(client), 'f').value?.client).toEqual(client);
    }),
    { numRuns: 60 },
  );
});

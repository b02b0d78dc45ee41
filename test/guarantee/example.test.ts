import { describe, expect, test } from 'vitest';
import { contextIn, contextOf, exampleOf, type Fill, fillAll } from '../../src/guarantee/example.ts';
import { EVENT_FIELDS, type Slot } from '../../src/guarantee/possible-worlds.ts';
import { ABSENT, type World } from '../../src/guarantee/world.ts';
import type { Channel } from '../../src/library/headers.ts';
import { FIELD_NAMES, FIELDS } from '../../src/model/field.ts';
import { isWithin, LEVELS } from '../../src/model/level.ts';
import { fileOf } from '../support/client-file.ts';
import { libraryOf, template } from '../support/practice-folder.ts';
import { ON } from '../support/requests.ts';
import { templateIn } from '../support/trial-wording.ts';

function slotOf(channel: Channel, level = 'private'): Slot {
  const text = template(['greeting'], { channel, level });
  const greeting = '---\n---\nHello,\n';
  const library = libraryOf({ 'templates/trial.md': text, 'snippets/greeting/default.md': greeting });
  return { template: templateIn(library), channel };
}
const { practice } = libraryOf();
const letter = slotOf('letter');
const exampleIn = (world: World, fill: Fill = 'bare', slot = letter) =>
  exampleOf(world, slot, practice, ON, fill);
const worldOf = (states: Record<string, readonly string[]>): World => new Map(Object.entries(states));

describe('an example', () => {
  test.each([
    ['client', 'adult', undefined, 1],
    ['partner', 'couple', undefined, 2],
    ['guardian', 'minor', 'guardian', 1],
    ['minor', 'minor', 'minor', 1],
  ])('of a %s is a client file of its kind, which the schema admits', (role, kind, consent, recipients) => {
    const { client, recipient } = exampleIn(worldOf({ role: [role] }), 'full');
    expect(fileOf(client).client).toEqual(client);
    expect([client.kind, client.consent, client.recipients.length]).toEqual([kind, consent, recipients]);
    expect(recipient).toBe(client.recipients[0]);
  });

  test('has of what is open as little as possible, or as much as a client can have before anyone has tried', () => {
    const optional = FIELD_NAMES.filter((name) => !('always' in FIELDS[name]) && name !== 'outcome');
    const bare = contextOf(exampleIn(new Map()), letter);
    const full = contextOf(exampleIn(new Map(), 'full'), letter);
    expect(optional.filter((name) => name in bare)).toEqual([]);
    const early = ['childName', 'attempts', 'noticeGiven', ...EVENT_FIELDS];
    expect(optional.filter((name) => !(name in full))).toEqual(early);
  });

  test('has what the world says, and has not what it says is missing', () => {
    const world = worldOf({
      progress: [ABSENT],
      supports: ['*'],
      returnPath: ['waiting-list'],
      credentials: [ABSENT],
    });
    const context = contextOf(exampleIn(world, 'full'), letter);
    expect(context).not.toHaveProperty('progress');
    expect(context).not.toHaveProperty('credentials');
    expect(context).toMatchObject({ returnPath: 'waiting-list', supports: { items: expect.any(Array) } });
  });

  test('of a couple alone is a couple though the world does not say so', () => {
    const { client } = exampleIn(worldOf({ situation: ['one-partner-continues'] }));
    expect(client.kind).toBe('couple');
  });

  test('with notice given has the attempt that gave it', () => {
    const { client } = exampleIn(worldOf({ noticeGiven: ['*'] }));
    expect(client.outreach).toMatchObject([{ step: 'closing-letter', outcome: 'letter-sent' }]);
  });

  test('of somebody who never started had no session', () => {
    const { client } = exampleIn(worldOf({ situation: ['never-started'], sessionCount: ['*'] }));
    expect(client.sessions).toEqual({ number: 0 });
    expect(fileOf(client).client.situation).toBe('never-started');
  });

  test('has the step of the world, else the first of the template', () => {
    expect(exampleIn(worldOf({ step: ['closing-letter'] })).step).toBe('closing-letter');
    expect(exampleIn(new Map(), 'bare', slotOf('voicemail', 'vague')).step).toBe('first-call');
  });

  test('has an outcome in a note alone', () => {
    expect(exampleIn(worldOf({ outcome: ['replied'] }), 'bare', slotOf('note')).outcome).toBe('replied');
    expect(exampleIn(new Map(), 'full')).not.toHaveProperty('outcome');
  });

  test.each([
    ['letter', 'address'],
    ['portal', 'portal'],
    ['voicemail', 'phone'],
    ['live', 'phone'],
  ] as const)('on the channel %s goes to a contact point with %s', (channel, way) => {
    expect(exampleIn(new Map(), 'full', slotOf(channel)).point).toHaveProperty(way);
  });

  test('of a guardian names the child, also where the message may not', () => {
    const { client } = exampleIn(worldOf({ role: ['guardian'] }), 'bare', slotOf('voicemail', 'detailed'));
    expect(fileOf(client).client.childName).toBe('Leo');
  });

  test("has of the practice's own clinician only what the world has", () => {
    const [key = '', reyes] = Object.entries(practice.clinicians)[0] ?? [];
    const named = {
      ...practice,
      clinicians: { [key]: { ...reyes, licence: 'IL 1', supervisor: 'Ruth Adeyemi' } },
    };
    const world = worldOf({ licence: [ABSENT], supervisor: ['*'] });
    const { clinician } = exampleOf(world, letter, named as typeof practice, ON, 'full');
    expect(clinician).not.toHaveProperty('licence');
    expect(clinician).toMatchObject({ name: 'Marta Reyes', supervisor: 'Ruth Adeyemi, LCSW' });
  });

  test("keeps the practice's own words", () => {
    const own = { ...practice, continues: 'your group' };
    const full = exampleOf(new Map(), letter, own, ON, 'full').practice;
    expect(full).toEqual(own);
    expect(exampleOf(new Map(), letter, own, ON, 'bare').practice).not.toHaveProperty('continues');
  });
});

describe('every field filled', () => {
  const inNotes: readonly string[] = ['outcome', ...EVENT_FIELDS];
  test.each(LEVELS)('is every field that may be known at %s, and no other', (level) => {
    const known = FIELD_NAMES.filter(
      (name) => isWithin(FIELDS[name].level, level) && !inNotes.includes(name),
    );
    expect(Object.keys(fillAll(slotOf('letter', level), practice)).sort()).toEqual([...known].sort());
  });

  test('has a number as it is said where it is said', () => {
    expect(fillAll(slotOf('voicemail'), practice).phone).toBe('312, 555, 0150');
    expect(fillAll(letter, practice).phone).toBe('312-555-0150');
  });
});

test('the quick context of a world has the fields that it names, choices by its states and the rest as filled', () => {
  const filled = fillAll(letter, practice);
  const world = worldOf({
    role: ['minor'],
    returnPath: [ABSENT, 'elsewhere'],
    progress: ['*'],
    supports: [ABSENT],
  });
  expect(contextIn(world, filled)).toEqual({
    role: 'minor',
    returnPath: 'elsewhere',
    progress: filled.progress,
  });
});

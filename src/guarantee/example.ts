import { formOn } from '../compose/compose.ts';
import { deriveContext, type Occasion } from '../course/derive-context.ts';
import type { NoteEvent } from '../course/note-event.ts';
import type { Channel, Step } from '../library/headers.ts';
import type { Client, ContactPoint, Recipient } from '../model/client.ts';
import type { Context, Value } from '../model/context.ts';
import { FIELDS, type Field, type FieldName } from '../model/field.ts';
import type { Clinician, Practice } from '../model/practice.ts';
import { type Slot, wholeWorlds } from './possible-worlds.ts';
import { ABSENT, meet, statesIn, type World } from './world.ts';

/** An invented client who is in a world: the shortest way from "some client" to one whose message can be read. */

/** What a commission asks for, but for the snippets. */
export type Case = Omit<Occasion, 'level' | 'form'> & { readonly step: Step };

/** How an example is filled where the world leaves it open: as little as possible, or as much. */
export type Fill = 'bare' | 'full';

/** A case in the world, told by the fields' own examples. The practice is the one at hand, but for what the world says. */
export function exampleOf(world: World, slot: Slot, practice: Practice, on: string, fill: Fill): Case {
  const whole = completed(world, slot);
  const has = (name: FieldName) => hasField(whole, name, fill);
  const text = (name: FieldName) => (has(name) ? example(name) : undefined);
  const client = clientIn(whole, slot, has);
  const recipient = client.recipients[0] as Recipient;
  const outcome = stateOf(whole, 'outcome');
  return {
    practice: practiceIn(practice, has('continues')),
    clinician: {
      ...without(firstOf(practice), ['credentials', 'licence', 'supervisor']),
      ...compact({
        credentials: text('credentials'),
        licence: text('licence'),
        supervisor: text('supervisor'),
      }),
    },
    client,
    recipient,
    point: recipient.contactPoints[0] as ContactPoint,
    step: (stateOf(whole, 'step') ?? slot.template.header.steps[0]) as Step,
    on,
    ...(outcome === undefined ? {} : { outcome }),
    event: eventIn(whole, has),
  };
}

/** The field's own example; for what only a practice knows, words as good as any. */
const example = (name: FieldName) => (FIELDS[name] as Field).example ?? 'LCSW';

/** Always the same, so that what was worked out for them is used again. */
const LISTS = {
  supports: [example('supports'), 'your garden'],
  copingTools: [example('copingTools')],
  wordsSaid: ['Hello, Sam.', 'This is Anita Rao.'],
  changes: ['Thanks and good wishes: altered'],
  wordingIds: ['Ruth Adeyemi, May 12, 2026: greeting/voicemail 0123abcd'],
  overruled: ['early: agreed in supervision'],
};

/** What a note is about in the world. */
function eventIn(world: World, has: (name: FieldName) => boolean): NoteEvent {
  const give = <T>(name: FieldName, value: T): T | undefined => (has(name) ? value : undefined);
  return compact({
    time: give('time', '14:30'),
    minutes: give('minutes', 2),
    said: give('said', stateOf(world, 'said')) as NoteEvent['said'],
    wordsSaid: give('wordsSaid', LISTS.wordsSaid),
    changes: give('changes', LISTS.changes),
    wordingIds: give('wordingIds', LISTS.wordingIds),
    overruled: give('overruled', LISTS.overruled),
    nextStep: give('nextStep', stateOf(world, 'nextStep')) as NoteEvent['nextStep'],
    nextDue: give('nextDue', DAY),
    closingReason: give('closingReason', 'No address is left that may be written to.'),
  });
}

const practices = new WeakMap<Practice, Map<boolean, Practice>>();

/** The practice, with something that goes on after the file closes or without; always the same two. */
function practiceIn(practice: Practice, continues: boolean): Practice {
  const known = practices.get(practice) ?? new Map<boolean, Practice>();
  practices.set(practice, known);
  const made = known.get(continues) ?? {
    ...without(practice, ['continues']),
    ...compact({ continues: continues ? (practice.continues ?? example('continues')) : undefined }),
  };
  known.set(continues, made);
  return made;
}

/** What placeholders see of the case in the slot. */
export const contextOf = (example: Case, { template, channel }: Slot): Context =>
  deriveContext({ ...example, level: template.header.level, form: formOn(channel) });

/**
 * What placeholders see in a world, of the fields that it names alone: each filled as in an example. The same as the
 * context of `exampleOf` there, and far quicker where thousands of worlds are looked at.
 */
export function contextIn(world: World, filled: Context): Context {
  const context: { [name in FieldName]?: Value } = {};
  for (const [path, states] of world) {
    const name = path as FieldName;
    const state = states.find((one) => one !== ABSENT);
    if (state === undefined) continue;
    const value = FIELDS[name].kind === 'choice' ? state : filled[name];
    if (value !== undefined) context[name] = value;
  }
  return context;
}

/** Every field that can be known in the slot, filled as in examples. */
export function fillAll(slot: Slot, practice: Practice): Context {
  const on = practice.crisis.checkedOn;
  return Object.assign(
    {},
    ...wholeWorlds(slot).map((world) => contextOf(exampleOf(world, slot, practice, on, 'full'), slot)),
  );
}

/** The world with every field in it. */
function completed(world: World, slot: Slot): World {
  for (const whole of wholeWorlds(slot)) {
    const found = meet(whole, world);
    if (found !== undefined) return found;
  }
  return world;
}

function hasField(world: World, name: FieldName, fill: Fill): boolean {
  const states = statesIn(world, name);
  return states.includes(ABSENT) ? fill === 'full' && states.length > 1 : true;
}

/** The state that the field of a full example is in; undefined where it can only be absent. */
export const stateOf = (world: World, path: string) =>
  statesIn(world, path).find((state) => state !== ABSENT);

function clientIn(world: World, slot: Slot, has: (name: FieldName) => boolean): Client {
  const give = <T>(name: FieldName, value: T): T | undefined => (has(name) ? value : undefined);
  const text = (name: FieldName) => give(name, example(name));
  const role = (stateOf(world, 'role') ?? 'client') as Recipient['role'];
  const point = pointOf(kindIn(world, slot.channel), text('safeHours'));
  const recipient = (name: string): Recipient => ({
    name,
    called: name.split(' ')[0] ?? name,
    role,
    safety: { checkedOn: DAY, flag: false },
    caller: compact({ reason: text('agreedReason'), leaveNumber: give('agreedNumber', true) }),
    contactPoints: [point],
  });
  const situation = stateOf(world, 'situation') ?? 'other';
  return {
    id: 'c-0000',
    clinician: 'example',
    kind: role === 'client' ? 'adult' : role === 'partner' ? 'couple' : 'minor',
    consultFirst: 'none',
    situation,
    recipients:
      role === 'partner' ? [recipient('Sam Okafor'), recipient('Robin Okafor')] : [recipient('Sam Okafor')],
    shared: compact({
      statedReason: text('statedReason'),
      progress: text('progress'),
      appreciation: text('appreciation'),
      supports: give('supports', LISTS.supports),
      copingTools: give('copingTools', LISTS.copingTools),
      referral: text('referral'),
    }),
    sessions: compact({
      first: give('firstSession', DAY),
      last: give('lastSession', DAY),
      number: give('sessionCount', situation === 'never-started' ? 0 : 9),
    }),
    ...compact({
      consent: role === 'guardian' || role === 'minor' ? role : undefined,
      childName: role === 'guardian' ? example('childName') : text('childName'),
      returnPath: stateOf(world, 'returnPath') && give('returnPath', stateOf(world, 'returnPath')),
      outreach: give('attempts', [attemptAt(point.label, has('noticeGiven'))]),
    }),
  } as Client;
}

/** A day long enough ago that a work can have begun and ended on it. */
const DAY = '2026-05-12';

const attemptAt = (to: string, isNotice: boolean) =>
  isNotice
    ? { on: DAY, recipient: 1, to, outcome: 'letter-sent', step: 'closing-letter' }
    : { on: DAY, recipient: 1, to, outcome: 'no-answer' };

/** What the contact point is: what fits the channel, where the world leaves it open. */
function kindIn(world: World, channel: Channel): string {
  const states = statesIn(world, 'placeKind');
  const fit = channel === 'letter' ? 'address' : channel === 'portal' ? 'portal' : 'phone';
  return states.includes(fit) ? fit : (states.find((state) => state !== ABSENT) ?? fit);
}

const POINTS: Readonly<Record<string, Omit<ContactPoint, 'askFor'>>> = {
  phone: { label: 'mobile', phone: '312-555-0142', level: 'detailed' },
  address: { label: 'home', address: ['12 Elm Street'], level: 'private' },
  portal: { label: 'portal', portal: 'client portal', level: 'private' },
  email: { label: 'e-mail', email: 'sam@example.com', level: 'private' },
};

const pointOf = (kind: string, safeHours: string | undefined): ContactPoint => ({
  ...(POINTS[kind] as Omit<ContactPoint, 'askFor'>),
  askFor: 'Sam',
  confirmedOn: DAY,
  ...compact({ safeHours }),
});

const firstOf = ({ clinicians }: Practice) => Object.values(clinicians)[0] as Clinician;

function without<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(
    Object.entries(value).filter(([key]) => !keys.some((one) => one === key)),
  ) as Omit<T, K>;
}

type Compact<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys whose value is undefined. */
function compact<T extends object>(value: T): Compact<T> {
  const kept: Compact<T> = {};
  for (const key in value) if (value[key] !== undefined) kept[key] = value[key] as Compact<T>[typeof key];
  return kept;
}

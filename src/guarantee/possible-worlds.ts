import type { Channel } from '../library/headers.ts';
import type { Snippet, Template } from '../library/library.ts';
import { OUTCOMES, SITUATIONS } from '../model/choices.ts';
import { FIELD_NAMES, FIELDS, type FieldName } from '../model/field.ts';
import { isWithin } from '../model/level.ts';
import { ABSENT, keyOf, meet, narrow, rootOf, statesOf, type World } from './world.ts';

/**
 * Every context that `deriveContext` can produce, as a union of worlds: what a client file may hold is settled by who
 * the recipient is and by whether an attempt stands on record. A test holds each to real clients, both ways.
 */

/** Where a snippet can be said: a template, and one of its channels. */
export interface Slot {
  readonly template: Template;
  readonly channel: Channel;
}

const COUPLES_ONLY: readonly string[] = ['couple-seen-once-or-twice', 'one-partner-continues'];
const FOR_ONE = SITUATIONS.filter((situation) => !COUPLES_ONLY.includes(situation));
const [PRESENT = ''] = statesOf('today');

/** What each kind of recipient settles; see `client-rules.ts`. */
const PEOPLE: readonly World[] = [
  new Map<string, readonly string[]>([
    ['role', ['client']],
    ['situation', FOR_ONE],
    ['childName', [ABSENT]],
  ]),
  new Map<string, readonly string[]>([
    ['role', ['partner']],
    ['situation', SITUATIONS],
    ['childName', [ABSENT]],
  ]),
  new Map<string, readonly string[]>([
    ['role', ['guardian']],
    ['situation', FOR_ONE],
    ['childName', [PRESENT]],
  ]),
  new Map<string, readonly string[]>([
    ['role', ['minor']],
    ['situation', FOR_ONE],
    ['childName', [ABSENT, PRESENT]],
  ]),
];

/** Notice was given by an attempt, so where there was none there is no notice. */
const RECORDS: readonly World[] = [
  new Map<string, readonly string[]>([
    ['attempts', [ABSENT]],
    ['noticeGiven', [ABSENT]],
  ]),
  new Map<string, readonly string[]>([
    ['attempts', [PRESENT]],
    ['noticeGiven', [ABSENT, PRESENT]],
  ]),
];

/** Only a note is about an attempt or a closing. */
export const EVENT_FIELDS: readonly FieldName[] = [
  'time',
  'minutes',
  'said',
  'wordsSaid',
  'changes',
  'wordingIds',
  'overruled',
  'nextStep',
  'nextDue',
  'closingReason',
];

const whole = new WeakMap<Template, Map<Channel, readonly World[]>>();

/** All that can be the case where the slot's template is used, with every field; worked out once for each slot. */
export function wholeWorlds(slot: Slot): readonly World[] {
  const channels = whole.get(slot.template) ?? new Map<Channel, readonly World[]>();
  whole.set(slot.template, channels);
  const worlds = channels.get(slot.channel) ?? possibleWorlds(slot, new Set(FIELD_NAMES));
  channels.set(slot.channel, worlds);
  return worlds;
}

const MOST_REMEMBERED = 5_000;
const remembered = new Map<string, readonly World[]>();

/** All that can be the case where the slot's template is used, told apart by `fields` alone; many snippets look at the same. */
function possibleWorlds(slot: Slot, fields: ReadonlySet<string>): readonly World[] {
  // In their order, which is that in which a counterexample is told.
  const key = `${kindOf(slot)}: ${[...fields].join(' ')}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const worlds = listWorlds(slot, fields);
  remembered.set(key, worlds);
  return worlds;
}

function listWorlds({ template, channel }: Slot, fields: ReadonlySet<string>): readonly World[] {
  const { level, steps } = template.header;
  const all = new Map([...fields].map((path): [string, readonly string[]] => [path, statesOf(path)]));
  const settled: World = new Map([
    ['step', steps],
    ['outcome', channel === 'note' ? [ABSENT, ...OUTCOMES] : [ABSENT]],
    ...(channel === 'note' ? [] : EVENT_FIELDS.map((name): [string, readonly string[]] => [name, [ABSENT]])),
  ]);
  const worlds = PEOPLE.flatMap((person) => RECORDS.map((record) => [settled, person, record]))
    .map((parts) => parts.map((part) => restrict(part, all)))
    .flatMap(
      (parts) => parts.reduce<World | undefined>((world, part) => world && meet(world, part), all) ?? [],
    )
    .map((world) => hideAbove(world, level));
  return distinct(worlds);
}

/** One text for every slot in which the same can be the case. */
export const kindOf = ({ template: { header }, channel }: Slot) =>
  `${header.level} ${header.steps.join(' ')} ${channel === 'note'}`;

const chosen = new WeakMap<Snippet, Map<string, readonly World[]>>();

/**
 * The worlds of the slot in which the snippet can be chosen and has the facts it cannot do without; worked out once for
 * each kind of slot.
 */
export function worldsOf(snippet: Snippet, slot: Slot): readonly World[] {
  const kinds = chosen.get(snippet) ?? new Map<string, readonly World[]>();
  chosen.set(snippet, kinds);
  const worlds = kinds.get(kindOf(slot)) ?? choosingWorlds(snippet, slot);
  kinds.set(kindOf(slot), worlds);
  return worlds;
}

function choosingWorlds(snippet: Snippet, slot: Slot): readonly World[] {
  const { when = {}, needs = [] } = snippet.header;
  const keys = Object.entries<readonly string[]>(when);
  const fields = new Set([...fieldsOf(snippet), ...keys.map(([name]) => name), ...needs]);
  return possibleWorlds(slot, fields).flatMap((world) => {
    const matching = keys.reduce<World | undefined>(
      (one, [name, values]) => one && narrow(one, name, (state) => values.includes(state)),
      world,
    );
    return (
      needs.reduce<World | undefined>(
        (one, name) => one && narrow(one, name, (state) => state !== ABSENT),
        matching,
      ) ?? []
    );
  });
}

/** The fields that the snippet looks at. */
const fieldsOf = ({ nodes, decidedBy }: Snippet): string[] => [...decidedBy, ...printed(nodes)].map(rootOf);

function printed(nodes: Snippet['nodes']): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'print') return [node.path];
    if (node.kind === 'if') return printed([...node.then, ...node.otherwise]);
    return node.kind === 'each' ? printed(node.otherwise) : [];
  });
}

const restrict = (world: World, to: World): World => new Map([...world].filter(([path]) => to.has(path)));

/** What may not be known at the level is not in the context at all. */
function hideAbove(world: World, level: Template['header']['level']): World {
  const hidden = FIELD_NAMES.filter((name) => world.has(name) && !isWithin(FIELDS[name].level, level));
  return hidden.length === 0
    ? world
    : new Map([...world, ...hidden.map((name): [string, readonly string[]] => [name, [ABSENT]])]);
}

const distinct = (worlds: readonly World[]) => [
  ...new Map(worlds.map((world) => [keyOf(world), world])).values(),
];

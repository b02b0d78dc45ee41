import { FIELDS, type FieldName } from '../model/field.ts';
import type { Slot } from './possible-worlds.ts';
import { ABSENT, statesIn, type World } from './world.ts';

/** A world told in words, for an admin: "for one of a couple, without "stated reason", by detailed voicemail". */

/** Who it is, the choices and the missing facts that tell the world from `open`, and where its message is said. */
export function describeCase(world: World, open: World, slot: Slot): string {
  const narrowed = [...open.keys()].filter(
    (path) => statesIn(world, path).length < statesIn(open, path).length && path !== 'role',
  );
  const parts = narrowed.flatMap((path) => tell(path as FieldName, statesIn(world, path)));
  return [whoIn(world), ...parts, whereOf(slot)].join(', ');
}

const WHO: Readonly<Record<string, string>> = {
  client: 'for a client',
  partner: 'for one of a couple',
  guardian: 'for a guardian',
  minor: 'for a minor who consented alone',
};

/** Who it can be; everyone where the world does not tell them apart. */
function whoIn(world: World): string {
  const who = statesIn(world, 'role').flatMap((role) => WHO[role] ?? []);
  return who.length === 0 || who.length === Object.keys(WHO).length ? 'for anyone' : who.join(' or ');
}

function tell(name: FieldName, states: readonly string[]): string[] {
  const label = FIELDS[name].label.toLowerCase();
  if (states.every((state) => state === ABSENT)) return [`without "${label}"`];
  if (FIELDS[name].kind !== 'choice') return [`with "${label}"`];
  const values = states.map((state) => (state === ABSENT ? 'none' : state.replaceAll('-', ' ')));
  return [`where "${label}" is ${values.join(' or ')}`];
}

const WHERE: Readonly<Record<Slot['channel'], string>> = {
  prepare: 'before the call',
  opening: 'when the phone is picked up',
  live: 'in a live call',
  'someone-else': 'when someone else answers',
  voicemail: 'by LEVEL voicemail',
  letter: 'by letter',
  portal: 'through the portal',
  note: 'in the note',
};

const whereOf = ({ template, channel }: Slot) => WHERE[channel].replace('LEVEL', template.header.level);

import type { ROLES } from './choices.ts';
import { FACT_NAMES } from './client.ts';
import { type Field, type FieldName, findField } from './field.ts';
import { NOTE_FIELDS } from './note-fields.ts';

/** How a fact that a message lacks can be given: asked for where the schema takes it, and of nobody who cannot have it. */

type Role = (typeof ROLES)[number];

/** The roles for whom the field can be given; every other field can for all of them. */
const ROLES_WITH: { readonly [name in FieldName]?: readonly Role[] } = { childName: ['guardian', 'minor'] };

/** What only the record of attempts or the note itself can show: no client file has a line for it. */
const OF_RECORD: readonly string[] = ['attempts', 'noticeGiven', 'outcome', ...Object.keys(NOTE_FIELDS)];

/** Whether the field can ever be known of someone in the role. */
export const canBeGiven = (name: string, role: string): boolean =>
  !OF_RECORD.includes(name) && (ROLES_WITH[name as FieldName]?.some((one) => one === role) ?? true);

/** Fields that stand under another name, or in another place, than the top of the client file. */
const ELSEWHERE: { readonly [name in FieldName]?: readonly [where: string, key: string] } = {
  agreedReason: ['Under this person\'s "caller"', 'reason'],
  agreedNumber: ['Under this person\'s "caller"', 'leaveNumber'],
  safeHours: ['Beside this number or address', 'safeHours'],
  firstSession: ['Under "sessions"', 'first'],
  lastSession: ['Under "sessions"', 'last'],
  sessionCount: ['Under "sessions"', 'number'],
  continues: ['In practice.yaml', 'continues'],
  credentials: ['In practice.yaml, under the clinician', 'credentials'],
  licence: ['In practice.yaml, under the clinician', 'licence'],
  supervisor: ['In practice.yaml, under the clinician', 'supervisor'],
};

const EXAMPLES: { readonly [name in FieldName]?: string } = {
  agreedNumber: 'true',
  firstSession: '2026-05-12',
  lastSession: '2026-08-25',
  sessionCount: '9',
  credentials: 'LCSW',
  licence: 'Illinois license 149.012345',
};

/** One sentence that says where to write the fact, with an example, and what it completes. */
export function howToGive(name: string): string {
  const { example, completes, kind }: Partial<Field> = findField(name) ?? {};
  const [where, key] = ELSEWHERE[name as FieldName] ?? [
    FACT_NAMES.includes(name) ? 'Under "shared"' : undefined,
    name,
  ];
  const shown = EXAMPLES[name as FieldName] ?? example;
  if (shown === undefined) return 'Add it to the client file.';
  const start = completes === undefined ? '' : ` It completes: "${completes}"`;
  const line = `"${key}: ${kind === 'list' ? `[${shown}]` : shown}"`;
  return `${where === undefined ? 'Add' : `${where}, add`} ${line}, in your own words.${start}`;
}

import type { Practice } from '../model/practice.ts';
import type { Locate } from '../model/schema.ts';
import { type Problem, problem } from '../problem.ts';

/** What a new practice has left of the sample's names, numbers and addresses: someone would call a stranger. */
export function sampleLeft(practice: Practice, sample: Practice, locate: Locate): Problem[] {
  if (practice.sample) return [];
  const theirs = new Set(identities(sample).map(({ value }) => value));
  return identities(practice)
    .filter(({ value }) => theirs.has(value))
    .map(({ path }) =>
      problem(
        'sample-left',
        locate(path, 'value'),
        `"${path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ')}" is still the sample practice's`,
        'Put in your own, or take the line out where you have none.',
      ),
    );
}

interface Identity {
  readonly path: readonly (string | number)[];
  readonly value: string;
}

function identities(practice: Practice): Identity[] {
  const { name, phone, web, records, complaints, consult, crisis } = practice;
  const single = Object.entries({ name, phone, web, records, complaints, consult }).map(([key, value]) => ({
    path: [key],
    value,
  }));
  const people = Object.entries(practice.clinicians).flatMap(([key, person]) =>
    [
      ['name', person.name],
      ['licence', person.licence],
      ['phone', person.phone],
      ['supervisor', person.supervisor],
    ].map(([part = '', value]) => ({
      path: ['clinicians', key, part],
      value,
    })),
  );
  const lines = practice.address.map((value, index) => ({ path: ['address', index], value }));
  const checked = { path: ['crisis', 'checkedOn'], value: crisis.checkedOn };
  return [...single, ...people, ...lines, checked].flatMap(({ path, value }) =>
    value === undefined ? [] : [{ path, value }],
  );
}

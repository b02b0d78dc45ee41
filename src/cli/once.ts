import type { Io } from './io.ts';

const MADE = new WeakMap<Io, Map<string, unknown>>();

/** What was made under this name for the same command, so that many letters read a font or a picture once. */
export function once<Value>(io: Io, name: string, make: () => Value): Value {
  const made = MADE.get(io) ?? new Map<string, unknown>();
  MADE.set(io, made);
  if (!made.has(name)) made.set(name, make());
  return made.get(name) as Value;
}

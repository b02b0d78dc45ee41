import type { Automaton, State } from './automaton.ts';
import type { Word } from './words.ts';

/** One pass of the automaton over the words of a text. */

/** A phrase found: its number, its first and its last word. */
export interface Match {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

/** Every match of every phrase in the words, within sentences, in one pass. */
export function findMatches(automaton: Automaton, words: readonly Word[]): Match[] {
  const pass = new Pass(automaton, words);
  pass.run(words.length);
  return pass.matches;
}

/** One pass over words; it can stop, be kept, and go on with other words from there. */
export class Pass {
  readonly matches: Match[];
  readonly #automaton: Automaton;
  readonly #words: readonly Word[];
  #at: number;
  #threads: Threads;

  /** Over the words from their beginning, or from where the pass before, over the same first words, has stopped. */
  constructor(automaton: Automaton, words: readonly Word[], before?: Pass) {
    this.#automaton = automaton;
    this.#words = words;
    this.matches = before === undefined ? [] : [...before.matches];
    this.#at = before === undefined ? 0 : before.#at;
    this.#threads = before === undefined ? new Threads([], 0) : before.#threads;
  }

  /** Goes on up to the word at `end`. */
  run(end: number): void {
    for (; this.#at < end; this.#at++) this.#step();
  }

  /** Goes on while some phrase that began before the word at `end` may still be finished. */
  finish(end: number): void {
    for (; this.#at < this.#words.length && this.#threads.hasBefore(end); this.#at++) this.#step();
  }

  #step(): void {
    const { text, opens } = this.#words[this.#at] as Word;
    const symbols = this.#automaton.symbols.of(text);
    const next = new Threads(this.matches, this.#at);
    if (!opens) this.#threads.advance(symbols, next);
    for (const symbol of symbols) lead(this.#automaton.start, symbol, this.#at, next);
    this.#threads = next;
  }
}

/** The phrases begun: how far each has come, at which word it began, and how many words it passed over since "...". */
class Threads {
  readonly #matches: Match[];
  readonly #at: number;
  readonly #states: State[] = [];
  readonly #from: number[] = [];
  readonly #passed: number[] = [];

  constructor(matches: Match[], at: number) {
    this.#matches = matches;
    this.#at = at;
  }

  /** Whether one of them began before the word at the position. */
  hasBefore(position: number): boolean {
    for (const from of this.#from) if (from < position) return true;
    return false;
  }

  enter(state: State, from: number): void {
    if (state.ends !== undefined)
      for (const phrase of state.ends) this.#matches.push({ phrase, from, to: this.#at });
    if (state.to !== undefined || state.groups !== undefined || state.passes) this.#push(state, from, 0);
    if (state.also !== undefined) for (const one of state.also) this.enter(one, from);
  }

  #push(state: State, from: number, passed: number): void {
    this.#states.push(state);
    this.#from.push(from);
    this.#passed.push(passed);
  }

  /** Takes each phrase on by the symbols of a word, into `next`. */
  advance(symbols: readonly number[], next: Threads): void {
    for (let index = 0; index < this.#states.length; index++) {
      const state = this.#states[index] as State;
      const from = this.#from[index] as number;
      const passed = this.#passed[index] as number;
      for (const symbol of symbols) lead(state, symbol, from, next);
      if (state.passes && passed < MOST_PASSED) next.#push(state, from, passed + 1);
    }
  }
}

const MOST_PASSED = 4;

/** Enters whatever the symbol leads to from the state. */
function lead(state: State, symbol: number, from: number, next: Threads): void {
  const to = state.symbol === symbol ? state.to : state.more?.get(symbol);
  if (to !== undefined) next.enter(to, from);
  if (state.groups === undefined) return;
  const led = (state.index ?? indexOf(state, state.groups)).get(symbol);
  if (led !== undefined) for (const one of led) next.enter(one, from);
}

function indexOf(state: State, groups: NonNullable<State['groups']>): Map<number, State[]> {
  const index = new Map<number, State[]>();
  for (const { group, to } of groups)
    for (const symbol of group) {
      const known = index.get(symbol);
      if (known === undefined) index.set(symbol, [to]);
      else if (!known.includes(to)) known.push(to);
    }
  state.index = index;
  return index;
}

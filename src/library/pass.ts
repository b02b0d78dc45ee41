import type { Automaton, Start, State } from './automaton.ts';
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

/** What a pass looks things up in beside the automaton; of texts, nothing is kept in it. */
interface Index {
  /** Those of the automaton, and after them one for each word that a phrase can begin with. */
  readonly states: State[];
  /** Where each symbol leads from the first state. */
  readonly firsts: ReadonlyMap<number, readonly number[]>;
  /** What the words that phrases name are to them, as far as they were met. */
  readonly named: Map<string, readonly Sign[]>;
  /** What the beginnings that phrases name are to them. */
  readonly begun: Map<Start, Sign>;
  /** The number of the last step at whose word the symbol was heard. */
  readonly heardAt: Uint32Array;
  step: number;
}

/** What a word is to phrases, as a word or as one beginning that it has. */
interface Sign {
  readonly symbols: readonly number[];
  /** The number of the state after it where it is the first word. */
  readonly after: number;
}

const indexes = new WeakMap<Automaton, Index>();

function indexOf(automaton: Automaton): Index {
  const known = indexes.get(automaton);
  if (known !== undefined) return known;
  const firsts = new Map<number, number[]>();
  const { leads = [] } = automaton.states[0] ?? {};
  for (let at = 0; at < leads.length; at += 2) {
    const [symbol = 0, to = 0] = [leads[at], leads[at + 1]];
    const before = firsts.get(symbol);
    if (before === undefined) firsts.set(symbol, [to]);
    else before.push(to);
  }
  const heardAt = new Uint32Array(automaton.symbols);
  const index = {
    states: [...automaton.states],
    firsts,
    named: new Map(),
    begun: new Map(),
    heardAt,
    step: 0,
  };
  indexes.set(automaton, index);
  return index;
}

/** The number of the one state for all in which phrases are after a first word of the symbols. */
function stateAfter(symbols: readonly number[], { states, firsts }: Index): number {
  const reached = new Set(symbols.flatMap((symbol) => firsts.get(symbol) ?? NONE));
  const joined = { leads: [] as number[], also: [] as number[], passes: undefined, ends: [] as number[] };
  for (const number of reached) {
    const { leads = NONE, also = NONE, passes, ends = NONE } = states[number] as State;
    if (passes) {
      joined.also.push(number);
      continue;
    }
    joined.leads.push(...leads);
    joined.ends.push(...ends);
    for (const one of also) reached.add(one);
  }
  return states.push(joined) - 1;
}

const NONE: readonly number[] = [];
const MOST_PASSED = 4;

/** What a word of a text is to phrases: as a word, and as each beginning that it has. Only words of phrases are remembered. */
function signsOf(word: string, automaton: Automaton, index: Index): readonly Sign[] {
  const known = index.named.get(word);
  if (known !== undefined) return known;
  const begun = signsBegun(word, automaton, index);
  const symbols = automaton.words.get(word);
  if (symbols === undefined) return begun;
  const signs = [{ symbols, after: stateAfter(symbols, index) }, ...begun];
  index.named.set(word, signs);
  return signs;
}

function signsBegun(word: string, { starts }: Automaton, index: Index): readonly Sign[] {
  const alike = starts.get(word.slice(0, 2));
  if (alike === undefined) return NO_SIGNS;
  return alike.filter(({ start }) => word.startsWith(start)).map((one) => signOfStart(one, index));
}

function signOfStart(start: Start, index: Index): Sign {
  const { symbols } = start;
  const sign = index.begun.get(start) ?? { symbols, after: stateAfter(symbols, index) };
  index.begun.set(start, sign);
  return sign;
}

const NO_SIGNS: readonly Sign[] = [];

/**
 * One pass over words; it can stop, be kept, and go on with other words from there. Phrases that have begun stand in
 * threes: the state, the word at which it began, and how many words it passed over since "...".
 */
export class Pass {
  readonly matches: Match[];
  readonly #automaton: Automaton;
  readonly #index: Index;
  readonly #words: readonly Word[];
  #at: number;
  #begun: readonly number[];

  /** Over the words from their beginning, or from where the pass before, over the same first words, has stopped. */
  constructor(automaton: Automaton, words: readonly Word[], before?: Pass) {
    this.#automaton = automaton;
    this.#index = indexOf(automaton);
    this.#words = words;
    this.matches = before === undefined ? [] : [...before.matches];
    this.#at = before === undefined ? 0 : before.#at;
    this.#begun = before === undefined ? NONE : before.#begun;
  }

  /** Goes on up to the word at `end`. */
  run(end: number): void {
    for (; this.#at < end; this.#at++) this.#step();
  }

  /** Goes on while some phrase that began before the word at `end` may still be finished. */
  finish(end: number): void {
    for (; this.#at < this.#words.length && this.#hasBefore(end); this.#at++) this.#step();
  }

  #hasBefore(position: number): boolean {
    const begun = this.#begun;
    for (let at = 1; at < begun.length; at += 3) if ((begun[at] as number) < position) return true;
    return false;
  }

  #step(): void {
    const { text, opens } = this.#words[this.#at] as Word;
    const signs = signsOf(text, this.#automaton, this.#index);
    const begun = opens ? NONE : this.#begun;
    const next: number[] = [];
    if (begun.length > 0) this.#goOn(begun, signs, next);
    for (const { after } of signs) this.#enter(after, this.#at, next);
    this.#begun = next;
  }

  /** Takes each phrase on by a word, into `next`. */
  #goOn(begun: readonly number[], signs: readonly Sign[], next: number[]): void {
    const { heardAt, states } = this.#index;
    const step = ++this.#index.step;
    for (const { symbols } of signs) for (const symbol of symbols) heardAt[symbol] = step;
    for (let at = 0; at < begun.length; at += 3) {
      const number = begun[at] as number;
      const from = begun[at + 1] as number;
      const passed = begun[at + 2] as number;
      const { leads, passes } = states[number] as State;
      for (let lead = 0; leads !== undefined && lead < leads.length; lead += 2)
        if (heardAt[leads[lead] as number] === step) this.#enter(leads[lead + 1] as number, from, next);
      if (passes === true && passed < MOST_PASSED) next.push(number, from, passed + 1);
    }
  }

  #enter(number: number, from: number, next: number[]): void {
    const { leads, also, passes, ends } = this.#index.states[number] as State;
    if (ends !== undefined) for (const phrase of ends) this.matches.push({ phrase, from, to: this.#at });
    if (leads !== undefined || passes === true) next.push(number, from, 0);
    if (also !== undefined) for (const one of also) this.#enter(one, from, next);
  }
}

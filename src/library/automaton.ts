import type { Part } from './phrase.ts';

/**
 * All phrases of all rules as one automaton over words: one pass over a text finds everything, however many rules there
 * are. It grows no faster than the text of the rules, since the ways of a choice meet again.
 */
export interface Automaton {
  /** The symbols of each word that phrases name: its own, and one of every choice of words that it is in. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  /** The same for beginnings that stand for any ending, by their first two letters. */
  readonly starts: ReadonlyMap<string, readonly Start[]>;
  /** By number; the first is before the first word of every phrase. */
  readonly states: readonly State[];
  /** How many symbols there are. */
  readonly symbols: number;
}

/** The beginning of words, of at least two letters. */
export interface Start {
  readonly start: string;
  readonly symbols: readonly number[];
}

/** How far a phrase has come; what it has none of is not there. */
export interface State {
  /** Each symbol that leads on, followed by the number of the state to which it does. */
  leads?: number[] | undefined;
  /** States that one is in at the same time: where ways of a choice meet, and "...". */
  also?: number[] | undefined;
  /** It is a "...", which passes over words. */
  passes?: true | undefined;
  /** The phrases that end here, by number. */
  ends?: number[] | undefined;
}

/** All alike, which makes thousands quicker to make. */
const newState = (): State => ({ leads: undefined, also: undefined, passes: undefined, ends: undefined });

/** A named list, or a choice: one symbol for its single words, and its longer entries. */
interface Choice {
  readonly symbol: number | undefined;
  readonly longer: readonly (readonly Part[])[];
}

type Ways = readonly (readonly Part[])[];

const FIRST = 0;

/** Adds phrases to an automaton; a class because every step adds to it. */
export class Builder {
  readonly #words = new Map<string, number[]>();
  readonly #starts = new Map<string, { start: string; symbols: number[] }[]>();
  readonly #states: State[] = [newState()];
  /** Where each symbol leads from the first state, which is too many to look through. */
  readonly #firsts = new Map<number, number>();
  #symbols = 0;
  /** By how they are written. */
  readonly #choices = new Map<string, Choice>();
  /** Where choices meet that phrases before made from a state, by the state and by how they are written. */
  readonly #met: (Map<string, number> | undefined)[] = [];

  get automaton(): Automaton {
    return { words: this.#words, starts: this.#starts, states: this.#states, symbols: this.#symbols };
  }

  /** Makes the ways a list of that name, for the phrases that come after. */
  addList(name: string, ways: Ways): void {
    this.#choices.set(`<${name}`, this.#choiceOf(ways));
  }

  /** Adds the phrase; `number` is what a match of it is called. */
  add(parts: readonly Part[], number: number): void {
    for (const end of new Set(this.#follow([FIRST], parts))) {
      const state = this.#state(end);
      if (state.ends === undefined) state.ends = [number];
      else state.ends.push(number);
    }
  }

  #state(number: number): State {
    return this.#states[number] as State;
  }

  #newState(): number {
    return this.#states.push(newState()) - 1;
  }

  /** The symbols of the word, or of the words that begin so: its own is the first. */
  #symbolsOf(text: string, isStart: boolean): number[] {
    return isStart ? this.#symbolsOfStart(text) : this.#symbolsOfWord(text);
  }

  #symbolsOfWord(word: string): number[] {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const symbols = [this.#symbols++];
    this.#words.set(word, symbols);
    return symbols;
  }

  #symbolsOfStart(start: string): number[] {
    const key = start.slice(0, 2);
    const alike = this.#starts.get(key) ?? [];
    this.#starts.set(key, alike);
    const known = alike.find((one) => one.start === start);
    if (known !== undefined) return known.symbols;
    const symbols = [this.#symbols++];
    alike.push({ start, symbols });
    return symbols;
  }

  #choiceOf(ways: Ways): Choice {
    const longer: (readonly Part[])[] = [];
    let symbol: number | undefined;
    for (const way of ways) {
      const [only] = way;
      if (way.length === 1 && (only?.kind === 'word' || only?.kind === 'start')) {
        const symbols = this.#symbolsOf(only.text, only.kind === 'start');
        symbol ??= this.#symbols++;
        if (symbols.at(-1) !== symbol) symbols.push(symbol);
      } else longer.push(way);
    }
    return { symbol, longer };
  }

  #follow(from: readonly number[], parts: readonly Part[]): readonly number[] {
    return parts.reduce((states, part) => this.#step(states, part), from);
  }

  #step(states: readonly number[], part: Part): readonly number[] {
    switch (part.kind) {
      case 'word':
      case 'start': {
        const [symbol = 0] = this.#symbolsOf(part.text, part.kind === 'start');
        return states.map((state) => this.#after(state, symbol));
      }
      case 'gap':
        return [...new Set(states.map((state) => this.#gap(state)))];
      case 'list':
        return this.#choices.has(`<${part.text}`) ? [this.#choose(states, `<${part.text}`, [])] : [];
      case 'either': {
        const ways = part.ways.filter((way) => way.length > 0);
        const chosen = this.#choose(states, part.text, ways);
        return ways.length < part.ways.length ? [...states, chosen] : [chosen];
      }
    }
  }

  #after(state: number, symbol: number): number {
    const known = state === FIRST ? this.#firsts.get(symbol) : this.#led(state, symbol);
    if (known !== undefined) return known;
    const to = this.#newState();
    this.#leadOn(state, symbol, to);
    if (state === FIRST) this.#firsts.set(symbol, to);
    return to;
  }

  #led(state: number, symbol: number): number | undefined {
    const { leads = [] } = this.#state(state);
    for (let index = 0; index < leads.length; index += 2)
      if (leads[index] === symbol) return leads[index + 1];
    return undefined;
  }

  #leadOn(state: number, symbol: number, to: number): void {
    const from = this.#state(state);
    if (from.leads === undefined) from.leads = [symbol, to];
    else from.leads.push(symbol, to);
  }

  #gap(state: number): number {
    const known = this.#state(state).also?.find((one) => this.#state(one).passes);
    if (known !== undefined) return known;
    const gap = this.#newState();
    this.#state(gap).passes = true;
    this.#alsoIn(state, gap);
    return gap;
  }

  #alsoIn(state: number, other: number): void {
    const from = this.#state(state);
    if (from.also === undefined) from.also = [other];
    else from.also.push(other);
  }

  /** The state in which all ways of the choice meet; the same for phrases that were alike up to here. */
  #choose(states: readonly number[], written: string, ways: Ways): number {
    const choice = this.#choices.get(written) ?? this.#choiceOf(ways);
    this.#choices.set(written, choice);
    const [only] = states;
    if (only === undefined || states.length > 1) return this.#lead(states, choice);
    const met = this.#met[only] ?? new Map<string, number>();
    this.#met[only] = met;
    const meeting = met.get(written) ?? this.#lead(states, choice);
    met.set(written, meeting);
    return meeting;
  }

  #lead(states: readonly number[], { symbol, longer }: Choice): number {
    const meeting = this.#newState();
    const from = longer.length > 0 ? this.#joined(states) : states;
    if (symbol !== undefined) for (const state of from) this.#leadOn(state, symbol, meeting);
    for (const way of longer) for (const state of this.#follow(from, way)) this.#alsoIn(state, meeting);
    return meeting;
  }

  /** One state for all but the first, so that longer ways are followed once. */
  #joined(states: readonly number[]): readonly number[] {
    const rest = states.filter((state) => state !== FIRST);
    if (rest.length < 2) return states;
    const joined = this.#newState();
    for (const state of rest) this.#alsoIn(state, joined);
    return rest.length === states.length ? [joined] : [FIRST, joined];
  }
}

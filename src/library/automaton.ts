import type { Part } from './phrase.ts';
import { Symbols } from './symbols.ts';

/**
 * All phrases of all rules as one automaton over words: one pass over a text finds everything, however many rules there
 * are. It grows no faster than the text of the rules, since the ways of a choice meet again.
 */
export interface Automaton {
  readonly symbols: Symbols;
  /** Before the first word of every phrase. */
  readonly start: State;
}

/** How far a phrase has come, and what leads on from there. A class, so that thousands are made alike and quickly. */
export class State {
  /** The first symbol that leads on; any others are in `more`. */
  symbol = -1;
  to: State | undefined = undefined;
  more: Map<number, State> | undefined = undefined;
  groups: { readonly group: readonly number[]; readonly to: State }[] | undefined = undefined;
  /** Where the symbols of the groups lead; made when the state is first reached. */
  index: Map<number, State[]> | undefined = undefined;
  /** Where choices meet that phrases before made from here, by how they are written. */
  met: Map<string, State> | undefined = undefined;
  /** States that one is in at the same time: where ways of a choice meet, and "...". */
  also: State[] | undefined = undefined;
  gap: State | undefined = undefined;
  /** It is a "...", which passes over words. */
  passes = false;
  /** The phrases that end here, by number. */
  ends: number[] | undefined = undefined;
}

/** A named list, or a choice: the symbols of its single words, and its longer entries. */
interface Choice {
  readonly group: readonly number[];
  readonly longer: readonly (readonly Part[])[];
}

/** Adds phrases to an automaton; a class because every step adds to it. */
export class Builder {
  readonly automaton: Automaton = { symbols: new Symbols(), start: new State() };
  readonly #lists = new Map<string, Choice>();

  /** Makes the ways a list of that name, for the phrases that come after. */
  addList(name: string, ways: readonly (readonly Part[])[]): void {
    this.#lists.set(name, this.#choiceOf(ways));
  }

  /** Adds the phrase; `number` is what a match of it is called. */
  add(parts: readonly Part[], number: number): void {
    for (const state of new Set(this.#follow([this.automaton.start], parts))) {
      state.ends ??= [];
      state.ends.push(number);
    }
  }

  #choiceOf(ways: readonly (readonly Part[])[]): Choice {
    const group: number[] = [];
    const longer: (readonly Part[])[] = [];
    for (const way of ways) {
      const [only] = way;
      if (way.length === 1 && (only?.kind === 'word' || only?.kind === 'start'))
        group.push(this.automaton.symbols.add(only.text, only.kind === 'start'));
      else longer.push(way);
    }
    return { group, longer };
  }

  #follow(from: readonly State[], parts: readonly Part[]): readonly State[] {
    return parts.reduce((states, part) => this.#step(states, part), from);
  }

  #step(states: readonly State[], part: Part): readonly State[] {
    switch (part.kind) {
      case 'word':
      case 'start': {
        const symbol = this.automaton.symbols.add(part.text, part.kind === 'start');
        return states.map((state) => stateAfter(state, symbol));
      }
      case 'gap':
        return [...new Set(states.map(gapFrom))];
      case 'list': {
        const list = this.#lists.get(part.text);
        return list === undefined ? [] : [this.#choose(states, `<${part.text}`, () => list)];
      }
      case 'either': {
        const ways = part.ways.filter((way) => way.length > 0);
        const chosen = this.#choose(states, part.text, () => this.#choiceOf(ways));
        return ways.length < part.ways.length ? [...states, chosen] : [chosen];
      }
    }
  }

  /** The state in which all ways of the choice meet; the same for phrases that were alike up to here. */
  #choose(states: readonly State[], written: string, choice: () => Choice): State {
    const [only] = states;
    if (only === undefined || states.length > 1) return this.#lead(states, choice());
    only.met ??= new Map();
    const met = only.met.get(written) ?? this.#lead(states, choice());
    only.met.set(written, met);
    return met;
  }

  #lead(states: readonly State[], { group, longer }: Choice): State {
    const meeting = new State();
    const from = longer.length > 0 ? this.#joined(states) : states;
    if (group.length > 0)
      for (const state of from) {
        state.groups ??= [];
        state.groups.push({ group, to: meeting });
      }
    for (const way of longer)
      for (const state of this.#follow(from, way)) {
        state.also ??= [];
        state.also.push(meeting);
      }
    return meeting;
  }

  /** One state for all but the start, so that longer ways are followed once. */
  #joined(states: readonly State[]): readonly State[] {
    const rest = states.filter((state) => state !== this.automaton.start);
    if (rest.length < 2) return states;
    const joined = new State();
    for (const state of rest) {
      state.also ??= [];
      state.also.push(joined);
    }
    return rest.length === states.length ? [joined] : [this.automaton.start, joined];
  }
}

function stateAfter(state: State, symbol: number): State {
  const known = state.symbol === symbol ? state.to : state.more?.get(symbol);
  if (known !== undefined) return known;
  const to = new State();
  if (state.to === undefined) {
    state.symbol = symbol;
    state.to = to;
  } else {
    state.more ??= new Map();
    state.more.set(symbol, to);
  }
  return to;
}

function gapFrom(state: State): State {
  if (state.gap !== undefined) return state.gap;
  state.gap = new State();
  state.gap.passes = true;
  state.also ??= [];
  state.also.push(state.gap);
  return state.gap;
}

import type { Part } from './phrase.ts';
import type { Word } from './words.ts';

/**
 * All phrases of all rules as one automaton over words: one pass over a text finds everything, however many rules there
 * are. It grows no faster than the text of the rules, since the ways of a choice meet again.
 */
export interface Automaton {
  /** Before the first word of every phrase. */
  readonly start: State;
  /** Choices that begin a phrase, by each of their words. */
  readonly openings: Map<string, State[]>;
}

/** How far a phrase has come, and what leads on from there. */
export interface State {
  words?: Map<string, State>;
  /** By the first two letters. */
  starts?: Map<string, { readonly start: string; readonly to: State }[]>;
  groups?: { readonly group: Group; readonly to: State }[];
  /** States that one is in at the same time: where ways of a choice meet, and "...". */
  also?: State[];
  gap?: State;
  /** It is a "...", which passes over words. */
  passes?: true;
  /** The phrases that end here, by number. */
  ends?: number[];
}

/** Words, and beginnings of words, of which any one leads on. */
interface Group {
  readonly words: ReadonlySet<string>;
  readonly starts: readonly string[];
}

/** A named list, or a choice: its single words as a group, and its longer entries. */
export interface Choice {
  readonly group: Group;
  readonly longer: readonly (readonly Part[])[];
}

/** A phrase found: its number, its first and its last word. */
export interface Match {
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}

const MOST_PASSED = 4;

/** The ways as a choice. */
export function choiceOf(ways: readonly (readonly Part[])[]): Choice {
  const words = new Set<string>();
  const starts: string[] = [];
  const longer: (readonly Part[])[] = [];
  for (const way of ways) {
    const [only] = way;
    if (way.length === 1 && only?.kind === 'word') words.add(only.text);
    else if (way.length === 1 && only?.kind === 'start') starts.push(only.text);
    else longer.push(way);
  }
  return { group: { words, starts }, longer };
}

/** Adds phrases to an automaton; a class because every step adds to it. */
export class Builder {
  readonly automaton: Automaton = { start: {}, openings: new Map() };
  readonly lists = new Map<string, Choice>();

  /** Adds the phrase; `number` is what a match of it is called. */
  add(parts: readonly Part[], number: number): void {
    for (const state of new Set(this.#follow([this.automaton.start], parts))) {
      state.ends ??= [];
      state.ends.push(number);
    }
  }

  #follow(from: readonly State[], parts: readonly Part[]): readonly State[] {
    return parts.reduce((states, part) => this.#step(states, part), from);
  }

  #step(states: readonly State[], part: Part): readonly State[] {
    switch (part.kind) {
      case 'word':
        return [...new Set(states.map((state) => wordFrom(state, part.text)))];
      case 'start':
        return [...new Set(states.map((state) => startFrom(state, part.text)))];
      case 'gap':
        return [...new Set(states.map(gapFrom))];
      case 'list': {
        const list = this.lists.get(part.text);
        return list === undefined ? [] : [this.#choose(states, list)];
      }
      case 'either': {
        const ways = part.ways.filter((way) => way.length > 0);
        const chosen = this.#choose(states, choiceOf(ways));
        return ways.length < part.ways.length ? [...states, chosen] : [chosen];
      }
    }
  }

  /** The state in which all ways of the choice meet. */
  #choose(states: readonly State[], { group, longer }: Choice): State {
    const meeting: State = {};
    if (group.words.size + group.starts.length > 0)
      for (const state of states) this.#addGroup(state, group, meeting);
    for (const way of longer)
      for (const state of this.#follow(states, way)) {
        state.also ??= [];
        state.also.push(meeting);
      }
    return meeting;
  }

  #addGroup(state: State, group: Group, to: State): void {
    if (state !== this.automaton.start) {
      state.groups ??= [];
      state.groups.push({ group, to });
      return;
    }
    for (const word of group.words) {
      const known = this.automaton.openings.get(word);
      if (known === undefined) this.automaton.openings.set(word, [to]);
      else known.push(to);
    }
    for (const start of group.starts) startTo(state, start, to);
  }
}

function wordFrom(state: State, word: string): State {
  state.words ??= new Map();
  const known = state.words.get(word);
  if (known !== undefined) return known;
  const to: State = {};
  state.words.set(word, to);
  return to;
}

function startFrom(state: State, start: string): State {
  const to: State = {};
  startTo(state, start, to);
  return to;
}

function startTo(state: State, start: string, to: State): void {
  state.starts ??= new Map();
  const key = start.slice(0, 2);
  const alike = state.starts.get(key) ?? [];
  state.starts.set(key, alike);
  alike.push({ start, to });
}

function gapFrom(state: State): State {
  if (state.gap !== undefined) return state.gap;
  state.gap = { passes: true };
  state.also ??= [];
  state.also.push(state.gap);
  return state.gap;
}

/** A phrase begun: how far it has come, at which word it began, and how many words it has passed over since "...". */
interface Thread {
  readonly state: State;
  readonly from: number;
  readonly passed: number;
}

/** Every match of every phrase in the words, within sentences, in one pass. */
export function findMatches({ start, openings }: Automaton, words: readonly Word[]): Match[] {
  const matches: Match[] = [];
  let threads: Thread[] = [];
  for (const [at, { text, opens }] of words.entries()) {
    const next: Thread[] = [];
    const enter = (state: State, from: number): void => {
      if (state.ends !== undefined) for (const phrase of state.ends) matches.push({ phrase, from, to: at });
      next.push({ state, from, passed: 0 });
      if (state.also !== undefined) for (const one of state.also) enter(one, from);
    };
    if (!opens)
      for (const { state, from, passed } of threads) {
        advance(state, text, from, enter);
        if (state.passes && passed < MOST_PASSED) next.push({ state, from, passed: passed + 1 });
      }
    advance(start, text, at, enter);
    for (const state of openings.get(text) ?? []) enter(state, at);
    threads = next;
  }
  return matches;
}

function advance(
  state: State,
  word: string,
  from: number,
  enter: (state: State, from: number) => void,
): void {
  const to = state.words?.get(word);
  if (to !== undefined) enter(to, from);
  if (state.starts !== undefined)
    for (const one of state.starts.get(word.slice(0, 2)) ?? [])
      if (word.startsWith(one.start)) enter(one.to, from);
  if (state.groups !== undefined)
    for (const { group, to } of state.groups) if (isIn(group, word)) enter(to, from);
}

const isIn = ({ words, starts }: Group, word: string) =>
  words.has(word) || starts.some((start) => word.startsWith(start));

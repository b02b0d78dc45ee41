import { type Automaton, Builder, type Start } from './automaton.ts';
import { type Fault, parsePhrase } from './phrase.ts';
import type { Rules } from './rules.ts';

/** What a phrase found means: that a rule speaks, that it keeps silent after all, or that a plainer word is there. */
export type Meaning =
  | { readonly kind: 'says' | 'excuses' /** Its number among the rules. */; readonly rule: number }
  | { readonly kind: 'hard'; readonly plain: string };

/** A phrase that cannot be read, by its path in rules.yaml. */
export interface PhraseFault extends Fault {
  readonly path: readonly (string | number)[];
}

/** The rules as they are searched for. */
export interface Compiled {
  readonly automaton: Automaton;
  /** By the number of the phrase. */
  readonly meanings: readonly Meaning[];
  readonly faults: readonly PhraseFault[];
}

const known = new WeakMap<Rules, Compiled>();

/** What was compiled, as plain data to keep beside the rules. */
export interface Kept extends Pick<Compiled, 'meanings'> {
  readonly words: readonly (readonly [string, readonly number[]])[];
  readonly starts: readonly (readonly [string, readonly Start[]])[];
  readonly states: Automaton['states'];
  readonly symbols: number;
}

/** What is to be kept of rules without faults. */
export function keepRules(rules: Rules): Kept {
  const { automaton, meanings } = compileRules(rules);
  return { ...automaton, words: [...automaton.words], starts: [...automaton.starts], meanings };
}

/** Takes what was kept of the same rules, so that they need not be compiled again. */
export function recallRules(rules: Rules, { meanings, ...kept }: Kept): void {
  const automaton = { ...kept, words: new Map(kept.words), starts: new Map(kept.starts) };
  known.set(rules, { automaton, meanings, faults: [] });
}

/** The automaton of the rules; made once for the same rules. */
export function compileRules(rules: Rules): Compiled {
  const before = known.get(rules);
  if (before !== undefined) return before;
  const compiled = new Compiler(rules).compile();
  known.set(rules, compiled);
  return compiled;
}

/** Adds phrase after phrase; a class because each adds to the automaton, its meanings and its faults. */
class Compiler {
  readonly #rules: Rules;
  readonly #builder = new Builder();
  readonly #meanings: Meaning[] = [];
  readonly #faults: PhraseFault[] = [];
  readonly #names: ReadonlySet<string>;

  constructor(rules: Rules) {
    this.#rules = rules;
    this.#names = new Set(Object.keys(rules.words));
  }

  compile(): Compiled {
    for (const [name, words] of Object.entries(this.#rules.words)) this.#addList(name, words);
    for (const [rule, { phrases, except = [] }] of this.#rules.rules.entries()) {
      this.#add(phrases, { kind: 'says', rule }, ['rules', rule, 'phrases']);
      this.#add(except, { kind: 'excuses', rule }, ['rules', rule, 'except']);
    }
    for (const [words, plain] of Object.entries(this.#rules.hard))
      this.#addOne(words, { kind: 'hard', plain }, ['hard', words]);
    return { automaton: this.#builder.automaton, meanings: this.#meanings, faults: this.#faults };
  }

  #addList(name: string, words: readonly string[]): void {
    const entries = words.map((word, index) => this.#parse(word, NO_LISTS, ['words', name, index]));
    this.#builder.addList(name, entries);
  }

  #add(phrases: readonly string[], meaning: Meaning, path: readonly (string | number)[]): void {
    for (const [index, phrase] of phrases.entries()) this.#addOne(phrase, meaning, [...path, index]);
  }

  #addOne(phrase: string, meaning: Meaning, path: readonly (string | number)[]): void {
    const parts = this.#parse(phrase, this.#names, path);
    if (parts.length === 0) return;
    this.#builder.add(parts, this.#meanings.length);
    this.#meanings.push(meaning);
  }

  #parse(phrase: string, lists: ReadonlySet<string>, path: readonly (string | number)[]) {
    const { parts, fault } = parsePhrase(phrase, lists);
    if (fault !== undefined) this.#faults.push({ ...fault, path });
    return parts;
  }
}

const NO_LISTS: ReadonlySet<string> = new Set();

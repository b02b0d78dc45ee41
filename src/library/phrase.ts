import { fold, wordsOf } from './words.ts';

/**
 * The language of phrases in `snippets/rules.yaml`: words, `therap*` for any ending, `(a|b c)` for one of several, `(x)?`
 * for what may be missing, `<list>` for a word of a named list, `...` for up to four words. Each phrase has a bounded
 * number of forms, so that looking for it takes one pass.
 */
export type Part =
  | { readonly kind: 'word' | 'start' | 'list'; readonly text: string }
  | { readonly kind: 'gap' }
  | {
      readonly kind: 'either';
      /** As it was written, by which phrases that begin alike are known. */
      readonly text: string;
      readonly ways: readonly (readonly Part[])[];
    };

/** What keeps a phrase from being read: where in it, counting from 1, and how to mend it. */
export interface Fault {
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

const DEEPEST = 2;
const LONGEST = 2_000;

/** The parts of a phrase; `lists` are the names that may stand between < and >. */
export function parsePhrase(
  phrase: string,
  lists: ReadonlySet<string>,
): { readonly parts: readonly Part[]; readonly fault?: Fault } {
  try {
    const parser = new Parser(phrase, lists);
    return { parts: parser.phrase() };
  } catch (error) {
    if (error instanceof Refused) return { parts: [], fault: error.fault };
    throw error;
  }
}

class Refused extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

function refuse(column: number, message: string, hint: string): never {
  throw new Refused({ column, message, hint });
}

/** Reads one phrase from left to right; a class because every step moves the place. */
class Parser {
  readonly #text: string;
  readonly #lists: ReadonlySet<string>;
  #at = 0;

  constructor(text: string, lists: ReadonlySet<string>) {
    this.#text = text;
    this.#lists = lists;
  }

  phrase(): Part[] {
    if (this.#text.length > LONGEST)
      refuse(1, 'this phrase is far too long', 'Split it into several phrases.');
    const parts = this.#sequence(0);
    if (this.#at < this.#text.length)
      refuse(this.#at + 1, 'this has nothing to close or to part', 'Take it out.');
    if (parts[0]?.kind === 'gap' || parts.at(-1)?.kind === 'gap')
      refuse(1, '"..." stands at an end', 'Put "..." between two words.');
    if (isNothing(parts)) refuse(1, 'this phrase could be no word at all', 'Leave one word outside (…)?.');
    return parts;
  }

  #sequence(depth: number): Part[] {
    const parts: Part[] = [];
    for (;;) {
      const next = this.#text[this.#at];
      if (next === undefined || next === ')' || next === '|') return parts;
      if (next === ' ') this.#at += 1;
      else if (next === '(') parts.push(this.#either(depth + 1));
      else if (next === '<') parts.push(this.#list());
      else if (next === '…' || next === '.') parts.push(this.#gap(depth, parts.at(-1)));
      else this.#words(parts);
    }
  }

  #gap(depth: number, before: Part | undefined): Part {
    const dots = this.#text[this.#at] === '…' ? 1 : 3;
    if (dots === 3 && !this.#text.startsWith('...', this.#at)) this.#unknown();
    if (depth > 0 || before?.kind === 'gap')
      refuse(this.#at + 1, '"..." stands inside brackets or twice', 'Put one "..." between two words.');
    this.#at += dots;
    return { kind: 'gap' };
  }

  #list(): Part {
    const end = this.#text.indexOf('>', this.#at);
    const text = this.#text.slice(this.#at + 1, end);
    if (end < 0 || !this.#lists.has(text))
      refuse(this.#at + 1, 'there is no such list of words', `Use one of: ${[...this.#lists].join(', ')}.`);
    this.#at = end + 1;
    return { kind: 'list', text };
  }

  /** One word, or the words that it is short for. Most are plain, and there are thousands. */
  #words(parts: Part[]): void {
    const start = this.#at;
    while (isPlain(this.#text.charCodeAt(this.#at))) this.#at += 1;
    let word = this.#text.slice(start, this.#at);
    if (OTHER.test(this.#text[this.#at] ?? '')) {
      const rest = /^[\p{L}\p{M}\p{N}'’‘‐‑-]+/u.exec(this.#text.slice(start))?.[0] ?? '';
      this.#at = start + rest.length;
      const words = wordsOf(fold(rest)).map(({ text }) => text);
      word = words.pop() ?? '';
      for (const text of words) parts.push({ kind: 'word', text });
    }
    if (word === '') {
      this.#at = start;
      this.#unknown();
    }
    if (this.#text[this.#at] !== '*') {
      parts.push({ kind: 'word', text: word });
      return;
    }
    if (word.length < 2)
      refuse(start + 1, 'a * after a single letter would fit far too much', 'Write more of the word.');
    this.#at += 1;
    parts.push({ kind: 'start', text: word });
  }

  /** A way of one plain word and nothing else, as nearly all of them are; quicker than by their parts. */
  #single(): readonly Part[] | undefined {
    let end = this.#at;
    while (isPlain(this.#text.charCodeAt(end))) end += 1;
    const next = this.#text[end];
    if (end === this.#at || (next !== '|' && next !== ')')) return undefined;
    const text = this.#text.slice(this.#at, end);
    this.#at = end;
    return [{ kind: 'word', text }];
  }

  #unknown(): never {
    const hint = 'Use words, therap*, (a|b), (x)?, <list> and ... only.';
    return refuse(this.#at + 1, 'this means nothing in a phrase', hint);
  }

  #either(depth: number): Part {
    const start = this.#at + 1;
    if (depth > DEEPEST) refuse(start, 'brackets stand too deep', 'Split it into several phrases.');
    const ways: (readonly Part[])[] = [];
    do {
      this.#at += 1;
      ways.push(this.#single() ?? this.#sequence(depth));
    } while (this.#text[this.#at] === '|');
    if (this.#text[this.#at] !== ')') refuse(start, 'a bracket is not closed', 'Add a ).');
    if (ways.some((way) => way.length === 0))
      refuse(start, 'a choice in brackets is empty', 'Write (a|b), or (a)? for what may be missing.');
    this.#at += 1;
    const text = this.#text.slice(start, this.#at);
    if (this.#text[this.#at] !== '?') return { kind: 'either', text, ways };
    this.#at += 1;
    return { kind: 'either', text, ways: [...ways, []] };
  }
}

/** Small letters and digits; a word of anything else is folded. */
const isPlain = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
const OTHER = /[\p{L}\p{M}\p{N}'’‘‐‑-]/u;

function isNothing(parts: readonly Part[]): boolean {
  return parts.every((part) => part.kind === 'either' && part.ways.some(isNothing));
}

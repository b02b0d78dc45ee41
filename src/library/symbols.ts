/**
 * The words of all phrases as numbers, which are quicker to look up: each word has one, and so has each beginning that
 * stands for any ending. A word in a text has the number of its own and those of its beginnings; most have none.
 */
export class Symbols {
  readonly #words = new Map<string, number>();
  /** By the first two letters. */
  readonly #starts = new Map<string, { readonly start: string; readonly symbol: number }[]>();
  #next = 0;

  /** The number of a word, or of a beginning of at least two letters. */
  add(text: string, isStart: boolean): number {
    return isStart ? this.#addStart(text) : this.#addWord(text);
  }

  #addWord(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    this.#words.set(word, this.#next);
    return this.#next++;
  }

  #addStart(start: string): number {
    const key = start.slice(0, 2);
    const alike = this.#starts.get(key) ?? [];
    this.#starts.set(key, alike);
    const known = alike.find((one) => one.start === start);
    if (known !== undefined) return known.symbol;
    alike.push({ start, symbol: this.#next });
    return this.#next++;
  }

  /** The numbers of a word in a text. */
  of(word: string): readonly number[] {
    const own = this.#words.get(word);
    const alike = this.#starts.get(word.slice(0, 2));
    let symbols: number[] | undefined;
    if (alike !== undefined)
      for (const { start, symbol } of alike)
        if (word.startsWith(start)) {
          symbols ??= [];
          symbols.push(symbol);
        }
    if (own === undefined) return symbols ?? NONE;
    if (symbols === undefined) return [own];
    symbols.push(own);
    return symbols;
  }
}

const NONE: readonly number[] = [];

import { Marked, type Token } from 'marked';
import type { Block, Inline, TextRun } from './document.ts';
import type { Piece } from './evaluate.ts';

/**
 * Filled pieces as a document. Values never meet Markdown: each is one private-use character until the wording has
 * been through the lexer, then goes into a run of text, exactly once. Nothing else imports marked.
 */

const lexer = new Marked({ gfm: true });
const FIRST = 0xe000;
const MOST_VALUES = 6_400;
const STAND_IN = /([\ue000-\uf8ff])/;
/** Whatever keeps a text from being one run as it stands, which most are. */
const BROKEN_OR_FILLED = /[\n\ue000-\uf8ff]/;

/** What Markdown made of a text; `refused` says in words what has no place in a message. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly refused: readonly string[];
}

/** The document of the pieces. A value that did not land in plain text exactly once is refused, as is any HTML, code,
 * quotation, table, picture, rule, or link that is not https, tel or mailto. */
export function readMarkdown(pieces: readonly Piece[]): Reading {
  const values = pieces.filter((piece) => piece.field !== undefined);
  if (values.length > MOST_VALUES) return { blocks: [], refused: ['more values than a message can hold'] };
  let next = FIRST;
  const source = pieces
    .map((piece) => (piece.field === undefined ? piece.text : String.fromCharCode(next++)))
    .join('');
  const converter = new Converter(values);
  const blocks = converter.blocks(lex(source));
  return { blocks, refused: converter.findings() };
}

const MOST_REMEMBERED = 2_000;
const remembered = new Map<string, readonly Token[]>();

/** marked's tokens. Wording with stand-ins recurs from message to message, and holds no value, so it is remembered. */
function lex(source: string): readonly Token[] {
  const known = remembered.get(source);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const tokens = lexer.lexer(source);
  remembered.set(source, tokens);
  return tokens;
}

/** Walks marked's tokens once; a class because every step adds to the refusals and counts the landings. */
class Converter {
  readonly #refused: string[] = [];
  readonly #landed: number[];
  readonly #values: readonly Piece[];

  constructor(values: readonly Piece[]) {
    this.#values = values;
    this.#landed = values.map(() => 0);
  }

  findings(): string[] {
    const lost = this.#landed.some((times) => times !== 1) && this.#refused.length === 0;
    return lost
      ? [...this.#refused, 'a field where a value cannot stand, such as inside a link']
      : this.#refused;
  }

  blocks(tokens: readonly Token[]): Block[] {
    return tokens.flatMap((token): Block[] => {
      switch (token.type) {
        case 'space':
          return [];
        case 'paragraph':
        case 'text':
          return [{ kind: 'paragraph', children: this.#inlines(token.tokens ?? []) }];
        case 'heading':
          return [{ kind: 'heading', depth: token['depth'], children: this.#inlines(token.tokens ?? []) }];
        case 'list':
          if (token['ordered'] && !isCounted(token['items'])) this.#refused.push(UNCOUNTED);
          return [{ kind: 'list', ordered: token['ordered'], items: this.#items(token['items']) }];
        default:
          this.#refuse(token);
          return [];
      }
    });
  }

  #items(items: readonly (Token & { tokens: Token[]; task?: boolean })[]): (readonly Block[])[] {
    return items.map((item) => {
      if (item.task) this.#refused.push('a box to tick');
      return this.blocks(item.tokens);
    });
  }

  #inlines(tokens: readonly Token[]): Inline[] {
    return tokens.flatMap((token): Inline[] => {
      switch (token.type) {
        case 'text':
        case 'escape':
          return token.type === 'text' && token.tokens
            ? this.#inlines(token.tokens)
            : this.#runs(token['text']);
        case 'strong':
        case 'em':
          return [{ kind: token.type, children: this.#inlines(token.tokens ?? []) }];
        case 'br':
          return [{ kind: 'break' }];
        case 'link':
          return this.#link(token);
        default:
          this.#refuse(token);
          return [];
      }
    });
  }

  #link(token: Token & { href?: string; title?: string | null; tokens?: Token[] }): Inline[] {
    const href = token.href ?? '';
    if (!/^(https|tel|mailto):[^\ue000-\uf8ff]*$/.test(href)) {
      this.#refused.push('a link that is not https, tel or mailto');
      return [];
    }
    if (token.title) this.#refused.push('a link with a title, which nobody would see');
    return [{ kind: 'link', href, children: this.#inlines(token.tokens ?? []) }];
  }

  #runs(text: string): TextRun[] {
    if (!BROKEN_OR_FILLED.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
    return text
      .replace(/[ \t]*\n[ \t]*/g, ' ')
      .split(STAND_IN)
      .filter((part) => part !== '')
      .map((part) => {
        const index = part.charCodeAt(0) - FIRST;
        const value = STAND_IN.test(part) ? this.#values[index] : undefined;
        if (value?.field === undefined) return { kind: 'text', text: part };
        this.#landed[index] = (this.#landed[index] ?? 0) + 1;
        return { kind: 'text', text: value.text, field: value.field };
      });
  }

  #refuse(token: Token): void {
    this.#refused.push(NAMES[token.type] ?? 'something that is neither paragraph, heading nor list');
  }
}

const UNCOUNTED = 'a number at the start of a line that does not count 1, 2, 3: it would be changed';

/** Whether the items are numbered from 1 on; the document numbers them anew, so that any other number would be lost. */
const isCounted = (items: readonly Token[]) =>
  items.every(({ raw }, index) => Number.parseInt(raw, 10) === index + 1);

const NAMES: Readonly<Record<string, string>> = {
  html: 'HTML',
  code: 'a block of code or an indented line',
  codespan: 'code',
  blockquote: 'a quotation',
  table: 'a table',
  image: 'a picture',
  hr: 'a rule',
  del: 'struck-out text',
  def: 'a link definition',
};

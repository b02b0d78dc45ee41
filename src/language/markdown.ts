import { Marked, type Token } from 'marked';
import type { Place } from '../problem.ts';
import { type Block, type Inline, shareWording, type TextRun } from './document.ts';
import type { Piece } from './evaluate.ts';
import { brokenMark, markedLanguage, markFault } from './language-mark.ts';
import { linkFault } from './link-fault.ts';
import { offsetOfToken, placeIn } from './locate-token.ts';

/**
 * Filled pieces as a document. Values never meet Markdown: each is one private-use character until the wording has
 * been through the lexer, then goes into a run of text, exactly once. Nothing else imports marked.
 */

/** Leaves a kind of block to marked where the text may hold it; V8 takes long over its pattern for each, and most wording has none. */
const where = (sign: RegExp) => (text: string) => (sign.test(text) ? false : undefined);
const lexer = new Marked({
  gfm: true,
  tokenizer: {
    html: where(/^ {0,3}</),
    table: where(/\||:-|-:/),
    lheading: where(/\n {0,3}(?:=+|-+) *(?:\n|$)/),
  },
});
const FIRST = 0xe000;
const MOST_VALUES = 6_400;
const STAND_IN = /([\ue000-\uf8ff])/;
/** Whatever keeps a text from being one run as it stands, which most are. */
const BROKEN_OR_FILLED = /[\n\ue000-\uf8ff]/;

/** Something that has no place in a message, in words, and where it stands if the pieces know their places. */
export interface Refused {
  readonly what: string;
  /** What to do about it, where that is something of its own. */
  readonly hint?: string;
  readonly place: Place | undefined;
}

/** What Markdown made of a text, and what of it was refused. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly refused: readonly Refused[];
}

/** The document of the pieces. A value that did not land in plain text exactly once is refused, as is any HTML, code,
 * quotation, table, picture, rule, or link that is neither https, tel, mailto nor the mark of a language. */
export function readMarkdown(pieces: readonly Piece[]): Reading {
  const values = pieces.filter((piece) => piece.field !== undefined);
  if (values.length > MOST_VALUES)
    return { blocks: [], refused: [{ what: TOO_MANY, place: pieces[0]?.place }] };
  const source = sourceOf(pieces);
  const { blocks, tokens, found } = formOf(source, values.length);
  const refused = found.map(({ at, within = 0, ...told }) => {
    if (typeof at === 'number') return { ...told, place: values[at]?.place };
    return { ...told, place: placeIn(pieces, (offsetOfToken(tokens, source, at) ?? 0) + within) };
  });
  return { blocks: values.length === 0 ? blocks : fillBlocks(blocks, values), refused };
}

/** What readMarkdown would refuse; most wording is so plain that it need not be read for that. */
export const findRefused = (pieces: readonly Piece[]): readonly Refused[] =>
  CAN_BE_REFUSED.test(sourceOf(pieces)) ? readMarkdown(pieces).refused : [];

/** Without one of these, or a line of marks alone, Markdown makes only paragraphs, headings, bullets, bold and italics,
 * and values stay whole. */
const CAN_BE_REFUSED = /[<>`[\]|~\\\t@]| {4}|\d[.)]|^[^\p{L}\p{N}\n\ue000-\uf8ff]+$|:\/\/|www\./imu;

/** The wording with a private-use character for each value. */
function sourceOf(pieces: readonly Piece[]): string {
  let next = FIRST;
  let source = '';
  for (const { text, field } of pieces) source += field === undefined ? text : String.fromCharCode(next++);
  return source;
}

const TOO_MANY = 'more values than a message can hold';

/** A document before its values are in: each is a run of its stand-in, with a field without a name. */
interface Form {
  /** How many values; a stand-in past them is no more than a character of the wording. */
  readonly values: number;
  readonly blocks: readonly Block[];
  readonly tokens: readonly Token[];
  readonly found: readonly Finding[];
}

const MOST_REMEMBERED = 5_000;
const remembered = new Map<string, Form>();

/** What Markdown makes of the source. Wording with stand-ins recurs from message to message, and holds no value, so it is remembered. */
function formOf(source: string, values: number): Form {
  const known = remembered.get(source);
  if (known?.values === values) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const tokens = lexer.lexer(source);
  const converter = new Converter(values);
  const form = { values, blocks: converter.blocks(tokens), tokens, found: converter.findings() };
  remembered.set(source, form);
  return form;
}

const OPEN = '';

function fillBlocks(form: readonly Block[], values: readonly Piece[]): readonly Block[] {
  const blocks = form.map((block) => fillBlock(block, values));
  shareWording(blocks, form);
  return blocks;
}

function fillBlock(block: Block, values: readonly Piece[]): Block {
  return block.kind === 'list'
    ? { ...block, items: block.items.map((item) => item.map((inner) => fillBlock(inner, values))) }
    : { ...block, children: fillInlines(block.children, values) };
}

function fillInlines(inlines: readonly Inline[], values: readonly Piece[]): Inline[] {
  return inlines.map((inline) => {
    if (inline.kind === 'break') return inline;
    if (inline.kind !== 'text') return { ...inline, children: fillInlines(inline.children, values) };
    if (inline.field !== OPEN) return inline;
    const { text = '', field = OPEN } = values[inline.text.charCodeAt(0) - FIRST] ?? {};
    return { kind: 'text', text, field };
  });
}

/** What was found, at a token or at the value of a number. */
interface Finding extends Pick<Refused, 'what' | 'hint'> {
  readonly at: Token | number;
  /** Characters of the token before it. */
  readonly within?: number;
}

/** Walks marked's tokens once; a class because every step adds to the findings and counts the landings. */
class Converter {
  readonly #found: Finding[] = [];
  readonly #landed: number[];

  constructor(values: number) {
    this.#landed = Array.from({ length: values }, () => 0);
  }

  findings(): Finding[] {
    const lost = this.#landed.findIndex((times) => times !== 1);
    return lost >= 0 && this.#found.length === 0
      ? [{ what: 'a field where a value cannot stand, such as inside a link', at: lost }]
      : this.#found;
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
          if (token['ordered']) this.#checkNumbers(token['items']);
          return [{ kind: 'list', ordered: token['ordered'], items: this.#items(token['items']) }];
        default:
          this.#refuse(token);
          return [];
      }
    });
  }

  #items(items: readonly (Token & { tokens: Token[]; task?: boolean })[]): (readonly Block[])[] {
    return items.map((item) => {
      if (item.task) this.#found.push({ what: 'a box to tick', at: item });
      return this.blocks(item.tokens);
    });
  }

  #inlines(tokens: readonly Token[]): Inline[] {
    return tokens.flatMap((token): Inline[] => {
      switch (token.type) {
        case 'text':
        case 'escape':
          return token.type === 'text' && token.tokens ? this.#inlines(token.tokens) : this.#runs(token);
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

  /** The document numbers items anew from 1, so that any other number would be lost. */
  #checkNumbers(items: readonly Token[]): void {
    const at = items.find(({ raw }, index) => Number.parseInt(raw, 10) !== index + 1);
    if (at !== undefined) this.#found.push({ what: UNCOUNTED, at });
  }

  #link(token: Token & { href?: string; text?: string; title?: string | null; tokens?: Token[] }): Inline[] {
    const { href = '', text = '', title } = token;
    const before = this.#found.length;
    const children = this.#inlines(token.tokens ?? []);
    if (this.#found.length > before) return [];
    const language = markedLanguage(href);
    if (language !== undefined) {
      const fault = markFault(language, text, title);
      if (fault !== undefined) this.#found.push({ ...fault, at: token });
      return fault === undefined ? [{ kind: 'language', language, children }] : [];
    }
    const what = linkFault(href, text, title);
    if (what !== undefined) this.#found.push({ what, at: token });
    return what === undefined ? [{ kind: 'link', href, children }] : [];
  }

  #runs(token: Token & { text?: string }): TextRun[] {
    const text = token.text ?? '';
    const within = text.includes('<') ? text.search(HALF_A_TAG) : -1;
    if (within >= 0) this.#found.push({ what: 'HTML', at: token, within });
    const broken = text.includes('(') ? brokenMark(text) : undefined;
    if (broken !== undefined) this.#found.push({ ...broken, at: token });
    if (!BROKEN_OR_FILLED.test(text)) return text === '' ? [] : [{ kind: 'text', text }];
    return text
      .replace(/[ \t]*\n[ \t]*/g, ' ')
      .split(STAND_IN)
      .filter((part) => part !== '')
      .map((part) => {
        const index = part.charCodeAt(0) - FIRST;
        const landed = STAND_IN.test(part) ? this.#landed[index] : undefined;
        if (landed === undefined) return { kind: 'text', text: part };
        this.#landed[index] = landed + 1;
        return { kind: 'text', text: part, field: OPEN };
      });
  }

  #refuse(token: Token): void {
    // The item that it belongs to is refused already.
    if (token.type === 'checkbox') return;
    const what = NAMES[token.type] ?? 'something that is neither paragraph, heading nor list';
    this.#found.push({ what, at: token });
  }
}

/** The beginning of a tag of HTML that a field or the end of the line breaks off. */
const HALF_A_TAG = /<[\p{L}/!?]/u;

const UNCOUNTED = 'a number at the start of a line that does not count 1, 2, 3: it would be changed';

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

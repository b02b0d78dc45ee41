import { parse } from '@handlebars/parser';
import { type Place, type Problem, placeAfter, problem, type Result } from '../problem.ts';
import type { Condition, Node } from './node.ts';
import { explainSyntaxFault } from './syntax-fault.ts';
import { findExcess, LIMITS } from './wording-limits.ts';

/**
 * Wording as a tree. The parser is Handlebars' own; nothing is ever compiled, and whatever is outside the subset is a
 * problem at its place. Nothing else imports the parser.
 */

/** A text of wording and where it starts: the lines of its front matter come before it. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before the text. */
  readonly linesBefore: number;
}

/** Handlebars' own tree; used here, and by the test that holds our evaluation to Handlebars'. */
export type Tree = Raw;

/** The tree of `text` in Handlebars' own form; throws what Handlebars' parser throws. */
export const parseTree = (text: string) => parse(text) as unknown as Tree;

/** The nodes of the source; every construct outside the subset is a problem, and the value is then absent. */
export function parseWording(source: Source): Result<readonly Node[]> {
  const start: Place = { file: source.file, line: source.linesBefore + 1, column: 1 };
  const excess = findExcess(source.text);
  if (excess !== undefined) {
    return {
      value: undefined,
      problems: [
        problem('wording-budget', start, `this text has ${excess}`, 'Split it into smaller snippets.'),
      ],
    };
  }
  let tree: Tree;
  try {
    tree = parseTree(source.text);
  } catch (error) {
    return { value: undefined, problems: [explainSyntaxFault(source, error)] };
  }
  const reader = new Reader(source);
  const value = reader.nodes(tree as Raw, { depth: 0, inEach: false });
  return reader.problems.length > 0
    ? { value: undefined, problems: reader.problems }
    : { value, problems: [] };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** The parts of Handlebars' nodes that are looked at; anything may be missing. */
interface Raw {
  readonly type: string;
  readonly loc: { readonly start: Position; readonly end: Position };
  readonly body?: readonly Raw[];
  readonly value?: unknown;
  readonly path?: Raw;
  readonly name?: Raw;
  readonly params?: readonly Raw[];
  readonly hash?: unknown;
  readonly escaped?: boolean;
  readonly program?: Raw & { readonly blockParams?: unknown };
  readonly inverse?: Raw;
  readonly original?: unknown;
  readonly depth?: number;
  readonly data?: boolean;
  readonly this?: boolean;
  readonly parts?: readonly unknown[];
  readonly indent?: string;
  /** Empty for a block between four braces. */
  readonly openStrip?: { readonly open?: boolean };
}

interface Scope {
  readonly depth: number;
  readonly inEach: boolean;
}

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;
const SECTION_NAME = /^[a-z][a-z0-9-]*$/;
const LANGUAGE = 'Use only {{field}}, {{#if}}, {{#unless}}, {{#each}}, {{else}}, eq, and, or, not.';

/** Walks Handlebars' tree once; a class because every step adds to one list of problems. */
class Reader {
  readonly problems: Problem[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  nodes(program: Raw | undefined, scope: Scope): Node[] {
    return (program?.body ?? []).flatMap((raw) => this.#node(raw, scope) ?? []);
  }

  #node(raw: Raw, scope: Scope): Node | undefined {
    switch (raw.type) {
      case 'ContentStatement':
        return { kind: 'words', text: String(raw.value), place: this.#placeOfWords(raw) };
      case 'CommentStatement':
        return undefined;
      case 'MustacheStatement':
        return this.#print(raw, scope);
      case 'BlockStatement':
        return this.#block(raw, scope);
      case 'PartialStatement':
        return this.#section(raw);
      default:
        return this.#refuse(raw, 'this kind of tag is not part of the language', LANGUAGE);
    }
  }

  #print(raw: Raw, scope: Scope): Node | undefined {
    if (raw.escaped === false)
      return this.#refuse(raw, 'this tag has three braces or an &', 'Write two braces on each side.');
    if (raw.hash !== undefined || (raw.params?.length ?? 0) > 0) {
      return this.#refuse(
        raw,
        'this tag has more than a field in it',
        'Write the name of one field between the braces.',
      );
    }
    const place = this.#place(raw);
    if (isThis(raw.path)) {
      return scope.inEach
        ? { kind: 'item', place }
        : this.#refuse(raw, '{{this}} stands outside {{#each}}', 'Name a field instead.');
    }
    if (scope.inEach)
      return this.#refuse(
        raw,
        'inside {{#each}} only {{this}} can be printed',
        'Move the field out of the list.',
      );
    const path = this.#path(raw.path);
    return path === undefined ? undefined : { kind: 'print', path, place };
  }

  #block(raw: Raw, scope: Scope): Node | undefined {
    const keyword = raw.path?.original;
    if (scope.inEach)
      return this.#refuse(raw, 'a block stands inside {{#each}}', 'Keep a list to {{this}} and plain words.');
    const isKnown = keyword === 'if' || keyword === 'unless' || keyword === 'each';
    if (!isKnown || raw.openStrip?.open === undefined) {
      return this.#refuse(raw, 'this block is not part of the language', LANGUAGE);
    }
    const [subject, ...more] = raw.params ?? [];
    if (
      subject === undefined ||
      more.length > 0 ||
      raw.hash !== undefined ||
      raw.program?.blockParams !== undefined
    ) {
      return this.#refuse(
        raw,
        `{{#${keyword}}} needs exactly one thing to look at`,
        `Write {{#${keyword} field}}.`,
      );
    }
    if (scope.depth === LIMITS.depth) {
      return this.#refuse(
        raw,
        'conditions are nested too deeply here',
        'Write a second snippet instead.',
        'wording-budget',
      );
    }
    const deeper = { depth: scope.depth + 1, inEach: false };
    const place = this.#place(raw);
    if (keyword === 'each') {
      const path = this.#path(subject);
      const body = this.nodes(raw.program, { ...deeper, inEach: true });
      const otherwise = this.nodes(raw.inverse, deeper);
      return path === undefined ? undefined : { kind: 'each', path, body, otherwise, place };
    }
    const condition = this.#condition(subject, 0);
    const then = this.nodes(raw.program, deeper);
    const otherwise = this.nodes(raw.inverse, deeper);
    if (condition === undefined) return undefined;
    return {
      kind: 'if',
      condition: keyword === 'if' ? condition : { kind: 'not', of: condition },
      then,
      otherwise,
      place,
    };
  }

  #condition(raw: Raw, depth: number): Condition | undefined {
    if (raw.type === 'PathExpression') {
      const path = this.#path(raw);
      return path === undefined ? undefined : { kind: 'present', path, place: this.#place(raw) };
    }
    const word = raw.path?.original;
    const params = raw.params ?? [];
    if (raw.type !== 'SubExpression' || raw.hash !== undefined || depth > LIMITS.depth) {
      return this.#refuse(raw, 'this is no condition', 'Write a field, or eq, and, or, not in brackets.');
    }
    if (word === 'eq') return this.#equality(raw, params);
    const enough = word === 'not' ? params.length === 1 : params.length >= 2;
    if ((word !== 'not' && word !== 'and' && word !== 'or') || !enough) {
      return this.#refuse(
        raw,
        'this is no condition',
        'Write (eq field "value"), (and a b), (or a b) or (not a).',
      );
    }
    const parts = params.map((param) => this.#condition(param, depth + 1));
    if (!parts.every((part) => part !== undefined)) return undefined;
    if (word === 'not') return { kind: 'not', of: parts[0] as Condition };
    return { kind: word === 'and' ? 'all' : 'any', of: parts };
  }

  #equality(raw: Raw, [left, right, ...more]: readonly Raw[]): Condition | undefined {
    if (left?.type !== 'PathExpression' || right?.type !== 'StringLiteral' || more.length > 0) {
      return this.#refuse(
        raw,
        'eq compares a choice with a word in quotes',
        'Write (eq situation "too-busy").',
      );
    }
    const path = this.#path(left);
    return path === undefined
      ? undefined
      : { kind: 'is', path, value: String(right.value), place: this.#place(raw) };
  }

  #section(raw: Raw): Node | undefined {
    const name = raw.name?.type === 'PathExpression' ? String(raw.name.original) : '';
    if (!SECTION_NAME.test(name) || (raw.params?.length ?? 0) > 0 || raw.hash !== undefined) {
      return this.#refuse(raw, 'this is no section', 'Write {{> section}} with the name of one section.');
    }
    return { kind: 'section', name, place: this.#place(raw) };
  }

  #path(raw: Raw | undefined): string | undefined {
    const parts = raw?.parts ?? [];
    const plain =
      raw?.type === 'PathExpression' &&
      raw.depth === 0 &&
      raw.data !== true &&
      raw.this !== true &&
      parts.length > 0 &&
      parts.every((part) => typeof part === 'string' && NAME.test(part)) &&
      raw.original === parts.join('.') &&
      // shorter in the tree than in the text: it was written in square brackets
      raw.original.length === raw.loc.end.column - raw.loc.start.column;
    if (plain) return parts.join('.');
    return this.#refuse(
      raw as Raw,
      'this is no field',
      'Write the name of a field, such as {{clinicianName}}.',
    );
  }

  #place(raw: Raw): Place {
    const { line, column } = raw.loc.start;
    return { file: this.#source.file, line: line + this.#source.linesBefore, column: column + 1 };
  }

  /** Where the text begins that is left when the line of a tag of its own has gone. */
  #placeOfWords(raw: Raw): Place {
    const original = String(raw.original);
    const gone = original.search(/\S/) - String(raw.value).search(/\S/);
    return placeAfter(this.#place(raw), original.slice(0, Math.max(0, gone)));
  }

  #refuse(
    raw: Raw,
    message: string,
    hint: string,
    code: 'wording-form' | 'wording-budget' = 'wording-form',
  ): undefined {
    this.problems.push(problem(code, this.#place(raw), message, hint));
    return undefined;
  }
}

const isThis = (raw: Raw | undefined) =>
  raw?.type === 'PathExpression' && raw.original === 'this' && raw.parts?.length === 0;

import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  visit,
  type YAMLWarning,
} from 'yaml';
import { type Place, type Problem, placeAfter, problem } from '../problem.ts';
import type { Locate } from './schema.ts';

/** YAML with places, and without what could blow up or hide: no anchors, aliases, tags or second documents. Nothing
 * else imports the YAML library; its own messages quote the source, so none of them is passed on. */

export interface YamlSource {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before the text. */
  readonly linesBefore: number;
}

/** The plain data of the text and how to find its places; `data` is absent when the text cannot be read at all. */
export function parseYaml(source: YamlSource): {
  data: unknown;
  locate: Locate;
  problems: readonly Problem[];
} {
  const depth = findDepth(source.text);
  if (depth !== undefined) return unreadable(source, depth);
  const counter = new LineCounter();
  const document = parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    strict: true,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    // At 'silent' the library would drop a second document without a word.
    logLevel: 'error',
    lineCounter: counter,
  });
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file: source.file, line: Math.max(1, line) + source.linesBefore, column: Math.max(1, col) };
  };
  const locate: Locate = (path, at) => placeOf(offsetOf(document, path, at));
  const problems = [
    ...firstAtEachPlace([...document.errors, ...document.warnings.filter(isNotTag)]).map(({ code, pos }) =>
      syntaxProblem(code, placeOf(pos[0])),
    ),
    ...(MARKS.test(source.text)
      ? refusedNodes(document, (offset) => placeOf(offsetOfMarks(source.text, offset)))
      : []),
  ];
  return { data: problems.length > 0 ? undefined : dataOf(document.contents), locate, problems };
}

/** How an anchor, an alias or a tag begins; a text without any of these signs has none of them. */
const MARKS = /[&*!]/;

/** The plain data of what was read without a problem: each key is a text, and nothing stands for anything else. */
function dataOf(node: unknown): unknown {
  if (isMap(node))
    return Object.fromEntries(node.items.map(({ key, value }) => [(key as Scalar).value, dataOf(value)]));
  if (isSeq(node)) return node.items.map(dataOf);
  return isScalar(node) ? node.value : null;
}

/** Plain data as YAML that reads back as the same: nothing in it is broken over lines or named twice. */
export const formatYaml = (data: unknown): string =>
  stringify(data, { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false });

/** What is not closed is told by all that it is part of. */
function firstAtEachPlace<T extends { readonly pos: readonly number[] }>(found: readonly T[]): T[] {
  return [...new Map([...found].reverse().map((one) => [one.pos[0], one])).values()].reverse();
}

/** Where the tag and the anchor before a value begin; the library knows only where the value does. */
function offsetOfMarks(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - LONGEST_MARKS), offset);
  return offset - (/(?:[!&]\S*\s+)+$/.exec(before)?.[0].length ?? 0);
}

const LONGEST_MARKS = 200;

/** An unknown tag is refused in words of our own. */
const isNotTag = ({ code }: YAMLWarning) => code !== 'TAG_RESOLVE_FAILED';

/** No client or practice comes near; the library below follows nesting by recursion, which can bring down the process. */
const DEEPEST = { brackets: 40, spaces: 200 } as const;
const MARKS_IN_A_ROW = /^[ \t]*(?:[-?:][ \t]+){8}/m;
const DEEP_LINE = new RegExp(`^ {${DEEPEST.spaces}}`, 'm');

/** The offset at which the text is nested too deeply, if it is. */
function findDepth(text: string): number | undefined {
  let open = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > DEEPEST.brackets) return index;
  }
  return MARKS_IN_A_ROW.exec(text)?.index ?? DEEP_LINE.exec(text)?.index;
}

function unreadable({ file, text, linesBefore }: YamlSource, offset: number): ReturnType<typeof parseYaml> {
  const place = placeAfter({ file, line: linesBefore + 1, column: 1 }, text.slice(0, offset));
  const found = problem(
    'yaml-syntax',
    place,
    'this is nested too deeply',
    'Write one key to a line, as in the sample.',
  );
  return { data: undefined, locate: () => place, problems: [found] };
}

function syntaxProblem(code: string, place: Place): Problem {
  const [message, hint] = SYNTAX[code] ?? [
    'this cannot be read as YAML',
    'Compare the line with the lines around it: indentation, colons, quotes.',
  ];
  return problem('yaml-syntax', place, message, hint);
}

const SYNTAX: Readonly<Record<string, readonly [string, string]>> = {
  DUPLICATE_KEY: ['a key stands here for the second time', 'Keep one of the two.'],
  BAD_INDENT: ['this line is not indented like its neighbours', 'Line it up with the keys it belongs to.'],
  TAB_AS_INDENT: ['a tab stands where spaces are due', 'Use two spaces for each step.'],
  MISSING_CHAR: ['a quote, bracket or colon is missing here', 'Close what was opened.'],
  MULTIPLE_DOCS: ['a second document begins here', 'Keep one document in the file.'],
  BLOCK_AS_IMPLICIT_KEY: ['a colon here starts a new key inside a text', 'Put quotes around the text.'],
  UNEXPECTED_TOKEN: ['something stands here that does not belong', 'Put quotes around the text.'],
};

/** The first of them: where one stands, hundreds may follow. */
function refusedNodes(document: Document, placeOf: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  const refuse = (node: { range?: readonly number[] | null | undefined }, what: string) =>
    problems.push(
      problem(
        'yaml-syntax',
        placeOf(node.range?.[0] ?? 0),
        `${what} stands here`,
        'Write the value out in full.',
      ),
    );
  visit(document, {
    Alias: (_, node) => void refuse(node, 'an alias (*)'),
    Value: (_, node) => {
      if ('anchor' in node && node.anchor !== undefined) refuse(node, 'an anchor (&)');
      if (node.tag !== undefined && !PLAIN_TAGS.has(node.tag)) refuse(node, 'a tag (!)');
    },
  });
  return problems.slice(0, 1);
}

const PLAIN_TAGS = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((kind) => `tag:yaml.org,2002:${kind}`),
);

/** Where the path stands; for what is not there, the nearest thing that is. */
function offsetOf(document: Document, path: readonly PropertyKey[], at: 'key' | 'value'): number {
  let here: Node | null = document.contents;
  let offset = here?.range?.[0] ?? 0;
  for (const [index, part] of path.entries()) {
    if (isMap(here)) {
      const pair: Pair<unknown, unknown> | undefined = here.items.find(
        (item) => isScalar(item.key) && item.key.value === part,
      );
      if (pair === undefined) return offset;
      const key = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      if (index === path.length - 1 && at === 'key') return key;
      here = pair.value as Node | null;
      offset = here?.range?.[0] ?? key;
    } else if (isSeq(here)) {
      const item: unknown = here.items[Number(part)];
      if (item === undefined) return offset;
      here = item as Node;
      offset = here.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

/** A stretch of the text, and whether what stands there is written in braces or brackets. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly isFlow: boolean;
}

/** Where the keys of a file stand, and one list among them, for who writes into its text. */
export interface Layout {
  readonly isFlow: boolean;
  /** The offset of the first key. */
  readonly start: number;
  /** The offset after the last value. */
  readonly end: number;
  readonly list?: Span & { readonly key: number; readonly items: readonly Span[] };
}

/** The layout of a text that can be read, by the key of the list; undefined where it is no group of keys. */
export function layoutOf(text: string, key: string): Layout | undefined {
  const root = parseDocument(text, { version: '1.2', schema: 'core', stringKeys: true }).contents;
  const last = isMap(root) ? spanOf(root.items.at(-1)?.value) : undefined;
  if (!isMap(root) || last === undefined) return undefined;
  const pair = root.items.find((item) => isScalar(item.key) && item.key.value === key);
  const whole = spanOf(pair?.value);
  const items = isSeq(pair?.value) ? pair.value.items.flatMap((item) => spanOf(item) ?? []) : undefined;
  const at = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  return {
    isFlow: root.flow === true,
    start: isScalar(root.items[0]?.key) ? (root.items[0].key.range?.[0] ?? 0) : 0,
    end: last.end,
    ...(whole && items && at !== undefined ? { list: { ...whole, key: at, items } } : {}),
  };
}

function spanOf(node: unknown): Span | undefined {
  if (!isNode(node) || !node.range) return undefined;
  const isFlow = (isMap(node) || isSeq(node)) && node.flow === true;
  return { start: node.range[0], end: node.range[1], isFlow };
}

import * as z from 'zod/mini';
import { type Place, type Problem, problem } from '../problem.ts';
import { closest } from './closest.ts';
import { isMissing, type Path, valueAt } from './data-path.ts';
import { FIELDS, type Field, type FieldName } from './field.ts';
import { isLanguageTag } from './language-tag.ts';
import { refusalReason } from './refusal-reason.ts';
import { hasRefusedCharacter, isBlank, normaliseValue } from './text-value.ts';

/**
 * The vocabulary in which the nouns are described, over zod; nothing else imports zod. It is the small build, of which a
 * page loads what is used.
 */
z.config({ jitless: true });

export type Schema = z.core.$ZodType;
export type Infer<T extends Schema> = z.infer<T>;

/** What a schema's key is about; a schema made from another by a check is about the same. */
const ABOUT = z.registry<Partial<Description>>();
const about = <T extends Schema>(schema: T, description: Partial<Description>): T => {
  ABOUT.add(schema, description);
  return schema;
};

/** What a person is told about a key: in forms, in problems and in the reference. */
export type Description = Partial<
  Pick<Field, 'question' | 'example' | 'completes' | 'level' | 'maximumLength'>
> & {
  readonly label: string;
};

/** How many of a list there may be. */
export interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

export const record = z.strictObject;
export const optional = z.exactOptional;
/** A list of such, as many as the bounds allow. */
export const list = <T extends Schema>(item: T, { least, most }: Bounds = {}) =>
  z
    .array(item)
    .check(
      ...(least === undefined ? [] : [z.minLength(least)]),
      ...(most === undefined ? [] : [z.maxLength(most)]),
    );
export const flag = (description: Description) => about(z.boolean(), description);
export const choice = <const T extends readonly string[]>(values: T, description: Description) =>
  about(z.enum(values), description);
/** Records by a short key such as a clinician's; `example` is a key to show. */
export const named = <T extends z.ZodMiniType>(value: T, example = 'KEY') =>
  about(z.record(z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)), value), { example });
/** One of the named choices, or a list of one's own. */
export const choiceOrList = <C extends z.ZodMiniType, L extends z.ZodMiniType>(one: C, many: L) =>
  z.union([one, many]);

/** A record whose keys have to fit each other; where they do not, the one named is told why. */
export const rule = <T extends z.ZodMiniObject>(
  one: T,
  path: keyof z.infer<T> & string,
  why: string,
  holds: (value: z.infer<T>) => boolean,
): T => one.check(z.refine(holds, { path: [path], params: { why } }));

/** Records by any words. */
export const byWords = <T extends z.ZodMiniType>(value: T) =>
  z.record(z.string().check(z.minLength(1), z.maxLength(60)), value);

/** One line of typed words: normalised, not blank, no refused character, at most `maximumLength` characters. */
export function text(description: Description) {
  const most = description.maximumLength ?? 200;
  return about(z.string().check(...textChecks(most)), description);
}

const textChecks = (most: number) => [
  z.maxLength(20 * most, { abort: true }),
  z.overwrite(normaliseValue),
  z.refine<string>((value) => !hasRefusedCharacter(value), {
    abort: true,
    params: { why: 'has a character that cannot be shown' },
  }),
  z.refine<string>((value) => !isBlank(value), {
    abort: true,
    params: { why: 'has no letter or digit in it' },
  }),
  z.maxLength(most),
];

/** Lines of text: a list, or one text with each on a line of its own. Each is held to what `text` holds one to, but as one value, since there are thousands. */
export function lines(description: Description) {
  const most = description.maximumLength ?? 200;
  const read = z.transform((value: unknown, context): string[] => {
    const raw: unknown = typeof value === 'string' ? value.replace(/\n+$/, '').split('\n') : value;
    const refuse = (why: string, path: number[]) =>
      context.issues.push({ code: 'custom', input: value, path, params: { why } });
    if (!Array.isArray(raw)) {
      refuse('must be a list', []);
      return z.NEVER;
    }
    return raw.map((line: unknown, index) => {
      const why = whyNoLine(line, most);
      if (why !== undefined) refuse(why, [index]);
      return typeof line === 'string' ? normaliseValue(line) : '';
    });
  });
  return about(z.pipe(z.unknown(), read), description);
}

function whyNoLine(line: unknown, most: number): string | undefined {
  if (typeof line !== 'string') return 'must be words (put quotes around a number)';
  if (line.length > most) return `is longer than ${most} characters`;
  if (/^[ -~]*[A-Za-z0-9][ -~]*$/.test(line)) return undefined;
  if (hasRefusedCharacter(line)) return 'has a character that cannot be shown';
  return isBlank(normaliseValue(line)) ? 'has no letter or digit in it' : undefined;
}

/** The typed words of a context field, described where the field is. */
export const field = (name: FieldName) => text(FIELDS[name]);

/** A calendar day `YYYY-MM-DD` that exists. */
export const isoDate = (description: Description) =>
  about(z.iso.date({ error: () => 'date' }), {
    ...description,
    example: description.example ?? '2026-12-01',
  });

/** A whole number between two bounds. */
export const count = (lowest: number, highest: number, description: Description) =>
  about(z.number().check(z.int(), z.gte(lowest), z.lte(highest)), description);

/** A time of day on a clock of 24 hours, `HH:MM`. */
export const clockTime = (description: Description) =>
  about(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => 'time' })), description);

/** The code of a language, such as `es` or `zh-Hans`. */
export const languageTag = (description: Description) =>
  text(description).check(z.refine(isLanguageTag, { params: { why: 'is not the code of a language' } }));

/** A time zone that this machine knows, such as `America/Chicago`. */
export const timeZone = (description: Description) =>
  text(description).check(z.refine(isTimeZone, { params: { why: 'is not the name of a time zone' } }));

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A short key for files and flags: letters, digits and hyphens. */
export const id = (description: Description) =>
  about(z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, { error: () => 'id' })), description);

/** Words of a fixed form, such as an id with a digest. */
export const coded = (form: RegExp, description: Description) =>
  about(z.string().check(z.regex(form)), description);

/** Where a path of the data stands in its file: at the key for an unknown key, else at the value or its parent. */
export type Locate = (path: Path, at: 'key' | 'value') => Place;

/**
 * The data as the schema has it, or every problem in it. A problem names the key, never the value; an unknown key is
 * named only where it is close to a known one.
 */
export function parseWith<T extends Schema>(
  schema: T,
  data: unknown,
  locate: Locate,
): { value: z.infer<T> | undefined; problems: Problem[] } {
  const parsed = z.safeParse(schema, data);
  if (parsed.success) return { value: parsed.data, problems: [] };
  return {
    value: undefined,
    problems: firstAtEachPath(parsed.error.issues).flatMap((issue) =>
      explain({ schema, data, locate }, issue),
    ),
  };
}

/** Words where a list is due are also too long a list: the first thing wrong with a value is enough. */
function firstAtEachPath(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, path }) => {
    const key = path.map(String).join('\n');
    return code === 'unrecognized_keys' || (!seen.has(key) && seen.add(key));
  });
}

interface Parsed {
  readonly schema: Schema;
  readonly data: unknown;
  readonly locate: Locate;
}

function explain({ schema, data, locate }: Parsed, issue: z.core.$ZodIssue): Problem[] {
  const { path } = issue;
  if (issue.code === 'invalid_union')
    return meantBranch(issue, valueAt(data, path)).flatMap((inner) =>
      explain({ schema, data, locate }, { ...inner, path: [...path, ...inner.path] }),
    );
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, keysAt(schema, path), locate([...path, key], 'key')));
  }
  if (path.length === 0) {
    const hint = 'Begin each line with a key and a colon, as in the sample.';
    return [problem('value-refused', locate(path, 'value'), `the file ${refusalReason(issue)}`, hint)];
  }
  const name = nameOf(path.filter((_, depth) => !isTyped(schema, path.slice(0, depth))));
  const described = descriptionAt(schema, path);
  const place = locate(path, 'value');
  if (isMissing(data, path)) {
    const isEmpty = valueAt(data, path) === null;
    const hint = isEmpty
      ? `${askFor(name, described)} Or take the key out, where it may be.`
      : askFor(name, described);
    return [problem('key-missing', place, `"${name}" is ${isEmpty ? 'empty' : 'missing'}`, hint)];
  }
  return [problem('value-refused', place, `"${name}" ${refusalReason(issue)}`, askFor(name, described))];
}

/** What is wrong with a value that may be a choice or a list, by which of the two was written. */
const meantBranch = ({ errors }: z.core.$ZodIssueInvalidUnion, value: unknown): readonly z.core.$ZodIssue[] =>
  errors[Array.isArray(value) ? errors.length - 1 : 0] ?? [];

function unknownKey(key: string, known: readonly string[], place: Place): Problem {
  const near = closest(key, known);
  return near === undefined
    ? problem(
        'key-unknown',
        place,
        'there is a key here that nothing reads',
        `Use one of: ${known.join(', ')}.`,
      )
    : problem('key-unknown', place, `"${near}" seems to be misspelt here`, `Write "${near}".`);
}

/** Whether the keys at the path are words that someone typed about a client, such as a reason's: they are not repeated. */
function isTyped(schema: Schema, path: Path): boolean {
  const here = schemaAt(schema, path);
  const made = here && madeOf(here);
  return made?.type === 'record' && descriptionAt(made.valueType, [])?.level !== undefined;
}

const nameOf = (path: Path) =>
  path.map((part) => (typeof part === 'number' ? `${part + 1}` : String(part))).join(' › ');

function askFor(name: string, about: Partial<Description> | undefined): string {
  const question = about?.question ?? `Give ${about?.label ?? `"${name}"`}.`;
  return about?.example === undefined ? question : `${question} For example: ${about.example}`;
}

/** What the schema is made of; the library tells its kinds apart by `type`. */
export const madeOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

function schemaAt(schema: Schema, path: Path): Schema | undefined {
  let here: Schema | undefined = unwrap(schema);
  for (const part of path) {
    const made = madeOf(here);
    here = partAt(made.type === 'union' ? madeOf(made.options.at(-1) ?? here) : made, String(part));
    if (here === undefined) return undefined;
    here = unwrap(here);
  }
  return here;
}

function partAt(made: ReturnType<typeof madeOf>, part: string): Schema | undefined {
  if (made.type === 'object') return made.shape[part];
  if (made.type === 'array') return made.element;
  return made.type === 'record' ? made.valueType : undefined;
}

/** The schema that the value has in the end: of what may be left out, and of what is made from another. */
export function unwrap(schema: Schema): Schema {
  const made = madeOf(schema);
  if (made.type === 'pipe') return unwrap(made.out);
  return made.type === 'optional' ? unwrap(made.innerType) : schema;
}

function keysAt(schema: Schema, path: Path): readonly string[] {
  const here = schemaAt(schema, path);
  const made = here && madeOf(here);
  return made?.type === 'object' ? Object.keys(made.shape) : [];
}

/** What is told about the key at the path; undefined where the schema has no such key. */
export function descriptionAt(schema: Schema, path: Path): Partial<Description> | undefined {
  const here = schemaAt(schema, path);
  return here && ABOUT.get(here);
}

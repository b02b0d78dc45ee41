import * as z from 'zod';
import { type Place, type Problem, problem } from '../problem.ts';
import { closest } from './closest.ts';
import { isMissing, type Path, valueAt } from './data-path.ts';
import { FIELDS, type Field, type FieldName } from './field.ts';
import { refusalReason } from './refusal-reason.ts';
import { hasRefusedCharacter, isBlank, normaliseValue } from './text-value.ts';

/** The vocabulary in which the nouns are described, over zod; nothing else imports zod. */
z.config({ jitless: true });

export type Infer<T extends z.ZodType> = z.infer<T>;

/** What a person is told about a key: in forms, in problems and in the reference. */
export type Description = Partial<
  Pick<Field, 'question' | 'example' | 'completes' | 'level' | 'maximumLength'>
> & {
  readonly label: string;
};

export const record = z.strictObject;
export const list = z.array;
export const optional = z.exactOptional;
export const flag = (about: Description) => z.boolean().meta({ ...about });
export const choice = <const T extends readonly string[]>(values: T, about: Description) =>
  z.enum(values).meta({ ...about });
/** Records by a short key such as a clinician's; `example` is a key to show. */
export const named = <T extends z.ZodType>(value: T, example = 'KEY') =>
  z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), value).meta({ example });
/** One of the named choices, or a list of one's own. */
export const choiceOrList = <C extends z.ZodType, L extends z.ZodType>(one: C, many: L) =>
  z.union([one, many]);

/** A record whose keys have to fit each other; where they do not, the one named is told why. */
export const rule = <T extends z.ZodObject>(
  one: T,
  path: keyof z.infer<T> & string,
  why: string,
  holds: (value: z.infer<T>) => boolean,
): T => one.refine(holds, { path: [path], params: { why } });

/** Records by any words. */
export const byWords = <T extends z.ZodType>(value: T) => z.record(z.string().min(1).max(60), value);

/** One line of typed words: normalised, not blank, no refused character, at most `maximumLength` characters. */
export function text(about: Description) {
  return z
    .string()
    .max(20 * (about.maximumLength ?? 200), { abort: true })
    .overwrite(normaliseValue)
    .refine((value) => !hasRefusedCharacter(value), {
      abort: true,
      params: { why: 'has a character that cannot be shown' },
    })
    .refine((value) => !isBlank(value), { abort: true, params: { why: 'has no letter or digit in it' } })
    .max(about.maximumLength ?? 200)
    .meta({ ...about });
}

/** Lines of text: a list, or one text with each on a line of its own. Each is held to what `text` holds one to, but as one value, since there are thousands. */
export function lines(about: Description) {
  const most = about.maximumLength ?? 200;
  return z
    .unknown()
    .transform((value, context): string[] => {
      const raw: unknown = typeof value === 'string' ? value.replace(/\n+$/, '').split('\n') : value;
      if (!Array.isArray(raw)) {
        context.addIssue({ code: 'custom', params: { why: 'must be a list' } });
        return z.NEVER;
      }
      return raw.map((line: unknown, index) => {
        const why = whyNoLine(line, most);
        if (why !== undefined) context.addIssue({ code: 'custom', path: [index], params: { why } });
        return typeof line === 'string' ? normaliseValue(line) : '';
      });
    })
    .meta({ ...about });
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
export const isoDate = (about: Description) =>
  z.iso.date({ error: () => 'date' }).meta({ ...about, example: about.example ?? '2026-12-01' });

/** A whole number between two bounds. */
export const count = (lowest: number, highest: number, about: Description) =>
  z
    .number()
    .int()
    .min(lowest)
    .max(highest)
    .meta({ ...about });

/** A time of day on a clock of 24 hours, `HH:MM`. */
export const clockTime = (about: Description) =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => 'time' })
    .meta({ ...about });

/** A time zone that this machine knows, such as `America/Chicago`. */
export const timeZone = (about: Description) =>
  text(about)
    .refine(isTimeZone, { params: { why: 'is not the name of a time zone' } })
    .meta({ ...about });

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A short key for files and flags: letters, digits and hyphens. */
export const id = (about: Description) =>
  z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, { error: () => 'id' })
    .meta({ ...about });

/** Words of a fixed form, such as an id with a digest. */
export const coded = (form: RegExp, about: Description) =>
  z
    .string()
    .regex(form)
    .meta({ ...about });

/** Where a path of the data stands in its file: at the key for an unknown key, else at the value or its parent. */
export type Locate = (path: Path, at: 'key' | 'value') => Place;

/**
 * The data as the schema has it, or every problem in it. A problem names the key, never the value; an unknown key is
 * named only where it is close to a known one.
 */
export function parseWith<T extends z.ZodType>(
  schema: T,
  data: unknown,
  locate: Locate,
): { value: z.infer<T> | undefined; problems: Problem[] } {
  const parsed = schema.safeParse(data);
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
  readonly schema: z.ZodType;
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
  const about = descriptionAt(schema, path);
  const place = locate(path, 'value');
  if (isMissing(data, path)) {
    const isEmpty = valueAt(data, path) === null;
    const hint = isEmpty
      ? `${askFor(name, about)} Or take the key out, where it may be.`
      : askFor(name, about);
    return [problem('key-missing', place, `"${name}" is ${isEmpty ? 'empty' : 'missing'}`, hint)];
  }
  return [problem('value-refused', place, `"${name}" ${refusalReason(issue)}`, askFor(name, about))];
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
function isTyped(schema: z.ZodType, path: Path): boolean {
  const here = schemaAt(schema, path);
  return here instanceof z.ZodRecord && descriptionAt(here.valueType as z.ZodType, [])?.level !== undefined;
}

const nameOf = (path: Path) =>
  path.map((part) => (typeof part === 'number' ? `${part + 1}` : String(part))).join(' › ');

function askFor(name: string, about: Partial<Description> | undefined): string {
  const question = about?.question ?? `Give ${about?.label ?? `"${name}"`}.`;
  return about?.example === undefined ? question : `${question} For example: ${about.example}`;
}

function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let here: z.ZodType | undefined = unwrap(schema);
  for (const part of path) {
    if (here instanceof z.ZodUnion) here = here.options.at(-1) as z.ZodType;
    if (here instanceof z.ZodObject) here = here.shape[String(part)] as z.ZodType | undefined;
    else if (here instanceof z.ZodArray) here = here.element as z.ZodType;
    else if (here instanceof z.ZodRecord) here = here.valueType as z.ZodType;
    else return undefined;
    if (here !== undefined) here = unwrap(here);
  }
  return here;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodPipe) return unwrap(schema.out as z.ZodType);
  return schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema;
}

function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  const here = schemaAt(schema, path);
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

/** What is told about the key at the path; undefined where the schema has no such key. */
export function descriptionAt(schema: z.ZodType, path: Path): Partial<Description> | undefined {
  return schemaAt(schema, path)?.meta() as Partial<Description> | undefined;
}

/** A schema as a person fills it in. */
export type SchemaShape =
  | {
      readonly kind: 'record';
      readonly keys: readonly {
        readonly key: string;
        readonly required: boolean;
        readonly shape: SchemaShape;
      }[];
    }
  | { readonly kind: 'list'; readonly item: SchemaShape }
  | { readonly kind: 'value'; readonly about: Partial<Description>; readonly values?: readonly string[] };

/** The keys of the schema with what is told about each, in the schema's order; a record by key has an example of one. */
export function describeSchema(schema: z.ZodType): SchemaShape {
  const here = unwrap(schema);
  if (here instanceof z.ZodObject) {
    const keys = Object.entries<z.ZodType>(here.shape).map(([key, value]) => ({
      key,
      required: !(value instanceof z.ZodExactOptional),
      shape: describeSchema(value),
    }));
    return { kind: 'record', keys };
  }
  if (here instanceof z.ZodArray) return { kind: 'list', item: describeSchema(here.element as z.ZodType) };
  if (here instanceof z.ZodRecord) {
    const key = descriptionAt(here, [])?.example ?? 'KEY';
    return {
      kind: 'record',
      keys: [{ key, required: true, shape: describeSchema(here.valueType as z.ZodType) }],
    };
  }
  const values = here instanceof z.ZodEnum ? { values: here.options.map(String) } : {};
  return { kind: 'value', about: descriptionAt(here, []) ?? {}, ...values };
}

import { clientSchema } from './client.ts';
import { describeSchema, type SchemaShape } from './describe-schema.ts';

/** A client file to fill in: each key's question stands before it, and keys that may be left out have a # before them. */
export function annotateClient(): string {
  const lines = annotate(describeSchema(clientSchema), 0, false);
  return [...HEAD, ...lines.map(formatLine), ''].join('\n');
}

const HEAD = [
  '## A client file for Closewell. Lines with ## explain; take the # away from the lines you use.',
  '## Nothing in it is sent anywhere. Name the file by the id of your record, not by the person.',
  '',
];

interface Line {
  readonly text: string;
  /** Steps of two spaces. */
  readonly depth: number;
  readonly kind: 'explanation' | 'key' | 'first-key';
  readonly isOptional: boolean;
}

function formatLine({ text, depth, kind, isOptional }: Line): string {
  if (kind === 'explanation') return `${'  '.repeat(depth)}## ${text}`;
  const indent = kind === 'first-key' ? `${'  '.repeat(depth - 1)}- ` : '  '.repeat(depth);
  return `${isOptional ? '#' : ''}${indent}${text}`;
}

function annotate(shape: SchemaShape, depth: number, inOptional: boolean): Line[] {
  if (shape.kind !== 'record') return [];
  return shape.keys.flatMap(({ key, required, shape: inner }) => {
    const isOptional = inOptional || !required;
    const line = (text: string): Line => ({ text, depth, kind: 'key', isOptional });
    const explanation = (of: SchemaShape): Line => ({
      text: explain(of),
      depth,
      kind: 'explanation',
      isOptional,
    });
    if (inner.kind === 'value')
      return [explanation(inner), line(isOptional ? `${key}: ${exampleOf(inner)}` : `${key}:`)];
    if (inner.kind === 'record') return [line(`${key}:`), ...annotate(inner, depth + 1, isOptional)];
    if (inner.item.kind === 'value')
      return [explanation(inner.item), line(`${key}: [${quoted(exampleOf(inner.item))}]`)];
    return [line(`${key}:`), ...withDash(annotate(inner.item, depth + 2, isOptional))];
  });
}

/** The lines of one item of a list: its first key carries the dash. */
function withDash(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(({ kind }) => kind === 'key');
  return lines.map((line, index) => (index === first ? { ...line, kind: 'first-key' } : line));
}

const exampleOf = (shape: SchemaShape) => (shape.kind === 'value' ? (shape.about.example ?? '') : '');
const quoted = (example: string) => (example === '' ? '' : `"${example}"`);

function explain(shape: SchemaShape): string {
  if (shape.kind !== 'value') return '';
  const { label = '', question, example, completes, level } = shape.about;
  const start = completes === undefined ? '' : ` It completes: "${completes}"`;
  const choice = shape.values === undefined ? '' : ` One of: ${shape.values.join(', ')}.`;
  const sample = example === undefined || shape.values !== undefined ? '' : ` Example: ${example}`;
  const heard = level === undefined ? '' : ` (Heard at ${level} and above.)`;
  return `${question ?? `${label}.`}${start}${choice}${sample}${heard}`;
}

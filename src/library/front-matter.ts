import type { Source } from '../language/parse-wording.ts';
import { parseYaml, type YamlSource } from '../model/parse-yaml.ts';
import { type Infer, parseWith } from '../model/schema.ts';
import { type Place, type Problem, placeAfter, problem } from '../problem.ts';
import { noDisguises } from './check-wording.ts';

/** A file of the practice folder, as text. */
export interface SourceFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const LONGEST_HEADER = 4_096;

/** Headers of one schema without a problem, by their text: in a practice many are the same. */
export type ReadHeaders<T> = Map<string, T>;

/**
 * The header by its schema and the body with its place; where there is no header, the body is empty. `read` has the
 * headers that were read before, and is given this one.
 */
export function parseFrontMatter<T extends Parameters<typeof parseWith>[0]>(
  file: SourceFile,
  schema: T,
  read: ReadHeaders<Infer<T>> = new Map(),
): { header: Infer<T> | undefined; body: Source; problems: readonly Problem[] } {
  const text = file.text.replace(/\r\n?/g, '\n');
  const match = /^---\n(?:([\s\S]*?)\n)??---(?:\n|$)/.exec(text);
  if (match === null || (match[1] ?? '').length > LONGEST_HEADER) {
    const body = { file: file.path, text: '', linesBefore: 0 };
    return { header: undefined, body, problems: [missing(file.path, match !== null)] };
  }
  const body = {
    file: file.path,
    text: text.slice(match[0].length),
    linesBefore: match[0].split('\n').length - 1,
  };
  const fences = secondFence(body);
  const known = read.get(match[1] ?? '');
  if (known !== undefined) return { header: known, body, problems: fences };
  const { header, problems } = parseHeader({ file: file.path, text: match[1] ?? '', linesBefore: 1 }, schema);
  if (header !== undefined && problems.length === 0) read.set(match[1] ?? '', header);
  return { header, body, problems: [...problems, ...fences] };
}

function parseHeader<T extends Parameters<typeof parseWith>[0]>(
  source: YamlSource,
  schema: T,
): { header: Infer<T> | undefined; problems: readonly Problem[] } {
  const { data, locate, problems } = parseYaml(source);
  const found = [...problems, ...noDisguises(source.text, startOf(source))];
  if (problems.length > 0) return { header: undefined, problems: found };
  const parsed = parseWith(schema, data ?? {}, locate);
  return { header: parsed.value, problems: [...found, ...parsed.problems] };
}

/** Keys that slipped below an empty header would be read out, and nothing would keep to them. */
function secondFence(body: Source): Problem[] {
  const at = body.text.search(/^ {0,3}-{3,}[ \t]*$/m);
  const place = placeAfter(startOf(body), body.text.slice(0, Math.max(0, at)));
  const message = 'a line of hyphens stands in this text, as if the part above it were keys';
  const hint = 'Put all keys between the first two --- lines, or take the line out.';
  return at < 0 ? [] : [problem('wording-form', place, message, hint)];
}

const startOf = ({ file, linesBefore }: Source): Place => ({ file, line: linesBefore + 1, column: 1 });

function missing(path: string, tooLong: boolean): Problem {
  const place = { file: path, line: 1, column: 1 };
  return tooLong
    ? problem(
        'front-matter-missing',
        place,
        'the part between the --- lines is too long',
        `Keep it under ${LONGEST_HEADER} characters.`,
      )
    : problem(
        'front-matter-missing',
        place,
        'the file does not begin with a part between two --- lines',
        'Begin it with a line ---, its keys, and a line ---.',
      );
}

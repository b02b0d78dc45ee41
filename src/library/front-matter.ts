import type { Source } from '../language/parse-wording.ts';
import { parseYaml, type YamlSource } from '../model/parse-yaml.ts';
import { type Infer, parseWith } from '../model/schema.ts';
import { type Problem, problem } from '../problem.ts';

/** A file of the practice folder, as text. */
export interface SourceFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const LONGEST_HEADER = 4_096;

/** The header by its schema and the body with its place; either is absent where it cannot be read. */
export function parseFrontMatter<T extends Parameters<typeof parseWith>[0]>(
  file: SourceFile,
  schema: T,
): { header: Infer<T> | undefined; body: Source; problems: readonly Problem[] } {
  const text = file.text.replace(/\r\n?/g, '\n');
  const match = /^---\n(?:([\s\S]*?)\n)?---(?:\n|$)/.exec(text);
  if (match === null || (match[1] ?? '').length > LONGEST_HEADER) {
    const body = { file: file.path, text, linesBefore: 0 };
    return { header: undefined, body, problems: [missing(file.path, match !== null)] };
  }
  const body = {
    file: file.path,
    text: text.slice(match[0].length),
    linesBefore: match[0].split('\n').length - 1,
  };
  const source: YamlSource = { file: file.path, text: match[1] ?? '', linesBefore: 1 };
  const { data, locate, problems } = parseYaml(source);
  if (problems.length > 0) return { header: undefined, body, problems };
  const parsed = parseWith(schema, data ?? {}, locate);
  return { header: parsed.value, body, problems: parsed.problems };
}

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

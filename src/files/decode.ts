import { type Problem, problem } from '../problem.ts';

/** Bytes as text, or the one problem with them: too many, not UTF-8, or nothing at all. */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  mostBytes: number,
): { text: string; problems: Problem[] } {
  const at = { file, line: 1, column: 1 };
  const refuse = (code: 'file-too-large' | 'file-not-text', message: string, hint: string) => ({
    text: '',
    problems: [problem(code, at, message, hint)],
  });
  if (bytes.length > mostBytes)
    return refuse(
      'file-too-large',
      `the file is larger than ${Math.round(mostBytes / 1024)} kB`,
      'Check that it is the right file.',
    );
  if (bytes.includes(0))
    return refuse(
      'file-not-text',
      'the file is not plain UTF-8 text',
      'Save it again as plain text, encoding UTF-8.',
    );
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), problems: [] };
  } catch {
    return refuse(
      'file-not-text',
      'the file is not plain UTF-8 text',
      'Save it again as plain text, encoding UTF-8.',
    );
  }
}

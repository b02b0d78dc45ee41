/** What is done with a PDF that is finished. A part of its own, so that other commands do not load the library. */
import { encryptPdf, parsePdf } from '../files/pdf-library.ts';
import { type Problem, problem, type Result } from '../problem.ts';
import type { Letter } from '../render/letter.ts';
import { listForeignWords, listLetterWords, splitWords } from '../render/letter-words.ts';
import { checkTagged } from '../tagged/check-tagged.ts';

/** What the rules of PDF/UA-1 prove of the letter's PDF, line by line for a person, or which of them it breaks. */
export async function proofOf(letter: Letter, pdf: Uint8Array): Promise<Result<string>> {
  const { faults, proved, spoken, foreign } = checkTagged(await parsePdf(pdf));
  const words = listLetterWords(letter);
  const isSame = splitWords(spoken.join('\n')).join(' ') === words.join(' ');
  const hasLanguages = formOf(foreign) === formOf(listForeignWords(letter));
  const problems = [
    ...faults.map(({ rule, fault }) => broken('pdf-rule-broken', `${fault} (${rule})`)),
    ...(isSame ? [] : [broken('pdf-words-altered', 'read aloud, the PDF does not say the letter')]),
    ...(hasLanguages
      ? []
      : [broken('pdf-words-altered', 'the PDF has words in another language than the letter')]),
  ];
  const lines = [...proved, `read aloud, it says the letter word for word: ${words.length} words`];
  const said = `The PDF keeps the rules of PDF/UA-1 that a program can judge:\n${lines.map((line) => `  ${line}\n`).join('')}`;
  return { value: problems.length > 0 ? undefined : said, problems };
}

const formOf = (foreign: Readonly<Record<string, string>>) =>
  Object.entries(foreign)
    .map(([language, words]) => `${language} ${words.normalize('NFC')}`)
    .sort()
    .join('\n');

const HINT =
  'Do not send this PDF. Write the letter as .html or .txt, and report this without the client file.';

const broken = (code: Problem['code'], message: string) =>
  problem(code, { file: 'letter', line: 1, column: 1 }, message, HINT);

/** The PDF as it opens with the passphrase alone. */
export const protect = (pdf: Uint8Array, passphrase: string): Promise<Uint8Array> =>
  encryptPdf(pdf, passphrase);

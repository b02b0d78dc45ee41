import { extname } from 'node:path';
import { type EditedLetter, readEditedLetter } from '../compose/edited-letter.ts';
import { hasErrors } from '../problem.ts';
import { recheckJson } from '../render/edits-text.ts';
import type { Letter } from '../render/letter.ts';
import { blockText, renderLetterText } from '../render/letter-text.ts';
import { deliver } from './deliver.ts';
import { type Edited, readEditedFile } from './edited.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { isToldByName, LETTER_STEPS, type LetterFlags } from './letter.ts';
import { makePage } from './page.ts';
import { report } from './report.ts';
import { readRequest } from './request.ts';

/** What a message is called once a clinician has altered it: said beside the letter, never on the client's page. */
const EDITED = 'approved, then edited';

/** `closewell letter CLIENT --from EDITED`: the letter of the edited text, refused while an error stands in it. */
export async function letterFrom(
  io: Io,
  path: string,
  from: string,
  flags: LetterFlags,
  format: string,
): Promise<Exit> {
  const { request, exit, place, folder } = await readRequest(io, path, flags.to, flags);
  if (request === undefined) return exit;
  if (isToldByName(io, request.library.practice, { flag: '-o', path: flags.output })) return EXIT.usage;
  const steps = { letters: Object.values(LETTER_STEPS), calls: [] };
  const found = await readEditedFile(io, from, request, steps, place);
  if (typeof found === 'number') return found;
  const { text, file, candidate, checked } = found;
  const isMarkdown = extname(from).toLowerCase() !== '.txt';
  const edited = readEditedLetter(candidate.message, text, { library: request.library, file, isMarkdown });
  const problems = [...place(candidate.problems), ...checked.problems, ...edited.problems];
  report(io, problems);
  const run = { library: request.library, folder, flags };
  const made = await makePage(io, candidate.message, run, format !== '.txt' && format !== '.md');
  report(io, made.problems);
  if (made.value === undefined) return EXIT.problems;
  const page = withEdits(made.value, edited);
  if (flags.json) io.out(`${JSON.stringify(fromJson(found, page, problems), undefined, 2)}\n`);
  if (hasErrors(problems)) return EXIT.problems;
  io.err(summaryOf(found));
  if (flags.output !== undefined || format === '.pdf')
    return await deliver(io, { page, flags, format, isClientOnStdin: path === '-' || from === '-' });
  if (!flags.json) io.out(renderLetterText(page));
  return EXIT.done;
}

/** What stands below the signature is the page's own: the text has it too, and it is not said twice. */
function withEdits(page: Letter, { body, close }: EditedLetter): Letter {
  const [first] = page.notations;
  const below = first === undefined ? -1 : close.findIndex((block) => blockText(block).startsWith(first));
  return { ...page, body, close: below === -1 ? close : close.slice(0, below) };
}

/** What was done to the approved words, in one line or two. */
function summaryOf({ checked: { changes, sections } }: Edited): string {
  if (changes.length === 0) return '';
  const asked = sections.filter(({ confirm }) => confirm).map(({ section }) => section);
  const what = changes.map(({ section, kind }) => `${section} ${kind}`).join(', ');
  return `${EDITED}: ${what}\n${asked.length === 0 ? '' : `Please confirm: ${asked.join(', ')}\n`}`;
}

function fromJson({ candidate, checked }: Edited, page: Letter, problems: Edited['checked']['problems']) {
  const { message, recipient } = candidate;
  const { template, step, level, on, marks } = message;
  return {
    on,
    step,
    template,
    level,
    recipient,
    marks: checked.changes.length === 0 ? marks : [...marks, EDITED],
    ...recheckJson(checked),
    text: hasErrors(problems) ? null : renderLetterText(page),
    problems,
  };
}

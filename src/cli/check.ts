import { todayIn } from '../course/today.ts';
import { type Guarantee, guarantee } from '../guarantee/guarantee.ts';
import { listMarked } from '../language/language-mark.ts';
import { approvalProblems } from '../library/approval.ts';
import { languageNamed } from '../library/file-names.ts';
import type { Library } from '../library/library.ts';
import { languagesOf } from '../library/rule-scope.ts';
import { isSameLanguage } from '../model/language-tag.ts';
import { hasErrors, type Problem } from '../problem.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';

/** `closewell check`: everything that is wrong with the practice folder, what it holds, and what was proved of it. */
export async function check(
  io: Io,
  { practice, json }: { readonly practice?: string; readonly json?: boolean },
): Promise<Exit> {
  const folder = await findPractice(io, practice);
  const { value: library, problems: found } = await readLibrary(io, folder);
  const begun = performance.now();
  const made = library && guarantee(library, todayIn(library.practice.timeZone, io.now()));
  const approval =
    library === undefined || hasErrors(made?.problems ?? [])
      ? []
      : approvalProblems(library, todayIn(library.practice.timeZone, io.now()));
  const milliseconds = Math.round(performance.now() - begun);
  const problems = placeFrom(io, folder, [...found, ...(made?.problems ?? []), ...approval]);
  if (json) io.out(`${JSON.stringify(checkJson(library, made, problems, milliseconds), undefined, 2)}\n`);
  else report(io, problems);
  if (library !== undefined && made !== undefined && !json)
    io.out(formatGuarantee(library, made, problems.length, milliseconds));
  return hasErrors(problems) ? EXIT.problems : EXIT.done;
}

function formatGuarantee(
  library: Library,
  { proof, messages, hardest }: Guarantee,
  problems: number,
  milliseconds: number,
): string {
  const { practice, templates, snippets } = library;
  const held = `${practice.name}: ${templates.length} templates, ${snippets.length} snippets, ${problems === 1 ? '1 problem' : `${problems} problems`}.\n`;
  if (proof === undefined) return `${held}Nothing was proved: mend what stands above first.\n`;
  const followed = `${proof.sections} required sections of ${proof.templates} templates, ${proof.branches} branches followed, ${messages} whole messages composed, ${milliseconds} ms`;
  const grade =
    hardest === undefined
      ? ''
      : `Reads at grade ${hardest.grade.toFixed(1)} at most ("${hardest.template}"); aim for 6 or below.\n`;
  return proof.counterexamples.length > 0
    ? `${held}Not complete for every client (${followed}).\n`
    : `${held}Proved complete for every client: ${followed}.\n${grade}${unmeasured(library)}Whether a message is safe to leave remains your judgment.\n`;
}

/** What measures for English leave to whoever approves the words. */
function unmeasured({ snippets, enclosures, rules }: Library): string {
  const languages = [
    ...snippets.flatMap((one) => languagesOf(one, rules)),
    ...enclosures.flatMap(({ id, text }) => [languageNamed(id) ?? rules.language, ...listMarked(text)]),
  ].filter((one) => !isSameLanguage(one, rules.language));
  return languages.length === 0
    ? ''
    : `Not measured: how plain the words in ${[...new Set(languages)].sort().join(', ')} are. Let someone approve them who reads that.\n`;
}

function checkJson(
  library: Library | undefined,
  made: Guarantee | undefined,
  problems: readonly Problem[],
  milliseconds: number,
) {
  return {
    templates: library?.templates.length ?? null,
    snippets: library?.snippets.length ?? null,
    proof:
      made?.proof === undefined
        ? null
        : { ...made.proof, messages: made.messages, hardest: made.hardest ?? null, milliseconds },
    problems,
  };
}

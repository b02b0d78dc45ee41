import { hasErrors } from '../problem.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';

/** `closewell check`: everything that is wrong with the practice folder, and what it holds. */
export async function check(
  io: Io,
  { practice, json }: { readonly practice?: string; readonly json?: boolean },
): Promise<Exit> {
  const folder = await findPractice(io, practice);
  const { value, problems: found } = await readLibrary(io, folder);
  const problems = placeFrom(io, folder, found);
  if (json)
    io.out(
      `${JSON.stringify({ templates: value?.templates.length ?? null, snippets: value?.snippets.length ?? null, problems }, undefined, 2)}\n`,
    );
  else report(io, problems);
  if (value !== undefined && !json)
    io.out(
      `${value.practice.name}: ${value.templates.length} templates, ${value.snippets.length} snippets, ${problems.length} problems.\n`,
    );
  return hasErrors(problems) ? EXIT.problems : EXIT.done;
}

import { distinct } from '../compose/compose-at.ts';
import { unfilledWording } from '../compose/rules-sections.ts';
import { type Block, textLines } from '../language/document.ts';
import { withoutForeign } from '../language/foreign-words.ts';
import type { Library } from '../library/library.ts';
import { isToned } from '../library/tone.ts';
import { isBlank } from '../model/text-value.ts';
import { hasErrors, type Problem, type ProblemCode, sortProblems } from '../problem.ts';
import { enclosureProblems } from './check-enclosures.ts';
import { fieldFlowProblems } from './check-fields.ts';
import { needProblems } from './check-needs.ts';
import { rulesProblems } from './check-rules.ts';
import { toneProblems } from './check-tone.ts';
import { type Proof, prove } from './prove.ts';
import { type LineCount, readingGrade } from './reading-grade.ts';
import { type Tried, tryTemplate } from './template-variants.ts';
import { listWordings, textOf } from './wordings.ts';

/** Everything that can be known of the wording before a client is involved, but for what loading has found already. */
export interface Guarantee {
  /** Absent where a fault in a single snippet stands in the way. */
  readonly proof: Proof | undefined;
  /** Whole messages that were composed to try the templates. */
  readonly messages: number;
  /** The template whose messages are hardest to read, and their school grade; of those that a client hears or reads. */
  readonly hardest: { readonly template: string; readonly grade: number } | undefined;
  readonly problems: readonly Problem[];
}

/** The guarantee of a library on a day; each stage is left out while an error of an earlier one stands. */
export function guarantee(library: Library, on: string): Guarantee {
  const fields = [...fieldFlowProblems(library), ...needProblems(library)];
  const early = [...fields, ...listWordings(library).flatMap(({ problems }) => problems)];
  if (hasErrors(early))
    return {
      proof: undefined,
      messages: 0,
      hardest: undefined,
      problems: sortProblems(withoutEchoes(distinct(early))),
    };
  const { proof, problems } = prove(library, on);
  const trials = library.templates.map((template) => tryTemplate(library, template, on));
  const tone = [
    ...rulesProblems(library),
    ...toneProblems(library, listWordings(library)),
    ...enclosureProblems(library),
  ];
  const tried = [...gaps(library), ...trials.flatMap((trial) => trial.problems)];
  return {
    proof,
    messages: trials.reduce((sum, { variants }) => sum + variants.length, 0),
    hardest: hardestOf(trials.flatMap(({ variants }) => variants)),
    problems: sortProblems(withoutEchoes([...distinctPlaces([...early, ...problems, ...tried]), ...tone])),
  };
}

/** What is unfilled in any wording that is said at all: the trials do not show every two branches side by side. */
const gaps = (library: Library): Problem[] =>
  listWordings(library)
    .filter((wording) => !isBlank(textOf(wording)))
    .flatMap(({ snippet: { section, place }, blocks }) => unfilledWording({ section, place, blocks }));

function hardestOf(variants: readonly Tried[]): Guarantee['hardest'] {
  const counted = new Map<string, LineCount>();
  const grades = variants
    .filter(({ channel }) => isToned(channel))
    .map(({ template, message }) => ({
      template: template.name,
      grade: readingGrade(
        message.sections.flatMap(({ blocks }) => ownLines(blocks, message.language)),
        counted,
      ),
    }));
  return grades.sort((a, b) => b.grade - a.grade)[0];
}

/** The lines without words in another language, which no formula for English can grade. */
const ownLines = (blocks: readonly Block[], language: string): string[] =>
  textLines(blocks).map((line) =>
    withoutForeign(line, language)
      .map(({ text }) => text)
      .join(''),
  );

/** What says the same of a file at its place in the text, where the other stands at the top of it. */
const SAID_AT_ITS_PLACE: { readonly [code in ProblemCode]?: ProblemCode } = {
  'tone-refused': 'tone-refused',
  'tone-doubtful': 'tone-doubtful',
  'wording-unfilled': 'field-optional',
};

/** Without what was met again in a whole message and could only be told of the file as a whole. */
function withoutEchoes(problems: readonly Problem[]): Problem[] {
  const isTop = ({ place }: Problem) => place.line === 1 && place.column === 1;
  return problems.filter(
    (one) =>
      !isTop(one) ||
      !problems.some(
        (other) =>
          !isTop(other) && other.code === SAID_AT_ITS_PLACE[one.code] && other.place.file === one.place.file,
      ),
  );
}

/** One problem of a kind at a place: the same fault shows in many messages. */
function distinctPlaces(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, place }) => {
    const key = `${code} ${place.file}:${place.line}:${place.column}`;
    return !seen.has(key) && seen.add(key);
  });
}

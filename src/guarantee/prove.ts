import { listWords, type Node } from '../language/node.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import { isBlank } from '../model/text-value.ts';
import { type Problem, problem } from '../problem.ts';
import { type Counterexample, findCounterexample } from './counterexample.ts';
import { type Reached, reachAll, type Way } from './wordings.ts';

/**
 * The proof of completeness: whoever the client is, and whichever matching snippet is chosen, every required section of
 * every template says something. That each is placed, and that a snippet fits every case, is checked at load.
 */

export interface Proof {
  readonly templates: number;
  /** Required sections, each counted in every template that requires it. */
  readonly sections: number;
  /** Branches that were followed. */
  readonly branches: number;
  readonly counterexamples: readonly Counterexample[];
}

/** What was proved of the library, and a problem for every snippet that leaves a required section blank for someone. */
export function prove(library: Library, on: string): { proof: Proof; problems: Problem[] } {
  const reached = reachAll(library);
  const found = reached.map((one) => proveSnippet(one, library, on));
  const required = library.templates.flatMap(({ header }) => header.requires);
  return {
    proof: {
      templates: library.templates.length,
      sections: required.length,
      branches: found.reduce((sum, { branches }) => sum + branches, 0),
      counterexamples: found.flatMap(({ counterexample }) => counterexample ?? []),
    },
    problems: found.flatMap(({ problems }) => problems),
  };
}

interface Finding {
  readonly branches: number;
  readonly counterexample?: Counterexample;
  readonly problems: readonly Problem[];
}

const requires = ({ header }: Template, { section }: Snippet) => header.requires.includes(section);

function proveSnippet({ snippet, ways, isComplete }: Reached, library: Library, on: string): Finding {
  const here = ways.filter(({ slot }) => requires(slot.template, snippet));
  const branches = here.length;
  if (branches === 0 || isSettled(snippet.nodes)) return { branches, problems: [] };
  if (!isComplete) return { branches, problems: [tooMany(snippet)] };
  const blank = here.find(({ text }) => isBlank(text));
  if (blank === undefined) return { branches, problems: [] };
  const counterexample = findCounterexample(snippet, blank, library, on);
  return { branches, counterexample, problems: [blankProblem(snippet, blank, counterexample)] };
}

/** What Markdown could make of words beside it, so that they are not said as they stand. */
const NOT_PLAIN = /[[\]<>`\\|~]/;

/** Whether it begins with words outside every condition, so that it says something on each of its ways. */
const isSettled = (nodes: readonly Node[]) =>
  nodes[0]?.kind === 'words' &&
  /^\n*\p{L}/u.test(nodes[0].text) &&
  !listWords(nodes).some(({ text }) => NOT_PLAIN.test(text));

function tooMany({ id, place }: Snippet): Problem {
  const message = `"${id}" has too many conditions side by side to follow every way through it`;
  return problem(
    'wording-budget',
    place,
    message,
    'Begin it with a sentence outside all conditions, or split the snippet.',
  );
}

function blankProblem({ section, place }: Snippet, { slot }: Way, { told }: Counterexample): Problem {
  const message = `${told}: "${section}" says nothing, and the template "${slot.template.name}" requires it`;
  return problem('section-blank', place, message, 'Add an {{else}} with words that are true for everyone.');
}

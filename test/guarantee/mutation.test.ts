import { expect, test } from 'vitest';
import { fieldFlowProblems } from '../../src/guarantee/check-fields.ts';
import { prove } from '../../src/guarantee/prove.ts';
import { textOf, wordingsOf } from '../../src/guarantee/wordings.ts';
import type { Node } from '../../src/language/node.ts';
import { approvalProblems } from '../../src/library/approval.ts';
import { libraryProblems } from '../../src/library/check-library.ts';
import type { Library, Snippet, Template } from '../../src/library/library.ts';
import { hasErrors } from '../../src/problem.ts';
import { ON } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** Something taken out of the shipped wording: an error where it leaves a gap, and unapproved wording wherever. */

const withThen = (node: Node, then: readonly Node[]) =>
  ({ ...node, ...Object.fromEntries([['then', then]]) }) as Node;

/** The trees that differ from the nodes in one node, in whose place stands what `mutate` makes of it. */
function mutants(nodes: readonly Node[], mutate: (node: Node) => readonly Node[] | undefined): Node[][] {
  return nodes.flatMap((node, index) => {
    const put = (others: readonly Node[]) => [...nodes.slice(0, index), ...others, ...nodes.slice(index + 1)];
    const here = mutate(node);
    const inside =
      node.kind === 'if'
        ? [
            ...mutants(node.then, mutate).map((then) => put([withThen(node, then)])),
            ...mutants(node.otherwise, mutate).map((otherwise) => put([{ ...node, otherwise }])),
          ]
        : [];
    return here === undefined ? inside : [put(here), ...inside];
  });
}

const TAKEN_OUT = {
  'an {{else}}': (node: Node) =>
    (node.kind === 'if' || node.kind === 'each') && node.otherwise.length > 0
      ? [{ ...node, otherwise: [] }]
      : undefined,
  'a guard': (node: Node) => (node.kind === 'if' ? node.then : undefined),
} as const;

const without = ({ id }: Snippet): Library => ({
  ...shippedLibrary,
  snippets: shippedLibrary.snippets.filter((one) => one.id !== id),
});
const alone = (snippet: Snippet): Library => ({ ...shippedLibrary, snippets: [snippet] });
const leavesGap = (library: Library) =>
  hasErrors([...fieldFlowProblems(library), ...prove(library, ON).problems]);
const isUnapproved = (snippet: Snippet) =>
  approvalProblems(alone({ ...snippet, digest: 'of another text' }), ON).some(
    ({ code }) => code === 'wording-unapproved',
  );
const textsOf = (snippet: Snippet) => wordingsOf(snippet, shippedLibrary).map(textOf);

test.each(Object.entries(TAKEN_OUT))(
  '%s taken out leaves a gap, or says something else and is unapproved',
  (what, mutate) => {
    const trials = shippedLibrary.snippets.flatMap((snippet) =>
      mutants(snippet.nodes, mutate).map((nodes) => ({ snippet, mutant: { ...snippet, nodes } })),
    );
    const survivors = trials.filter(({ mutant }) => !leavesGap(alone(mutant)));
    console.log(`${what}: ${trials.length - survivors.length} of ${trials.length} leave a gap`);
    expect(trials.length).toBeGreaterThan(50);
    expect(
      survivors
        .filter(
          ({ snippet, mutant }) => `${textsOf(snippet)}` === `${textsOf(mutant)}` || !isUnapproved(mutant),
        )
        .map(({ snippet }) => snippet.id),
    ).toEqual([]);
  },
);

test('no snippet without "when" can be taken out', () => {
  const defaults = shippedLibrary.snippets.filter(({ header }) => header.when === undefined);
  expect(
    defaults.filter((one) => !hasErrors(libraryProblems(without(one), false))).map(({ id }) => id),
  ).toEqual([]);
});

test('no required section can be taken out of its template', () => {
  const isCaught = (template: Template, section: string) => {
    const sections = template.sections.filter((one) => one !== section);
    const templates = shippedLibrary.templates.map((one) => (one === template ? { ...one, sections } : one));
    return hasErrors(libraryProblems({ ...shippedLibrary, templates }, false));
  };
  const missed = shippedLibrary.templates.flatMap((template) =>
    template.header.requires.filter((section) => !isCaught(template, section)),
  );
  expect(missed).toEqual([]);
});

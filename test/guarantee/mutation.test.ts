import { expect, test } from 'vitest';
import { fieldFlowProblems } from '../../src/guarantee/check-fields.ts';
import { prove } from '../../src/guarantee/prove.ts';
import type { Node } from '../../src/language/node.ts';
import { libraryProblems } from '../../src/library/check-library.ts';
import type { Snippet, Template } from '../../src/library/library.ts';
import { hasErrors } from '../../src/problem.ts';
import { ON } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** Taking something out of the shipped wording: what the guarantee says of it. */

/** Every tree that differs from the nodes in one `if` or `each`, replaced by what `mutate` makes of it. */
function mutants(nodes: readonly Node[], mutate: (node: Node) => readonly Node[] | undefined): Node[][] {
  return nodes.flatMap((node, index) => {
    const put = (others: readonly Node[]) => [...nodes.slice(0, index), ...others, ...nodes.slice(index + 1)];
    const here = mutate(node);
    const inside =
      node.kind === 'if'
        ? [
            ...mutants(node.then, mutate).map((then) => put([{ ...node, then }])),
            ...mutants(node.otherwise, mutate).map((otherwise) => put([{ ...node, otherwise }])),
          ]
        : [];
    return here === undefined ? inside : [put(here), ...inside];
  });
}

const withoutElse = (node: Node) =>
  (node.kind === 'if' || node.kind === 'each') && node.otherwise.length > 0
    ? [{ ...node, otherwise: [] }]
    : undefined;
const withoutGuard = (node: Node) => (node.kind === 'if' ? node.then : undefined);

const fails = (snippet: Snippet, nodes: readonly Node[]) => {
  const library = { ...shippedLibrary, snippets: [{ ...snippet, nodes }] };
  return hasErrors([...fieldFlowProblems(library), ...prove(library, ON).problems]);
};

const outcomes = (mutate: (node: Node) => readonly Node[] | undefined) =>
  shippedLibrary.snippets.flatMap((snippet) =>
    mutants(snippet.nodes, mutate).map((nodes) => ({ id: snippet.id, caught: fails(snippet, nodes) })),
  );

test('PROBE', () => {
  for (const [name, mutate] of Object.entries({ withoutElse, withoutGuard })) {
    const all = outcomes(mutate);
    console.log(
      name,
      all.length,
      all.filter(({ caught }) => caught).length,
      all
        .filter(({ caught }) => !caught)
        .map(({ id }) => id)
        .join(' '),
    );
  }
  const defaults = shippedLibrary.snippets.filter(({ header }) => header.when === undefined);
  console.log(
    defaults.length,
    defaults
      .filter(
        (one) =>
          !hasErrors(
            libraryProblems(
              { ...shippedLibrary, snippets: shippedLibrary.snippets.filter((s) => s !== one) },
              false,
            ),
          ),
      )
      .map(({ id }) => id),
  );
  expect(fails).toBeDefined();
  void ({} as Template);
});

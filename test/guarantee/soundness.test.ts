import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldFlowProblems } from '../../src/guarantee/check-fields.ts';
import { contextOf, exampleOf } from '../../src/guarantee/example.ts';
import { type Slot, wholeWorlds, worldsOf } from '../../src/guarantee/possible-worlds.ts';
import { slotsOf } from '../../src/guarantee/wordings.ts';
import { meet, type World } from '../../src/guarantee/world.ts';
import { evaluate } from '../../src/language/evaluate.ts';
import type { Library, Snippet } from '../../src/library/library.ts';
import { hasErrors } from '../../src/problem.ts';
import { load, template } from '../support/practice-folder.ts';

/** Wording without a diagnostic fills without an error for every context that the schema admits. */

const PRINTED = ['called', 'progress', 'appreciation', 'statedReason', 'childName', 'supports.sentence'];
const condition = fc.letrec<{ one: string }>((tie) => ({
  one: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom('progress', 'appreciation', 'statedReason', 'childName', 'supports'),
    fc.constantFrom(
      '(eq role "guardian")',
      '(eq role "partner")',
      '(eq situation "moved")',
      '(eq returnPath "practice")',
    ),
    fc.tuple(fc.constantFrom('and', 'or'), tie('one'), tie('one')).map((parts) => `(${parts.join(' ')})`),
    tie('one').map((part) => `(not ${part})`),
  ),
})).one;
const wording = fc.letrec<{ text: string }>((tie) => ({
  text: fc
    .array(
      fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('words ', ...PRINTED.map((path) => `{{${path}}} `)),
        fc
          .tuple(fc.constantFrom('if', 'unless'), condition, tie('text'), tie('text'))
          .map(([word, test_, then, other]) => `{{#${word} ${test_}}}${then}{{else}}${other}{{/${word}}}`),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((parts) => parts.join('')),
})).text;
const header = fc.constantFrom(
  '',
  'needs: [progress]',
  'when: { role: [guardian] }',
  'when: { situation: [moved] }\nneeds: [supports, appreciation]',
);

const TEMPLATES = {
  'templates/private.md': template(['validation'], { channel: 'letter' }),
  'templates/detailed.md': template(['validation'], { channel: 'voicemail', level: 'detailed' }),
  'snippets/validation/default.md': '---\n---\nThank you.\n',
};

const snippetIn = ({ snippets }: Library) => snippets.find(({ id }) => id === 'validation/trial') as Snippet;

/** Some of the contexts of the slot in which the snippet can be chosen: the emptiest and the fullest of each world. */
const contextsOf = (snippet: Snippet, slot: Slot, { practice }: Library) =>
  worldsOf(snippet, slot).flatMap((world: World) =>
    wholeWorlds(slot)
      .flatMap((whole) => meet(whole, world) ?? [])
      .flatMap((whole) =>
        (['bare', 'full'] as const).map((fill) =>
          contextOf(exampleOf(whole, slot, practice, practice.crisis.checkedOn, fill), slot),
        ),
      ),
  );

test('wording without a diagnostic fills without an error, and wording that fails has a diagnostic', () => {
  let sound = 0;
  fc.assert(
    fc.property(header, wording, (head, text) => {
      const { value } = load({
        ...TEMPLATES,
        'snippets/validation/trial.md': `---\nlevels: [private]${head === '' ? '' : `\n${head}`}\n---\n${text}\n`,
        // The trial is chosen by a key more than the default.
        ...(head.includes('when')
          ? {}
          : { 'snippets/validation/default.md': '---\nlevels: [detailed]\n---\nThank you.\n' }),
      });
      fc.pre(value !== undefined);
      const library = value as Library;
      fc.pre(!hasErrors(fieldFlowProblems(library)));
      sound++;
      const trial = snippetIn(library);
      for (const slot of slotsOf(trial, library))
        for (const context of contextsOf(trial, slot, library)) evaluate(trial.nodes, context);
    }),
    { numRuns: 30, maxSkipsPerRun: 100 },
  );
  expect(sound).toBeGreaterThanOrEqual(30);
});

import { coveringWays } from '../language/covering-ways.ts';
import { findDisguises } from '../language/look-alike.ts';
import { findRefused } from '../language/markdown.ts';
import { listWords, type Node } from '../language/node.ts';
import { LIMITS } from '../language/wording-limits.ts';
import { type Place, type Problem, placeAfter, problem } from '../problem.ts';

/** What a snippet's own text must be, whatever the case. One rule, one function; each fault stands at its place. */

/** Every fault in the text of a snippet; `place` is the snippet's, for what stands nowhere in particular. */
export function wordingProblems(nodes: readonly Node[], place: Place): Problem[] {
  const words = listWords(nodes).flatMap((one) => WORDS_RULES.flatMap((rule) => rule(one.text, one.place)));
  return [...sectionsWithin(nodes), ...words, ...markdownProblems(nodes, place)];
}

/** On every branch: filled, a section would be nothing. */
function sectionsWithin(nodes: readonly Node[]): Problem[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'if') return sectionsWithin([...node.then, ...node.otherwise]);
    if (node.kind === 'each') return sectionsWithin([...node.body, ...node.otherwise]);
    const message = 'a snippet cannot hold another section';
    return node.kind === 'section' ? [form(node.place, message, 'Place sections in a template.')] : [];
  });
}

/** Looks at one stretch of words; `start` is where it begins. The first fault of a kind is told. */
type WordsRule = (text: string, start: Place) => Problem[];

const noBraces: WordsRule = (text, start) => {
  const at = text.search(/[{}]/);
  const hint = 'Write two braces on each side of a field.';
  return at < 0
    ? []
    : [form(placeAfter(start, text.slice(0, at)), 'a single brace stands in this text', hint)];
};

const noCodes: WordsRule = (text, start) => {
  const at = text.search(/&#?\w+;/);
  const message = 'a code such as &amp; stands in this text';
  return at < 0 ? [] : [form(placeAfter(start, text.slice(0, at)), message, 'Write the character itself.')];
};

/** Nothing in a text is other than it seems: no invisible character, no word out of two alphabets. */
export const noDisguises: WordsRule = (text, start) =>
  findDisguises(text).map(({ what, offset }) =>
    form(placeAfter(start, text.slice(0, offset)), `${what} stands in this text`, 'Type it again.'),
  );

const WORDS_RULES: readonly WordsRule[] = [noBraces, noCodes, noDisguises];

/** Characters that Markdown may have to read, over all ways through the conditions. */
const MOST_STEPS = 12 * LIMITS.characters;

function markdownProblems(nodes: readonly Node[], place: Place): Problem[] {
  const ways = coveringWays(nodes);
  const steps = ways.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (steps > MOST_STEPS) {
    const message = 'this text has too many conditions for its length';
    return [problem('wording-budget', place, message, 'Split it into smaller snippets.')];
  }
  const found = ways.flatMap(findRefused);
  const told = new Map(found.map((one) => [`${one.place?.line}:${one.place?.column} ${one.what}`, one]));
  const hint = 'Use paragraphs, headings, lists, bold, italics and plain links only.';
  return [...told.values()].map((one) =>
    form(one.place ?? place, `this wording holds ${one.what}`, one.hint ?? hint),
  );
}

const form = (place: Place, message: string, hint: string) => problem('wording-form', place, message, hint);

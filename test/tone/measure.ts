import { readFileSync } from 'node:fs';
import { hearText } from '../../src/library/hear.ts';
import { holdsIn } from '../../src/library/rule-scope.ts';
import { toneCode } from '../../src/library/tone.ts';
import { parseYaml } from '../../src/model/parse-yaml.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** How the rules of tone do on sentences that they were not written from. */

interface Sentence {
  readonly text: string;
  readonly verdict: 'blaming' | 'kind';
  readonly category: string;
}

/** The sentences of a file beside this one. */
export function readSentences(name: string): Sentence[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return parseYaml({ file: name, text, linesBefore: 0 }).data as Sentence[];
}

const SLOT = { channel: 'letter', level: 'private', languages: ['en-US'] } as const;

/** The ids of the rules that speak about a sentence in a letter. */
function rulesAgainst(text: string): string[] {
  const heard = hearText(shippedLibrary.rules, text).flatMap(({ rule }) =>
    rule !== undefined &&
    rule.fields === undefined &&
    holdsIn(rule, SLOT) &&
    toneCode(rule, 'letter') !== undefined
      ? [rule.id]
      : [],
  );
  return text.includes('!') ? [...heard, 'exclamation'] : heard;
}

/** What was caught of what blames, by category, and what was caught of what is kind. */
export function measure(sentences: readonly Sentence[]) {
  const blaming = sentences.filter(({ verdict }) => verdict === 'blaming');
  const kind = sentences.filter(({ verdict }) => verdict === 'kind');
  const isCaught = ({ text }: Sentence) => rulesAgainst(text).length > 0;
  const categories = [...new Set(blaming.map(({ category }) => category))].sort();
  const byCategory = categories.map((category) => {
    const own = blaming.filter((one) => one.category === category);
    return { category, caught: own.filter(isCaught).length, of: own.length };
  });
  return {
    byCategory,
    missed: blaming.filter((one) => !isCaught(one)),
    falseAlarms: kind.filter(isCaught),
    recall: blaming.filter(isCaught).length / blaming.length,
    blaming: blaming.length,
    kind: kind.length,
  };
}

/** The figures as a table to print. */
export function formatMeasure(
  name: string,
  { byCategory, falseAlarms, recall, blaming, kind }: ReturnType<typeof measure>,
): string {
  const rows = byCategory.map(({ category, caught, of }) => `  ${category.padEnd(28)} ${caught} of ${of}`);
  const total = `${name}: ${Math.round(recall * 100)}% of ${blaming} blaming sentences caught, ${falseAlarms.length} false alarms in ${kind} kind ones`;
  return [total, ...rows].join('\n');
}

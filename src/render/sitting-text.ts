import type { Message } from '../compose/message.ts';
import type { Change } from '../guarantee/change-set.ts';
import type { Preview } from '../guarantee/preview.ts';
import type { TemplateVariant } from '../guarantee/template-variants.ts';
import { spellMarks } from '../language/block-language.ts';
import { type DiffPart, diffWords } from '../language/word-diff.ts';
import { SECTIONS } from '../model/section.ts';
import { blockText } from './letter-text.ts';

/** What someone reads before they approve: what changed, word by word, and whole messages that show it. */

/** How to read a comparison. */
export const DIFF_LEGEND = '[- -] was taken out, {+ +} was put in.';

const MARKS: Readonly<Record<DiffPart['kind'], readonly [string, string]>> = {
  same: ['', ''],
  gone: ['[-', '-]'],
  new: ['{+', '+}'],
};

/** The two texts as one, with what was taken out and what was put in marked. */
export const renderDiff = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => `${MARKS[kind][0]}${text}${MARKS[kind][1]}`)
    .join('');

/** One change with the texts in which it was made and the templates that show them. */
export function renderChange({ before, after, ids }: Change, templates: readonly string[]): string {
  const where = ids.length === 1 ? '' : `The same change in ${ids.length} texts: `;
  const shown = templates.length === 0 ? [] : [`  shown by: ${templates.join(', ')}`];
  const said = before === after ? 'Only where lines break has changed.' : renderDiff(before, after);
  return [`${where}${ids.join(', ')}`, ...shown, indent(said, '    ')].join('\n');
}

/** A whole message as text, with `>` before the sections that the snippets say. */
function renderVariant(
  { template, channel, message, told }: TemplateVariant,
  marked: readonly string[],
): string {
  const head = `── ${template.header.title} (templates/${template.name}, ${channel})\n   ${told}`;
  return [head, ...subjectOf(message), ...message.sections.map((one) => renderSection(one, marked))].join(
    '\n',
  );
}

const subjectOf = ({ parts: { subject } }: Message) =>
  subject === undefined ? [] : [`    Subject: ${subject}`];

function renderSection(section: Message['sections'][number], marked: readonly string[]): string {
  const isMarked = marked.includes(section.snippet);
  const label = isMarked
    ? `  ${SECTIONS[section.section]}, by ${section.snippet}`
    : `  ${SECTIONS[section.section]}`;
  const text = spellMarks(section.blocks).map(blockText).join('\n');
  return `${label}\n${indent(text, isMarked ? '  > ' : '    ')}`;
}

/** The text with each line set in. */
export const indent = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => `${by}${line}`.trimEnd())
    .join('\n');

/** The whole preview, in the order in which one reads it; `ids` are the texts to be approved. */
export function renderPreview(
  { sameAsBefore, changes, variants, alone }: Preview,
  ids: readonly string[],
): string {
  const same =
    sameAsBefore.length === 0
      ? []
      : [
          `These say the same in every case as when they were approved (confirm only):\n${indent(sameAsBefore.join('\n'), '  ')}`,
        ];
  const changed =
    changes.length === 0
      ? []
      : [
          `What changed since it was approved. ${DIFF_LEGEND}`,
          ...changes.map(({ change, templates }) => renderChange(change, templates)),
        ];
  const whole =
    variants.length === 0
      ? []
      : [
          `${variants.length} whole messages that show every wording. What is to be approved stands after >. Everyone in them is invented.`,
          ...variants.map((one) => renderVariant(one, ids)),
        ];
  const texts = alone.map(({ id, text }) => `${id}, as it stands:\n${indent(text, '    ')}`);
  return [...same, ...changed, ...texts, ...whole].map((part) => `${part}\n\n`).join('');
}

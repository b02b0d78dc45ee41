import { type CallSheet, SHEET_PARTS, type Sheet, type SheetPart } from '../compose/call-sheet.ts';
import { isMessage, type Message, type MessageSection } from '../compose/message.ts';
import { spokenSeconds } from '../compose/speech.ts';
import { type Block, isDirection, lineText } from '../language/document.ts';
import type { Policy } from '../model/practice.ts';
import { SECTIONS } from '../model/section.ts';

/** A call sheet for the terminal: what to know first, then the ways the call can go, each with its words. */

/** How headings, directions and marks look; the shell passes colours where it writes to a terminal. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly direction: (text: string) => string;
  readonly mark: (text: string) => string;
}

/** No colours: what files, pipes and golden cases hold. */
export const PLAIN: Style = { heading: (text) => text, direction: (text) => text, mark: (text) => text };

const WIDTH = 80;

/** The sheets one after another, in lines of at most 80 characters; ends in one newline. */
export function renderCallSheet(sheet: CallSheet, policy: Policy, style: Style = PLAIN): string {
  return `${sheet.sheets.map((one) => renderSheet(sheet, one, policy, style)).join(`\n\n${'═'.repeat(WIDTH)}\n\n`)}\n`;
}

const PART_LABELS: Readonly<Record<SheetPart, string>> = {
  prepare: 'Before you dial',
  opening: 'Opening',
  live: 'If they can talk',
  voicemail: 'Voicemail',
  someoneElse: 'If someone else answers',
};

function renderSheet({ on }: CallSheet, sheet: Sheet, policy: Policy, style: Style): string {
  const marks = [
    ...new Set(Object.values(sheet.messages).flatMap((one) => (isMessage(one) ? one.marks : []))),
  ];
  const title = [
    ...marks.map((mark) => style.mark(mark)),
    style.heading(`${TITLES[sheet.step]}: ${sheet.recipient}`),
    on,
  ].join(' · ');
  const { number } = sheet;
  const safety =
    number === undefined
      ? []
      : wrap(
          `${number.label}: ${number.level} (${number.reason})${number.safeHours === undefined ? '' : `; safe hours: ${number.safeHours}`}`,
          '',
        );
  const reasons = new Set(
    Object.values(sheet.messages).map((one) => (isMessage(one) ? undefined : one.reason)),
  );
  const [only] = reasons;
  if (reasons.size === 1 && only !== undefined) return [title, ...safety, '', ...wrap(only, '')].join('\n');
  const parts = (Object.keys(SHEET_PARTS) as SheetPart[]).flatMap((part) => [
    '',
    ...renderPart(part, sheet, policy, style),
  ]);
  return [title, ...safety, ...parts].join('\n');
}

const TITLES = {
  'first-call': 'First call',
  'final-call': 'Final call',
  'front-desk-call': 'Front-desk call',
  'return-call': 'They call you',
} as const;

function renderPart(part: SheetPart, { messages }: Sheet, policy: Policy, style: Style): string[] {
  const outcome = messages[part];
  const label = PART_LABELS[part];
  if (!isMessage(outcome)) return [rule(label, '', style), ...wrap(outcome.reason, '  ')];
  const detail =
    part === 'voicemail'
      ? `${outcome.level} · ${outcome.sections.length} sections · ${range(spokenSeconds(outcome.sections, policy))}`
      : '';
  const lines = outcome.sections.flatMap((section) => renderSection(section, outcome, policy, style));
  const dropped = outcome.dropped.map((section) => SECTIONS[section].toLowerCase()).join('; ');
  const note =
    dropped === '' ? [] : wrap(`Left out for time: ${dropped}.`, '  ').map((line) => style.direction(line));
  return [rule(label, detail, style), ...lines, ...note];
}

function rule(label: string, detail: string, style: Style): string {
  const line = `── ${label} ${detail === '' ? '' : `· ${detail} `}`;
  return style.heading(line + '─'.repeat(Math.max(0, WIDTH - line.length)));
}

function renderSection(section: MessageSection, message: Message, policy: Policy, style: Style): string[] {
  const seconds = message.channel === 'voicemail' ? ` · ${range(spokenSeconds([section], policy))}` : '';
  const heading =
    section.blocks[0]?.kind === 'heading'
      ? []
      : [style.direction(`  ${SECTIONS[section.section]}${seconds}`)];
  return [
    ...heading,
    ...section.blocks.flatMap((block) => renderBlock(block, '    ', style)),
    ...(message.channel === 'voicemail' ? [] : ['']),
  ];
}

function renderBlock(block: Block, indent: string, style: Style): string[] {
  if (block.kind === 'list') {
    return block.items.flatMap((item) =>
      item
        .flatMap((inner) => renderBlock(inner, `${indent}  `, style))
        .map((line, index) => (index === 0 ? `${indent}- ${line.trimStart()}` : line)),
    );
  }
  if (block.kind === 'heading') return [style.heading(`  ${lineText(block.children)}`)];
  if (isDirection(block))
    return wrap(`(${lineText(block.children)})`, indent).map((line) => style.direction(line));
  return wrap(lineText(block.children), indent);
}

const range = ({ low, high }: { low: number; high: number }) => `${Math.floor(low)} to ${Math.ceil(high)} s`;

/** The text in indented lines of at most 80 characters. */
export function wrap(text: string, indent: string): string[] {
  return text.split('\n').flatMap((line) => {
    const lines = [indent];
    for (const word of line.split(' ')) {
      const last = lines.at(-1) ?? indent;
      if (last.length > indent.length && last.length + word.length + 1 > WIDTH) lines.push(indent + word);
      else lines[lines.length - 1] = last.length > indent.length ? `${last} ${word}` : indent + word;
    }
    return lines;
  });
}

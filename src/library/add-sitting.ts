import { loadApprovals, type Sitting } from './approvals.ts';
import { formatApprovedText } from './approved-texts.ts';
import { APPROVALS_FILE } from './decisions.ts';

/** What to write down of a sitting: records and texts are added at the end, and nothing else changes. */

const APPROVALS_START = `# Who approved which wording, and who withdrew it. The program adds to this file; nothing in it is ever changed.
`;
const TEXTS_START = `# Every text that was ever approved, by its digest. The program adds to this file; nothing in it is ever changed.
`;

/** The approvals file with the sitting after all others; `before` is the file as it is, empty where there is none. */
export function addSitting(before: string, sitting: Sitting): string {
  return ended(before === '' ? APPROVALS_START : before) + formatSitting(sitting);
}

/** The file of approved texts with those of the texts that it does not have yet. */
export function addTexts(before: string, texts: ReadonlyMap<string, string>): string {
  const open = [...texts].filter(([digest]) => !before.includes(`- digest: ${digest}\n`));
  const added = open.map(([digest, text]) => formatApprovedText(digest, text)).join('');
  return added === '' ? before : ended(before === '' ? TEXTS_START : before) + added;
}

/** Why a sitting cannot be written down, in a sentence; undefined where it can. */
export function sittingFault(sitting: Sitting): string | undefined {
  const file = { path: APPROVALS_FILE, text: addSitting('', sitting) };
  const [first] = loadApprovals([file]).problems;
  return first && `This cannot be written down: ${first.message}. ${first.hint}`;
}

const ended = (text: string) => (text.endsWith('\n') ? text : `${text}\n`);

function formatSitting(sitting: Sitting): string {
  const { on, by, role, reviewBy, note, because, approves, withdraws, asks, returns } = sitting;
  const words = { by, role, reviewBy, note, because };
  const lists = { approves, withdraws, asks, returns };
  return [
    `- on: ${on}`,
    ...Object.entries(words).flatMap(([key, value]) =>
      value === undefined ? [] : `  ${key}: ${key === 'reviewBy' ? value : JSON.stringify(value)}`,
    ),
    ...Object.entries(lists).flatMap(([key, entries]) =>
      entries === undefined ? [] : [`  ${key}:`, ...entries.map((entry) => `    - ${entry}`)],
    ),
    '',
  ].join('\n');
}

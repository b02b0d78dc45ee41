import { isDay } from '../course/dates.ts';
import type { WordingFolder } from '../files/read-wording.ts';
import { canonicalTexts } from '../library/canonical-texts.ts';
import { type Decision, listDecisions } from '../library/decisions.ts';
import { unknownId } from '../library/unknown-id.ts';
import { indent } from '../render/sitting-text.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { openWording } from './wording-folder.ts';

/** `closewell history ID`: who approved which text when, and who withdrew it why; with `--on`, what held on that day. */
export async function history(
  io: Io,
  id: string,
  { practice, on }: { readonly practice?: string; readonly on?: string },
): Promise<Exit> {
  if (on !== undefined && !isDay(on)) {
    io.err('--on wants a day such as 2026-12-01\n');
    return EXIT.usage;
  }
  const opened = await openWording(io, practice);
  if ('exit' in opened) return opened.exit;
  const all = listDecisions(opened.sittings);
  const decisions = all.flatMap(([one, decision]) => (one === id ? [decision] : []));
  if (decisions.length === 0) {
    const known = [...all.map(([one]) => one), ...canonicalTexts(opened.files).keys()];
    io.err(`${unknownId([id], known) ?? `Nobody has decided about ${id} yet.`}\n`);
    return EXIT.usage;
  }
  io.out(on === undefined ? allOf(id, decisions, opened) : heldOn(on, id, decisions, opened));
  return EXIT.done;
}

const allOf = (id: string, decisions: readonly Decision[], opened: WordingFolder) =>
  `${id}\n${decisions.map((one) => `\n${told(one)}\n${textOf(one, opened)}`).join('')}`;

function heldOn(day: string, id: string, decisions: readonly Decision[], opened: WordingFolder): string {
  const last = decisions.filter(({ sitting }) => sitting.on <= day).at(-1);
  if (last === undefined) return `${id}: nothing was approved by ${day}.\n`;
  if (last.kind === 'withdrawn') return `${id}: not in use on ${day}.\n${told(last)}\n`;
  const old = last.reviewBy < day ? ' Its review was due by then.' : '';
  return `${id}: approved for use on ${day}.${old}\n${told(last)}\n${textOf(last, opened)}`;
}

function told(decision: Decision): string {
  const { on, by, role, note, because } = decision.sitting;
  const who = role === undefined ? by : `${by}, ${role}`;
  return decision.kind === 'withdrawn'
    ? `${on}: withdrawn by ${who}. ${because}`
    : `${on}: approved by ${who}; review by ${decision.reviewBy}.${note === undefined ? '' : ` ${note}`}`;
}

const textOf = (decision: Decision, { texts }: WordingFolder) =>
  decision.kind === 'withdrawn' ? '' : `${indent(texts.get(decision.digest) ?? '', '    ')}\n`;

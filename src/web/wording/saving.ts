import { signal } from '@preact/signals';
import { digestOf } from '../../library/digest.ts';
import type { Problem } from '../../problem.ts';
import type { Answered, WordingFile } from '../wording-desk.ts';
import { desk, disk, drafts, dropDraft, GONE, readDisk, said } from './wording-state.ts';

/** Saving drafts, all or none; what someone else saved meanwhile is shown, and nothing is lost on either side. */

/** Files that someone else has changed since the drafts were begun, as they are now. */
export const conflicts = signal<readonly WordingFile[]>([]);

/** Why the drafts were not saved though they could be: with them no message at all would be made. */
export const stopping = signal<readonly Problem[]>([]);

/** Saves every draft; `evenSo` also those with which no message can be made until they are mended. */
export async function saveDrafts(evenSo = false): Promise<void> {
  const sent = [...drafts.value.values()];
  stopping.value = [];
  const answer = await desk.value?.save(sent, evenSo);
  if (answer === undefined) return;
  if ('value' in answer) {
    for (const { path, text } of sent) settleDraft(path, text);
    conflicts.value = [];
    await readDisk();
    said.value = sent.length === 1 ? 'Saved.' : `Saved: ${sent.length} texts.`;
  } else refuse(answer);
}

/** What was saved is a draft no more; what was typed since goes on from it. */
function settleDraft(path: string, text: string): void {
  const next = new Map(drafts.value);
  const typed = next.get(path);
  if (typed?.text === text) next.delete(path);
  else if (typed !== undefined) next.set(path, { ...typed, basedOn: digestOf(text) });
  drafts.value = next;
}

function refuse(answer: Exclude<Answered<unknown>, { value: unknown }>): void {
  if (answer.refused === 'changed-meanwhile') {
    conflicts.value = answer.changed.filter((one): one is WordingFile => typeof one !== 'string');
    said.value = 'Not saved: someone else has saved here meanwhile. See below.';
  } else if (answer.refused === 'problems') {
    stopping.value = answer.problems;
    said.value = 'Not saved: with this, no message at all could be made.';
  } else said.value = whyRefused(answer);
}

/** Why the server did not do it, in a sentence. */
export function whyRefused(answer: Exclude<Answered<unknown>, { value: unknown }>): string {
  if (answer.refused === 'request-fault') return answer.says;
  if (answer.refused === 'gone') return GONE;
  if (answer.refused === 'problems')
    return 'Not done: the checks find something that has to be mended first.';
  if (answer.refused === 'changed-meanwhile') return 'Not done: a text was changed meanwhile. Look again.';
  if (answer.refused === 'read-only')
    return 'This is the sample; start a practice of your own with closewell init.';
  return 'Not done. Nothing was changed.';
}

/** Keeps the own draft, to be saved over what the other one saved. */
export function keepMine(file: WordingFile): void {
  const mine = drafts.value.get(file.path);
  if (mine !== undefined)
    drafts.value = new Map(drafts.value).set(file.path, { ...mine, basedOn: file.digest });
  settle(file);
}

/** Takes what the other one saved. */
export function takeTheirs(file: WordingFile): void {
  dropDraft(file.path);
  settle(file);
}

function settle(file: WordingFile): void {
  const { files = [] } = disk.value ?? {};
  if (disk.value !== undefined)
    disk.value = { ...disk.value, files: files.map((one) => (one.path === file.path ? file : one)) };
  conflicts.value = conflicts.value.filter(({ path }) => path !== file.path);
}

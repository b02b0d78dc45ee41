import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPractice, run } from './world.ts';

/** Edits of the sample's wording, for the commands by which wording is approved. */

export const CONTACT = 'snippets/contact/letter.md';

/** Puts a sentence at the end of a text. */
const added = (text: string) => `${text.trimEnd()} Thank you.\n`;

/** The sample practice with a sentence more in its letters' contact, so that this one text has changed. */
export const openChanged = () => openPractice({ [CONTACT]: added });

/** The sample practice with nothing approved. */
export async function openDrafts(): Promise<string> {
  const folder = await openPractice();
  for (const file of ['approvals.yaml', 'approved-texts.yaml']) await rm(join(folder, 'snippets', file));
  return folder;
}

/** What `closewell status --json` says. */
export async function statusOf(folder: string, io: Parameters<typeof run>[1] = {}) {
  const { out, exit } = await run(['status', '--json', '--practice', folder], io);
  return { exit, ...JSON.parse(out) };
}

/** A person who answers every question alike; the questions are kept. */
export function answering(answer: string) {
  const questions: string[] = [];
  const ask = async (question: string) => {
    questions.push(question);
    return answer;
  };
  return { questions, ask };
}

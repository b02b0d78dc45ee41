import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, run } from '../cli/world.ts';

/** Each example's texts as the commands print them on one day, as files to read; `npm run golden` writes them anew. */

const DAY = '2026-11-23';
const LINE = '─'.repeat(80);
const COMMANDS = {
  'first-call.txt': ['script', '--call', 'first'],
  'final-call.txt': ['script', '--call', 'final'],
  'outreach-letter.txt': ['letter', '--kind', 'outreach'],
  'closing-letter.txt': ['letter', '--kind', 'closing'],
  'caring-contact.txt': ['letter', '--kind', 'caring'],
  'welcome-back.txt': ['letter', '--kind', 'welcome'],
  'they-call.txt': ['script', '--call', 'return'],
  'front-desk-call.txt': ['script', '--call', 'front-desk'],
};

const stories = (await readdir(join(ROOT, 'examples')))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -'.yaml'.length))
  .sort();
const entries = await readdir(import.meta.dirname, { withFileTypes: true });
const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** The result and, under a line, what was said beside it: problems and reasons. */
async function print(story: string, [command = '', ...flags]: readonly string[]): Promise<string> {
  const { out, err } = await run([command, join('examples', `${story}.yaml`), '--on', DAY, ...flags]);
  return err === '' ? out : `${out}${LINE}\n${err}`;
}

describe.each(stories)('%s', (story) => {
  test.each(Object.entries(COMMANDS))('%s is as it was approved', async (file, command) => {
    await expect(await print(story, command)).toMatchFileSnapshot(join(import.meta.dirname, story, file));
  });
});

test('there are at least nine stories, and no folder without one', () => {
  expect(stories.length).toBeGreaterThanOrEqual(9);
  expect(folders.filter((folder) => !stories.includes(folder))).toEqual([]);
});

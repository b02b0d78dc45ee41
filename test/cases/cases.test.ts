import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OUTCOMES, SITUATIONS } from '../../src/model/choices.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import { openFolder, run } from '../cli/world.ts';

/**
 * The course of invented cases, each a folder to read: the client's file, the commands with their days, what each command
 * printed, and the file as it is afterwards. `npm run golden` writes what was printed anew.
 */

const HERE = import.meta.dirname;
const LINE = '─'.repeat(80);

interface Command {
  readonly day: string;
  readonly argv: readonly string[];
}

interface Story {
  readonly name: string;
  readonly client: string;
  readonly commands: readonly Command[];
}

async function readStory(name: string): Promise<Story> {
  const lines = (await readFile(join(HERE, name, 'commands.txt'), 'utf8')).trim().split('\n');
  const commands = lines
    .filter((line) => !line.startsWith('#'))
    .map((line): Command => {
      const [day = '', ...argv] = line.split(' ');
      return { day, argv };
    });
  return { name, client: await readFile(join(HERE, name, 'client.yaml'), 'utf8'), commands };
}

const entries = await readdir(HERE, { withFileTypes: true });
const stories = await Promise.all(
  entries.filter((entry) => entry.isDirectory()).map(({ name }) => readStory(name)),
);

/** What one command printed and, under a line, what was said beside it. */
async function print({ day, argv }: Command, path: string): Promise<string> {
  const named = argv.map((word) => (word === 'client.yaml' ? path : word));
  const { out, err } = await run(named, { now: () => new Date(`${day}T18:00:00Z`) });
  return (err === '' ? out : `${out}${LINE}\n${err}`).replaceAll(path, 'client.yaml');
}

async function play({ name, commands }: Story) {
  const path = join(await openFolder(), 'client.yaml');
  await copyFile(join(HERE, name, 'client.yaml'), path);
  const printed: [string, string][] = [];
  for (const [index, command] of commands.entries())
    printed.push([`${index + 1}-${command.argv[0]}.txt`, await print(command, path)]);
  return [...printed, ['client-after.yaml', await readFile(path, 'utf8')] as const];
}

describe.each(stories)('$name', (story) => {
  test('every text is as it was read, and the file as it was left', async () => {
    const files = await play(story);
    await Promise.all(
      files.map(([file, text]) => expect(text).toMatchFileSnapshot(join(HERE, story.name, file))),
    );
    const expected = ['client.yaml', 'commands.txt', ...files.map(([file]) => file)];
    const there = await readdir(join(HERE, story.name));
    expect(there.filter((file) => !expected.includes(file))).toEqual([]);
  });
});

test('every outcome is recorded in some case', () => {
  const recorded = stories.flatMap(({ commands }) =>
    commands
      .filter(({ argv }) => argv.includes('--record'))
      .map(({ argv }) => argv[argv.indexOf('--outcome') + 1]),
  );
  expect(OUTCOMES.filter((outcome) => !recorded.includes(outcome))).toEqual([]);
});

test('every situation is that of some case', () => {
  const situations = stories.map(({ client }) => parseClient(client, 'client.yaml').value?.client.situation);
  expect(SITUATIONS.filter((situation) => !situations.includes(situation))).toEqual([]);
});

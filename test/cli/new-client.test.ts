import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseClient } from '../../src/model/parse-client.ts';
import { listAll, openFolder, run, write } from './world.ts';

/** The keys that only some clients have: a contact point has one way, only a minor has a consent, and so on. */
const OTHERS =
  /^#\s*(consent|childName|address|portal|email|future|number|jointLetter|agreedOn):|^#\s+agreedOn:/;

async function annotated(): Promise<{ path: string; text: string }> {
  const path = join(await openFolder(), 'c-1042.yaml');
  await run(['new', path]);
  return { path, text: await readFile(path, 'utf8') };
}

/** Empty keys get the example of the explanation above them. */
const fillIn = (text: string) =>
  text.replace(
    /^( *## .*)\n((?: *- | *)\w+:)$/gm,
    (_, explanation: string, key: string) =>
      `${explanation}\n${key} ${/One of: ([\w-]+)|Example: (.*?)(?: \(Heard|$)/.exec(explanation)?.slice(1).join('')}`,
  );

/** Lines with one # are keys that may be left out. */
const uncomment = (text: string) =>
  text
    .split('\n')
    .map((line) => (/^#[^#]/.test(line) && !OTHERS.test(line) ? line.slice(1) : line))
    .join('\n');

describe('closewell new', () => {
  test('writes the file for its owner alone, says what comes next, and prints nothing else', async () => {
    const path = join(await openFolder(), 'c-1042.yaml');
    const { exit, out, err } = await run(['new', path]);
    expect({ exit, out }).toEqual({ exit: 0, out: '' });
    expect(err).toContain(`closewell script ${path}`);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test('the file parses once its empty keys are filled in', async () => {
    const { text } = await annotated();
    const reached = fillIn(text).replace(/^#( +phone:)/m, '$1');
    const { problems } = parseClient(reached, 'c-1042.yaml');
    expect(problems).toEqual([]);
  });

  test('the file parses once its examples are taken as well', async () => {
    const { value, problems } = parseClient(uncomment(fillIn((await annotated()).text)), 'c-1042.yaml');
    expect(problems).toEqual([]);
    expect(value?.client.outreach?.[0]?.outcome).toBe('voicemail-left');
    expect(value?.client.recipients[0]?.personal?.copingTools).toHaveLength(1);
  });

  test('the file, filled in, becomes a call sheet', async () => {
    const path = await write('c-1042.yaml', uncomment(fillIn((await annotated()).text)));
    const { exit, out } = await run(['script', path]);
    expect(exit).toBe(0);
    expect(out).toContain('── Voicemail');
  });

  test('the file as it is asks for everything at once, at the lines, and ends with 3', async () => {
    const { path, text } = await annotated();
    const { exit, codes, places } = await run(['script', path]);
    const empty = text.split('\n').flatMap((line, index) => (/^[ -]*\w+:$/.test(line) ? [index + 1] : []));
    const named = places.map((place) => Number(place.split(':').at(-2)));
    expect({ exit, codes: new Set(codes) }).toEqual({ exit: 3, codes: new Set(['key-missing']) });
    expect(named.filter((line) => !empty.includes(line))).toEqual([]);
  });

  test('leaves a file that is there as it is without --force, and replaces it with it', async () => {
    const folder = await openFolder();
    const path = join(folder, 'c-1042.yaml');
    await writeFile(path, 'mine');
    const { exit, codes } = await run(['new', path]);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['output-exists'] });
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect((await run(['new', path, '--force'])).exit).toBe(0);
    expect(await readFile(path, 'utf8')).not.toBe('mine');
    expect(await listAll(folder)).toEqual(['c-1042.yaml']);
  });

  test('a folder that is not there is a problem', async () => {
    const { exit, codes } = await run(['new', join(await openFolder(), 'no', 'c-1042.yaml')]);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['file-unreadable'] });
  });
});

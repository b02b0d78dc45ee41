import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPractice, run } from './world.ts';

const check = async (edits: Record<string, (text: string) => string>, ...flags: string[]) =>
  run(['check', '--practice', await openPractice(edits), ...flags]);

describe('closewell check', () => {
  test('of the shipped sample finds nothing and says what it holds on standard output', async () => {
    const { exit, out, err } = await run(['check']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^Willow Street Practice: \d+ templates, \d+ snippets, 0 problems\.\n$/);
  });

  test('reports all problems at once, sorted by place, on standard error, and ends with 1', async () => {
    const { exit, out, places } = await check({
      'templates/letter-closing.md': (text) => `${text}\n{{> greetings}}\n`,
      'snippets/records/default.md': () => '---\n---\n{{nam}} {{name',
      'practice.yaml': (text) => text.replace('timeZone: America/Chicago', 'timeZone: Chicago\nzone: x'),
    });
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(places.map((place) => place.replace(/:\d+:\d+/, ''))).toEqual([
      'practice.yaml value-refused',
      'practice.yaml key-unknown',
      'snippets/records/default.md wording-syntax',
      'templates/letter-closing.md section-unknown',
    ]);
  });

  test('ends well where there are only warnings', async () => {
    const { exit } = await check({});
    expect(exit).toBe(0);
  });

  test('--json has the numbers and the problems, and standard error stays empty', async () => {
    const { exit, out, err } = await check(
      { 'snippets/records/default.md': () => '---\n---\n{{nam}}' },
      '--json',
    );
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    expect(JSON.parse(out)).toStrictEqual({
      templates: null,
      snippets: null,
      problems: [
        {
          code: 'field-unknown',
          severity: 'error',
          message: expect.any(String),
          place: { file: 'snippets/records/default.md', line: 3, column: 1 },
          hint: expect.stringContaining('"name"'),
        },
      ],
    });
  });

  test('--json of a sound practice has the numbers', async () => {
    expect(JSON.parse((await run(['check', '--json'])).out)).toStrictEqual({
      templates: expect.any(Number),
      snippets: expect.any(Number),
      problems: [],
    });
  });

  test('of a copy that takes the mark away names everything that is left of the sample', async () => {
    const { exit, codes, places } = await check({
      'practice.yaml': (text) => text.replace('sample: true', ''),
    });
    expect(exit).toBe(1);
    expect(new Set(codes)).toEqual(new Set(['sample-left']));
    expect(new Set(places).size).toBe(places.length);
  });

  test('of a marked copy finds nothing', async () => {
    expect(await check({})).toMatchObject({ exit: 0, codes: [] });
  });

  test('names the files of a practice elsewhere as they can be opened from here', async () => {
    const folder = await openPractice({ 'snippets/records/default.md': () => '---\n---\n{{nobody}}\n' });
    const { places } = await run(['check', '--practice', folder], { cwd: dirname(folder) });
    expect(places).toEqual([`${basename(folder)}/snippets/records/default.md:3:1 field-unknown`]);
  });
});

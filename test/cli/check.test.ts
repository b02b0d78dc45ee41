import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openPractice, run } from './world.ts';

const check = async (edits: Record<string, (text: string) => string>, ...flags: string[]) =>
  run(['check', '--practice', await openPractice(edits), ...flags]);

/** The snippet with another body under its front matter. */
const withBody = (text: string, body: string) => text.replace(/\n---\n[\s\S]*$/, `\n---\n${body}\n`);

describe('closewell check', () => {
  test('of the shipped sample finds nothing and says what it holds on standard output', async () => {
    const { exit, out, err } = await run(['check']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^Willow Street Practice: \d+ templates, \d+ snippets, 0 problems\.\n/);
  });

  test('says what was proved, how far it was followed and in which time, and that safety is for a person', async () => {
    const [, proved, grade, judged] = (await run(['check'])).out.split('\n');
    expect(proved).toMatch(
      /^Proved complete for every client: \d+ required sections of \d+ templates, \d+ branches followed, \d+ whole messages composed, \d+ ms\.$/,
    );
    expect(grade).toMatch(/^Reads at grade \d\.\d at most \("[a-z-]+"\); aim for 6 or below\.$/);
    expect(judged).toBe('Whether a message is safe to leave remains your judgment.');
  });

  test.each([
    ['a reproach', 'You failed to call us.', ['4:1 tone-refused', '4:1 tone-refused']],
    [
      'a field that may be missing',
      '{{#if progress}}a{{else}}You {{progress}}.{{/if}}',
      ['4:30 field-optional'],
    ],
  ])('tells %s at its place, and not again at the top of the file', async (_, body, expected) => {
    const { places } = await check({
      'snippets/validation/default.md': (text) => withBody(text, body),
    });
    expect(places.filter((place) => place.startsWith('snippets/validation'))).toEqual(
      expected.map((place) => `snippets/validation/default.md:${place}`),
    );
  });

  const GAP = {
    'snippets/gratitude/default.md': (text: string) =>
      withBody(text, '{{#if appreciation}}Thank you.{{/if}}'),
  };

  test('of wording with a gap tells for whom, does not say that it is complete, and ends with 1', async () => {
    const { exit, out, err, places } = await check(GAP);
    expect({ exit, places }).toEqual({
      exit: 1,
      places: ['snippets/gratitude/default.md:1:1 section-blank'],
    });
    expect(err).toContain('for anyone, without "appreciation", ');
    expect(out).toMatch(/\nNot complete for every client \(\d+ required sections .*\)\.\n$/);
    expect(out).not.toContain('Proved');
  });

  test('of a field that may be missing proves nothing and says why', async () => {
    const { exit, out, places } = await check({
      'snippets/gratitude/default.md': (text) => withBody(text, 'Thank you for {{appreciation}}.'),
    });
    expect({ exit, places }).toEqual({
      exit: 1,
      places: ['snippets/gratitude/default.md:4:15 field-optional'],
    });
    expect(out).toMatch(/ 1 problem\.\nNothing was proved: mend what stands above first\.\n$/);
  });

  test('of wording that only draws a warning proves it complete and ends well', async () => {
    const { exit, out, places } = await check({
      'snippets/records/default.md': (text) => text.replace(/\n$/, '{{#unless name}} Ask.{{/unless}}\n'),
    });
    expect({ exit, codes: places.map((place) => place.replace(/:\d+:\d+/, '')) }).toEqual({
      exit: 0,
      codes: ['snippets/approvals.yaml wording-unapproved', 'snippets/records/default.md condition-constant'],
    });
    expect(out).toContain('\nProved complete for every client: ');
  });

  test('--json has the counterexample, told and as a client', async () => {
    const { exit, out } = await check(GAP, '--json');
    const { proof, problems } = JSON.parse(out);
    expect(exit).toBe(1);
    expect(problems.map(({ code }: { code: string }) => code)).toEqual(['section-blank']);
    expect(proof.counterexamples).toStrictEqual([
      {
        snippet: 'gratitude/default',
        template: expect.any(String),
        told: expect.stringContaining('without "appreciation"'),
        client: expect.objectContaining({ kind: 'adult' }),
        isConfirmed: true,
      },
    ]);
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

  test('--json has the numbers and the problems, and standard error stays empty', async () => {
    const { exit, out, err } = await check(
      { 'snippets/records/default.md': () => '---\n---\n{{nam}}' },
      '--json',
    );
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    expect(JSON.parse(out)).toStrictEqual({
      templates: null,
      snippets: null,
      proof: null,
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
      proof: {
        templates: expect.any(Number),
        sections: expect.any(Number),
        branches: expect.any(Number),
        counterexamples: [],
        messages: expect.any(Number),
        hardest: { template: expect.any(String), grade: expect.any(Number) },
        milliseconds: expect.any(Number),
      },
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

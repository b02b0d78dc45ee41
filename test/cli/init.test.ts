import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientText } from '../support/client-file.ts';
import { listAll, openFolder, run, SAMPLE, stdin } from './world.ts';

const ANSWERS = ['Maple Court Counseling', '503-555-0170', 'America/Los_Angeles'];

/** A person who gives these answers, one to each question; the questions are kept. */
function person(answers: readonly string[] = ANSWERS) {
  const questions: string[] = [];
  const ask = async (question: string) => {
    questions.push(question);
    return answers[questions.length - 1] ?? '';
  };
  return { questions, ask };
}

describe('closewell init', () => {
  test('asks for name, number and time zone, and writes a practice with the answers in it', async () => {
    const folder = join(await openFolder(), 'ours');
    const { questions, ask } = person();
    const { exit, out, err } = await run(['init', folder], { ask });
    expect({ exit, out, asked: questions.length }).toEqual({ exit: 0, out: '', asked: 3 });
    expect(err).toContain(`closewell check --practice ${folder}`);
    const text = await readFile(join(folder, 'practice.yaml'), 'utf8');
    expect(text).toMatch(/^name: "Maple Court Counseling"$/m);
    expect(text).toMatch(/^phone: "503-555-0170"$/m);
    expect(text).toMatch(/^timeZone: "America\/Los_Angeles"$/m);
    expect(text).not.toMatch(/^sample:|sample practice|SAMPLE/m);
  });

  test('copies every template and every snippet, and nothing else', async () => {
    const folder = join(await openFolder(), 'ours');
    await run(['init', folder], person());
    const wording = async (of: string) =>
      (await listAll(of)).filter((path) => /^(templates|snippets(?!\/approv)|practice\.yaml)/.test(path));
    expect(await listAll(folder)).toEqual(await wording(SAMPLE));
  });

  test('starts with nothing approved, and says how to approve', async () => {
    const folder = join(await openFolder(), 'ours');
    const { err } = await run(['init', folder], person());
    expect(err).toContain('closewell approve');
    expect((await listAll(folder)).filter((path) => path.includes('approv'))).toEqual([]);
  });

  test('check then refuses what was left of the sample, each at its line, and not what was answered', async () => {
    const folder = join(await openFolder(), 'ours');
    await run(['init', folder], person());
    const { exit, codes, places } = await run(['check', '--practice', folder]);
    const lines = (await readFile(join(folder, 'practice.yaml'), 'utf8')).split('\n');
    const named = places.map((place) => lines[Number(place.split(':')[1]) - 1] ?? '');
    expect({ exit, codes: new Set(codes) }).toEqual({ exit: 1, codes: new Set(['sample-left']) });
    expect(named.join('\n')).toContain('Anita Rao');
    expect(named.join('\n')).toContain('200 Willow Street');
    expect(named.join('\n')).not.toMatch(/^(name|phone|timeZone):/m);
  });

  test('nothing is composed while something of the sample is left', async () => {
    const folder = join(await openFolder(), 'ours');
    await run(['init', folder], person());
    const { exit, out } = await run(['letter', '-', '--practice', folder], stdin(clientText()));
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
  });

  test('where nobody can answer it asks nothing, and check refuses the sample name and number', async () => {
    const folder = join(await openFolder(), 'ours');
    expect((await run(['init', folder])).exit).toBe(0);
    const { places } = await run(['check', '--practice', folder]);
    const lines = (await readFile(join(folder, 'practice.yaml'), 'utf8')).split('\n');
    const named = places.map((place) => lines[Number(place.split(':')[1]) - 1] ?? '').join('\n');
    expect(named).toMatch(/^name: Willow Street Practice$/m);
    expect(named).toMatch(/^phone: 312-555-0100$/m);
  });

  test.each([
    ['quotes and colons', 'The "Elm": a practice # 1'],
    ['a line of its own', 'Elm\nsample: true'],
    ['dollar signs', "$& $1 $' Elm"],
    ['letters of the world', 'Praxis Müller 心'],
  ])('an answer with %s stays what it is', async (_, name) => {
    const folder = join(await openFolder(), 'ours');
    await run(['init', folder], person([name, '503-555-0170', 'Europe/Berlin']));
    const { codes } = await run(['check', '--practice', folder]);
    expect(new Set(codes)).toEqual(new Set(['sample-left']));
    expect(await readFile(join(folder, 'practice.yaml'), 'utf8')).toContain(JSON.stringify(name));
  });

  test('an answer that cannot be used is found by check, at its line', async () => {
    const folder = join(await openFolder(), 'ours');
    await run(['init', folder], person(['Maple Court', '503-555-0170', 'Portland']));
    const { codes } = await run(['check', '--practice', folder]);
    expect(codes).toContain('value-refused');
  });

  test('an empty folder is taken', async () => {
    const folder = await openFolder();
    expect((await run(['init', folder], person())).exit).toBe(0);
    expect(await listAll(folder)).toContain('practice.yaml');
  });
});

describe('nothing is half-written', () => {
  test('where the folder has something in it', async () => {
    const parent = await openFolder();
    await mkdir(join(parent, 'ours'));
    await writeFile(join(parent, 'ours', 'mine.txt'), 'mine');
    const { exit, codes } = await run(['init', join(parent, 'ours')], person());
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['output-exists'] });
    expect(await listAll(parent)).toEqual(['ours', 'ours/mine.txt']);
  });

  test('where it is a file', async () => {
    const parent = await openFolder();
    await writeFile(join(parent, 'ours'), 'mine');
    const { exit, codes } = await run(['init', join(parent, 'ours')], person());
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['output-exists'] });
    expect(await listAll(parent)).toEqual(['ours']);
    expect(await readFile(join(parent, 'ours'), 'utf8')).toBe('mine');
  });

  test('where it lies in a file', async () => {
    const parent = await openFolder();
    await writeFile(join(parent, 'file'), 'mine');
    const { exit, codes } = await run(['init', join(parent, 'file', 'ours')], person());
    expect({ exit, found: codes.length }).toEqual({ exit: 1, found: 1 });
    expect(await listAll(parent)).toEqual(['file']);
  });

  test('where the sample is not whole', async () => {
    const parent = await openFolder();
    const sampleFolder = await openFolder();
    await mkdir(join(sampleFolder, 'templates'));
    const { exit, codes } = await run(['init', join(parent, 'ours')], { ...person(), sampleFolder });
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['file-unreadable'] });
    expect(await listAll(parent)).toEqual([]);
  });

  test('nobody is asked anything where the folder cannot be taken', async () => {
    const parent = await openFolder();
    await writeFile(join(parent, 'mine.txt'), 'mine');
    const { questions, ask } = person();
    await run(['init', parent], { ask });
    expect(questions).toEqual([]);
  });
});

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProblemError } from '../../src/files/problem-error.ts';
import { readApprovedTexts, recordSitting } from '../../src/files/record-sitting.ts';
import { loadApprovals, type Sitting } from '../../src/library/approvals.ts';
import { loadApprovedTexts } from '../../src/library/approved-texts.ts';
import { digestOf } from '../../src/library/digest.ts';
import { openPractice } from '../cli/world.ts';

const APPROVALS = 'snippets/approvals.yaml';
const TEXTS = 'snippets/approved-texts.yaml';
const sitting = (by: string, text: string): Sitting => ({
  on: '2026-11-24',
  by,
  reviewBy: '2027-11-24',
  approves: [`greeting/letter ${digestOf(text)}`],
});
const record = (folder: string, by: string, text: string) =>
  recordSitting(folder, sitting(by, text), new Map([[digestOf(text), text]]));
const read = async (folder: string) => ({
  sittings:
    loadApprovals([{ path: APPROVALS, text: await readFile(join(folder, APPROVALS), 'utf8') }]).value ?? [],
  texts: loadApprovedTexts((await readApprovedTexts(folder)).file).value ?? new Map<string, string>(),
});

test('records of many at once all stand in the file, each with its text, after what stood there', async () => {
  const folder = await openPractice();
  const before = await readFile(join(folder, APPROVALS), 'utf8');
  const names = Array.from({ length: 12 }, (_, index) => `Approver ${index}`);
  await Promise.all(names.map((name) => record(folder, name, `---\n---\nDear ${name},`)));
  const { sittings, texts } = await read(folder);
  expect(new Set(sittings.slice(1).map(({ by }) => by))).toEqual(new Set(names));
  expect(names.filter((name) => !texts.has(digestOf(`---\n---\nDear ${name},`)))).toEqual([]);
  expect((await readFile(join(folder, APPROVALS), 'utf8')).startsWith(before)).toBe(true);
});

test('where nothing was approved before, both files begin', async () => {
  const folder = await openPractice();
  await Promise.all([APPROVALS, TEXTS].map((path) => rm(join(folder, path))));
  expect(await readApprovedTexts(folder)).toEqual({ problems: [] });
  await record(folder, 'Marta Reyes', '---\n---\nDear you,');
  const { sittings, texts } = await read(folder);
  expect([sittings.length, texts.size]).toEqual([1, 1]);
});

test('nothing is added to texts that cannot be read back', async () => {
  const folder = await openPractice();
  await writeFile(join(folder, TEXTS), '- digest: [');
  const before = await readFile(join(folder, APPROVALS), 'utf8');
  const codes = await record(folder, 'Marta Reyes', '---\n---\nDear you,').then(
    () => [],
    ({ problems }: ProblemError) => problems.map(({ code }) => code),
  );
  expect(new Set(codes)).toEqual(new Set(['yaml-syntax']));
  expect(await readFile(join(folder, APPROVALS), 'utf8')).toBe(before);
  expect(await readFile(join(folder, TEXTS), 'utf8')).toBe('- digest: [');
});

test('texts that are no text are a problem', async () => {
  const folder = await openPractice();
  await writeFile(join(folder, TEXTS), new Uint8Array([0, 255]));
  expect((await readApprovedTexts(folder)).problems.map(({ code }) => code)).toEqual(['file-not-text']);
});

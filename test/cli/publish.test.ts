import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PageData } from '../../src/library/page-data.ts';
import { BASE } from '../support/practice-folder.ts';
import { openApproved } from './approved-practice.ts';
import { listAll, openFolder, openFonts, run } from './world.ts';

const SAMPLE = { 'practice.yaml': `sample: true\n${BASE['practice.yaml']}` };
const GREETING = 'snippets/greeting/default.md';

/** A page as small as it may be. */
async function openPage(): Promise<string> {
  const folder = await openFolder();
  for (const name of ['page.js', 'page.css', 'icon.svg', 'single.js'])
    await writeFile(join(folder, name), '');
  return folder;
}
async function publish(practice: string, argv: readonly string[] = []) {
  const output = join(await openFolder(), 'site');
  // The small practice has a day in common with the sample, of which nothing may be left.
  const sampleFolder = await openFolder();
  const io = { pageFolder: await openPage(), fontFolder: await openFonts(), sampleFolder };
  const ran = await run(['publish', '--practice', practice, '-o', output, ...argv], io);
  return { ...ran, output, io };
}

describe('closewell publish', () => {
  test('writes approved wording, until when it may be used, and that it is the sample', async () => {
    const { exit, output } = await publish(await openApproved(SAMPLE));
    expect(exit).toBe(0);
    const data = JSON.parse(await readFile(join(output, 'wording.json'), 'utf8')) as PageData;
    expect(data).toMatchObject({ approvedOnly: true, canEdit: false, expiresOn: '2027-02-23' });
    expect(data.library.practice.sample).toBe(true);
    expect(await listAll(output)).toContain('closewell.html');
  });

  test('refuses what is not approved, names it, and writes nothing', async () => {
    const { exit, err, output } = await publish(
      await openApproved({}, { [GREETING]: '---\n---\nHello {{called}},\n' }),
    );
    expect(exit).toBe(4);
    expect(err).toMatch(/^ {2}greeting\/default$/m);
    expect(await listAll(join(output, '..'))).toEqual([]);
  });

  test('refuses wording in which a check finds an error', async () => {
    const practice = await openApproved({}, { [GREETING]: '---\n---\n{{#if' });
    const { exit, codes, output } = await publish(practice);
    expect([exit, codes]).toEqual([1, ['wording-syntax']]);
    expect(await listAll(join(output, '..'))).toEqual([]);
  });

  test('replaces a site of before, and no other folder', async () => {
    const practice = await openApproved();
    const { output, io } = await publish(practice);
    const again = () => run(['publish', '--practice', practice, '-o', output], io);
    expect((await again()).exit).toBe(0);
    await writeFile(join(output, 'notes.txt'), 'mine');
    expect(await again()).toMatchObject({ exit: 1, codes: ['output-exists'] });
    expect((await run(['publish', '--practice', practice, '-o', output, '--force'], io)).exit).toBe(0);
    expect(await readFile(join(output, 'notes.txt'), 'utf8')).toBe('mine');
  });

  test('takes pictures along, and writes nothing where one is missing', async () => {
    const logo = 'logo: { file: pictures/logo.png, alternative: A willow }\n';
    const practice = await openApproved({ 'practice.yaml': `${BASE['practice.yaml']}${logo}` });
    expect(await publish(practice)).toMatchObject({ exit: 1, codes: ['file-unreadable'] });
  });

  const withLogo = async (svg: string) => {
    const logo = 'logo: { file: logo.svg, alternative: A willow }\n';
    const practice = await openApproved({ 'practice.yaml': `${BASE['practice.yaml']}${logo}` });
    await writeFile(join(practice, 'logo.svg'), svg);
    return publish(practice);
  };
  const square = (inside: string) => `<svg viewBox="0 0 9 9"><path d="M1 1h7v7z"/>${inside}</svg>`;

  test('takes a picture along without what was written about it', async () => {
    const { exit, output } = await withLogo(square('<title>Quillon Marsh</title>'));
    expect(exit).toBe(0);
    const data = JSON.parse(await readFile(join(output, 'wording.json'), 'utf8')) as PageData;
    const file = Buffer.from(data.pictures['logo.svg'] ?? '', 'base64').toString();
    expect(file).toContain('<path');
    expect(file).not.toContain('Quillon');
  });

  test('writes nothing where a picture cannot go into a letter', async () => {
    const { exit, codes, output } = await withLogo(square('<text>Willow</text>'));
    expect([exit, codes]).toEqual([1, ['picture-unusable']]);
    expect(await listAll(join(output, '..'))).toEqual([]);
  });
});

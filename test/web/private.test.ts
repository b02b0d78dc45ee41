import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { answerFive, NOW, openExample, script, showWay } from './answering.ts';
import { hasBrowser, servePractice, useBrowser, visit, visitWith } from './browser.ts';

useBrowser();

const MARKER = 'Zqxjkv Wvbnm';

/** Types the marker into every field of text that is in sight, and presses every button that hides nothing. */
async function fillAll(page: Page): Promise<number> {
  const fields = page.locator('input[type=text]:visible, textarea:visible');
  // Some answers ask for others, so that they are counted anew.
  let index = 0;
  while (index < (await fields.count())) await fields.nth(index++).fill(MARKER);
  return index;
}

/** The whole screen: every way, own words, big type, the note, saving. */
async function tour(page: Page): Promise<void> {
  await answerFive(page, { message: 'Full', call: 'Final call', name: MARKER });
  await page.getByLabel('They said so on').fill('2026-06-11');
  await page.getByText('More what else').click();
  await page.getByText('Save a client file').click();
  await page.getByLabel('What do you call this number').waitFor();
  expect(await fillAll(page)).toBeGreaterThan(10);
  // An id has no spaces.
  await page.getByLabel('What does your record call this client').fill('Zqxjkv-1');
  for (const way of ['Opening', 'They can talk', 'Someone else answers', 'Someone came in', 'Voicemail'])
    await showWay(page, way);
  await page.getByRole('button', { name: 'Change Appreciation' }).click();
  await page.getByRole('button', { name: 'Edit these words' }).click();
  await page.getByLabel('Your words for').fill(`I think of ${MARKER}.`);
  await page.getByText('Before you dial is it safe').click();
  await page.getByText('After the call').click();
  await page.getByRole('button', { name: 'Left a voicemail' }).click();
  await page.locator('.note').waitFor();
}

describe.skipIf(!hasBrowser)('what is typed about a client', () => {
  test('goes into no request, no address, no title and no storage, and breaks no policy', async () => {
    const { origin, link } = await servePractice();
    const { page, violations, requests, errors } = await visit(link(), { now: NOW });
    await tour(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the file' }).click();
    expect((await download).suggestedFilename()).toBe('closewell-client.yaml');
    expect(requests.filter(({ url }) => !url.startsWith(origin) && !url.startsWith('blob:'))).toEqual([]);
    expect(JSON.stringify(requests)).not.toMatch(/Zqxjkv|2026-06-11/);
    expect(page.url()).toBe(`${origin}/`);
    expect(await page.title()).toBe('Closewell');
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('is in no file of the browser’s profile afterwards; only who uses the page, if she says so', async () => {
    const { link } = await servePractice();
    const profile = await mkdtemp(join(tmpdir(), 'closewell-profile-'));
    onTestFinished(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
    await visitWith({ profile, now: NOW }, link(), async (page) => {
      await tour(page);
      await page.getByLabel('Remember me in this browser').check();
      // Long enough for the browser to write down its session.
      await page.waitForTimeout(4_000);
    });
    const files = await readdir(profile, { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name), 'latin1')),
    );
    const held = texts.map((text) => text.replaceAll('\0', ''));
    expect(held.some((text) => text.includes('closewell.clinician'))).toBe(true);
    expect(held.filter((text) => text.includes('Zqxjkv'))).toEqual([]);
  });

  test('is hidden by one key, cleared at once, and cleared after five idle minutes with a warning', async () => {
    const { link } = await servePractice();
    const { page } = await visit('about:blank');
    await page.clock.install({ time: NOW });
    await page.goto(link());
    await openExample(page, 'too-busy');
    await script(page).getByText('A full message is allowed').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByText('Hidden', { exact: true }).waitFor();
    await expect.poll(() => page.locator('body').innerText()).not.toContain('permission recorded on');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await script(page).getByText('A full message is allowed').waitFor();

    await page.clock.runFor('04:01');
    await page.getByRole('dialog', { name: 'Still there?' }).waitFor();
    // Any touch keeps the client, on the way to the button.
    await page.mouse.move(20, 20);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.clock.runFor('03:00');
    expect(await page.getByLabel('Name to ask for').inputValue()).toBe('Sam');
    await page.clock.runFor('01:01');
    await page.getByRole('dialog', { name: 'Still there?' }).waitFor();
    await page.clock.runFor('01:00');
    await expect.poll(() => page.getByLabel('Name to ask for').inputValue()).toBe('');
    await expect.poll(() => page.locator('body').innerText()).not.toContain('permission recorded on');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);

    await openExample(page, 'too-busy');
    await script(page).getByText('A full message is allowed').waitFor();
    await page.getByRole('button', { name: 'New client' }).click();
    await expect.poll(() => page.locator('body').innerText()).not.toContain('permission recorded on');
  });
});

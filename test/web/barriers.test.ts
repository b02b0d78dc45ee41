import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { answerFive, choose, NOW, openExample, showWay } from './answering.ts';
import { findBarriers, hasBrowser, servePractice, useBrowser, visit } from './browser.ts';

useBrowser();

/** Every look at each width: nothing is seen by color alone, and nothing is too faint, too small or out of reach. */
const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;
const SIZES = [
  { width: 320, height: 640 },
  { width: 1280, height: 900 },
];

/** What stands in the way, in any look at any width, with where it was met. */
async function barriersIn(page: Page, state: string): Promise<string[]> {
  const found: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const look of LOOKS) {
      await page.emulateMedia({ ...look, reducedMotion: 'reduce' });
      const where = `${state}, ${size.width}, ${look.colorScheme}, ${look.forcedColors}`;
      found.push(...(await findBarriers(page)).map((one) => `${where}: ${one}`));
    }
    found.push(...(await page.evaluate(listSmallOrWide)).map((one) => `${state}, ${size.width}: ${one}`));
  }
  return found;
}

/** Controls lower than 44 pixels, but for words within a line, and whether the page has to be scrolled sideways. */
function listSmallOrWide(): string[] {
  const controls = [...document.querySelectorAll('button:not(.filled), select, input, textarea, summary')];
  const small = controls
    .map((one) => (one.matches('[type=radio], [type=checkbox], [type=file]') ? one.closest('label') : one))
    .filter((one) => one?.checkVisibility())
    .filter((one) => (one?.getBoundingClientRect().height ?? 44) < 43.5);
  const over = document.documentElement.scrollWidth - innerWidth;
  return [
    ...small.map((one) => `small ${one?.textContent}`),
    ...(over > 0 ? [`${over} pixels too wide`] : []),
  ];
}

/** Goes through the page by Tab, and says which controls had the cursor without being seen. */
async function listHidden(page: Page): Promise<string[]> {
  await page.evaluate(() => scrollTo(0, 0));
  const hidden: string[] = [];
  for (let presses = 0; presses < 70; presses++) {
    await page.keyboard.press('Tab');
    const lost = await page.evaluate(() => {
      const control = document.activeElement;
      if (control === null || control === document.body) return undefined;
      const shown = control.matches('.unseen') ? (control.closest('label') ?? control) : control;
      const { left, top, width, height } = shown.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
      const isSeen = seen !== null && (shown.contains(seen) || seen.contains(shown));
      return isSeen && seen !== document.documentElement ? undefined : `${control.id} ${control.textContent}`;
    });
    if (lost !== undefined) hidden.push(lost);
  }
  return hidden;
}

describe.skipIf(!hasBrowser)('nothing stands in anyone’s way', () => {
  test('before there is a script, with one, and with own words that may not be said', {
    timeout: 300_000,
  }, async () => {
    const { link } = await servePractice();
    const { page } = await visit(link(), { now: NOW });
    await page.locator('h1').waitFor({ state: 'attached' });
    const found = await barriersIn(page, 'empty');
    await answerFive(page, { name: 'x'.repeat(140) });
    found.push(...(await barriersIn(page, 'with a mistake')));
    await page.setViewportSize({ width: 1280, height: 900 });
    await openExample(page, 'too-busy');
    await page.getByText('More what else').click();
    await showWay(page, 'Voicemail');
    await page.getByRole('button', { name: 'Change Appreciation' }).click();
    await page.getByRole('button', { name: 'Edit these words' }).click();
    await page.getByLabel('Your words for').fill('You failed to come.');
    await page.getByText('After the call').click();
    await page.getByRole('button', { name: 'Left a voicemail' }).click();
    await page.locator('.note').waitFor();
    found.push(...(await barriersIn(page, 'form and own words')));
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('button', { name: /^Script/ }).click();
    found.push(...(await barriersIn(page, 'script and note')));
    expect(found).toEqual([]);
  });

  test('where nothing may be said, in big type, hidden, and with a file that cannot be used', {
    timeout: 300_000,
  }, async () => {
    const { link } = await servePractice();
    const { page } = await visit(link(), { now: NOW });
    await answerFive(page);
    await page.getByRole('button', { name: 'Read in big type' }).click();
    await page.locator('.due').waitFor();
    const found = await barriersIn(page, 'big type');
    await page.keyboard.press('Escape');
    await choose(page, 'Any reason to consult first?', 'Yes or unsure');
    found.push(...(await barriersIn(page, 'consult first')));
    await page.setInputFiles('#client-file', {
      name: 'a.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from('a: 1'),
    });
    await page.getByRole('alert').waitFor();
    found.push(...(await barriersIn(page, 'a file with faults')));
    await page.getByRole('button', { name: 'Hide' }).click();
    found.push(...(await barriersIn(page, 'hidden')));
    expect(found).toEqual([]);
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('input')));
    expect(await barriersIn(page, 'planted')).not.toEqual([]);
  });

  test('the cursor is never under the bar, nor anywhere else out of sight', {
    timeout: 300_000,
  }, async () => {
    const { link } = await servePractice();
    const { page } = await visit(link(), { now: NOW, reducedMotion: 'reduce' });
    await openExample(page, 'too-busy');
    await showWay(page, 'Voicemail');
    await page.getByText('More what else').click();
    expect(await listHidden(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await listHidden(page)).toEqual([]);
    await page.getByRole('button', { name: /^Script/ }).click();
    expect(await listHidden(page)).toEqual([]);
    // 1280 pixels at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    expect(await listHidden(page)).toEqual([]);
  });
});

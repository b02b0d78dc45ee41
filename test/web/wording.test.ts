import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPractice } from '../cli/world.ts';
import { findBarriers, hasBrowser, servePractice, useBrowser, visit } from './browser.ts';

useBrowser();

const SNIPPET = 'snippets/gratitude/caring-contact.md';

const group = (page: Page) => page.locator('.texts summary', { hasText: 'Thanks and good wishes' });

async function openWording(options = {}) {
  const folder = await openPractice();
  const { link } = await servePractice(folder);
  const visited = await visit(link(), { now: '2026-11-23T18:00:00Z', ...options });
  visited.page.setDefaultTimeout(20_000);
  await visited.page.getByRole('button', { name: 'Wording', exact: true }).click();
  await group(visited.page).waitFor();
  return { ...visited, folder };
}

async function openSnippet(page: Page) {
  await group(page).click();
  await page.getByRole('button', { name: /caring-contact/ }).click();
  await page.getByRole('textbox', { name: `Text of ${SNIPPET}` }).click();
}

/** Puts the cursor at the end of the wording and types there. */
async function typeAtEnd(page: Page, text: string) {
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

const textOf = (folder: string) => readFile(join(folder, SNIPPET), 'utf8');
/** How long the checks may take on a busy machine. */
const PATIENT = { timeout: 30_000 };
const state = (page: Page) => page.locator('h2 + p').textContent();

describe.skipIf(!hasBrowser)('the wording', () => {
  test('is edited, saved and approved, and every step is seen in the list and on the disk', async () => {
    const { page, folder, violations, errors } = await openWording();
    await openSnippet(page);
    await typeAtEnd(page, 'Take good care.');
    await page.getByRole('region', { name: 'Against the approved text' }).waitFor();
    expect(await page.locator('.difference ins').first().textContent()).toContain('Take good care.');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expect.poll(() => state(page), PATIENT).toContain('Changed since it was approved');
    expect(await textOf(folder)).toContain('Take good care.');
    await page.getByLabel('Your name').fill('Ruth Adeyemi');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect.poll(() => state(page), PATIENT).toMatch(/^✓Approved/);
    expect(await readFile(join(folder, 'snippets/approvals.yaml'), 'utf8')).toMatch(
      /by: "Ruth Adeyemi"[\s\S]*gratitude\/caring-contact [0-9a-f]{64}\s*$/,
    );
    expect([violations, errors]).toEqual([[], []]);
  });

  test('is edited, saved and approved by the keyboard alone', async () => {
    const { page, folder } = await openWording();
    const press = async (target: Locator) => {
      await target.focus();
      await page.keyboard.press('Enter');
    };
    await press(group(page));
    await press(page.getByRole('button', { name: /caring-contact/ }));
    const box = page.getByRole('textbox', { name: `Text of ${SNIPPET}` });
    await box.focus();
    await typeAtEnd(page, 'By keys.');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Save the draft');
    await page.keyboard.press('Enter');
    await expect.poll(() => state(page), PATIENT).toContain('Changed since it was approved');
    await page.getByLabel('Your name').focus();
    await page.keyboard.type('Ruth Adeyemi');
    await press(page.getByRole('button', { name: 'Approve', exact: true }));
    await expect.poll(() => state(page), PATIENT).toMatch(/^✓Approved/);
    expect(await textOf(folder)).toContain('By keys.');
  });

  test('tells what is wrong at its place while it is typed, and nothing can be approved until it is mended', async () => {
    const { page } = await openWording();
    await openSnippet(page);
    await typeAtEnd(page, 'I know that {{apreciation}} helped.');
    const problem = page.getByRole('list', { name: 'What the checks find' }).getByRole('listitem');
    await expect
      .poll(() => problem.first().textContent(), PATIENT)
      .toMatch(/Line 11.*apreciation.*appreciation/s);
    await page.getByLabel('Your name').fill('Ruth Adeyemi');
    const approve = page.getByRole('button', { name: 'Approve', exact: true });
    expect(await approve.getAttribute('aria-disabled')).toBe('true');
  });

  test('of two who save the same text, the second sees what the first has, and nothing is lost', async () => {
    const { page, folder } = await openWording();
    await openSnippet(page);
    await typeAtEnd(page, 'Mine.');
    await writeFile(join(folder, SNIPPET), `${await textOf(folder)}Theirs.\n`);
    await page.getByRole('button', { name: 'Save the draft' }).click();
    const conflict = page.getByRole('region', { name: 'Changed by someone else' });
    await conflict.waitFor();
    expect((await conflict.locator('del').allTextContents()).join('')).toContain('Theirs');
    expect(await textOf(folder)).toContain('Theirs.');
    await page.getByRole('button', { name: /^Keep mine/ }).click();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expect.poll(() => textOf(folder), PATIENT).toContain('Mine.');
  });

  test('that is not saved makes the browser ask before the page is closed', async () => {
    const { page } = await openWording();
    await openSnippet(page);
    await typeAtEnd(page, 'Not saved.');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });

  test('is changed everywhere at once, as drafts that are saved together', async () => {
    const { page, folder } = await openWording();
    await page.getByText('Change one sentence everywhere').click();
    await page.getByLabel('As it stands now').fill('I wish you well.');
    await page.getByLabel('As it should be').fill('I wish you all the best.');
    await page.getByRole('button', { name: 'Change it in all of them' }).click();
    await group(page).click();
    await page
      .getByRole('button', { name: /^default/ })
      .first()
      .click();
    await page.getByRole('button', { name: /^Save \d+ drafts/ }).click();
    await expect
      .poll(() => readFile(join(folder, 'snippets/gratitude/default.md'), 'utf8'), PATIENT)
      .toContain('I wish you all the best.');
  });

  test('shows hostile wording as text', async () => {
    const { page, violations, errors } = await openWording();
    await openSnippet(page);
    await typeAtEnd(page, 'Well <img src=x onerror=alert(1)> done.');
    await page.getByRole('list', { name: 'What the checks find' }).waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect([violations, errors]).toEqual([[], []]);
  });

  test.each([
    ['light', 1280, 'none'],
    ['dark', 320, 'none'],
    ['light', 320, 'active'],
  ] as const)(
    'has no barrier in %s at %i pixels with forced colors %s, and nothing scrolls sideways',
    async (colorScheme, width, forcedColors) => {
      const { page } = await openWording({ colorScheme, forcedColors, viewport: { width, height: 800 } });
      expect(await findBarriers(page)).toEqual([]);
      await openSnippet(page);
      await page.getByRole('region', { name: 'What clients hear' }).waitFor();
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );
});

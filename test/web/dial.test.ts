import { describe, expect, test } from 'vitest';
import { answerFive, choose, NOW, openExample, script, showWay, tabTo } from './answering.ts';
import { hasBrowser, servePractice, useBrowser, visit } from './browser.ts';

useBrowser();

const PHONE = { viewport: { width: 320, height: 640 } };

describe.skipIf(!hasBrowser)('before you dial', () => {
  test('five answers give a whole voicemail, within seven touches; a file that is opened gives a full one within four', async () => {
    const { link } = await servePractice();
    const { page, errors } = await visit(link(), { now: NOW });
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    const touches = await answerFive(page);
    await expect.poll(() => script(page).innerText()).toContain('Name and number only');
    await showWay(page, 'Voicemail');
    expect(touches + 1).toBeLessThanOrEqual(7);
    await expect.poll(() => script(page).innerText()).toMatch(/About \d+ to \d+ seconds · 5 of 5 sections/);

    await page.getByRole('button', { name: 'New client' }).click();
    await expect.poll(() => page.getByLabel('Name to ask for').inputValue()).toBe('');
    // The button that opens the picker, the file in it, and the way: three.
    await openExample(page, 'too-busy');
    await showWay(page, 'Voicemail');
    await expect.poll(() => script(page).innerText()).toMatch(/1[34] of 14 sections/);
    expect(await script(page).innerText()).toContain('how you laughed at yourself');
    expect(errors).toEqual([]);
  });

  test('the same by keyboard alone, and into big type and out of it', async () => {
    const { link } = await servePractice();
    const { page } = await visit(link(), { now: NOW });
    const { keyboard } = page;
    await tabTo(page, 'clinician');
    await keyboard.type('Anita');
    await tabTo(page, 'consult');
    await keyboard.press('Space');
    await tabTo(page, 'safetyOn');
    await keyboard.type('06112026');
    await tabTo(page, 'message');
    for (let answers = 1; answers < 5; answers++) await keyboard.press('ArrowDown');
    await tabTo(page, 'name');
    await keyboard.type('Sam');
    await tabTo(page, 'call');
    await keyboard.press('Space');
    await tabTo(page, 'way-voicemail');
    await keyboard.press('Enter');
    await expect.poll(() => script(page).innerText()).toContain('5 of 5 sections');
    await tabTo(page, 'big-type');
    await keyboard.press('Enter');
    const big = page.getByRole('dialog');
    await big.locator('.due').waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press(' ');
    await keyboard.press('ArrowUp');
    expect(
      await big.locator('article').evaluateAll((all) => all.findIndex((one) => one.className === 'due')),
    ).toBe(1);
    const third = await big.locator('.due').evaluate((due) => due.getBoundingClientRect().top / innerHeight);
    expect(third).toBeGreaterThan(0.25);
    expect(third).toBeLessThan(0.5);
    await keyboard.press('Escape');
    await big.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('big-type');
  });

  test('says nothing where nothing may be said, and little where little may', async () => {
    const { link } = await servePractice();
    const { page } = await visit(link(), { now: NOW });
    await answerFive(page, { message: 'Full', call: 'Final call' });
    await page.getByLabel('They said so on').fill('2026-06-11');
    await showWay(page, 'Voicemail');
    await page.getByRole('button', { name: /What is one particular thing/ }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('appreciation');
    await page.keyboard.type('how you listen');
    await expect.poll(() => script(page).innerText()).toContain('how you listen');
    await script(page).getByRole('button', { name: 'Say less' }).click();
    await expect.poll(() => script(page).innerText()).toContain('5 of 5 sections');

    await choose(page, 'Safety checked with them?', 'A flag stands');
    await expect.poll(() => script(page).innerText()).toContain('a safety flag stands');
    expect(await script(page).innerText()).not.toMatch(/\d{3}, \d{3}, \d{4}/);
    await choose(page, 'A message on this number?', 'None');
    await expect.poll(() => script(page).innerText()).toContain('close on record only');
    expect(await script(page).getByRole('button').count()).toBe(0);
    await choose(page, 'Any reason to consult first?', 'Yes or unsure');
    await expect.poll(() => script(page).innerText()).toContain('Ruth Adeyemi');
    expect(await script(page).getByRole('button').count()).toBe(0);
  });

  test('own words are checked as they are typed, shown against the approved ones, and stand in the note', async () => {
    const { link } = await servePractice();
    const { page } = await visit(link(), { now: NOW });
    await openExample(page, 'too-busy');
    await showWay(page, 'Voicemail');
    await page.getByRole('button', { name: 'Change Welcome back' }).click();
    const before = await script(page).innerText();
    await page.getByRole('button', { name: /Another way to say it/ }).click();
    await expect.poll(() => script(page).innerText()).not.toBe(before);
    await page.getByRole('button', { name: 'Edit these words' }).click();
    const box = page.getByLabel('Your words for: Welcome back');
    await box.fill('You failed to come. Call soon.');
    await expect.poll(() => script(page).innerText()).toContain('failure-verbs');
    expect(await page.getByRole('button', { name: 'Read in big type' }).count()).toBe(0);
    await box.fill('You are welcome back whenever you like.');
    await page.getByRole('button', { name: 'Read in big type' }).waitFor();
    await expect.poll(() => page.locator('.changes ins').first().innerText()).not.toBe('');
    await page.getByText('After the call').click();
    await page.getByRole('button', { name: 'Left a voicemail' }).click();
    const note = page.locator('.note');
    await expect.poll(() => note.innerText()).toContain('You are welcome back whenever you like.');
    expect(await note.innerText()).toContain('Welcome back: altered');
    expect(await script(page).innerText()).toContain('After this: wait until 2026-12-07');
    await page.getByRole('button', { name: 'Put it into the client file' }).click();
    await expect.poll(() => script(page).innerText()).toContain('It is in the client file');

    const text = await note.innerText();
    await page.getByRole('button', { name: 'New client' }).click();
    await page.getByText('Paste the last contact note').click();
    await page.getByLabel('The last contact note').fill(text);
    await page.getByRole('button', { name: 'Fill the form' }).click();
    await expect.poll(() => page.getByLabel('Name to ask for').inputValue()).toBe('Sam');
  });

  test('a phone shows the form or the script, and leads from one to the other', async () => {
    const { link } = await servePractice();
    const { page } = await visit(link(), { now: NOW, ...PHONE });
    await answerFive(page);
    expect(await script(page).count()).toBe(0);
    const bar = page.getByRole('button', { name: /^Script · \d+ s · 5 of 5$/ });
    await bar.click();
    await script(page).waitFor();
    await expect.poll(() => page.getByLabel('Name to ask for').isVisible()).toBe(false);
    await script(page).getByRole('button', { name: 'Sam' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name');
  });

  test('hostile values show as text, and a paste of a million characters is taken in its stride', async () => {
    const { link } = await servePractice();
    // A clock that stands still would measure nothing.
    const { page, violations, errors } = await visit(link());
    const hostile = '<img src=x onerror=alert(1)> {{name}} **b** Sam';
    await answerFive(page, { name: hostile });
    await showWay(page, 'Voicemail');
    await expect.poll(() => script(page).innerText()).toContain(hostile);
    expect(await page.locator('img').count()).toBe(0);
    const busy = await page.evaluate(async () => {
      const field = document.getElementById('name') as HTMLInputElement;
      field.focus();
      field.select();
      const long = 'paste '.repeat(170_000);
      const start = performance.now();
      document.execCommand('insertText', false, long);
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      return { milliseconds: performance.now() - start, length: field.value.length };
    });
    expect(busy.length).toBeLessThan(400);
    expect(await page.getByText('is longer than').first().innerText()).not.toContain('paste');
    // It takes a thirtieth of that.
    expect(busy.milliseconds).toBeLessThan(1_000);
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
  });
});

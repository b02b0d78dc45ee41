import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openFolder, openPractice, ROOT, run, write } from '../cli/world.ts';
import { pixelsOf } from '../picture/drawn-pixels.ts';
import { extractText } from '../render/pdf-tools.ts';
import { FONTS, findBarriers, hasBrowser, servePractice, useBrowser, visit } from './browser.ts';

useBrowser();

const example = (name: string) => join(ROOT, 'examples', `${name}.yaml`);
const sheets = (page: Page) => page.getByRole('img', { name: /^Page \d of \d/ });

async function openLetter(options = {}, practice?: string) {
  const { link } = await servePractice(practice);
  const visited = await visit(link(), { now: '2026-11-23T18:00:00Z', ...options });
  await visited.page.getByRole('button', { name: 'Letter', exact: true }).click();
  // The screen is loaded when it is first shown.
  await visited.page.locator('#letter-kind').waitFor();
  return visited;
}

async function openClient(page: Page, name: string) {
  await page.setInputFiles('#client-file', example(name));
  await page.getByText('Calling:').waitFor();
}

async function savedPdf(page: Page) {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe.skipIf(!hasBrowser)('the letter', () => {
  test('of an opened client is the same PDF, to the byte, that the command line makes', async () => {
    const { page, violations, errors, requests } = await openLetter();
    await openClient(page, 'too-busy');
    await page.locator('#letter-kind').check();
    const { name, bytes } = await savedPdf(page);
    const folder = await openFolder();
    await run(['letter', example('too-busy'), '--on', '2026-11-23', '-o', join(folder, 'letter.pdf')], {
      fontFolder: FONTS,
    });
    expect(bytes.equals(await readFile(join(folder, 'letter.pdf')))).toBe(true);
    expect(name).toBe('c-1042-2026-11-23.pdf');
    expect([violations, errors]).toEqual([[], []]);
    expect(requests.filter(({ body }) => /Okafor|Elm/.test(body))).toEqual([]);
  });

  test('to a name in another script has the fonts for it, and is the same PDF as well', async () => {
    const client = (await readFile(example('too-busy'), 'utf8')).replaceAll('Sam Okafor', 'ليلى حداد');
    const path = await write('client.yaml', client);
    const { page } = await openLetter();
    await page.setInputFiles('#client-file', path);
    await page.getByText('Calling:').waitFor();
    await page.locator('#letter-kind').check();
    await sheets(page).waitFor();
    const { bytes } = await savedPdf(page);
    const folder = await openFolder();
    await run(['letter', path, '--on', '2026-11-23', '-o', join(folder, 'letter.pdf')], {
      fontFolder: FONTS,
    });
    expect(bytes.equals(await readFile(join(folder, 'letter.pdf')))).toBe(true);
  });

  test('with a drawing for a logo shows it, and is the same PDF as well', async () => {
    const svg =
      '<svg viewBox="0 0 20 10"><title>Quillon Marsh</title><path fill="#bc4749" d="M0 0h20v10h-20z"/></svg>';
    const logo = 'logo: { file: logo.svg, alternative: A red field }';
    const practice = await openPractice({
      'practice.yaml': (text) => text.replace(/^policy:/m, `${logo}\npolicy:`),
      'logo.svg': () => svg,
    });
    const { page, violations, errors } = await openLetter({}, practice);
    await openClient(page, 'too-busy');
    await page.locator('#letter-kind').check();
    await sheets(page).waitFor();
    const { width, height, colours } = pixelsOf(await sheets(page).locator('image').screenshot());
    const middle = 3 * (Math.floor(height / 2) * width + Math.floor(width / 2));
    expect([...colours.subarray(middle, middle + 3)]).toEqual([0xbc, 0x47, 0x49]);
    const { bytes } = await savedPdf(page);
    const path = join(await openFolder(), 'letter.pdf');
    const flags = ['--practice', practice, '--on', '2026-11-23', '-o', path];
    await run(['letter', example('too-busy'), ...flags], { fontFolder: FONTS });
    expect(bytes.equals(await readFile(path))).toBe(true);
    expect([violations, errors]).toEqual([[], []]);
  });

  test('with words in another language is the same PDF as well, and its page has their space around them', async () => {
    const practice = await openPractice({
      'snippets/contact/letter.md': (text) =>
        `${text.trimEnd()} [Llámenos](lang:es) **hoy** o [مساعدة (مجانية)](lang:ar).\n`,
    });
    const { page } = await openLetter({}, practice);
    await openClient(page, 'too-busy');
    await page.locator('#letter-kind').check();
    await sheets(page).waitFor();
    const drawn = await sheets(page)
      .locator('text')
      .evaluateAll((all) =>
        all.map((one) => ({
          text: one.textContent ?? '',
          shown: (one as SVGTextElement).getNumberOfChars(),
          about: `${one.getAttribute('lang')} ${one.getAttribute('direction')}`,
        })),
      );
    expect(drawn.filter(({ text, shown }) => shown !== text.length)).toEqual([]);
    expect(drawn.find(({ text }) => text.includes('Llámenos'))?.about).toBe('es null');
    expect(drawn.find(({ text }) => text.includes('مجانية'))?.about).toBe('ar rtl');
    const { bytes } = await savedPdf(page);
    const path = join(await openFolder(), 'letter.pdf');
    const flags = ['--on', '2026-11-23', '--practice', practice, '-o', path];
    await run(['letter', example('too-busy'), ...flags], { fontFolder: FONTS });
    expect(bytes.equals(await readFile(path))).toBe(true);
  });

  test('has every line of its page where the PDF has it, and is printed on one page of the same size', async () => {
    const { page } = await openLetter();
    await openClient(page, 'too-busy');
    await page.locator('#letter-kind').check();
    await sheets(page).waitFor();
    const printed = extractText(await page.pdf({ preferCSSPageSize: true }));
    const { bytes } = await savedPdf(page);
    // The mark is drawn last on the page; where words end, the browser's PDF does not say.
    const words = (text: string) => text.replace(/\s|SAMPLE/g, '');
    expect(words(printed)).toEqual(words(await extractText(bytes)));
  });

  test('of a new client asks for what is missing, one gap after another, by the keyboard alone', async () => {
    const { page } = await openLetter();
    const gap = () => page.getByRole('button', { name: /^Next gap/ });
    const type = (text: string) => page.keyboard.type(text);
    const pick = () => page.keyboard.press('Space');
    await page.locator('#clinician').selectOption('rao');
    const answers: Record<string, () => Promise<unknown>> = {
      'letter-kind': pick,
      consult: pick,
      safety: pick,
      safetyOn: () => type('06112026'),
      fullName: () => type('Robin Vale'),
      address: () => type('9 Birch Lane'),
      mail: pick,
      mailConfirmedOn: () => type('06112026'),
      progress: () => type('keep one evening a week for yourself'),
      appreciation: () => type('how you asked the hard question first'),
      supports: () => type('your garden'),
    };
    const asked: string[] = [];
    while (await gap().isVisible()) {
      await gap().focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        () => document.activeElement?.id !== '' && document.activeElement?.tagName !== 'BUTTON',
      );
      const id = await page.evaluate(() => document.activeElement?.id ?? '');
      asked.push(id);
      await answers[id]?.();
      if (asked.length > 12) break;
    }
    expect(asked).toEqual(Object.keys(answers));
    await sheets(page).waitFor();
    expect(await extractText((await savedPdf(page)).bytes)).toContain('Dear Robin Vale,');
  });

  test('waits with its buttons, and says for what', async () => {
    const { page } = await openLetter();
    const save = page.getByRole('button', { name: 'Save as PDF' });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await expect.poll(() => page.locator('#letter-waits').textContent()).toMatch(/which letter/);
  });

  test('is refused where nothing may be mailed, and no page is shown', async () => {
    const { page } = await openLetter();
    await openClient(page, 'survivor-vague-number');
    await page.locator('#letter-kind').check();
    await page.locator('.banner.stop').first().waitFor();
    expect(await sheets(page).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Save as PDF' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  test.each([
    ['light', 1280, 'none'],
    ['dark', 320, 'none'],
    ['light', 320, 'active'],
  ] as const)(
    'has no barrier in %s at %i pixels with forced colors %s, and nothing scrolls sideways',
    async (colorScheme, width, forcedColors) => {
      const { page } = await openLetter({ colorScheme, forcedColors, viewport: { width, height: 800 } });
      expect(await findBarriers(page)).toEqual([]);
      await openClient(page, 'too-busy');
      await page.locator('#letter-kind').check();
      await expect.poll(() => page.getByText('No gap is left.').count()).toBe(1);
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    },
  );
});

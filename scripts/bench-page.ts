import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { openPage } from './open-page.ts';

/** What one waits for in the page, in Debian's Chromium: from a key to the words that it changed, and for a PDF. */

const KEYS = 'how you asked the hard question first, and then laughed';

/** The table of the page's times, at the machine's own speed and at a sixth of it. */
export async function pageTable(): Promise<string> {
  if (!existsSync('/usr/bin/chromium')) return 'The page was not measured: there is no Chromium.';
  const { visit, close } = await openPage();
  const rows = [];
  for (const slowness of [1, 6]) {
    const page = await visit({ acceptDownloads: true });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    await page.setInputFiles('#client-file', 'examples/too-busy.yaml');
    await page.getByText('Calling:').waitFor();
    await page.getByRole('button', { name: 'Voicemail', exact: true }).click();
    const keys = await keyTimes(page);
    const pdfs = await pdfTimes(page);
    const label = slowness === 1 ? 'at full speed' : `at 1/${slowness} of the CPU`;
    rows.push(`| ${label} | ${at(keys, 0.5)} | ${at(keys, 0.95)} | ${at(pdfs, 0.5)} |`);
  }
  await close();
  return [
    '| in the page | key to words, median ms | 95 of 100 within, ms | PDF of a letter, median ms |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** From each key in an answer until the last element that it changed, in milliseconds. */
async function keyTimes(page: Page): Promise<number[]> {
  await page.locator('details:has(#appreciation) > summary').click();
  await page.locator('#appreciation').fill('');
  await page.evaluate(() => {
    const times: number[] = [];
    let begun = 0;
    document.addEventListener(
      'input',
      () => {
        begun = performance.now();
        times.push(0);
      },
      { capture: true },
    );
    new MutationObserver(() => {
      times[times.length - 1] = performance.now() - begun;
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(globalThis, { times });
  });
  await page.locator('#appreciation').pressSequentially(KEYS.repeat(2), { delay: 40 });
  await page.waitForTimeout(500);
  return await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
}

/** From the click until the finished PDF is handed to the browser, warm. */
async function pdfTimes(page: Page): Promise<number[]> {
  await page.getByRole('button', { name: 'Letter', exact: true }).click();
  await page.locator('#letter-kind').check();
  await page.getByRole('img', { name: /^Page 1/ }).waitFor();
  await page.evaluate(() => {
    const times: number[] = [];
    let begun = 0;
    document.addEventListener(
      'click',
      () => {
        begun = performance.now();
      },
      { capture: true },
    );
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (made: Blob) => {
      times.push(performance.now() - begun);
      return make(made);
    };
    Object.assign(globalThis, { pdfs: times });
  });
  for (let index = 0; index < 8; index++) {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    await (await coming).delete();
  }
  const all = await page.evaluate(() => (globalThis as unknown as { pdfs: number[] }).pdfs);
  return all.slice(2);
}

/** The value that the share of the times does not exceed. */
function at(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1);
}

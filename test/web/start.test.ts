import { describe, expect, test } from 'vitest';
import { openPractice } from '../cli/world.ts';
import { findBarriers, hasBrowser, servePractice, useBrowser, visit } from './browser.ts';

useBrowser();

describe.skipIf(!hasBrowser)('the page', () => {
  test('opens by its link, shows the practice, and takes the ticket out of the address', async () => {
    const { origin, link } = await servePractice();
    const { page, violations, errors } = await visit(link());
    await page.getByText('Willow Street Practice').first().waitFor();
    expect(page.url()).toBe(`${origin}/`);
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('takes other wording from a practice folder on the disk, and sends nothing of it', async () => {
    const { link } = await servePractice();
    const { page, violations, errors, requests } = await visit(link());
    await page.getByText('Willow Street Practice').first().waitFor();
    const folder = await openPractice({
      'practice.yaml': (text) => text.replace('name: Willow Street Practice', 'name: Alder House'),
    });
    await page.getByText('Other wording').click();
    const before = requests.length;
    await page.getByLabel('A practice folder').setInputFiles(folder);
    await page.locator('.brand', { hasText: 'Alder House' }).waitFor();
    expect(requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
    expect([violations, errors]).toEqual([[], []]);
  });

  test('a barrier that is put there is found', async () => {
    const { link } = await servePractice();
    const { page } = await visit(link());
    await page.getByText('Willow Street Practice').first().waitFor();
    await page.evaluate(() => document.body.append(document.createElement('button')));
    expect(await findBarriers(page)).toEqual([expect.stringMatching(/^button-name /)]);
  });
});

import { describe, expect, test } from 'vitest';
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

  test('a barrier that is put there is found', async () => {
    const { link } = await servePractice();
    const { page } = await visit(link());
    await page.getByText('Willow Street Practice').first().waitFor();
    await page.evaluate(() => document.body.append(document.createElement('button')));
    expect(await findBarriers(page)).toEqual([expect.stringMatching(/^button-name /)]);
  });
});

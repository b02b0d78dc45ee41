import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { openPage } from './open-page.ts';

/** Takes the pictures of the page that stand in the README, from the program as it is built. */

const FOLDER = 'examples/screens';
await mkdir(FOLDER, { recursive: true });
const { visit, close } = await openPage();

const take = (page: Page, name: string) => page.screenshot({ path: `${FOLDER}/${name}.png` });
const open = async (page: Page, name: string) => {
  await page.setInputFiles('#client-file', `examples/${name}.yaml`);
  await page.getByText('Calling:').waitFor();
};
const goTo = (page: Page, screen: string) => page.getByRole('button', { name: screen, exact: true }).click();

const dial = await visit();
await open(dial, 'too-busy');
await dial.getByRole('button', { name: 'Voicemail', exact: true }).click();
await dial.locator('.part').first().waitFor();
await take(dial, 'before-you-dial');

const phone = await visit({
  viewport: { width: 390, height: 780 },
  colorScheme: 'dark',
  deviceScaleFactor: 1,
});
await open(phone, 'permission-unknown');
await phone.locator('.phone-bar button').click();
await phone.getByRole('button', { name: 'Voicemail', exact: true }).click();
await take(phone, 'phone');

const letter = await visit();
await goTo(letter, 'Letter');
await open(letter, 'too-busy');
await letter.locator('#letter-kind').check();
await letter.getByRole('img', { name: /^Page 1/ }).waitFor();
await take(letter, 'letter');

const wording = await visit();
await goTo(wording, 'Wording');
await wording.locator('.texts summary', { hasText: 'Thanks and good wishes' }).click();
await wording.getByRole('button', { name: /caring-contact/ }).click();
await wording.locator('.cm-content').click();
await wording.keyboard.press('Control+End');
await wording.keyboard.type('Take good care of yourself.');
await wording.getByRole('region', { name: 'Against the approved text' }).waitFor();
await wording.locator('h2').scrollIntoViewIfNeeded();
await wording.getByRole('region', { name: 'What clients hear' }).waitFor();
await take(wording, 'wording');

await close();

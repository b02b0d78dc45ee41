import type { Page } from 'playwright-core';
import { ROOT } from '../support/shipped.ts';

/** What a clinician does in the page, for the tests that drive it. */

/** The day on which the example clients are called: permissions grow old. */
export const NOW = '2026-11-23T18:00:00Z';

/** What the five answers are; "Not asked" leaves a name and a number. */
export interface Five {
  readonly message?: 'Full' | 'Name and number' | 'Agreed reason only' | 'None' | 'Not asked';
  readonly call?: 'First call' | 'Final call';
  readonly name?: string;
}

/** Answers the five questions, and who is calling, each by one touch; says how many touches that were. */
export async function answerFive(page: Page, five: Five = {}): Promise<number> {
  const { message = 'Not asked', call = 'First call', name = 'Sam' } = five;
  const touches = [
    () => page.getByLabel('You are').selectOption('rao'),
    () => choose(page, 'Any reason to consult first?', 'No'),
    () => page.getByLabel('Checked on').fill('2026-06-11'),
    () => choose(page, 'A message on this number?', message),
    () => page.getByLabel('Name to ask for').fill(name),
    () => choose(page, 'This is the', call),
  ];
  for (const touch of touches) await touch();
  return touches.length;
}

/** Chooses one answer of a group. */
export const choose = (page: Page, group: string, answer: string) =>
  page.getByRole('group', { name: group }).getByLabel(answer, { exact: true }).check();

/** Shows one of the ways that a call can go. */
export const showWay = (page: Page, way: string) =>
  page.getByRole('navigation', { name: 'Ways the call can go' }).getByRole('button', { name: way }).click();

/** Opens one of the example clients. */
export const openExample = (page: Page, name: string) =>
  page.setInputFiles('#client-file', new URL(`examples/${name}.yaml`, ROOT).pathname);

/** All that the script side shows. */
export const script = (page: Page) => page.getByRole('region', { name: 'Script' });

/** Presses Tab until the control has the cursor; throws where it is never reached. */
export async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${id}`);
}

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { buildWeb } from '../../scripts/build-web.js';
import { ROOT, run, SAMPLE } from '../cli/world.ts';

/**
 * The page in Debian's Chromium, built from what is in src/ and handed out by the real server. The tests of a file share
 * one browser; each visit has a context of its own, so that nothing is kept from another.
 */

const CHROMIUM = '/usr/bin/chromium';

/** The letters' fonts, of every script that comes along, as they were built. */
export const FONTS = join(ROOT, 'dist/fonts');

/** Whether there is a browser; where not, the tests that need one are skipped, and it is said. */
export const hasBrowser = existsSync(CHROMIUM);
if (!hasBrowser) process.stderr.write(`\nNO BROWSER TESTS: there is no ${CHROMIUM}.\n\n`);

/** So that it asks for nothing by itself. */
const CHROMIUM_START = {
  executablePath: CHROMIUM,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

let browser: Browser;
let pageFolder: string;

/** The folder of the page as it was built for the tests of this file. */
export const builtPage = () => pageFolder;

/** Builds the page and starts the browser before the tests of a file; call it once, at the top of the file. */
export function useBrowser(): void {
  beforeAll(async () => {
    pageFolder = await mkdtemp(join(tmpdir(), 'closewell-page-'));
    await buildWeb(pageFolder);
    if (hasBrowser) browser = await chromium.launch(CHROMIUM_START);
  });
  afterAll(async () => {
    await browser?.close();
    await rm(pageFolder, { recursive: true, force: true, maxRetries: 5 });
  });
}

/** A page, and what happened while it was open. */
export interface Visit {
  readonly page: Page;
  /** The directive of each breach of the policy that the page itself met. */
  readonly violations: readonly string[];
  /** The address of every request, with what was sent. */
  readonly requests: readonly { readonly method: string; readonly url: string; readonly body: string }[];
  /** What the console called an error, and what was thrown. */
  readonly errors: readonly string[];
}

/** Opens an address in a context of its own, where it is always `now` if that is given; it closes when the test ends. */
export async function visit(
  url: string,
  { now, ...options }: BrowserContextOptions & { readonly now?: string } = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  if (now !== undefined) await context.clock.setFixedTime(now);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const seen = watch(page);
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      console.info(`violation ${effectiveDirective}`),
    ),
  );
  await page.goto(url);
  return { page, ...seen };
}

/** Opens an address in a browser that keeps a profile in the folder, and closes it when all is done. */
export async function visitWith(
  { profile, now }: { readonly profile: string; readonly now: string },
  url: string,
  act: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await chromium.launchPersistentContext(profile, CHROMIUM_START);
  try {
    await context.clock.setFixedTime(now);
    const page = await context.newPage();
    await page.goto(url);
    await act(page);
  } finally {
    await context.close();
  }
}

function watch(page: Page): Omit<Visit, 'page'> {
  const violations: string[] = [];
  const requests: { method: string; url: string; body: string }[] = [];
  const errors: string[] = [];
  page.on('console', (message) => {
    const [, directive] = /^violation (.*)$/.exec(message.text()) ?? [];
    if (directive !== undefined) violations.push(directive);
    else if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('request', (request) =>
    requests.push({ method: request.method(), url: request.url(), body: request.postData() ?? '' }),
  );
  return { violations, requests, errors };
}

/** A practice that is served while a test runs; `link` is new each time. */
export interface Served {
  readonly origin: string;
  readonly link: () => string;
}

/** Serves a practice folder, the sample without one, by the command itself; it ends when the test does. */
export async function servePractice(folder: string = SAMPLE): Promise<Served> {
  let stop: () => void = () => undefined;
  const links: string[] = [];
  const started = new Promise<() => void>((ready) => {
    const ended = run(['serve', '--practice', folder, '--port', '0'], {
      pageFolder,
      fontFolder: FONTS,
      now: () => new Date(),
      openLink: (link) => void links.push(link),
      untilStopped: (again) =>
        new Promise((done) => {
          stop = done;
          ready(again);
        }),
    });
    onTestFinished(async () => {
      stop();
      await ended;
    });
  });
  const again = await started;
  const link = () => {
    again();
    return links.at(-1) ?? '';
  };
  return { origin: new URL(link()).origin, link };
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Beyond what axe looks for by itself: the contrast of level AAA, and targets that can be hit. */
const STRICTER = {
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
};

type Axe = { readonly run: (context: Document, options: typeof STRICTER) => Promise<AxeResults> };

/** What axe finds wrong in the page as it stands: rule and element of each. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource);
  const { violations } = await page.evaluate(
    (stricter) => (globalThis as unknown as { axe: Axe }).axe.run(document, stricter),
    STRICTER,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A browser with the page of the built program in it, for what has to be seen or measured there. */
export interface OpenedPage {
  /** A page of its own, opened by a link of its own, on a day on which the sample's clients have a next step. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

const NOW = '2026-11-23T15:00:00Z';

/** Starts the browser; each visit has a server of its own, since a link opens one page, once. */
export async function openPage(): Promise<OpenedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'closewell-look-'));
  for (const part of ['templates', 'snippets', 'practice.yaml'])
    await cp(part, join(folder, part), { recursive: true });
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  const servers: ChildProcess[] = [];
  return {
    visit: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
      await context.clock.setFixedTime(NOW);
      const page = await context.newPage();
      await page.goto(await startServer(folder, servers));
      await page.getByText('Willow Street Practice').first().waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      for (const server of servers) server.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The link that a new server prints. */
async function startServer(folder: string, servers: ChildProcess[]): Promise<string> {
  const args = ['dist/cli/closewell.cjs', 'serve', '--no-open', '--port', '0', '--practice', folder];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  servers.push(server);
  const [printed] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string];
  return printed.trim();
}

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HEADERS } from '../../src/serve/policy.ts';
import { openApproved } from '../cli/approved-practice.ts';
import { openFolder, openFonts, run } from '../cli/world.ts';
import { builtPage, hasBrowser, useBrowser, visit } from './browser.ts';

useBrowser();

const [DAY, LATE] = ['2026-11-24T18:00:00Z', '2027-03-01T18:00:00Z'];

/** The small practice as it is published on November 23. */
async function publish(): Promise<string> {
  const output = join(await openFolder(), 'site');
  const io = { pageFolder: builtPage(), fontFolder: await openFonts(), sampleFolder: await openFolder() };
  await run(['publish', '--practice', await openApproved(), '-o', output], io);
  return output;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A web server as any, with the headers that lie beside the page. */
async function host(site: string): Promise<string> {
  const server = createServer(async ({ url = '/' }, answer) => {
    const path = url === '/' ? '/index.html' : url;
    const body = await readFile(join(site, path)).catch(() => undefined);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    answer.writeHead(body === undefined ? 404 : 200, { ...HEADERS, 'Content-Type': type }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe.skipIf(!hasBrowser)('the one file', () => {
  const open = async (now: string) => {
    const url = pathToFileURL(join(await publish(), 'closewell.html')).href;
    return { url, ...(await visit(url, { now, offline: true })) };
  };

  test('works by a double click, without a network, and asks for nothing', async () => {
    const { url, page, violations, errors, requests } = await open(DAY);
    await page.getByText('Ferry Lane Practice').first().waitFor();
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
    expect(requests.map((one) => one.url).filter((one) => one !== url && !one.startsWith('data:'))).toEqual(
      [],
    );
  });

  test('has the letter’s fonts in it', async () => {
    const { page } = await open(DAY);
    const sizes = await page
      .locator('script[type="text/plain"]')
      .evaluateAll((all) => all.map(({ textContent }) => atob(textContent ?? '').length));
    expect(sizes).toEqual([342_408, 343_632]);
  });

  test('says nothing after its last day, but that it is over', async () => {
    const { page, errors } = await open(LATE);
    await page.getByText('2027-02-23').first().waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(errors).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('the folder', () => {
  test('works on any server, with the headers that lie beside it', async () => {
    const origin = await host(await publish());
    const { page, violations, errors, requests } = await visit(origin, { now: DAY });
    await page.getByText('Ferry Lane Practice').first().waitFor();
    expect(violations).toEqual([]);
    expect(errors).toEqual([]);
    expect(requests.filter(({ url }) => !url.startsWith(`${origin}/`))).toEqual([]);
    expect(requests.filter(({ method, body }) => method !== 'GET' || body !== '')).toEqual([]);
  });

  test('says nothing after its last day, but that it is over', async () => {
    const { page } = await visit(await host(await publish()), { now: LATE });
    await page.getByText('2027-02-23').first().waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});

import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openFolder, openFonts, openPractice, type Ran, run } from './world.ts';

/** The command over a real port: what the app alone cannot show. */

interface Serving {
  readonly port: number;
  /** Every link that was opened, oldest first. */
  readonly links: readonly string[];
  readonly enter: () => void;
  readonly stop: () => Promise<Ran>;
}

async function serve(argv: readonly string[] = ['--port', '0']): Promise<Serving> {
  const pageFolder = await openFolder();
  await writeFile(join(pageFolder, 'page.js'), '');
  const fontFolder = await openFonts();
  const practice = await openPractice();
  const links: string[] = [];
  return new Promise((ready) => {
    const ended = run(['serve', '--practice', practice, ...argv], {
      pageFolder,
      fontFolder,
      openLink: (link) => void links.push(link),
      untilStopped: (enter) =>
        new Promise((done) => {
          const stop = () => {
            done();
            return ended;
          };
          onTestFinished(async () => void (await stop()));
          ready({ port: Number(new URL(links[0] ?? 'http://x:0').port), links, enter, stop });
        }),
    });
  });
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The status of the answer, with what was asked as it stands: no path is put right, no header added. */
const ask = (port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
  new Promise<number>((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    asked.on('error', fail);
    asked.end(body);
  });

const isOpen = (host: string, port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect({ host, port, timeout: 2_000 });
    const end = (open: boolean) => {
      socket.destroy();
      done(open);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });

describe('closewell serve', () => {
  test('opens one link, prints it, opens another at Enter, and ends when it is told to', async () => {
    const { port, links, enter, stop } = await serve();
    expect(await ask(port, '/')).toBe(200);
    enter();
    const { exit, out } = await stop();
    expect(exit).toBe(0);
    expect(out).toBe(links.map((link) => `${link}\n`).join(''));
    expect(links[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#ticket=[\w-]{43}$/);
    expect(new Set(links).size).toBe(2);
    expect(await isOpen('127.0.0.1', port)).toBe(false);
  });

  test('exchanges the ticket of its link, once', async () => {
    const { port, links } = await serve();
    const ticket = links[0]?.split('#ticket=')[1];
    const origin = `http://127.0.0.1:${port}`;
    const headers = { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    const exchange = () =>
      ask(port, '/api/session', { method: 'POST', headers, body: JSON.stringify({ ticket }) });
    expect([await exchange(), await exchange()]).toEqual([200, 403]);
  });

  test('listens on this machine alone', async () => {
    const { port } = await serve();
    const others = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).filter(({ internal }) => !internal).map(({ address }) => address),
    );
    const open = await Promise.all([...others, '::1'].map((host) => isOpen(host, port)));
    expect(open.filter(Boolean)).toEqual([]);
  });

  test('turns away another name, a path that climbs, and a body that does not say how long it is', async () => {
    const { port } = await serve();
    const own = { host: `127.0.0.1:${port}` };
    const headers = {
      ...own,
      origin: `http://127.0.0.1:${port}`,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      'transfer-encoding': 'chunked',
    };
    expect(await ask(port, '/', { headers: { host: `localhost:${port}` } })).toBe(421);
    expect(await ask(port, '/../../etc/passwd', { headers: own })).toBe(404);
    expect(await ask(port, '/fonts/..%2f..%2fpackage.json', { headers: own })).toBe(404);
    const body = JSON.stringify({ ticket: 'x'.repeat(600_000) });
    expect(await ask(port, '/api/session', { method: 'POST', headers, body })).toBe(413);
  });

  test('speaks no WebSocket', async () => {
    const { port } = await serve();
    const headers = {
      host: `127.0.0.1:${port}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    const answered = await ask(port, '/', { headers }).catch(() => 'closed');
    expect(answered).not.toBe(101);
  });

  test('says that a port it was told is taken; without one it takes another', async () => {
    const { port } = await serve();
    const practice = await openPractice();
    const again = await run(['serve', '--practice', practice, '--port', String(port)], {
      pageFolder: await openFolder(),
      fontFolder: await openFonts(),
    });
    expect([again.exit, again.out]).toEqual([2, '']);
    const [first, second] = [await serve([]), await serve([])];
    expect(first.port).not.toBe(second.port);
  });

  test.each(['-1', '65536', 'x', '80.5', ''])('wants a port, not "%s"', async (port) => {
    expect((await run(['serve', `--port=${port}`])).exit).toBe(2);
  });

  test('opens no browser with --no-open, and prints the link', async () => {
    const links: string[] = [];
    const { out } = await run(['serve', '--practice', await openPractice(), '--port', '0', '--no-open'], {
      pageFolder: await openFolder(),
      fontFolder: await openFonts(),
      openLink: (link) => void links.push(link),
    });
    expect(links).toEqual([]);
    expect(out).toMatch(/#ticket=/);
  });
});

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { renderLetterPdf } from '../../src/render/letter-pdf.ts';
import { mixedLetter } from './mixed-letter.ts';
import { allFonts, hasCommands } from './pdf-tools.ts';
import {
  drawnLetter,
  fullLetter,
  largeLetter,
  listLetter,
  longLetter,
  shortLetter,
} from './sample-letters.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data);

/** One HTML file with the renderer and the fonts in it, under a policy that allows this one script and no `eval`. */
async function makePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'browser/page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    loader: { '.ttf': 'binary' },
    define: { 'import.meta.url': '"https://closewell.invalid/"' },
  });
  const script = outputFiles[0]?.text ?? '';
  const policy = `default-src 'none'; script-src 'sha256-${sha256(script).digest('base64')}'`;
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><body><script>${script}</script>`;
}

/** The bytes of each letter that the page left behind, by name. */
function openPage(html: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'closewell-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, html);
  const args = [...FLAGS, `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', `file://${page}`];
  const dom = execFileSync('chromium', args, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return JSON.parse(/<body>(\{.*\})/s.exec(dom)?.[1] ?? '{}');
}

describe.skipIf(!hasCommands('chromium'))('in a browser', () => {
  test('every letter has the bytes that it has in Node', { timeout: 60_000 }, async () => {
    const made = openPage(await makePage());
    const letters = Object.entries({
      shortLetter,
      listLetter,
      longLetter,
      fullLetter,
      largeLetter,
      drawnLetter,
      mixedLetter,
    });
    const inNode = letters.map(([name, letter]) => [
      name,
      sha256(renderLetterPdf(letter, allFonts).value ?? '').digest('hex'),
    ]);
    const inPage = letters.map(([name]) => [
      name,
      sha256(Buffer.from(made[name] ?? '', 'base64')).digest('hex'),
    ]);
    expect(inPage).toEqual(inNode);
  });
});

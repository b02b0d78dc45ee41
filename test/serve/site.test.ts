import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PageData } from '../../src/library/page-data.ts';
import { CHECKSUMS, listedIn, SINGLE_FILE, siteFiles } from '../../src/serve/site.ts';
import { libraryOf } from '../support/practice-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const built = {
  page: new Map([
    ['page.js', bytes('let page')],
    ['page.css', bytes('a{}')],
    ['icon.svg', bytes('<svg/>')],
    ['single.js', bytes('let single')],
  ]),
  fonts: new Map([
    ['Inter_400Regular.ttf', new Uint8Array([1, 2])],
    ['NotoSansHebrew_400Regular.ttf', new Uint8Array([3])],
    ['Inter_400Regular.ttf.stock', new Uint8Array([4])],
    ['LICENSE-INTER.txt', bytes('free')],
  ]),
};
const hostile = '</script><script>alert(1)</script><!--';
const data: PageData = {
  library: libraryOf({
    'snippets/greeting/default.md': '---\n---\nDear {{called}},\n',
  }),
  pictures: { [hostile]: '' },
  version: '0.0.0',
  wordingOn: '2026-11-23',
  expiresOn: '2027-02-23',
  approvedOnly: true,
  canEdit: false,
};
const files = siteFiles(data, built);
const single = String(files.get(SINGLE_FILE));
const sha256 = (content: string | Uint8Array, as: 'hex' | 'base64') =>
  createHash('sha256').update(content).digest(as);

test('a site has every file in its list, with its checksum, and the list is of all others', () => {
  const list = String(files.get(CHECKSUMS));
  const others = [...files].filter(([path]) => path !== CHECKSUMS);
  expect(list).toBe(others.map(([path, content]) => `${sha256(content, 'hex')}  ${path}\n`).join(''));
  expect(listedIn(list)).toEqual(others.map(([path]) => path));
});

test('the font’s licence goes along, and the script of the one file only in it', () => {
  expect([...files.keys()].sort()).toEqual([
    '.htaccess',
    'SHA256SUMS',
    '_headers',
    'closewell.html',
    'fonts/Inter_400Regular.ttf',
    'fonts/LICENSE-INTER.txt',
    'fonts/NotoSansHebrew_400Regular.ttf',
    'icon.svg',
    'index.html',
    'nginx-headers.conf',
    'page.css',
    'page.js',
    'wording.json',
  ]);
});

test('the one file has the letter’s own font, and leaves those of other scripts to the folder', () => {
  expect(single.match(/id="[^"]*\.ttf"/g)).toEqual(['id="Inter_400Regular.ttf"']);
});

test('the one file may connect to nothing, and run exactly its own script and style', () => {
  const [, policy = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(single) ?? [];
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src 'sha256-${sha256('let single', 'base64')}'`,
    `style-src 'sha256-${sha256('a{}', 'base64')}'`,
    'img-src data: blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
});

test('no text of the wording ends a script of the one file, and it comes back as it was', () => {
  const [, json = ''] = /<script type="application\/json" id="wording">(.*?)<\/script>/s.exec(single) ?? [];
  expect(JSON.parse(json)).toEqual(data);
  expect(json).not.toContain('<');
});

test.each(['_headers', '.htaccess', 'nginx-headers.conf'])('%s has every header', (name) => {
  const text = String(files.get(name));
  const wanted = [
    'Content-Security-Policy',
    "frame-ancestors 'none'",
    'X-Content-Type-Options',
    'no-referrer',
  ];
  expect(wanted.filter((one) => !text.includes(one))).toEqual([]);
  expect(text).toMatch(/closewell\.html[\s\S]*Content-Disposition/);
});

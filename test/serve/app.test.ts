import { describe, expect, test } from 'vitest';
import { ORIGIN, openServer } from './desk.ts';

const WRITES = ['save', 'approve', 'ask', 'return', 'withdraw'].map((name) => `/api/${name}`);
const READS = ['wording', 'files', 'history'].map((name) => `/api/${name}`);

describe('who may come in', () => {
  test.each([
    ['another name', 'evil.example:4173'],
    ['the other name of this machine', 'localhost:4173'],
    ['another port', '127.0.0.1:4174'],
    ['no port', '127.0.0.1'],
    ['a name that begins alike', '127.0.0.1:4173.evil.example'],
    ['no name', undefined],
  ])('asks under the one address: %s is turned away with 421', async (_, host) => {
    const { ask } = await openServer();
    const answers = await Promise.all(
      ['/', '/page.js', '/api/wording', '/nowhere'].map((path) => ask(path, { headers: { host } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([421, 421, 421, 421]);
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:4174' }],
    ['a name that begins alike', { origin: `${ORIGIN}.evil.example` }],
    ['a name that ends alike', { origin: `http://evil.example/${ORIGIN}` }],
    ['capitals', { origin: ORIGIN.toUpperCase() }],
    ['a file', { origin: 'null' }],
    ['nobody', { origin: undefined }],
    ['a page of another site, whatever origin', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['what is no browser', { 'sec-fetch-site': undefined }],
  ])('writes from this page alone: %s is turned away with 403', async (_, headers) => {
    const { ask, tickets } = await openServer();
    const answers = await Promise.all(
      [...WRITES, '/api/session'].map((path) => ask(path, { headers, body: { ticket: tickets.issue() } })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([403]));
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/jsonp',
    undefined,
  ])('writes JSON alone: %s is turned away with 415', async (type) => {
    const { ask } = await openServer();
    const answers = await Promise.all(
      [...WRITES, '/api/session'].map((path) => ask(path, { headers: { 'content-type': type }, body: {} })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([415]));
  });

  test.each([
    ['none', undefined],
    ['an empty one', 'Bearer '],
    ['a guess', `Bearer ${'A'.repeat(43)}`],
    ['another scheme', 'Basic QTpB'],
  ])('needs a bearer to read and to write: %s is turned away with 401', async (_, authorization) => {
    const { ask } = await openServer();
    const answers = await Promise.all([
      ...READS.map((path) => ask(path, { headers: { authorization } })),
      ...WRITES.map((path) => ask(path, { headers: { authorization }, body: {} })),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  });

  test('a ticket is no bearer, and a bearer no ticket', async () => {
    const { ask, bearer, tickets } = await openServer();
    const authorization = `Bearer ${tickets.issue()}`;
    expect((await ask('/api/wording', { headers: { authorization } })).status).toBe(401);
    expect((await ask('/api/session', { body: { ticket: bearer } })).status).toBe(401);
  });
});

describe('a ticket', () => {
  test('gives a bearer once; then it is used, with 403; one that was never given is unknown, with 401', async () => {
    const { ask, post, tickets } = await openServer();
    const ticket = tickets.issue();
    const { status, body } = await post('/api/session', { ticket });
    expect(status).toBe(200);
    expect((await post('/api/session', { ticket })).status).toBe(403);
    expect((await post('/api/session', { ticket: `${ticket}x` })).status).toBe(401);
    const headers = { authorization: `Bearer ${body.bearer}` };
    expect((await ask('/api/wording', { headers })).status).toBe(200);
  });

  test('exchanged by two at once gives one bearer', async () => {
    const { post, tickets } = await openServer();
    const ticket = tickets.issue();
    const answers = await Promise.all([1, 2, 3].map(() => post('/api/session', { ticket })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
  });
});

describe('a path', () => {
  test.each([
    '/nowhere',
    '/practice.yaml',
    '/../practice.yaml',
    '/%2e%2e/practice.yaml',
    '/..%2fpractice.yaml',
    '/fonts/../../practice.yaml',
    '/fonts/..%2f..%2fpractice.yaml',
    '/page.js/',
    '//page.js',
    '/PAGE.JS',
    '/page.js%00',
    '/single.js',
    '/api',
    '/api/wording/',
    '/api/files/practice.yaml',
    '/constructor',
    '/__proto__',
  ])('that is none of a fixed few leads nowhere, with 404: %s', async (path) => {
    const { ask } = await openServer();
    expect((await ask(path)).status).toBe(404);
  });

  test('that is one of them answers one method alone, with 405 for others', async () => {
    const { ask } = await openServer();
    const tried = [
      ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'].map((method) => ask('/', { method })),
      ...READS.map((path) => ask(path, { body: {} })),
      ...WRITES.map((path) => ask(path)),
      ask('/api/save', { method: 'OPTIONS' }),
    ];
    expect(new Set((await Promise.all(tried)).map(({ status }) => status))).toEqual(new Set([405]));
  });

  test('hands out the page, its script and the fonts, each as what it is', async () => {
    const { ask } = await openServer();
    const types = await Promise.all(
      ['/', '/page.js', '/fonts/Inter_400Regular.ttf'].map(async (path) =>
        (await ask(path)).headers.get('content-type'),
      ),
    );
    expect(types).toEqual(['text/html; charset=utf-8', 'text/javascript; charset=utf-8', 'font/ttf']);
  });
});

describe('a body', () => {
  test('that is too large is turned away with 413', async () => {
    const { ask } = await openServer();
    const body = JSON.stringify({ files: 'x'.repeat(600_000) });
    expect((await ask('/api/save', { body })).status).toBe(413);
  });

  test.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', []],
    ['nothing', {}],
    ['a key too many', { texts: ['a b'], ids: ['a'], files: [], by: 'M', because: 'b', client: 'Sam' }],
    ['a key of another kind', { texts: 'a b', ids: 'a', files: 'x', by: 1, because: 2 }],
    ['half a character', { texts: ['\ud800'], ids: ['\ud800'], files: [], by: 'M', because: 'b' }],
  ])('that is %s is turned away with 400', async (_, body) => {
    const { post } = await openServer();
    const answers = await Promise.all([...WRITES, '/api/session'].map((path) => post(path, body)));
    expect(answers.map(({ status, body: { refused } }) => `${status} ${refused}`)).toEqual(
      answers.map(() => '400 request-form'),
    );
  });
});

test('every answer has every header of the policy, and none that lets another site read it', async () => {
  const { ask } = await openServer();
  const answers = await Promise.all([
    ask('/'),
    ask('/page.js'),
    ask('/nowhere'),
    ask('/api/wording'),
    ask('/api/wording', { headers: { host: 'evil.example', origin: 'https://evil.example' } }),
    ask('/api/save', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } }),
    ask('/api/save', { body: '{', headers: { 'sec-fetch-site': 'cross-site' } }),
  ]);
  const named = answers.map(({ headers }) => Object.fromEntries(headers));
  expect(named.map((all) => Object.keys(all).filter((name) => name.startsWith('access-control')))).toEqual(
    answers.map(() => []),
  );
  expect(named).toEqual(
    answers.map(() =>
      expect.objectContaining({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
        'permissions-policy': expect.stringContaining('microphone=()'),
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'",
      }),
    ),
  );
});

test('an error that nobody foresaw tells nothing of the request', async () => {
  const { ask, put } = await openServer();
  await put('snippets/approvals.yaml', '- [');
  const { status, body } = await ask('/api/files');
  expect([status, body.refused]).toEqual([422, 'problems']);
});

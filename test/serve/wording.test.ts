import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/library/digest.ts';
import { listAll, openFolder } from '../cli/world.ts';
import { BASE } from '../support/practice-folder.ts';
import { openServer } from './desk.ts';

const GREETING = 'snippets/greeting/default.md';
const OLD = BASE[GREETING] ?? '';
const [MINE, THEIRS] = ['---\n---\nHello {{called}},\n', '---\n---\nGood day {{called}},\n'];
const draft = (text: string, basedOn: string | null = digestOf(OLD), path = GREETING) => ({
  files: [{ path, text, basedOn }],
});

/** The entries that approving wants, for some of the texts as they are now. */
async function entriesOf(server: Awaited<ReturnType<typeof openServer>>, ids: readonly string[]) {
  const { body } = await server.ask('/api/wording');
  const { snippets, templates } = body.library;
  const all = [
    ...snippets.map(({ id, digest }: { id: string; digest: string }) => [id, digest]),
    ...templates.map(({ name, digest }: { name: string; digest: string }) => [`templates/${name}`, digest]),
  ];
  return all.flatMap(([id, digest]) => (ids.includes(id) ? [`${id} ${digest}`] : []));
}
const BY = { by: 'Marta Reyes' };

describe('what the page reads', () => {
  test('is the library, with nothing in it about where it lies', async () => {
    const { ask, folder } = await openServer();
    const { body } = await ask('/api/wording');
    expect(body).toMatchObject({ version: '0.0.0', wordingOn: '2026-11-23', canEdit: true, pictures: {} });
    expect(body.library.practice.name).toBe('Ferry Lane Practice');
    expect(JSON.stringify(body)).not.toContain(folder);
  });

  test('is every text with its digest, of which the facts of the practice are not edited', async () => {
    const { body } = await (await openServer()).ask('/api/files');
    expect(body.files).toContainEqual({ path: GREETING, text: OLD, digest: digestOf(OLD), canEdit: true });
    expect(body.files.filter(({ canEdit }: { canEdit: boolean }) => !canEdit)).toMatchObject([
      { path: 'practice.yaml' },
    ]);
  });

  test('is every problem where the wording does not load, and the texts all the same', async () => {
    const { ask } = await openServer({ [GREETING]: '---\n---\n{{#if called}}\n' });
    const { status, body } = await ask('/api/wording');
    expect([status, body.problems[0].place.file]).toEqual([422, GREETING]);
    expect((await ask('/api/files')).status).toBe(200);
  });
});

describe('saving', () => {
  test('puts a draft in place of the text it was made from', async () => {
    const { post, read } = await openServer();
    const { status, body } = await post('/api/save', draft(MINE));
    expect([status, body.saved]).toEqual([200, [{ path: GREETING, digest: digestOf(MINE) }]]);
    expect(await read(GREETING)).toBe(MINE);
  });

  test('by two on the same basis keeps the first, and shows it to the second', async () => {
    const { post, read } = await openServer();
    await post('/api/save', draft(THEIRS));
    const { status, body } = await post('/api/save', draft(MINE));
    expect([status, body.refused]).toEqual([409, 'changed-meanwhile']);
    expect(body.changed).toEqual([{ path: GREETING, text: THEIRS, digest: digestOf(THEIRS) }]);
    expect(await read(GREETING)).toBe(THEIRS);
    expect((await post('/api/save', draft(MINE, body.changed[0].digest))).status).toBe(200);
  });

  test('by many at once lets one through', async () => {
    const { post, read } = await openServer();
    const texts = [1, 2, 3, 4, 5].map((number) => `---\n---\nHello ${number} {{called}},\n`);
    const answers = await Promise.all(texts.map((text) => post('/api/save', draft(text))));
    const saved = answers.flatMap(({ status }, index) => (status === 200 ? [texts[index]] : []));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect(saved).toEqual([await read(GREETING)]);
  });

  test('of several texts saves all or none', async () => {
    const { post, read, put } = await openServer();
    const sign = 'snippets/sign-off/default.md';
    const signed = '---\n---\nYours, {{clinicianName}}\n';
    await put(sign, signed);
    const files = [...draft(MINE).files, ...draft(THEIRS, digestOf(BASE[sign] ?? ''), sign).files];
    const { status, body } = await post('/api/save', { files });
    expect([status, body.changed.map(({ path }: { path: string }) => path)]).toEqual([409, [sign]]);
    expect([await read(GREETING), await read(sign)]).toEqual([OLD, signed]);
  });

  test('of a text without which nothing would load is refused, unless asked for even so', async () => {
    const { post, read } = await openServer();
    const broken = draft('---\n---\n{{#if called}}\n');
    const { status, body } = await post('/api/save', broken);
    expect([status, body.problems[0].code]).toEqual([422, 'wording-syntax']);
    expect(await read(GREETING)).toBe(OLD);
    expect((await post('/api/save', { ...broken, evenSo: true })).status).toBe(200);
    // Now that nothing loads, mending half of it is no worse.
    const still = draft('---\n---\n{{#if called}}x\n', digestOf('---\n---\n{{#if called}}\n'));
    expect((await post('/api/save', still)).status).toBe(200);
  });

  test('makes a new snippet, once', async () => {
    const { post, read } = await openServer();
    const path = 'snippets/closing-notice/short.md';
    expect((await post('/api/save', draft(MINE, null, path))).status).toBe(200);
    expect(await read(path)).toBe(MINE);
    expect((await post('/api/save', draft(THEIRS, null, path))).status).toBe(409);
  });

  test.each([
    'practice.yaml',
    'snippets/approvals.yaml',
    'snippets/approved-texts.yaml',
    'templates/new.md',
    'snippets/no-section/new.md',
    'snippets/greeting/New.md',
    'snippets/greeting/../x.md',
    'snippets/greeting/a/b.md',
    '../snippets/greeting/new.md',
    '/etc/passwd',
    'snippets\\greeting\\new.md',
    'snippets/greeting/new.md\n',
    'snippets/greeting/new.yaml',
    'snippets/greeting/.new.md',
  ])('goes to no other file: %j is unknown, with 404', async (path) => {
    const { post, folder } = await openServer();
    const before = await listAll(folder);
    const answers = [
      await post('/api/save', draft(MINE, null, path)),
      await post('/api/save', draft(MINE, digestOf(OLD), path)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect(await listAll(folder)).toEqual(before);
  });

  test('never goes through a link to another place', async () => {
    const { post, folder } = await openServer();
    const outside = await openFolder();
    await mkdir(join(folder, 'snippets'), { recursive: true });
    await symlink(outside, join(folder, 'snippets/closing-notice'));
    const answer = await post('/api/save', {
      ...draft(MINE, null, 'snippets/closing-notice/short.md'),
      evenSo: true,
    });
    expect(answer.status).toBe(500);
    expect(await listAll(outside)).toEqual([]);
  });

  test.each([
    ['too long', `---\n---\n${'x'.repeat(70_000)}`],
    ['no text', '---\n---\n\0'],
  ])('of what is %s is refused', async (_, text) => {
    const { post, read } = await openServer();
    expect((await post('/api/save', { ...draft(text), evenSo: true })).status).toBe(422);
    expect(await read(GREETING)).toBe(OLD);
  });
});

describe('deciding', () => {
  test('approves texts in the form that was looked at, and the history tells', async () => {
    const server = await openServer();
    const texts = await entriesOf(server, ['greeting/default', 'templates/letter']);
    const { status, body } = await server.post('/api/approve', { texts, ...BY, role: 'director' });
    expect(status).toBe(200);
    expect(body.sitting).toEqual({
      on: '2026-11-23',
      by: 'Marta Reyes',
      role: 'director',
      reviewBy: '2027-11-23',
      approves: texts,
    });
    expect((await server.ask('/api/files')).body.approved['greeting/default']).toBe(OLD.trimEnd());
    const { history } = (await server.ask('/api/history?id=greeting/default')).body;
    expect(history).toMatchObject([{ kind: 'approved', by: 'Marta Reyes', text: OLD.trimEnd() }]);
  });

  test('approves nothing that was changed meanwhile', async () => {
    const server = await openServer();
    const texts = await entriesOf(server, ['greeting/default', 'sign-off/default']);
    await server.put(GREETING, THEIRS);
    const { status, body } = await server.post('/api/approve', { texts, ...BY });
    expect([status, body.changed]).toEqual([409, ['greeting/default']]);
    expect((await server.ask('/api/history?id=sign-off/default')).body.history).toEqual([]);
  });

  test('approves nothing while a check finds an error', async () => {
    const server = await openServer({ [GREETING]: '---\n---\nDear {{childName}},\n' });
    const texts = await entriesOf(server, ['sign-off/default']);
    const { status, body } = await server.post('/api/approve', { texts, ...BY });
    expect(status).toBe(422);
    expect(body.problems.map(({ code }: { code: string }) => code)).toContain('field-optional');
  });

  test('asks for approval, sends back with a reason, and withdraws', async () => {
    const server = await openServer();
    const texts = await entriesOf(server, ['greeting/default']);
    await server.post('/api/ask', { texts, ...BY, note: 'shorter' });
    await server.post('/api/return', { texts, by: 'Iris Vance', because: 'too short' });
    const withdrawn = { ids: ['greeting/default'], by: 'Iris Vance', because: 'a reproach' };
    expect((await server.post('/api/withdraw', withdrawn)).status).toBe(200);
    expect((await server.post('/api/withdraw', withdrawn)).body.refused).toBe('request-fault');
    const { history } = (await server.ask('/api/history?id=greeting/default')).body;
    expect(history.map(({ kind, because }: Record<string, string>) => [kind, because])).toEqual([
      ['asked', undefined],
      ['returned', 'too short'],
      ['withdrawn', 'a reproach'],
    ]);
  });

  test.each([
    ['approve', { texts: ['greeting/none x'], ...BY }],
    ['ask', { texts: ['greeting/none x'], ...BY }],
    ['return', { texts: ['greeting/none x'], ...BY, because: 'x' }],
    ['withdraw', { ids: ['greeting/none'], ...BY, because: 'x' }],
    ['withdraw', { ids: ['greeting/default'], by: ' ', because: 'x' }],
    ['withdraw', { ids: ['rules'], ...BY, because: 'x' }],
  ])('says what is wrong with the request: %s', async (name, body) => {
    const { post, folder } = await openServer();
    const answer = await post(`/api/${name}`, body);
    expect([answer.status, answer.body.refused]).toEqual([400, 'request-fault']);
    expect(await listAll(join(folder, 'snippets'))).not.toContain('approvals.yaml');
  });

  test('a day of review has to be to come', async () => {
    const server = await openServer();
    const texts = await entriesOf(server, ['greeting/default']);
    const ask = (reviewBy: string) => server.post('/api/approve', { texts, ...BY, reviewBy });
    expect((await ask('2026-11-23')).status).toBe(400);
    expect((await ask('2027-02-30')).status).toBe(400);
    expect((await ask('2026-11-24')).status).toBe(200);
  });
});

test('where the practice is nobody’s, nothing is written, with 403', async () => {
  const { post, folder } = await openServer({}, { canEdit: false });
  const before = await listAll(folder);
  const answers = await Promise.all([
    post('/api/save', draft(MINE)),
    post('/api/withdraw', { ids: ['greeting/default'], ...BY, because: 'x' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  expect(await listAll(folder)).toEqual(before);
});

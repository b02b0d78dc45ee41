import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clientText, mobile, okafors, sam } from '../support/client-file.ts';
import { openFolder, openPractice, run, stdin, TODAY, write } from './world.ts';

async function openClients(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await openFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}
const first = { on: '2026-11-09', to: 'mobile', outcome: 'voicemail-left', step: 'first-call' };
const seen = (last: string) => ({ sessions: { first: '2026-05-12', last } });

test('one line for each person, by id, with the step, its day, and what is missing first; never a name', async () => {
  const { exit, out, err } = await run(
    ['next', '-'],
    stdin(clientText({ ...seen('2026-08-25'), outreach: [first], shared: {} })),
  );
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(
    /^c-1042 · not seen for 90 days · final call, overdue since 2026-11-16 · missing first: .*\n$/,
  );
  expect(out).toContain('progress, appreciation');
  expect(out).not.toMatch(/Sam|Okafor|mobile|0142/);
});

test('both people of a couple have a line, told apart by number', async () => {
  const { out } = await run(['next', '-'], stdin(clientText({}, okafors)));
  expect(out.split('\n').map((line) => line.split(' · ')[0])).toEqual(['c-1042/1', 'c-1042/2', '']);
});

test('of a folder every client file is taken, the most urgent first', async () => {
  const folder = await openClients({
    'a.yaml': clientText({ id: 'waits', outreach: [{ ...first, on: TODAY }] }),
    'b.yaml': clientText({ id: 'later', outreach: [{ ...first, on: '2026-11-12' }] }),
    'c.yaml': clientText({ id: 'overdue', outreach: [first] }),
    'd.yaml': clientText({ id: 'crisis', outreach: [{ ...first, outcome: 'in-crisis' }] }),
    'e.yaml': clientText({ id: 'answered', outreach: [first, { ...first, outcome: 'called-back' }] }),
    'f.yaml': clientText({ id: 'closed', outreach: [{ ...first, outcome: 'closed-on-record-only' }] }),
    'g.yaml': clientText({ id: 'longest', ...seen('2026-06-02') }),
    'h.yaml': clientText({ id: 'new', ...seen('2026-11-02') }),
    'practice.yaml': 'not a client',
    '.hidden.yaml': 'nor this',
    'notes.txt': 'nor this',
  });
  await mkdir(join(folder, 'folder.yaml'));
  const { exit, out, err } = await run(['next', folder]);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out.match(/^\S+/gm)).toEqual([
    'crisis',
    'answered',
    'overdue',
    'later',
    'longest',
    'new',
    'waits',
    'closed',
  ]);
});

test('a file that cannot be read is reported, and stops nothing else', async () => {
  const folder = await openClients({
    'a.yaml': 'kind: [',
    'b.yaml': clientText(),
    'c.yaml': clientText({ clinician: 'x' }),
  });
  await symlink(join(folder, 'nowhere'), join(folder, 'd.yaml'));
  const { exit, out, codes } = await run(['next', folder, join(folder, 'none.yaml')]);
  expect({ exit, lines: out.split('\n').length }).toEqual({ exit: 3, lines: 2 });
  expect(new Set(codes)).toEqual(new Set(['yaml-syntax', 'client-inconsistent', 'file-unreadable']));
});

test('a file named twice is listed once', async () => {
  const path = await write('c.yaml', clientText());
  expect((await run(['next', path, path])).out.split('\n')).toHaveLength(2);
});

test('--on is the day to look from, and has to be one', async () => {
  const text = clientText({ outreach: [{ ...first, on: TODAY }] });
  expect((await run(['next', '-', '--on', '2026-11-30'], stdin(text))).out).toContain(
    'final call, due 2026-11-30',
  );
  expect((await run(['next', '-', '--on', 'soon'], stdin(text))).exit).toBe(2);
});

test('--json has the step without a label or a name', async () => {
  const told = { ...first, on: '2026-11-16', step: 'final-call', level: 'detailed', replyBy: '2026-11-30' };
  const recipients = [{ ...sam, contactPoints: [{ ...mobile, label: 'at her sister' }] }];
  const outreach = [first, told].map((one) => ({ ...one, to: 'at her sister' }));
  const { out } = await run(['next', '-', '--json'], stdin(clientText({ recipients, outreach })));
  expect(JSON.parse(out)).toEqual({
    clients: [
      {
        id: 'c-1042',
        unseenDays: null,
        step: 'wait',
        ahead: 'close',
        due: '2026-11-30',
        why: expect.any(String),
        isEarly: true,
        isOverdue: false,
        allowsCheckIn: true,
        notice: { how: 'voicemail', on: '2026-11-16', closesOn: '2026-11-30' },
        missing: [],
      },
    ],
    problems: [],
  });
  expect(out).not.toContain('sister');
});

test('a practice that does not load lists nothing', async () => {
  const practice = await openPractice({ 'practice.yaml': () => 'name: 3' });
  const { exit, out } = await run(['next', '-', '--practice', practice], stdin(clientText()));
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
});

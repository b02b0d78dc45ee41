import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adult, clientText, couple, home, mobile, okafors, sam } from '../support/client-file.ts';
import { listAll, openFolder, openPractice, run, stdin, write } from './world.ts';

const note = (text: string, ...flags: string[]) => run(['note', '-', ...flags], stdin(text));
const first = { on: '2026-11-09', to: 'mobile', outcome: 'voicemail-left', step: 'first-call' };
const told = { ...first, on: '2026-11-10', step: 'final-call', level: 'detailed', replyBy: '2026-11-20' };

describe('closewell note', () => {
  test('has what records ask for, in their order: when, how, where, who, what came of it, the words, what is next', async () => {
    const flags = ['--outcome', 'voicemail-left', '--at', '14:30', '--minutes', '2', '--said', 'as-written'];
    const { exit, out, err } = await note(clientText(), ...flags);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const order = [
      'Date: November 23, 2026',
      'Time: 14:30, for 2 min',
      'Method: telephone',
      'Number or address: mobile',
      'What may be left there: detailed',
      'With: Sam',
      'By: Anita Rao, LCSW',
      'Outcome: ',
      'The words, as written',
      'Hello, Sam.',
      'Ruth Adeyemi (sample), November 23, 2026: templates/voicemail-first-detailed',
      'Next: leave time for a reply until November 30, 2026',
      'Next step: final call, due November 30, 2026',
    ].map((words) => out.indexOf(words));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
  });

  test.each([
    ['changed', 'Not said quite in these words:'],
    ['cut-off', 'The words, cut off before their end:'],
  ])('says so where the words were %s', async (said, words) => {
    const { out } = await note(clientText(), '--outcome', 'voicemail-left', '--said', said);
    expect(out).toContain(words);
  });

  test('has no words where none were left, and none of what was written for the client', async () => {
    const { out } = await note(clientText(), '--outcome', 'no-answer');
    expect(out).not.toMatch(/The words|worn out|laughed|garden|312/);
  });

  test('with an edited text has those words, and what was changed in which section', async () => {
    const letter = (await run(['letter', '-'], stdin(clientText()))).out;
    const edited = await write('e.txt', letter.replace('I wish you well.', 'Take good care of yourself.'));
    const { exit, out } = await note(clientText(), '--outcome', 'letter-sent', '--edited', edited);
    expect(exit).toBe(0);
    expect(out).toContain('The words, as the clinician edited them:');
    expect(out).toContain('Take good care of yourself.');
    expect(out).toContain('- Thanks and good wishes: altered');
  });

  test('has the warnings that were decided against, with the reason', async () => {
    const client = clientText({
      outreach: [{ ...first, on: '2026-11-20' }],
      overrule: { early: 'they move away' },
    });
    const { out } = await note(client, '--outcome', 'voicemail-left', '--call', 'final');
    expect(out).toContain('- early: they move away');
  });

  test('is made without its words, and told so, where the message cannot be composed', async () => {
    const { exit, out, codes } = await note(
      clientText({ shared: {} }),
      '--outcome',
      'letter-sent',
      '--kind',
      'closing',
    );
    expect({ exit, codes }).toEqual({ exit: 0, codes: ['step-early', 'words-missing'] });
    expect(out).toContain('The words are not kept in this note.');
  });

  test('is made of any outcome where nothing may go out at all', async () => {
    const { exit, out } = await note(clientText({ consultFirst: 'risk' }), '--outcome', 'escalated');
    expect(exit).toBe(0);
    expect(out).toContain('Next step: consult first');
  });

  test('as JSON has the attempt and the next step', async () => {
    const { out } = await note(clientText(), '--outcome', 'voicemail-left', '--json');
    expect(JSON.parse(out)).toMatchObject({
      on: '2026-11-23',
      notes: [{ template: 'note-contact', text: expect.stringContaining('Outcome: ') }],
      attempts: [
        {
          on: '2026-11-23',
          to: 'mobile',
          outcome: 'voicemail-left',
          level: 'detailed',
          step: 'first-call',
          replyBy: '2026-11-30',
        },
      ],
      next: { step: 'wait', ahead: 'final-call', due: '2026-11-30' },
      isRecorded: false,
    });
  });

  test('is about one of two people, named by number or by the label of one alone', async () => {
    const text = clientText({}, couple);
    expect((await note(text, '--outcome', 'replied')).exit).toBe(2);
    expect((await note(text, '--outcome', 'replied', '--recipient', '2')).out).toContain('With: Bo');
    expect((await note(text, '--outcome', 'replied', '--to', "Ada's mobile")).out).toContain('With: Ada');
    expect((await note(clientText({}, okafors), '--outcome', 'letter-sent', '--to', 'home')).exit).toBe(2);
  });

  test("says nothing of the other partner, nor of the other's answer", async () => {
    const outreach = [{ on: '2026-11-20', recipient: 1, to: "Ada's mobile", outcome: 'reached-continue' }];
    const { out } = await note(
      clientText({ outreach }, couple),
      '--outcome',
      'no-answer',
      '--recipient',
      '2',
    );
    expect(out).not.toContain('Ada');
  });

  test.each([
    ['an outcome that no such place can have', ['--outcome', 'voicemail-left', '--to', 'home']],
    ['a returned letter at a number', ['--outcome', 'letter-returned', '--number', 'mobile']],
    ['no such outcome', ['--outcome', 'shouted']],
    ['nothing to tell of', ['--at', '14:30']],
    ['two things at once', ['--outcome', 'no-answer', '--closing']],
    ['no such time', ['--outcome', 'no-answer', '--at', '25:00']],
    ['no number of minutes', ['--outcome', 'no-answer', '--minutes', 'two']],
    ['no way of saying', ['--outcome', 'no-answer', '--said', 'loudly']],
    ['no such call', ['--outcome', 'no-answer', '--call', 'third']],
    ['no such letter', ['--outcome', 'letter-sent', '--kind', 'sharp']],
    ['a day to come', ['--outcome', 'no-answer', '--on', '2026-11-24']],
    ['no day', ['--outcome', 'no-answer', '--on', 'soon']],
    ['standard input to write to', ['--outcome', 'no-answer', '--record']],
    ['a reason where none is asked', ['--outcome', 'no-answer', '--because', 'so']],
    ['an edited text of a call without a message', ['--outcome', 'no-answer', '--edited', 'x']],
    ['two labels', ['--outcome', 'no-answer', '--to', 'home', '--number', 'mobile']],
  ])('does not know %s', async (_, flags) => {
    const { exit, out } = await note(clientText(), ...flags);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
  });

  test('names a label that is not there by a problem', async () => {
    const { exit, codes } = await note(clientText(), '--outcome', 'no-answer', '--number', 'boat');
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['contact-point-unknown'] });
  });

  test('marks a note of wording that nobody approved, and refuses it where that is asked', async () => {
    const practice = await openPractice({
      'snippets/note-outcome/no-answer.md': (text) => `${text}\nNo more.\n`,
    });
    const flags = ['--outcome', 'no-answer', '--practice', practice];
    expect((await note(clientText(), ...flags)).out).toContain('DRAFT');
    expect((await note(clientText(), ...flags, '--strict')).exit).toBe(4);
  });
});

describe('closewell note --record', () => {
  const recordIn = (path: string, ...flags: string[]) => run(['note', path, ...flags]);

  test('adds the attempt to the file and says so, and --undo takes it back to the byte', async () => {
    const text = `# Sam\r\n${clientText().replaceAll('\n', '\r\n')}`;
    const path = await write('c.yaml', text);
    const { exit, err } = await recordIn(path, '--outcome', 'no-answer', '--at', '09:05', '--record');
    expect({ exit, err }).toEqual({ exit: 0, err: `Recorded: ${path}\n` });
    expect(await readFile(path, 'utf8')).toContain('"outcome": "no-answer"');
    expect((await recordIn(path, '--undo')).exit).toBe(0);
    expect(await readFile(path, 'utf8')).toBe(text);
    expect((await recordIn(path, '--undo')).codes).toEqual(['record-refused']);
    expect(await listAll(dirname(path))).toEqual(['c.yaml']);
  });

  test('writes nothing where there is no note', async () => {
    const path = await write('c.yaml', clientText());
    expect((await recordIn(path, '--closing', '--record')).exit).toBe(4);
    expect((await recordIn(path, '--outcome', 'voicemail-left', '--to', 'home', '--record')).exit).toBe(2);
    expect(await readFile(path, 'utf8')).toBe(clientText());
  });

  test.each(['greeting-not-theirs', 'third-person-answered'])(
    'after "%s" the number is not called until they confirm it anew',
    async (outcome) => {
      const path = await write('c.yaml', clientText());
      await recordIn(path, '--outcome', outcome, '--record');
      const refused = await run(['script', path, '--number', 'mobile']);
      expect(refused.exit).toBe(4);
      expect(refused.out).toMatch(/ask\s+first\s+whether\s+it\s+is\s+still\s+safe/);
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replace('"confirmedOn": "2026-05-12"', '"confirmedOn": "2026-11-24"'));
      expect((await run(['script', path, '--number', 'mobile', '--on', '2026-11-24'])).exit).toBe(0);
    },
  );

  test('the day that is said, noted, recorded and due is one', async () => {
    const path = await write('c.yaml', clientText({ outreach: [first] }));
    const { out } = await recordIn(path, '--outcome', 'voicemail-left', '--record');
    expect(out).toContain('close on Monday, December 7.');
    expect(out).toContain('due December 7, 2026');
    expect(await readFile(path, 'utf8')).toContain('"replyBy": "2026-12-07"');
    expect((await run(['next', path])).out).toContain('2026-12-07');
  });
});

describe('closewell note --closing', () => {
  test('has the sessions, the attempts, the reason code, how and when they were told, other help, the way back', async () => {
    const text = clientText({
      sessions: { first: '2026-05-12', last: '2026-08-25', number: 9 },
      outreach: [first, told],
    });
    const { exit, out } = await note(text, '--closing');
    expect(exit).toBe(0);
    expect(out).toContain('First session: May 12, 2026');
    expect(out).toContain('- November 9, 2026, mobile: voicemail left');
    expect(out).toContain('Reason code: client inactive, no contact');
    expect(out).toContain('File for counseling closes on: November 20, 2026');
    expect(out).toContain('Notice of closing: November 10, 2026, mobile: voicemail left');
    expect(out).toContain('Other help: names offered on request, with the notice');
    expect(out).toContain('How to return: with Anita Rao');
    expect(out).not.toMatch(/worn out|laughed|garden/);
    expect((await note(text, '--outcome', 'closed')).out).toBe(out);
  });

  test('is refused before they were told, or before the day that they were told, whatever the reason', async () => {
    expect((await note(clientText(), '--closing')).exit).toBe(4);
    const early = clientText({ outreach: [first, { ...told, replyBy: '2026-12-01' }] });
    expect((await note(early, '--closing')).err).toContain('2026-12-01');
    expect((await note(early, '--closing', '--because', 'agreed in supervision')).exit).toBe(4);
    expect((await note(clientText({ consultFirst: 'risk' }), '--closing', '--because', 'agreed')).exit).toBe(
      4,
    );
  });

  test('without notice takes a reason, which goes on record', async () => {
    const path = await write('c.yaml', clientText());
    const { exit, out } = await run([
      'note',
      path,
      '--closing',
      '--because',
      'agreed in supervision',
      '--record',
    ]);
    expect(exit).toBe(0);
    expect(out).toContain('none given (agreed in supervision)');
    expect(await readFile(path, 'utf8')).toContain('"because": "agreed in supervision"');
    expect((await run(['next', path])).out).toContain('The file is closed.');
    expect((await run(['note', path, '--closing'])).out).toContain('none given (agreed in supervision)');
  });

  test('closed on record only has a reason, or is refused', async () => {
    expect((await note(clientText(), '--outcome', 'closed-on-record-only')).exit).toBe(4);
    const unreachable = {
      ...adult,
      recipients: [
        {
          ...sam,
          contactPoints: [
            { ...mobile, level: 'none' },
            { ...home, level: 'none' },
          ],
        },
      ],
    };
    const { exit, out } = await note(clientText({}, unreachable), '--outcome', 'closed-on-record-only');
    expect(exit).toBe(0);
    expect(out).toContain('Reason: Nothing told them that the file closes');
  });

  test('of a couple is one note each, and the file is closed for both', async () => {
    const outreach = [1, 2].map((recipient) => ({
      ...told,
      recipient,
      to: recipient === 1 ? "Ada's mobile" : "Bo's mobile",
    }));
    const path = join(await openFolder(), 'c.yaml');
    await writeFile(path, clientText({ outreach }, couple));
    const { exit, out } = await run(['note', path, '--closing', '--record']);
    expect(exit).toBe(0);
    const [ada = '', bo = ''] = out.split('\f');
    expect([ada.includes('Bo'), bo.includes('Ada')]).toEqual([false, false]);
    expect((await run(['next', path])).out.match(/The file is closed/g)).toHaveLength(2);
  });

  test('that is on record can be had again, and is not recorded twice', async () => {
    const path = await write('c.yaml', clientText());
    const close = ['note', path, '--closing', '--because', 'agreed in supervision', '--record'];
    await run(close);
    const once = await readFile(path, 'utf8');
    const { exit, out, err } = await run(close);
    expect({ exit, err }).toEqual({ exit: 0, err: `On record already: ${path}\n` });
    expect(out).toContain('none given (agreed in supervision)');
    expect(await readFile(path, 'utf8')).toBe(once);
  });
});

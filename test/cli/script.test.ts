import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { clientText, okafors as couple, home, mobile, robin, sam } from '../support/client-file.ts';
import { openPractice, run, stdin, TODAY, write } from './world.ts';

const script = (text: string, ...flags: string[]) => run(['script', '-', ...flags], stdin(text));
const sheet = async (text: string, ...flags: string[]) =>
  JSON.parse((await script(text, '--json', ...flags)).out);
const withMobile = (overrides: object, rest: object = {}) =>
  clientText({ recipients: [{ ...sam, contactPoints: [{ ...mobile, ...overrides }], ...rest }] });

describe('streams and exit codes', () => {
  test('the call sheet goes to standard output and nothing to standard error', async () => {
    const { exit, out, err } = await script(clientText());
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(/^SAMPLE · First call: Sam Okafor · 2026-11-23\n/);
    expect(out).toContain('── Voicemail · detailed · ');
  });

  test('a file is read like standard input', async () => {
    const fromFile = await run(['script', await write('c-1042.yaml', clientText())]);
    expect(fromFile).toEqual(await script(clientText()));
  });

  test('a warning goes to standard error and the sheet is handed out', async () => {
    const { exit, out, codes } = await script(withMobile({ confirmedOn: '2024-01-15' }));
    expect({ exit, codes }).toEqual({ exit: 0, codes: ['permission-old'] });
    expect(out).toContain('── Voicemail · minimal · ');
  });

  test('a voicemail without its facts is asked for, the rest is handed out, and the exit code is 1', async () => {
    const { exit, out, codes, err } = await script(
      clientText({ shared: undefined, overrule: { early: 'agreed in supervision' } }),
      '--call',
      'final',
    );
    expect(exit).toBe(1);
    expect(new Set(codes)).toEqual(new Set(['fact-missing']));
    expect(err).toContain('standard input:');
    expect(out).toContain('── Opening ─');
  });

  test('where everything is refused the exit code is 4 and the sheet says why', async () => {
    const { exit, out, codes } = await script(clientText({ consultFirst: 'risk' }));
    expect({ exit, codes }).toEqual({ exit: 4, codes: [] });
    expect(out).toContain('Ruth Adeyemi');
    expect(out).not.toContain('── Voicemail');
  });

  test('a client who cannot be read ends with 3 and prints no sheet', async () => {
    const { exit, out, codes } = await script(clientText({ kind: 'grown-up' }));
    expect({ exit, out, codes }).toEqual({ exit: 3, out: '', codes: ['value-refused'] });
  });

  test('a practice with an error ends with 1 and prints no sheet', async () => {
    const practice = await openPractice({ 'snippets/open-door/default.md': () => '---\n---\n{{nam}}' });
    const { exit, out, codes } = await script(clientText(), '--practice', practice);
    expect({ exit, out, found: codes.includes('field-unknown') }).toEqual({ exit: 1, out: '', found: true });
  });

  test('colours appear only where the terminal takes them', async () => {
    const plain = await script(clientText());
    const coloured = await run(['script', '-'], { ...stdin(clientText()), hasColour: true });
    expect(stripVTControlCharacters(plain.out)).toBe(plain.out);
    expect(stripVTControlCharacters(coloured.out)).toBe(plain.out);
    expect(coloured.out).not.toBe(plain.out);
  });
});

describe('--json', () => {
  test('has exactly the keys of a call sheet', async () => {
    const text = {
      template: expect.any(String),
      level: expect.any(String),
      marks: ['SAMPLE'],
      sections: expect.any(Array),
      text: expect.any(String),
      seconds: { low: expect.any(Number), high: expect.any(Number) },
    };
    expect(await sheet(clientText())).toStrictEqual({
      on: TODAY,
      sheets: [
        {
          step: 'first-call',
          recipient: 'Sam Okafor',
          number: { label: 'mobile', level: 'detailed' },
          messages: { prepare: text, opening: text, live: text, voicemail: text, someoneElse: text },
        },
      ],
      problems: [],
    });
  });

  test('has the parts of the call in the order of the call', async () => {
    const { sheets } = await sheet(clientText());
    expect(Object.keys(sheets[0].messages)).toEqual([
      'prepare',
      'opening',
      'live',
      'voicemail',
      'someoneElse',
    ]);
  });

  test('has exactly the keys of a section, and the text is the mark and the texts of the sections', async () => {
    const { sections, text } = (await sheet(clientText())).sheets[0].messages.voicemail;
    expect(sections[0]).toStrictEqual({
      section: 'greeting',
      snippet: 'greeting/voicemail',
      text: 'Hello, Sam.',
    });
    expect(text).toBe(['SAMPLE', ...sections.map((one: { text: string }) => one.text)].join('\n'));
  });

  test('has a refusal as refused and reason', async () => {
    const { sheets, problems } = await sheet(clientText({ consultFirst: 'death' }));
    expect(problems).toEqual([]);
    expect(Object.values(sheets[0].messages)).toStrictEqual(
      Array(5).fill({ refused: 'consult-first', reason: expect.stringContaining('Ruth Adeyemi') }),
    );
  });

  test('has problems with code, severity, message, place and hint', async () => {
    const overrule = { early: 'agreed in supervision' };
    const { problems } = await sheet(clientText({ shared: undefined, overrule }), '--call', 'final');
    expect(problems[0]).toStrictEqual({
      code: 'fact-missing',
      severity: 'error',
      message: expect.any(String),
      place: { file: 'standard input', line: expect.any(Number), column: expect.any(Number) },
      hint: expect.any(String),
    });
  });

  test('has no number where there is none to call', async () => {
    const { sheets } = await sheet(clientText({ recipients: [{ ...sam, contactPoints: [home] }] }));
    expect(sheets[0].number).toBeNull();
    expect(sheets[0].messages.voicemail.refused).toBe('nothing-allowed');
  });

  test('is all of standard output, with the exit code unchanged', async () => {
    const { exit, out } = await script(clientText({ consultFirst: 'unsure' }), '--json');
    expect(exit).toBe(4);
    expect(JSON.stringify(JSON.parse(out), undefined, 2)).toBe(out.trimEnd());
  });

  test('has only the problems where the client cannot be read', async () => {
    const { exit, out, codes } = await script('kind: [', '--json');
    expect({ exit, codes: new Set(codes) }).toEqual({ exit: 3, codes: new Set(['yaml-syntax']) });
    expect(JSON.parse(out).problems.map(({ code }: { code: string }) => code)).toEqual(codes);
  });
});

describe('--call', () => {
  test('is the first call until a message was left, and the final one after', async () => {
    const outreach = [{ on: '2026-11-09', to: 'mobile', outcome: 'no-answer' }];
    const left = [...outreach, { on: '2026-11-10', to: 'mobile', outcome: 'voicemail-left' }];
    expect((await sheet(clientText({ outreach }))).sheets[0].step).toBe('first-call');
    expect((await sheet(clientText({ outreach: left }))).sheets[0].step).toBe('final-call');
  });

  test.each(['first', 'final'])('%s goes before the outreach in the file', async (call) => {
    const outreach = [{ on: '2026-11-09', to: 'mobile', outcome: 'voicemail-left' }];
    expect((await sheet(clientText({ outreach }), '--call', call)).sheets[0].step).toBe(`${call}-call`);
  });
});

describe('--number', () => {
  const two = clientText({
    recipients: [{ ...sam, contactPoints: [mobile, { ...mobile, label: 'work', level: 'vague' }] }],
  });

  test('calls the first number that allows something without it, and the labelled one with it', async () => {
    expect((await sheet(two)).sheets[0].number).toEqual({ label: 'mobile', level: 'detailed' });
    expect((await sheet(two, '--number', 'work')).sheets[0].number).toEqual({
      label: 'work',
      level: 'vague',
    });
  });

  test('with a label that is not in the file is a problem, and no other number is called', async () => {
    const { out, codes, exit } = await script(two, '--number', 'mobil', '--json');
    expect(codes).toEqual(['contact-point-unknown']);
    expect(exit).not.toBe(0);
    expect(JSON.parse(out).sheets[0].number).toBeNull();
  });
});

describe('--recipient', () => {
  test('leaves both partners without it', async () => {
    expect((await sheet(clientText({}, couple))).sheets.map(recipientOf)).toEqual([
      'Sam Okafor',
      'Robin Okafor',
    ]);
  });

  test.each(['2', 'Robin Okafor', 'Robin'])(
    'takes number, name, or what they are called (%#)',
    async (who) => {
      const { sheets } = await sheet(clientText({}, couple), '--recipient', who);
      expect(sheets.map(recipientOf)).toEqual([robin.name]);
    },
  );

  test.each(['0', '3', '-1', '1.0', '01', ''])('who is not there is a problem (%#)', async (who) => {
    const { exit, out, codes } = await script(clientText({}, couple), `--recipient=${who}`);
    expect({ exit, out, codes }).toEqual({ exit: 1, out: '', codes: ['recipient-unknown'] });
  });

  const recipientOf = ({ recipient }: { recipient: string }) => recipient;
});

describe('--level', () => {
  test.each(['vague', 'minimal', 'detailed'])('%s is the most that is said', async (level) => {
    const { sheets } = await sheet(clientText(), '--level', level);
    expect(sheets[0].messages.voicemail.level).toBe(level);
  });

  test('never says more than the number allows', async () => {
    const { sheets } = await sheet(withMobile({ level: 'minimal' }), '--level', 'detailed');
    expect(sheets[0].messages.voicemail.level).toBe('minimal');
  });
});

describe('--use and --without', () => {
  test('another variant is used where it fits', async () => {
    const { sheets } = await sheet(
      clientText({ returnPath: 'practice' }),
      '--call',
      'final',
      '--use',
      'open-door=voicemail',
    );
    expect(snippetsOf(sheets[0].messages.voicemail)).toContain('open-door/voicemail');
  });

  test('a variant that does not exist is a problem', async () => {
    const { exit, codes } = await script(clientText(), '--use', 'open-door=ajar');
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['snippet-unknown'] });
  });

  test('an optional section is left out, also two at a time', async () => {
    const flags = ['--call', 'final', '--without', 'support-reminders', '--without', 'crisis-resources'];
    const { messages } = (await sheet(clientText(), ...flags)).sheets[0];
    const sections = messages.voicemail.sections.map(({ section }: { section: string }) => section);
    expect(sections).not.toContain('support-reminders');
    expect(sections).not.toContain('crisis-resources');
    expect(sections).toContain('open-door');
  });

  test.each(['greeting', 'records', 'no-such-section'])('leaving out %s is a problem', async (section) => {
    const { exit, codes } = await script(clientText(), '--without', section);
    expect({ exit, codes }).toEqual({ exit: 1, codes: ['section-missing'] });
  });

  const snippetsOf = ({ sections }: { sections: { snippet: string }[] }) =>
    sections.map(({ snippet }) => snippet);
});

describe('--on', () => {
  test('is the day of the call', async () => {
    expect((await sheet(clientText(), '--on', '2027-02-01')).on).toBe('2027-02-01');
  });

  test.each([
    ['2026-11-24T05:59:00Z', '2026-11-23'],
    ['2026-11-24T06:01:00Z', '2026-11-24'],
  ])('is else the day where the practice is: at %s it is %s', async (now, day) => {
    const io = { ...stdin(clientText()), now: () => new Date(now) };
    expect(JSON.parse((await run(['script', '-', '--json'], io)).out).on).toBe(day);
  });
});

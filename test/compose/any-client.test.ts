import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { isMessage, sectionLines } from '../../src/compose/message.ts';
import { FIELD_NAMES, FIELDS } from '../../src/model/field.ts';
import { isWithin } from '../../src/model/level.ts';
import { anyClient, anyCouple, anyReachable, REACHED, type Reachable } from '../support/any-client.ts';
import { CALLS, makeAll, messagesOf, ON, requestOf, visible } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** What must hold of every message, whoever it is about. */

/** Drawn once, so that every rule is held against the same clients, each composed once. */
const [SEED = 0] = fc.sample(fc.integer(), 1);
const madeFor = new Map<string, ReturnType<typeof makeAll>>();

function madeOf(client: object) {
  const key = JSON.stringify(client);
  const made = madeFor.get(key) ?? makeAll(client);
  madeFor.set(key, made);
  return made;
}

/** Holds a rule against any client to whom messages may go; one for each channel and level is always among them. */
const forAnyReachable = (rule: (client: Reachable) => void) =>
  fc.assert(fc.property(anyReachable, rule), {
    seed: SEED,
    numRuns: 200,
    examples: REACHED.map((client): [Reachable] => [client]),
  });

const templateOf = (name: string) => shippedLibrary.templates.find((template) => template.name === name);

test('whatever the client, every outcome is a message or a refusal that says why, and no problem has a value in it', () => {
  fc.assert(
    fc.property(anyClient, (client) => {
      const made = makeAll(client);
      expect(made.length).toBeGreaterThan(0);
      expect(made.filter(({ outcome }) => !isMessage(outcome) && outcome.reason.length < 20)).toEqual([]);
      expect(
        made.flatMap(({ problems }) =>
          problems.filter(({ message, hint }) => /Zq|Place\d/.test(message + hint)),
        ),
      ).toEqual([]);
      expect(made.filter(({ outcome }) => !isMessage(outcome) && /Zq/.test(outcome.reason))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('no check of a message ever fails with the shipped wording: it comes out, or a fact is asked for', () => {
  forAnyReachable((client) => {
    const failed = madeOf(client).filter(
      ({ outcome }) => !isMessage(outcome) && outcome.refused === 'check-failed',
    );
    expect(failed.map(({ outcome, problems }) => [outcome, problems])).toEqual([]);
  });
});

test('every message has every required section once, in order, and each says something', () => {
  forAnyReachable((client) => {
    for (const { message } of messagesOf(madeOf(client))) {
      const placed = message.sections.map(({ section }) => section);
      const template = templateOf(message.template);
      expect(placed).toEqual(template?.sections.filter((section) => placed.includes(section)));
      expect(placed).toEqual(expect.arrayContaining([...(template?.header.requires ?? ['none'])]));
      expect(message.sections.filter((section) => sectionLines(section).join('').trim() === '')).toEqual([]);
    }
  });
});

test('the person greeted is called exactly as the file says, for that place', () => {
  forAnyReachable((client) => {
    for (const { index, message } of messagesOf(madeOf(client))) {
      const person = client.recipients[index];
      const asked: readonly string[] = (person?.contactPoints ?? []).map(({ askFor }) => `${askFor}`);
      const names = [...asked, `${person?.called}`];
      const greetings = message.sections
        .filter(({ section }) => section === 'greeting')
        .map((one) => sectionLines(one).join(' '));
      expect(greetings.filter((text) => !names.some((name) => text.includes(name)))).toEqual([]);
    }
  });
});

/** The markers of every typed field above the level, by what the generator calls them. */
const KEYS = {
  statedReason: 'Reason',
  progress: 'Progress',
  appreciation: 'Appreciation',
  supports: 'Support',
  copingTools: 'Tool',
  referral: 'Referral',
  childName: 'Child',
  called: 'Called',
  safeHours: 'Hours',
  name: 'Ask',
  callerName: 'Caller',
  agreedReason: 'Agreed',
} as const;

test('nothing above the level of a message is in it, on its page or in its JSON', () => {
  const heard = new Set<string>();
  forAnyReachable((client) => {
    for (const { message } of messagesOf(madeOf(client))) {
      heard.add(`${message.channel} ${message.level}`);
      const above = Object.entries(KEYS)
        .filter(([name]) => !isWithin(FIELDS[name as keyof typeof KEYS].level, message.level))
        .map(([, key]) => key);
      const seen = visible(message);
      expect(above.filter((key) => new RegExp(`Zq.${key}`).test(seen))).toEqual([]);
      expect(seen).not.toMatch(/Zq.Name/);
    }
  });
  expect([...heard].sort()).toEqual(
    expect.arrayContaining([
      'letter minimal',
      'letter private',
      'live private',
      'opening vague',
      'portal private',
      'someone-else vague',
      'voicemail detailed',
      'voicemail minimal',
      'voicemail vague',
    ]),
  );
});

test("below detailed neither the practice's name nor a word of the case is heard, and at vague no full name and no number unless agreed", () => {
  const { practice } = shippedLibrary;
  const words = /counsel|therap|session|appointment|file|clos|welcome back|988|911/i;
  forAnyReachable((client) => {
    for (const { index, message } of messagesOf(madeOf(client)).filter(
      ({ message: one }) => !isWithin('detailed', one.level),
    )) {
      const { leaveNumber } = client.recipients[index]?.caller ?? {};
      const clinician = practice.clinicians[client.clinician];
      const said = [
        ...message.sections.flatMap(sectionLines),
        ...message.parts.letterhead,
        message.parts.subject ?? '',
      ].join('\n');
      expect(said).not.toContain(practice.name);
      expect(said).not.toMatch(words);
      expect(message.level === 'vague' && said.includes(clinician?.name ?? '')).toBe(false);
      expect(message.level === 'vague' && leaveNumber !== true && /\d{3}, \d{3}/.test(said)).toBe(false);
    }
  });
});

test('nothing that tells the situation is different in two vague or minimal messages', () => {
  fc.assert(
    fc.property(
      anyReachable,
      fc.constantFrom('moved', 'never-started', 'dissatisfied', 'goals-met'),
      (client, situation) => {
        const said = (one: object) =>
          messagesOf(makeAll(one))
            .filter(({ message }) => !isWithin('detailed', message.level))
            .map(({ message }) => visible(message));
        const { returnPath: _, ...other } = client;
        expect(said({ ...other, situation })).toEqual(said(client));
      },
    ),
    { numRuns: 100 },
  );
});

test("of one partner's own facts, names and numbers nothing is in any message to the other", () => {
  fc.assert(
    fc.property(anyCouple, (client) => {
      for (const { index, message } of messagesOf(makeAll(client)))
        expect(visible(message)).not.toMatch(index === 0 ? /ZqB|BPlace/ : /ZqA|APlace/);
    }),
    { numRuns: 100 },
  );
});

test("a partner's page is the same whatever is the other's own", () => {
  fc.assert(
    fc.property(anyCouple, anyCouple, (client, another) => {
      const toSecond = (one: object) =>
        messagesOf(makeAll(one))
          .filter(({ index }) => index === 1)
          .map(({ message }) => visible(message));
      const [first, second] = client.recipients;
      const other = { ...first, personal: another.recipients[0]?.personal, called: 'Someone' };
      const { personal: _, ...withoutPersonal } = other;
      const swapped = other.personal === undefined ? withoutPersonal : other;
      expect(toSecond({ ...client, recipients: [swapped, second] })).toEqual(toSecond(client));
    }),
    { numRuns: 60 },
  );
});

test('no text has a brace, a stand-in, a double space or a word of a computer in it', () => {
  forAnyReachable((client) => {
    for (const { message } of messagesOf(madeOf(client)))
      expect(message.sections.flatMap(sectionLines).join('\n')).not.toMatch(
        /[{}\ue000-\uf8ff]|undefined|null|NaN|\[object| {2}/,
      );
  });
});

test('a voicemail keeps within its seconds and says its number as often as its template asks', () => {
  const { seconds } = shippedLibrary.practice.policy;
  forAnyReachable((client) => {
    const voicemails = messagesOf(madeOf(client)).filter(({ message }) => message.channel === 'voicemail');
    const high = voicemails.map(
      ({ message }) => (message.seconds?.high ?? 1000) - seconds[message.level as 'vague'].most,
    );
    const said = voicemails.map(
      ({ message }) => message.sections.flatMap(sectionLines).join('\n').split('312, 555, 014').length - 1,
    );
    const wanted = voicemails.map(
      ({ message }, index) => templateOf(message.template)?.header.numberSaid ?? said[index],
    );
    expect(high.filter((over) => over > 0)).toEqual([]);
    expect(said).toEqual(wanted);
  });
});

test('the same file gives the same page, and neither file nor library is changed by it', () => {
  fc.assert(
    fc.property(anyReachable, fc.constantFrom(...CALLS), (client, step) => {
      const request = requestOf(client);
      const before = JSON.stringify([request.file.client, shippedLibrary]);
      const once = JSON.stringify(composeCallSheet(request, step));
      expect(JSON.stringify(composeCallSheet(request, step))).toBe(once);
      expect(JSON.stringify([request.file.client, shippedLibrary])).toBe(before);
      expect(request.on).toBe(ON);
    }),
    { numRuns: 40 },
  );
});

test('the markers looked for are those of every field that a clinician types', () => {
  const typed = FIELD_NAMES.filter((name) => 'question' in FIELDS[name] && FIELDS[name].kind !== 'choice');
  expect(typed.filter((name) => !(name in KEYS))).toEqual([]);
});

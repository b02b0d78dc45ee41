import { describe, expect, test } from 'vitest';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage, type Message, type Refusal } from '../../src/compose/message.ts';
import type { Request } from '../../src/compose/reach.ts';
import type { Library } from '../../src/library/library.ts';
import { approvedOn } from '../support/approved-library.ts';
import { adult } from '../support/client-file.ts';
import { type Folder, libraryOf, snippet, template } from '../support/practice-folder.ts';
import { ON, requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

const letter = (library: Library, changes: Partial<Request> = {}) => {
  const made = composeLetters(
    requestOf({ ...adult, clinician: 'reyes' }, { library, ...changes }),
    'outreach-letter',
  );
  return made.letters[0]?.message as Message | Refusal;
};
const marks = (outcome: Message | Refusal) => (isMessage(outcome) ? outcome.marks : outcome.refused);
const approved = approvedOn(ON, libraryOf());
/** The library with an approval of everything but these. */
const without = (library: Library, ...ids: string[]): Library => ({
  ...library,
  sittings: library.sittings.map((one) => ({
    ...one,
    approves: (one.approves ?? []).filter((entry) => !ids.includes(entry.split(' ')[0] ?? '')),
  })),
});

describe('a message is marked DRAFT', () => {
  test('where nothing is approved, and not where everything is', () => {
    expect(marks(letter(libraryOf()))).toEqual(['DRAFT']);
    expect(marks(letter(approved))).toEqual([]);
  });

  test.each(['greeting/default', 'templates/letter'])('where only %s is not approved', (id) => {
    expect(marks(letter(without(approved, id)))).toEqual(['DRAFT']);
  });

  test('where the rules are not approved', () => {
    const rules = 'rules:\n  - { id: a, levels: [vague], say: Heard., phrases: [care] }\n';
    const library = approvedOn(ON, libraryOf({ 'snippets/rules.yaml': rules }));
    expect(marks(letter(library))).toEqual([]);
    expect(marks(letter(without(library, 'rules')))).toEqual(['DRAFT']);
  });

  test('not for a snippet that it does not say', () => {
    const folder: Folder = { 'snippets/greeting/x.md': snippet('when: { role: [guardian] }', 'Hello,') };
    const library = approvedOn(ON, libraryOf(folder));
    expect(marks(letter(without(library, 'greeting/x')))).toEqual([]);
  });

  test('beside SAMPLE, in the sample practice', () => {
    const closing = (library: Library) =>
      composeLetters(requestOf(adult, { library }), 'closing-letter').letters[0]?.message as Message;
    expect(marks(closing(shippedLibrary))).toEqual(['SAMPLE']);
    expect(marks(closing({ ...shippedLibrary, sittings: [] }))).toEqual(['SAMPLE', 'DRAFT']);
  });

  test('by the day on which it is made, which a past day of the letter cannot avoid', () => {
    const library = approvedOn(ON, libraryOf(), '2026-12-01');
    expect(marks(letter(library, { on: ON, today: '2026-12-31' }))).toEqual([]);
    expect(marks(letter(library, { on: ON, today: '2027-01-01' }))).toEqual(['DRAFT']);
    expect(marks(letter(library, { on: '2027-01-10', today: ON }))).toEqual([]);
  });
});

describe('a strict request', () => {
  test('refuses what is not approved and names it, and composes the rest', () => {
    expect(letter(libraryOf(), { strict: true })).toMatchObject({
      refused: 'unapproved',
      reason: expect.stringMatching(/templates\/letter, greeting\/default, sign-off\/default/),
    });
    expect(isMessage(letter(approved, { strict: true }))).toBe(true);
  });

  test('refuses those parts of a call sheet alone that are not approved', () => {
    const library = without(shippedLibrary, 'contact/voicemail-detailed-final');
    const { sheets } = composeCallSheet(requestOf(adult, { library, strict: true }), 'final-call');
    const refused = Object.entries(sheets[0]?.messages ?? {}).filter(([, one]) => !isMessage(one));
    expect(refused.map(([part, one]) => [part, marks(one)])).toEqual([['voicemail', 'unapproved']]);
  });
});

describe('withdrawn wording is never chosen', () => {
  const LETTERS: Folder = {
    'snippets/greeting/cost.md': snippet('when: { situation: [cost] }', 'Dear {{called}}, about the cost:'),
    'templates/other.md': template(['sign-off'], { channel: 'portal' }),
  };
  const record = (id: string) => `- on: ${ON}\n  by: Iris Vance\n  because: too long\n  withdraws: [${id}]\n`;
  const withdrawn = (id: string) => libraryOf({ ...LETTERS, 'snippets/approvals.yaml': record(id) });
  const said = (library: Library, situation: string) => {
    const made = composeLetters(
      requestOf({ ...adult, clinician: 'reyes', situation }, { library }),
      'outreach-letter',
    );
    const outcome = made.letters[0]?.message as Message | Refusal;
    return {
      said: isMessage(outcome) ? outcome.sections.map(({ snippet: id }) => id) : outcome.refused,
      made,
    };
  };

  test('another that fits is chosen in its place', () => {
    expect(said(libraryOf(LETTERS), 'cost').said).toContain('greeting/cost');
    expect(said(withdrawn('greeting/cost'), 'cost').said).toContain('greeting/default');
  });

  test('where nothing is left to say, only the messages that need it are refused, and plainly', () => {
    const { said: refused, made } = said(withdrawn('greeting/default'), 'moved');
    expect(refused).toBe('withdrawn');
    expect(made.letters[0]?.message).toMatchObject({ reason: expect.stringContaining('greeting/default') });
    expect(made.problems).toEqual([]);
    expect(said(withdrawn('greeting/default'), 'cost').said).toContain('greeting/cost');
  });

  test('a message without its template is refused, and names the template', () => {
    const { said: refused, made } = said(withdrawn('templates/letter'), 'cost');
    expect(refused).toBe('withdrawn');
    expect(made.letters[0]?.message).toMatchObject({ reason: expect.stringContaining('templates/letter') });
  });
});

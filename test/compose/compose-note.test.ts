import { describe, expect, test } from 'vitest';
import { composeNote } from '../../src/compose/compose-note.ts';
import { isMessage, sectionLines } from '../../src/compose/message.ts';
import { findActed } from '../../src/compose/note-attempt.ts';
import { OUTCOMES } from '../../src/model/choices.ts';
import { adult, home, mobile, okafors, sam } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';

const portal = {
  label: 'portal',
  portal: 'client portal',
  askFor: 'Sam',
  level: 'private',
  confirmedOn: '2026-05-12',
};
const everywhere = { ...adult, recipients: [{ ...sam, contactPoints: [mobile, home, portal] }] };
const first = { on: '2026-11-09', to: 'mobile', outcome: 'voicemail-left', step: 'first-call' } as const;

describe('a contact note', () => {
  test.each(OUTCOMES)('is made of "%s", with an attempt and a next step', (outcome) => {
    const made = composeNote(requestOf(everywhere), { index: 0, outcome, because: 'agreed' });
    expect(made && isMessage(made.note)).toBe(true);
    expect(made?.attempt).toMatchObject({ on: '2026-11-23', outcome });
    expect(made?.next.why).not.toBe('');
  });

  test('is not made where no number or address fits', () => {
    const client = { ...adult, recipients: [{ ...sam, contactPoints: [home] }] };
    expect(composeNote(requestOf(client), { index: 0, outcome: 'no-answer' })).toBeUndefined();
  });

  test('has the step, the level and the day of the message that went out', () => {
    const made = composeNote(requestOf({ ...adult, outreach: [first] }), {
      index: 0,
      outcome: 'voicemail-left',
    });
    expect(made?.attempt).toEqual({
      on: '2026-11-23',
      to: 'mobile',
      outcome: 'voicemail-left',
      level: 'detailed',
      step: 'final-call',
      replyBy: '2026-12-07',
    });
    expect(made?.next).toMatchObject({ step: 'wait', ahead: 'close', due: '2026-12-07' });
  });

  test('has neither level nor day where nothing was left', () => {
    const made = composeNote(requestOf(adult), { index: 0, outcome: 'no-answer' });
    expect(made?.attempt).toEqual({
      on: '2026-11-23',
      to: 'mobile',
      outcome: 'no-answer',
      step: 'first-call',
    });
  });

  test('numbers the recipient where there are several', () => {
    const made = composeNote(requestOf(okafors), { index: 1, outcome: 'replied', at: '10:00', minutes: 3 });
    expect(made?.attempt).toMatchObject({ recipient: 2, at: '10:00', minutes: 3 });
  });

  test('says what comes next once the attempt is on record', () => {
    const made = composeNote(requestOf(everywhere), { index: 0, outcome: 'in-crisis' });
    const lines = made && isMessage(made.note) ? made.note.sections.flatMap(sectionLines) : [];
    expect(lines.at(-1)).toMatch(/^Next step: consult first/);
  });
});

describe('an attempt went', () => {
  const pointOf = (outreach: readonly object[], outcome: (typeof OUTCOMES)[number]) =>
    findActed(requestOf({ ...everywhere, outreach }), { index: 0, outcome })?.point.label;

  test.each([
    ['to the place that the ladder has', [], 'no-answer', 'mobile'],
    [
      'where something went last, if it came from outside',
      [{ ...first, to: 'portal', outcome: 'letter-sent' }],
      'replied',
      'portal',
    ],
    ['to the first place that fits, else', [], 'message-unread', 'portal'],
  ] as const)('%s', (_, outreach, outcome, label) => {
    expect(pointOf(outreach, outcome)).toBe(label);
  });
});

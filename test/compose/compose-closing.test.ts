import { describe, expect, test } from 'vitest';
import { composeClosing, reasonOf } from '../../src/compose/compose-closing.ts';
import { isMessage } from '../../src/compose/message.ts';
import { adult, okafors } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';

const at = (outcome: string, more: object = {}) => ({ on: '2026-11-09', to: 'mobile', outcome, ...more });
const told = at('voicemail-left', { step: 'final-call', level: 'detailed', replyBy: '2026-11-20' });
const closing = (outreach: readonly object[], because?: string, client: object = adult) =>
  composeClosing(requestOf({ ...client, outreach }), 0, because);

describe('the closing stands on record', () => {
  test.each([
    ['as no reply, after notice', [told], 'no-reply-by-date', undefined],
    [
      'as their wish, where they wanted it',
      [at('reached-close')],
      'reached-close',
      'They know, and want the file closed',
    ],
    [
      'as on record only, after a wish not to be contacted',
      [at('do-not-contact')],
      'closed-on-record-only',
      'They asked for no further contact',
    ],
  ])('%s', (_, outreach, outcome, because) => {
    const { attempt, outcome: note } = closing(outreach);
    expect(isMessage(note)).toBe(true);
    expect(attempt).toEqual({
      on: '2026-11-23',
      to: 'mobile',
      outcome,
      step: 'closing-note',
      ...(because && { because }),
    });
  });
});

describe('nothing closes', () => {
  test.each([
    ['while a step is to be taken', [], undefined, adult],
    [
      'before the day they were told, whatever the reason',
      [{ ...told, replyBy: '2026-12-01' }],
      'agreed',
      adult,
    ],
    ['while someone has to be consulted, whatever the reason', [at('in-crisis')], 'agreed', adult],
    ['for one of a couple alone', [at('reached-close', { recipient: 1 })], undefined, okafors],
    ['on record without a reason on record', [at('closed-on-record-only')], undefined, adult],
  ])('%s', (_, outreach, because, client) => {
    expect(closing(outreach, because, client).outcome).toMatchObject({ refused: 'not-closing' });
  });
});

test('the reason on record is given again', () => {
  const outreach = [at('closed-on-record-only', { because: 'agreed in supervision' })];
  expect(reasonOf(requestOf({ ...adult, outreach }), 0)).toBe('agreed in supervision');
  expect(reasonOf(requestOf(adult), 0)).toBeUndefined();
});

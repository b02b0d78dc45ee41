import { describe, expect, test } from 'vitest';
import { composeNote } from '../../src/compose/compose-note.ts';
import { isMessage } from '../../src/compose/message.ts';
import { fitsPlace } from '../../src/course/outcome-places.ts';
import { OUTCOMES } from '../../src/model/choices.ts';
import type { Client } from '../../src/model/client.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import { renderNote } from '../../src/render/note-text.ts';
import { MOST_NOTE, readNote } from '../../src/web/case/read-note.ts';
import { adult } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

const ON = '2026-11-23';
const read = parseClient(JSON.stringify(adult), 'client.yaml').value;
if (read === undefined) throw new Error('no client');
const request = {
  library: shippedLibrary,
  file: read,
  on: ON,
  today: ON,
  use: {},
  without: [],
  to: 'mobile',
};
const [point] = read.client.recipients[0]?.contactPoints ?? [];
const OF_CALLS = OUTCOMES.filter((outcome) => point !== undefined && fitsPlace(outcome, point));

function noteOf(outcome: Client['outreach'] extends undefined ? never : (typeof OUTCOMES)[number]): string {
  const made = composeNote(request, {
    index: 0,
    outcome,
    step: 'final-call',
    at: '14:30',
    because: 'they moved',
  });
  return made !== undefined && isMessage(made.note) ? renderNote(made.note) : '';
}

describe('a contact note that is pasted', () => {
  const text = noteOf('voicemail-left');

  test('tells the answers that stand in it', () => {
    expect(readNote(text, shippedLibrary, ON)?.answers).toMatchObject({
      clientId: read.client.id,
      label: 'mobile',
      message: 'detailed',
      name: 'Sam',
      called: 'Sam',
    });
  });

  test('never answers whether to consult first, or whether safety was checked', () => {
    const answers = readNote(text, shippedLibrary, ON)?.answers ?? {};
    expect(Object.keys(answers)).not.toEqual(expect.arrayContaining(['consult']));
    expect(Object.keys(answers)).not.toEqual(expect.arrayContaining(['safety']));
  });

  test('tells whose client it is, and the attempt as it was recorded', () => {
    const made = composeNote(request, { index: 0, outcome: 'voicemail-left', step: 'final-call' });
    const { clinician, attempt } = readNote(text, shippedLibrary, ON) ?? {};
    expect(clinician).toBe('rao');
    expect(attempt).toEqual(made?.attempt);
  });

  test.each(OF_CALLS)('tells the outcome "%s"', (outcome) => {
    const { attempt } = readNote(noteOf(outcome), shippedLibrary, '2027-03-01') ?? {};
    const isOnRecordAlone = !noteOf(outcome).includes('Number or address');
    expect(isOnRecordAlone ? outcome : attempt?.outcome).toBe(outcome);
  });

  test('is read as record systems keep it: with other bullets, line ends and bold', () => {
    const kept = text.replace(/^- /gm, '  • ').replace(/\n/g, '\r\n').replace('Client:', '**Client:**');
    expect(readNote(kept, shippedLibrary, ON)).toEqual(readNote(text, shippedLibrary, ON));
  });

  test('in other words fills nothing', () => {
    expect(readNote('Called Sam, no answer. Will try again on Monday.', shippedLibrary, ON)).toBeUndefined();
  });

  test('of a million characters is read no further than a note can be', () => {
    const hostile = `${'a b '.repeat(250_000)}\n${text}`;
    expect(readNote(hostile, shippedLibrary, ON)).toBeUndefined();
    expect(readNote(`${text}\n${hostile}`.slice(0, MOST_NOTE), shippedLibrary, ON)?.clinician).toBe('rao');
  });
});

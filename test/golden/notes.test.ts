import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeAt } from '../../src/compose/compose-at.ts';
import { isMessage } from '../../src/compose/message.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import { letterOf } from '../../src/render/letter-of.ts';
import { renderLetterText } from '../../src/render/letter-text.ts';
import { ROOT, shippedLibrary } from '../support/shipped.ts';

/** The notes that document a call and a closing, as texts to read; update them with `npm run golden`. */

const STORIES = [
  ['too-busy', 'voicemail-left'],
  ['survivor-vague-number', 'third-person-answered'],
  ['couple', 'reached-close'],
  ['never-started', 'letter-sent'],
] as const;

function note(story: string, step: 'contact-note' | 'closing-note', outcome: string): string {
  const path = `examples/${story}.yaml`;
  const file = parseClient(readFileSync(new URL(path, ROOT), 'utf8'), path).value;
  const recipient = file?.client.recipients[0];
  const point = recipient?.contactPoints[0];
  if (file === undefined || recipient === undefined || point === undefined) throw new Error(path);
  const request = {
    library: shippedLibrary,
    file,
    on: '2026-11-23',
    today: '2026-11-23',
    use: {},
    without: [],
  };
  const destination = {
    step,
    channel: 'note',
    recipient,
    index: 0,
    point,
    ceiling: 'private',
    outcome,
  } as const;
  const { outcome: made, problems } = composeAt(request, destination);
  if (!isMessage(made)) throw new Error(problems.map(({ code }) => code).join());
  return renderLetterText(letterOf(made));
}

describe.each(STORIES)('%s', (story, outcome) => {
  test.each(['contact-note', 'closing-note'] as const)('the %s is as it was approved', async (step) => {
    await expect(note(story, step, outcome)).toMatchFileSnapshot(`${story}/${step}.txt`);
  });
});

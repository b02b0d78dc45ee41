import { readdirSync, readFileSync } from 'node:fs';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage } from '../../src/compose/message.ts';
import { type ClientFile, parseClient } from '../../src/model/parse-client.ts';
import type { Letter } from '../../src/render/letter.ts';
import { letterOf } from '../../src/render/letter-of.ts';
import { ON } from './requests.ts';
import { ROOT, shippedLibrary } from './shipped.ts';

/** Every letter of every example, on one day. */

const STEPS = ['outreach-letter', 'closing-letter', 'caring-contact', 'welcome-back'] as const;

const stories = readdirSync(new URL('examples', ROOT)).filter((name) => name.endsWith('.yaml'));

export interface ExampleLetter {
  /** The example, the step, and the recipient by number. */
  readonly name: string;
  readonly letter: Letter;
}

export const exampleLetters: readonly ExampleLetter[] = stories.flatMap((story) => {
  const text = readFileSync(new URL(`examples/${story}`, ROOT), 'utf8');
  const file = parseClient(text, story).value as ClientFile;
  return STEPS.flatMap((step) =>
    composeLetters(
      { library: shippedLibrary, file, on: ON, today: ON, use: {}, without: [] },
      step,
    ).letters.flatMap(({ message }, index) =>
      isMessage(message)
        ? [{ name: `${story.replace('.yaml', '')}-${step}-${index + 1}`, letter: letterOf(message) }]
        : [],
    ),
  );
});

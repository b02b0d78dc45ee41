import { expect, test } from 'vitest';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage, type Message } from '../../src/compose/message.ts';
import { letterOf } from '../../src/render/letter-of.ts';
import { adult, sam } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

function titleWith(nameInTitle: boolean): string {
  const library = { ...shippedLibrary, practice: { ...shippedLibrary.practice, nameInTitle } };
  const [outcome] = composeLetters(requestOf(adult, { library }), 'closing-letter').letters;
  expect(outcome && isMessage(outcome.message)).toBe(true);
  return letterOf(outcome?.message as Message).title;
}

test("the title is the practice's, and has the client's name only where the practice wants it", () => {
  expect(titleWith(false)).not.toContain(sam.name);
  expect(titleWith(true)).toBe(`${titleWith(false)}, ${sam.name}`);
});

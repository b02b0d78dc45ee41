import { describe, expect, test } from 'vitest';
import { composeLetters } from '../../src/compose/compose-letter.ts';
import { isMessage, type Message } from '../../src/compose/message.ts';
import { tellChanges, tellWording, wordsIn, wordsOf } from '../../src/compose/note-words.ts';
import { adult } from '../support/client-file.ts';
import { ON, requestOf } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

const letter = composeLetters(requestOf(adult), 'closing-letter')
  .letters.map(({ message }) => message)
  .find(isMessage) as Message;

test('the words of a message are its lines, one for each, without marks of a list', () => {
  const words = wordsOf(letter);
  expect(words[0]).toBe('Dear Sam,');
  expect(words.filter((line) => /^\s|\s$|^-|\n/.test(line))).toEqual([]);
});

test('the words of an edited text are its lines, without blank ones and addresses of links', () => {
  expect(wordsIn('Dear Sam,\r\n\r\n- one\n  2. two\n---\n[here](https://example.com/a)\n')).toEqual([
    'Dear Sam,',
    'one',
    'two',
    'here',
  ]);
});

test('a change is told by its section', () => {
  expect(tellChanges([{ section: 'gratitude', kind: 'altered' }])).toEqual([
    'Thanks and good wishes: altered',
  ]);
});

describe('the wording of a message', () => {
  test('is told with short digests, by who approved it when', () => {
    const [told, ...others] = tellWording(letter, shippedLibrary, ON);
    expect(others).toEqual([]);
    expect(told).toMatch(
      /^Ruth Adeyemi \(sample\), November 23, 2026: templates\/letter-closing [0-9a-f]{8}, greeting\/letter [0-9a-f]{8}, /,
    );
  });

  test('goes by its state where nobody has approved it', () => {
    const told = tellWording(letter, { ...shippedLibrary, sittings: [] }, ON);
    expect(told.map((one) => one.split(':')[0])).toEqual(['nobody (draft)']);
  });
});

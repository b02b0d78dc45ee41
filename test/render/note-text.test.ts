import { expect, test } from 'vitest';
import { composeClosing } from '../../src/compose/compose-closing.ts';
import type { Message } from '../../src/compose/message.ts';
import { renderNote } from '../../src/render/note-text.ts';
import { adult } from '../support/client-file.ts';
import { requestOf } from '../support/requests.ts';

test('a note begins with its marks, has its parts a blank line apart, and ends in one newline', () => {
  const { outcome } = composeClosing(requestOf(adult), 0, 'agreed in supervision');
  const text = renderNote(outcome as Message);
  expect(text).toMatch(/^SAMPLE\n\n- Client: c-1042\n/);
  expect(text).toMatch(/[^\n]\n$/);
  expect(text).not.toMatch(/\n{3}/);
});

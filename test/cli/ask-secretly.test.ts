import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askSecretly } from '../../src/cli/ask-secretly.ts';

async function typed(keys: string) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const answer = askSecretly('Passphrase: ', input, output);
  input.write(keys);
  return { answer: await answer, shown: String(output.read()) };
}

test('what is typed is the answer, and is not shown', async () => {
  expect(await typed('four dull brown hens\r')).toEqual({
    answer: 'four dull brown hens',
    shown: 'Passphrase: \n',
  });
});

test('a letter can be taken back', async () => {
  expect((await typed('henz\x7fs\r')).answer).toBe('hens');
});

test.each([['\x03'], ['\x04']])('who stops gives nothing (%j)', async (key) => {
  expect((await typed(key)).answer).toBe('');
});

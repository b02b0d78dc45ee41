import { expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { watchProgress } from '../../src/cli/progress.ts';

test('says every few seconds how fast it goes and how long it takes, and nothing of a run that is over by then', () => {
  let seconds = 0;
  const said: string[] = [];
  const io = { now: () => new Date(seconds * 1000), err: (text: string) => void said.push(text) } as Io;
  const progress = watchProgress(io, 1000);
  for (seconds of [1, 5, 6, 9, 11, 20]) progress(100);
  progress(400);
  expect(said).toEqual([
    '200 of 1000 client files, 40 a second, 20 s left\n',
    '500 of 1000 client files, 45 a second, 11 s left\n',
    '600 of 1000 client files, 30 a second, 14 s left\n',
  ]);
});

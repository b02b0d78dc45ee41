import { expect, test } from 'vitest';
import { listSentences, readingGrade } from '../../src/guarantee/reading-grade.ts';

test('plain words in short sentences read at a low grade, long ones at a high grade', () => {
  expect(readingGrade(['You can call me. I will be glad to talk.'])).toBeLessThan(3);
  expect(
    readingGrade([
      'Administrative termination of therapeutic services necessitates immediate acknowledgment.',
    ]),
  ).toBeGreaterThan(15);
});

test('the grade is that of the formula: 13 words, 1 sentence, 17 syllables', () => {
  // 0.39 * 13 + 11.8 * 17 / 13 - 15.59
  expect(
    readingGrade(['The Australian platypus is seemingly a hybrid of a mammal and reptilian creature']),
  ).toBeGreaterThan(9);
  expect(readingGrade(['cat'])).toBe(0);
  expect(readingGrade([''])).toBe(0);
});

test('a sentence ends at its mark or its line, and not after a title', () => {
  expect(listSentences('Dr. Ortiz is here. Is she? "Yes."\nGood')).toHaveLength(4);
});

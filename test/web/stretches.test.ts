import { expect, test } from 'vitest';
import type { TextRun } from '../../src/language/document.ts';
import { listStretches } from '../../src/web/dial/stretches.ts';

const run = (text: string, language?: string): TextRun => ({
  kind: 'text',
  text,
  ...(language === undefined ? {} : { language }),
});

test('each language is said by its voice, and one without a voice by the usual one', () => {
  const voices: Readonly<Record<string, string>> = { es: 'Paulina' };
  const lines = [
    [run('Call us. '), run('Llámenos.', 'es')],
    [run('O escriba', 'es'), run('.', 'es')],
    [run('Thanks. '), run('شكرا', 'ar')],
  ];
  expect(listStretches(lines, (language = '') => voices[language] ?? 'Samantha')).toEqual([
    { voice: 'Samantha', text: 'Call us. ' },
    { voice: 'Paulina', text: 'Llámenos.\nO escriba.\n' },
    { voice: 'Samantha', text: 'Thanks. شكرا\n' },
  ]);
});

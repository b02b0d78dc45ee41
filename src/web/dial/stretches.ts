import type { TextRun } from '../../language/document.ts';

/** What one voice says at a go. */
export interface Stretch<Voice> {
  readonly voice: Voice;
  readonly text: string;
}

/** The lines in stretches of one voice each; `voiceFor` has the usual one where there is none for the language of words. */
export function listStretches<Voice>(
  lines: readonly (readonly TextRun[])[],
  voiceFor: (language: string | undefined) => Voice,
): Stretch<Voice>[] {
  const stretches: Stretch<Voice>[] = [];
  for (const { text, language } of lines.flatMap((line): readonly TextRun[] => [...line, LINE_END])) {
    const last = stretches.at(-1);
    const voice = text.trim() === '' && last !== undefined ? last.voice : voiceFor(language);
    if (last?.voice === voice) stretches.splice(-1, 1, { voice, text: last.text + text });
    else stretches.push({ voice, text });
  }
  return stretches;
}

const LINE_END: TextRun = { kind: 'text', text: '\n' };

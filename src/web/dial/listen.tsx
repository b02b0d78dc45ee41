import { signal } from '@preact/signals';
import type { Message } from '../../compose/message.ts';
import { isDirection, type TextRun, textLines } from '../../language/document.ts';
import { isSameLanguage } from '../../model/language-tag.ts';
import { onClear } from '../case/case-state.ts';
import { sectionsOf, type WayOf } from './call-state.ts';
import { isWithheld, typedIn } from './edit-state.ts';
import { listStretches } from './stretches.ts';

/** Hearing a way before it is said: only by a voice of this machine, since others send the words away. */

/** Whether something is being read aloud. */
const isSpeaking = signal(false);

/** The voices of this machine, and the one for the wording's language; undefined where there is none. */
const voices = signal<readonly SpeechSynthesisVoice[]>([]);
const usual = signal<SpeechSynthesisVoice | undefined>(undefined);

onClear(() => stop());

/** Looks for a voice now and whenever the browser has found more; they come late. */
export function findVoice(language: string): void {
  const { speechSynthesis } = globalThis;
  if (speechSynthesis === undefined) return;
  const look = () => {
    voices.value = speechSynthesis.getVoices().filter(({ localService }) => localService);
    usual.value = voiceFor(language);
  };
  speechSynthesis.addEventListener?.('voiceschanged', look);
  look();
}

const voiceFor = (language: string) =>
  voices.value.find(({ lang }) => lang === language) ??
  voices.value.find(({ lang }) => isSameLanguage(lang.replace('_', '-'), language));

/** The lines of a way that are said, directions left out; the clinician's own words where there are such. */
function linesSaid(way: WayOf, message: Message): (readonly TextRun[])[] {
  return sectionsOf(way, message).flatMap(({ section, blocks }): (readonly TextRun[])[] => {
    const typed = typedIn(way, section);
    if (typed !== undefined) return typed.split('\n').map((text) => [{ kind: 'text', text }]);
    return [...textLines(blocks.filter((block) => block.kind !== 'heading' && !isDirection(block)))];
  });
}

/** The button to listen; where this machine has no voice, why there is none. */
export function Listen({ way, message }: { readonly way: WayOf; readonly message: Message }) {
  if (usual.value === undefined)
    return (
      <p class="hint">
        No Listen here: this machine has no voice of its own, and any other would send the words away.
      </p>
    );
  if (isWithheld(way)) return null;
  return (
    <button type="button" onClick={() => (isSpeaking.value ? stop() : speak(linesSaid(way, message)))}>
      {isSpeaking.value ? 'Stop' : 'Listen'}
    </button>
  );
}

function speak(lines: readonly (readonly TextRun[])[]): void {
  const { value: own } = usual;
  if (own === undefined) return;
  const stretches = listStretches(lines, (language) => (language && voiceFor(language)) || own);
  const said = stretches.map(({ voice, text }) => {
    const one = new SpeechSynthesisUtterance(text);
    return Object.assign(one, { voice, lang: voice.lang, rate: 0.9 });
  });
  said.at(-1)?.addEventListener('end', () => {
    isSpeaking.value = false;
  });
  isSpeaking.value = said.length > 0;
  for (const one of said) speechSynthesis.speak(one);
}

function stop(): void {
  isSpeaking.value = false;
  globalThis.speechSynthesis?.cancel();
}

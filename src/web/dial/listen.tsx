import { signal } from '@preact/signals';
import type { Message } from '../../compose/message.ts';
import { isDirection, textLines } from '../../language/document.ts';
import { onClear } from '../case/case-state.ts';
import { sectionsOf, type WayOf } from './call-state.ts';
import { isWithheld, typedIn } from './edit-state.ts';

/** Hearing a way before it is said: only by a voice of this machine, since others send the words away. */

/** Whether something is being read aloud. */
const isSpeaking = signal(false);

/** The voice of this machine for the wording's language; undefined where there is none. */
const voice = signal<SpeechSynthesisVoice | undefined>(undefined);

onClear(() => stop());

/** Looks for a voice now and whenever the browser has found more; they come late. */
export function findVoice(language: string): void {
  const { speechSynthesis } = globalThis;
  if (speechSynthesis === undefined) return;
  const look = () => {
    const own = speechSynthesis.getVoices().filter(({ localService }) => localService);
    const [wanted = ''] = language.split('-');
    voice.value =
      own.find(({ lang }) => lang === language) ?? own.find(({ lang }) => lang.startsWith(wanted));
  };
  speechSynthesis.addEventListener?.('voiceschanged', look);
  look();
}

/** The lines of a way that are said, directions left out; the clinician's own words where there are such. */
function linesSaid(way: WayOf, message: Message): string[] {
  return sectionsOf(way, message).flatMap(({ section, blocks }) => {
    const typed = typedIn(way, section);
    if (typed !== undefined) return typed.split('\n');
    const said = blocks.filter((block) => block.kind !== 'heading' && !isDirection(block));
    return textLines(said).map((line) => line.map(({ text }) => text).join(''));
  });
}

/** The button to listen; where this machine has no voice, why there is none. */
export function Listen({ way, message }: { readonly way: WayOf; readonly message: Message }) {
  if (voice.value === undefined)
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

function speak(lines: readonly string[]): void {
  const chosen = voice.value;
  if (chosen === undefined) return;
  const said = new SpeechSynthesisUtterance(lines.join('\n'));
  said.voice = chosen;
  said.lang = chosen.lang;
  said.rate = 0.9;
  said.onend = () => {
    isSpeaking.value = false;
  };
  isSpeaking.value = true;
  speechSynthesis.speak(said);
}

function stop(): void {
  isSpeaking.value = false;
  globalThis.speechSynthesis?.cancel();
}

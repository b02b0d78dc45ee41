import { isMessage, type Message } from '../../compose/message.ts';
import type { Level } from '../../model/level.ts';
import type { Problem } from '../../problem.ts';
import { form } from '../case/case-state.ts';
import { sentence } from '../page/sentence.ts';
import { setTo } from '../page/set-to.ts';
import { EarlyReason } from './answers.tsx';
import { atMost, levelBelow, outcomeOf, sheet } from './call-state.ts';

/** How much may be said at this number, and why; and what the checks want seen before the call. */

const LEVEL_WORDS: Readonly<Record<Level | 'none', string>> = {
  none: 'Nothing may be left here',
  vague: 'Agreed words only, without a number',
  minimal: 'Name and number only',
  detailed: 'A full message is allowed',
  private: 'All of it may be said',
};

const SIGNS: Readonly<Record<Level | 'none', string>> = {
  none: '■',
  vague: '▲',
  minimal: '!',
  detailed: '✓',
  private: '✓',
};

/** The banner above a script. */
export function Banner() {
  const number = sheet.value?.number;
  if (number === undefined) return null;
  return (
    <div class={`banner ${number.level}`}>
      <p>
        <b class="sign" aria-hidden="true">
          {SIGNS[number.level]}
        </b>
        <b>{wordsFor(number.level)}</b>: {number.reason}.
      </p>
      {number.safeHours === undefined ? null : <p>Safe hours: {number.safeHours}.</p>}
      <LessOrMore />
    </div>
  );
}

/** Where an ordinary reason and the number were agreed on, the number may be said at the least level as well. */
function wordsFor(level: Level | 'none'): string {
  const voicemail = outcomeOf('voicemail');
  const says = (field: string) =>
    voicemail !== undefined &&
    isMessage(voicemail) &&
    JSON.stringify(voicemail.sections).includes(`"${field}"`);
  return level === 'vague' && says('agreedNumber') ? 'Agreed words and number only' : LEVEL_WORDS[level];
}

/** A permission is a ceiling, so that saying less is always one step away. */
function LessOrMore() {
  const voicemail = outcomeOf('voicemail');
  const level = voicemail !== undefined && isMessage(voicemail) ? voicemail.level : undefined;
  const below = level === undefined ? undefined : levelBelow(level);
  return (
    <div class="tools">
      {below === undefined ? null : (
        <button type="button" onClick={setTo(atMost, below)}>
          Say less
        </button>
      )}
      {atMost.value === undefined ? null : (
        <button type="button" onClick={setTo(atMost, undefined)}>
          As much as is allowed
        </button>
      )}
    </div>
  );
}

/** SAMPLE and DRAFT: what must be seen wherever words stand. */
export function Marks({ message }: { readonly message: Message }) {
  return (
    <>
      {message.marks.map((mark) => (
        <b key={mark} class="mark">
          {mark}
        </b>
      ))}
    </>
  );
}

/** What the checks met, each with what to do; a step before its day asks why. */
export function Met({ problems: met }: { readonly problems: readonly Problem[] }) {
  // A missing fact is asked for where the words would stand.
  const problems = met.filter(({ code }) => code !== 'fact-missing');
  const isEarly = problems.some(({ code }) => code === 'step-early');
  if (problems.length === 0 && form.value.early === '') return null;
  return (
    <ul class="met">
      {problems.map(({ code, severity, message, hint, place }) => (
        <li key={`${code} ${place.file} ${message}`} class={severity}>
          <b>{severity === 'error' ? 'Stop: ' : 'Mind: '}</b>
          {sentence(message)}
          {code === 'step-early' ? '' : ` ${hint}`}
        </li>
      ))}
      {isEarly || form.value.early !== '' ? (
        <li>
          <EarlyReason />
        </li>
      ) : null}
    </ul>
  );
}

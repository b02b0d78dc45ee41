import { signal } from '@preact/signals';
import { composeNote, type Note } from '../../compose/compose-note.ts';
import { isMessage } from '../../compose/message.ts';
import { SAID } from '../../model/choices.ts';
import type { Attempt } from '../../model/client.ts';
import { stepLabel } from '../../render/next-line.ts';
import { renderNote } from '../../render/note-text.ts';
import { attempts, clientFile, onClear, recipientIndex } from '../case/case-state.ts';
import { CopyButton } from '../page/copy-button.tsx';
import { ChoiceField, type Option, SmallField } from '../page/fields.tsx';
import { sentence } from '../page/sentence.ts';
import { keepIn } from '../page/set-to.ts';
import { callStep, request } from './call-state.ts';
import { editedOf } from './edit-state.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';

/** After the call: the outcome by one tap, the note to copy, the next step and its day. */

type Outcome = Attempt['outcome'];

const outcome = signal<Outcome | ''>('');
const at = signal('');
const minutes = signal('');
const said = signal('');
/** Whether the attempt of this note is on record in the page. */
const isOnRecord = signal(false);

onClear(() => {
  outcome.value = '';
  at.value = '';
  minutes.value = '';
  said.value = '';
  isOnRecord.value = false;
});

export function AfterCall() {
  return (
    <>
      <fieldset class="field choices">
        <legend>What came of it?</legend>
        {OUTCOME_WORDS.map(([one, words]) => (
          <button key={one} type="button" aria-pressed={outcome.value === one} onClick={() => choose(one)}>
            {words}
          </button>
        ))}
      </fieldset>
      {outcome.value === '' ? null : <Told />}
    </>
  );
}

function choose(one: Outcome): void {
  const now = new Date();
  if (at.value === '') at.value = now.toTimeString().slice(0, 5);
  outcome.value = one;
}

function Told() {
  return (
    <>
      <div class="actions">
        <SmallField id="note-at" type="time" label="At" value={at.value} onValue={keepIn(at)} />
        <SmallField
          id="note-minutes"
          type="number"
          label="Minutes"
          value={minutes.value}
          onValue={keepIn(minutes)}
        />
      </div>
      {outcome.value === 'voicemail-left' ? (
        <ChoiceField
          id="note-said"
          label="Was it said as written?"
          value={said.value}
          options={SAID_WORDS}
          onValue={keepIn(said)}
        />
      ) : null}
      <MadeNote />
    </>
  );
}

const SAID_WORDS: readonly Option[] = [
  ['as-written', 'As written'],
  ['changed', 'Not quite'],
  ['cut-off', 'It was cut off'],
];

function MadeNote() {
  const made = makeNote();
  if (made === undefined) return null;
  const { note, next, attempt } = made;
  if (!isMessage(note)) return <p class="problem">{sentence(note.reason)}</p>;
  const text = renderNote(note);
  return (
    <>
      <h2>The note for the record</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <pre class="note" tabIndex={0}>
        {text}
      </pre>
      <div class="actions">
        <CopyButton text={text} label="Copy the note" />
        {isOnRecord.value ? (
          <p class="hint">It is in the client file that you can save on this page.</p>
        ) : (
          <button type="button" onClick={() => putOnRecord(attempt)}>
            Put it into the client file
          </button>
        )}
      </div>
      <p class="next">
        <b>After this:</b> {stepLabel(next)}. {sentence(next.why)}
      </p>
    </>
  );
}

function putOnRecord(attempt: Attempt): void {
  attempts.value = [...attempts.value, attempt];
  isOnRecord.value = true;
}

/** The note of what was told. Once the attempt is on record, it is told as of before it. */
function makeNote(): Note | undefined {
  const asked = request.value;
  const file = clientFile.value;
  if (outcome.value === '' || asked === undefined || file === undefined) return undefined;
  const edited = editedOf('voicemail');
  const step = callStep.value;
  const isWhole = /^\d{1,3}$/.test(minutes.value) && Number(minutes.value) <= 600;
  return composeNote(isOnRecord.value ? withoutLast(asked) : asked, {
    index: recipientIndex.value,
    outcome: outcome.value,
    ...(step === undefined ? {} : { step }),
    ...(at.value === '' ? {} : { at: at.value }),
    ...(isWhole ? { minutes: Number(minutes.value) } : {}),
    ...saidOf(),
    ...(edited === undefined || outcome.value !== 'voicemail-left'
      ? {}
      : { edited: { message: edited.message, text: edited.text, changes: edited.checked.changes } }),
  });
}

function saidOf(): { readonly said?: (typeof SAID)[number] } {
  const one = SAID.find((value) => value === said.value);
  return one === undefined || outcome.value !== 'voicemail-left' ? {} : { said: one };
}

function withoutLast(asked: NonNullable<typeof request.value>): NonNullable<typeof request.value> {
  const { client } = asked.file;
  return {
    ...asked,
    file: { ...asked.file, client: { ...client, outreach: client.outreach?.slice(0, -1) ?? [] } },
  };
}

import type { LetterStep } from '../../compose/choose-step.ts';
import { fieldsUsed } from '../../compose/fields-used.ts';
import { chooseAddress, form, opened } from '../case/case-state.ts';
import type { QuestionId } from '../case/questions.ts';
import { QUESTION_IDS, QUESTION_OF } from '../case/questions.ts';
import { Answer } from '../dial/answers.tsx';
import { Consult, Safety } from '../dial/five-questions.tsx';
import { Pick } from '../dial/open-client.tsx';
import { ChoiceField, type Option } from '../page/fields.tsx';
import { library } from '../page/page-state.ts';
import { canBeTogether, isTogether, kind, LETTERS, picked, template } from './letter-state.ts';

/** What a letter asks: who it is for, where it goes, which letter it is, and what its words can use. */
export function LetterQuestions() {
  return (
    <>
      <Consult />
      <Safety />
      <Answer id="fullName" label="Name on the envelope" heard="Stands in the window of the envelope." />
      <Answer id="called" label="What you call them" heard="Stands after the first word of the letter." />
      <Addresses />
      <Answer id="address" label="Address" heard="Stands in the window of the envelope." />
      <Answer id="mail" label="What may come to this address?" />
      {form.value.mail === 'private' ? <Answer id="mailConfirmedOn" label="They said so on" /> : null}
      <Together />
      <WhatItCanUse />
    </>
  );
}

const KINDS: readonly Option[] = Object.entries(LETTERS);

/** Which letter it is: the ladder's, unless another is chosen. */
export function WhichLetter() {
  return (
    <ChoiceField
      id="letter-kind"
      label="Which letter is it?"
      value={kind.value ?? ''}
      options={KINDS}
      onValue={(one) => {
        picked.value = one as LetterStep;
      }}
    />
  );
}

/** The addresses and portals of an opened client, where there are several. */
function Addresses() {
  const file = opened.value;
  if (file === undefined) return null;
  const points = file.client.recipients[file.where.recipient]?.contactPoints ?? [];
  const entries = points.flatMap(({ label, phone }, index) =>
    phone === undefined ? [{ label, index }] : [],
  );
  return (
    <Pick label="Which address" entries={entries} chosen={file.where.letterPoint} onPick={chooseAddress} />
  );
}

function Together() {
  if (!canBeTogether.value) return null;
  return (
    <label class="choice">
      <input
        type="checkbox"
        autocomplete="off"
        checked={isTogether.value}
        onChange={({ currentTarget }) => {
          isTogether.value = currentTarget.checked;
        }}
      />
      <span>One letter to both, as they agreed: of what is shared alone</span>
    </label>
  );
}

/** What is asked for above, or is about calls alone. */
const ELSEWHERE: readonly QuestionId[] = [
  'name',
  'called',
  'message',
  'label',
  'call',
  'safeHours',
  'clientId',
];

/** What the letter's words can use and nothing else, folded away. */
function WhatItCanUse() {
  const used = usedQuestions();
  return (
    <details class="more" open={used.length > 0}>
      <summary>What these words can use</summary>
      {used.length === 0 ? (
        <p>Choose a letter above: what it can use stands here.</p>
      ) : (
        used.map((id) => <Answer key={id} id={id} heard="Can stand in this letter." />)
      )}
    </details>
  );
}

function usedQuestions(): QuestionId[] {
  if (library.value === undefined || template.value === undefined) return [];
  const fields = fieldsUsed(library.value, template.value, 'letter');
  const ids = new Set(fields.flatMap((name) => QUESTION_OF[name] ?? []));
  const isChild = form.value.kind !== '' && form.value.kind !== 'adult';
  return QUESTION_IDS.filter(
    (id) =>
      ids.has(id) &&
      !ELSEWHERE.includes(id) &&
      (id !== 'kind' || opened.value === undefined) &&
      (id !== 'childName' || isChild || opened.value?.client.kind === 'minor'),
  );
}

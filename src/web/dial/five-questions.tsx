import { answer, callerKey, form, opened } from '../case/case-state.ts';
import { ChoiceField, type Option, SelectField } from '../page/fields.tsx';
import { clinicianKey, library } from '../page/page-state.ts';
import { isRemembered, remember } from '../page/remembered.ts';
import { useRead } from '../page/use-read.ts';
import { Answer, problemOf } from './answers.tsx';
import { CONSULT_REASONS } from './choice-words.ts';

/** The five answers that give a usable script. Nothing is preselected. */
export function FiveQuestions() {
  return (
    <>
      <Consult />
      <Safety />
      <Permission />
      <Answer id="name" label="Name to ask for" />
      <Answer id="call" label="This is the" />
    </>
  );
}

/** Whether to consult before anyone reaches out. */
export function Consult() {
  const consult = useRead(() => form.value.consult);
  const isYes = consult !== '' && consult !== 'none';
  return (
    <ChoiceField
      id="consult"
      label="Any reason to consult first?"
      value={isYes ? 'yes' : consult}
      options={YES_OR_NO}
      onValue={(one) => answer('consult', one === 'yes' ? 'unsure' : one)}
      problem={useRead(() => problemOf('consult'))}
    >
      {isYes ? (
        <SelectField
          id="consult-reason"
          label="Which?"
          value={consult}
          options={CONSULT_REASONS}
          none="Not said"
          onValue={(one) => answer('consult', one === '' ? 'unsure' : one)}
        />
      ) : null}
    </ChoiceField>
  );
}

const YES_OR_NO: readonly Option[] = [
  ['none', 'No'],
  ['yes', 'Yes or unsure'],
];

/** Whether what is safe for them was asked. */
export function Safety() {
  const safety = useRead(() => form.value.safety);
  return (
    <ChoiceField
      id="safety"
      label="Safety checked with them?"
      value={safety}
      options={SAFETY}
      onValue={(one) => answer('safety', one)}
      problem={useRead(() => problemOf('safety'))}
    >
      {safety === 'never' ? null : <Answer id="safetyOn" label="Checked on" />}
    </ChoiceField>
  );
}

const SAFETY: readonly Option[] = [
  ['checked', 'Yes'],
  ['flag', 'A flag stands'],
  ['never', 'No'],
];

function Permission() {
  const message = useRead(() => form.value.message);
  const isDated = useRead(() => form.value.confirmedOn !== '');
  const hasDay = ['detailed', 'minimal', 'vague'].includes(message) || isDated;
  return (
    <ChoiceField
      id="message"
      label="A message on this number?"
      value={message}
      options={PERMISSIONS}
      onValue={(one) => answer('message', one)}
      problem={useRead(() => problemOf('message'))}
    >
      {hasDay ? <Answer id="confirmedOn" label="They said so on" /> : null}
      {message === 'vague' ? (
        <>
          <Answer id="agreedReason" />
          <Answer id="callerName" />
          <Answer id="leaveNumber" />
        </>
      ) : null}
    </ChoiceField>
  );
}

const PERMISSIONS: readonly Option[] = [
  ['detailed', 'Full'],
  ['minimal', 'Name and number'],
  ['vague', 'Agreed reason only'],
  ['none', 'None'],
  ['not-asked', 'Not asked'],
];

/** Who is calling, where the practice has several and no file says so. */
export function Caller() {
  const clinicians = Object.entries(library.value?.practice.clinicians ?? {});
  if (opened.value !== undefined || clinicians.length < 2) {
    const name = library.value?.practice.clinicians[callerKey.value]?.name;
    return name === undefined ? null : <p class="caller">Calling: {name}</p>;
  }
  return (
    <div class="caller">
      <SelectField
        id="clinician"
        label="You are"
        value={clinicianKey.value}
        options={clinicians.map(([key, { name }]) => [key, name])}
        none="Choose your name"
        onValue={(key) => {
          clinicianKey.value = key;
        }}
      />
      {clinicianKey.value === '' ? null : (
        <label class="choice">
          <input
            type="checkbox"
            autocomplete="off"
            defaultChecked={isRemembered()}
            onChange={({ currentTarget }) => remember(currentTarget.checked)}
          />
          <span>Remember me in this browser</span>
        </label>
      )}
    </div>
  );
}

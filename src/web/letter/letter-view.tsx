import { useEffect } from 'preact/hooks';
import { isMessage } from '../../compose/message.ts';
import { callerKey, formRead } from '../case/case-state.ts';
import { describeQuestion } from '../case/questions.ts';
import { Met } from '../dial/banner.tsx';
import { Caller } from '../dial/five-questions.tsx';
import { OpenClient } from '../dial/open-client.tsx';
import { goToField } from '../page/fields.tsx';
import { sentence } from '../page/sentence.ts';
import { setTo } from '../page/set-to.ts';
import { LetterActions } from './letter-actions.tsx';
import { LetterQuestions, WhichLetter } from './letter-questions.tsx';
import { gaps, kind, letterProblems, phoneView, written } from './letter-state.ts';
import { SectionList } from './section-list.tsx';
import { readyPress, sheetProblems } from './sheet-state.ts';
import { SheetView } from './sheet-view.tsx';

/** What is sent: questions and sections on the left, the page itself on the right. */
export function LetterView() {
  useEffect(() => void readyPress(document), []);
  return (
    <div class={`two-sides show-${phoneView.value}`}>
      <h1 class="unseen">Letter</h1>
      <section class="side form-side" aria-label="About the letter">
        <OpenClient />
        <Caller />
        <WhichLetter />
        <NextGap />
        <SectionList />
        <LetterQuestions />
      </section>
      <section class="side script-side sheet-side" aria-label="The letter">
        <LetterSide />
      </section>
      <PhoneBar />
    </div>
  );
}

function LetterSide() {
  const outcome = written.value?.message;
  return (
    <>
      <Level />
      {outcome === undefined || isMessage(outcome) || outcome.refused === 'fact-missing' ? null : (
        <p class="banner stop">{outcome.reason}</p>
      )}
      <Met problems={[...letterProblems.value, ...sheetProblems.value]} />
      <LetterActions />
      <SheetView />
    </>
  );
}

/** How much may come to this address, and why. */
function Level() {
  const address = written.value?.address;
  if (formRead.value.file === undefined && callerKey.value === '')
    return <p class="waiting">Choose your name first: the letter is signed with it.</p>;
  return address === undefined ? null : (
    <p class={`banner ${address.level === 'none' ? 'stop' : address.level}`}>
      <b>{WORDS[address.level] ?? 'A letter may come here'}</b>: {sentence(address.reason)}
    </p>
  );
}

const WORDS: Readonly<Record<string, string>> = {
  none: 'Nothing may come to this address',
  minimal: 'A plain letter only, without the name of the practice',
  private: 'A private letter may come to this address',
};

/** Leads from one missing answer to the next. */
function NextGap() {
  const [first] = gaps.value;
  if (kind.value === undefined)
    return (
      <button type="button" onClick={() => goToGap('letter-kind')}>
        Next gap: which letter it is
      </button>
    );
  if (first === undefined) return <p class="hint">{written.value === undefined ? '' : 'No gap is left.'}</p>;
  return (
    <button type="button" onClick={() => goToGap(first)}>
      Next gap: {describeQuestion(first).label ?? first}
    </button>
  );
}

function goToGap(id: string): void {
  phoneView.value = 'form';
  requestAnimationFrame(() => goToField(id));
}

function PhoneBar() {
  const isForm = phoneView.value === 'form';
  const count = gaps.value.length;
  const state =
    kind.value === undefined || count > 0
      ? `${count === 0 ? 'a' : count} gap${count > 1 ? 's' : ''}`
      : 'no gap';
  return (
    <div class="phone-bar">
      <button type="button" onClick={setTo(phoneView, isForm ? 'script' : 'form')}>
        {isForm ? `Letter · ${state}` : 'Back to the questions'}
      </button>
    </div>
  );
}

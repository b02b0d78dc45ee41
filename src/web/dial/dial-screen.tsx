import { isMessage } from '../../compose/message.ts';
import { spokenSeconds } from '../../compose/speech.ts';
import { callerKey, formRead, nextStep } from '../case/case-state.ts';
import { describeQuestion } from '../case/questions.ts';
import { Folded } from '../page/folded.tsx';
import { Later } from '../page/later.tsx';
import { library } from '../page/page-state.ts';
import type { Screen } from '../page/screens.ts';
import { Banner, Met } from './banner.tsx';
import { outcomeOf, phoneView, refusal, sheet, sheetProblems } from './call-state.ts';
import { Caller, FiveQuestions } from './five-questions.tsx';
import { MoreQuestions } from './more-questions.tsx';
import { NextStepLine } from './next-step.tsx';
import { OpenClient } from './open-client.tsx';
import { formatMiddle } from './seconds.ts';
import { countOf, Preparation, Refused, Ways } from './ways.tsx';
import { leadTo } from './words.tsx';

/** The screen for the minute before a call: five answers on the left, the script on the right. */
export const dialScreen: Screen = {
  id: 'dial',
  label: 'Before you dial',
  isOffered: () => true,
  View: DialScreen,
};

function DialScreen() {
  return (
    <div class={`two-sides show-${phoneView.value}`}>
      <h1 class="unseen">Before you dial</h1>
      {/* Not a form: nothing is submitted anywhere. */}
      <section class="side form-side" aria-label="About the client">
        <OpenClient />
        <Folded
          title="Paste the last contact note"
          about="so that the second call is not typed again"
          load={async () => (await import('./paste-note.tsx')).PasteNote}
        />
        <Caller />
        <FiveQuestions />
        <MoreQuestions />
        <Folded
          title="Save a client file"
          about="only if you want one"
          load={async () => (await import('./save-client.tsx')).SaveClient}
        />
      </section>
      <section class="side script-side" aria-label="Script">
        <ScriptSide />
      </section>
      <PhoneBar />
    </div>
  );
}

function ScriptSide() {
  if (sheet.value === undefined) return <Waiting />;
  if (refusal.value !== undefined)
    return (
      <>
        <Refused refusal={refusal.value} />
        {nextStep.value?.allowsCheckIn ? (
          <Later load={async () => (await import('./check-in.tsx')).CheckIn} />
        ) : null}
        <NextStepLine />
      </>
    );
  return (
    <>
      <Banner />
      <Met problems={sheetProblems.value} />
      <Preparation />
      <Ways />
      <Folded
        title="After the call"
        about="what came of it, the note, the next step"
        load={async () => (await import('./after-call.tsx')).AfterCall}
      />
      <NextStepLine />
    </>
  );
}

/** What is still to be answered; the page says nothing before. */
function Waiting() {
  const { unanswered, problems } = formRead.value;
  if (callerKey.value === '') return <p class="waiting">Choose your name first: it is said on the call.</p>;
  return (
    <div class="waiting">
      <p>
        {problems.length > 0
          ? 'An answer cannot be used as it stands. What is wrong is written below it.'
          : `${unanswered.length === 1 ? 'One answer is' : `${unanswered.length} answers are`} missing. Then the script stands here.`}
      </p>
      <ul>
        {unanswered.map((id) => (
          <li key={id}>
            <button type="button" class="quiet" onClick={() => leadTo(id)}>
              {describeQuestion(id).label ?? 'Which call it is'}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** On a phone the script is never buried under the form: the bar leads from one to the other. */
function PhoneBar() {
  const isForm = phoneView.value === 'form';
  return (
    <div class="phone-bar">
      <button
        type="button"
        class="main"
        onClick={() => {
          phoneView.value = isForm ? 'script' : 'form';
          scrollTo(0, 0);
        }}
      >
        {isForm ? scriptInShort() : 'Back to the questions'}
      </button>
    </div>
  );
}

/** "Script · 26 s · 5 of 5". */
function scriptInShort(): string {
  const voicemail = outcomeOf('voicemail');
  const policy = library.value?.practice.policy;
  if (refusal.value !== undefined) return 'No script: see why';
  if (voicemail === undefined || policy === undefined) return 'Script';
  if (!isMessage(voicemail)) return 'Script · one answer is missing';
  const count = countOf('voicemail', voicemail).replace(/ sections?$/, '');
  return `Script · ${formatMiddle(spokenSeconds(voicemail.sections, policy))} · ${count}`;
}

import { isMessage, type Message, type Refusal } from '../../compose/message.ts';
import { spokenSeconds } from '../../compose/speech.ts';
import type { FieldName } from '../../model/field.ts';
import { SECTIONS, type SectionKey } from '../../model/section.ts';
import { describeQuestion, QUESTION_OF } from '../case/questions.ts';
import { library } from '../page/page-state.ts';
import { setTo } from '../page/set-to.ts';
import { Marks } from './banner.tsx';
import { BigType } from './big-type.tsx';
import { leftOut, outcomeOf, sectionsOf, sheet, WAYS, type WayOf, way } from './call-state.ts';
import { CutOffChoice, CutOffMark, cutOffAt } from './cut-off.tsx';
import { editedOf } from './edit-state.ts';
import { Listen } from './listen.tsx';
import { formatRange } from './seconds.ts';
import { SectionView } from './section-view.tsx';
import { Blocks, leadTo, saidIn } from './words.tsx';

/** The ways that the call can go, one at a time, each section by section. */
export function Ways() {
  const offered = (Object.keys(WAYS) as WayOf[]).filter(hasAnything);
  const shown = offered.includes(way.value) ? way.value : (offered[0] ?? 'opening');
  const outcome = outcomeOf(shown);
  return (
    <>
      <nav class="ways" aria-label="Ways the call can go">
        {offered.map((one) => (
          <button
            key={one}
            id={`way-${one}`}
            type="button"
            aria-current={one === shown ? 'true' : undefined}
            onClick={setTo(way, one)}
          >
            {WAYS[one]}
          </button>
        ))}
      </nav>
      {outcome === undefined ? null : isMessage(outcome) ? (
        <Script way={shown} message={outcome} />
      ) : (
        <Refused refusal={outcome} />
      )}
    </>
  );
}

/** A way without a section of its own is not offered. */
function hasAnything(one: WayOf): boolean {
  const outcome = outcomeOf(one);
  return outcome !== undefined && (!isMessage(outcome) || sectionsOf(one, outcome).length > 0);
}

interface Shown {
  readonly way: WayOf;
  readonly message: Message;
}

function Script({ way: one, message }: Shown) {
  const sections = sectionsOf(one, message);
  const cutOff = one === 'voicemail' ? cutOffAt(sections) : undefined;
  return (
    <>
      <Length way={one} message={message} />
      <div class="parts">
        {sections.map((section, index) => (
          <div key={section.section}>
            {cutOff === index ? <CutOffMark /> : null}
            <SectionView way={one} message={message} section={section} />
          </div>
        ))}
      </div>
      <LeftOut message={message} />
    </>
  );
}

/** How long it takes and how much of it is there. */
function Length({ way: one, message }: Shown) {
  const policy = library.value?.practice.policy;
  if (policy === undefined) return null;
  const sections = sectionsOf(one, message);
  const seconds = editedOf(one)?.checked.seconds ?? spokenSeconds(saidIn(sections), policy);
  return (
    <div class="length">
      <p>
        <Marks message={message} />
        About <b>{formatRange(seconds)} seconds</b> · {countOf(one, message)}
        {editedOf(one) === undefined ? '' : ' · approved, then edited'}
      </p>
      {one === 'voicemail' ? <CutOffChoice /> : null}
      <div class="actions">
        <BigType way={one} />
        <Listen way={one} message={message} />
      </div>
    </div>
  );
}

/** "4 of 5 sections": what is said of what the template has for this way. */
export function countOf(one: WayOf, message: Message): string {
  const template = library.value?.templates.find(({ name }) => name === message.template);
  const all = (template?.sections ?? []).filter(
    (section) => (section === 'way-interrupted') === (one === 'interrupted'),
  );
  const said = sectionsOf(one, message).length;
  return `${said} of ${all.length} section${all.length === 1 ? '' : 's'}`;
}

/** What was left out, by the clinician or for time, and how it comes back. */
function LeftOut({ message }: { readonly message: Message }) {
  const template = library.value?.templates.find(({ name }) => name === message.template);
  const own = leftOut.value.filter((section) => template?.sections.includes(section));
  const bring = (section: SectionKey) => () => {
    leftOut.value = leftOut.value.filter((one) => one !== section);
  };
  if (own.length + message.dropped.length === 0) return null;
  return (
    <ul class="left-out">
      {message.dropped.map((section) => (
        <li key={section}>Left out for time: {SECTIONS[section]}</li>
      ))}
      {own.map((section) => (
        <li key={section}>
          Left out: {SECTIONS[section]}{' '}
          <button type="button" class="quiet" onClick={bring(section)}>
            Say it<span class="unseen"> after all: {SECTIONS[section]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Why there are no words, what to do, and the way to each fact that is missing. */
export function Refused({ refusal }: { readonly refusal: Refusal }) {
  const questions = (refusal.facts ?? []).flatMap((name) => QUESTION_OF[name as FieldName] ?? []);
  return (
    <div class="banner stop">
      <p>
        <b class="sign" aria-hidden="true">
          ■
        </b>
        {questions.length === 0 ? refusal.reason : 'One answer is missing before these words can be said.'}
      </p>
      {questions.map((id) => (
        <p key={id}>
          <button type="button" onClick={() => leadTo(id)}>
            {describeQuestion(id).question ?? describeQuestion(id).label}
          </button>
        </p>
      ))}
    </div>
  );
}

/** What to know and do before the call. */
export function Preparation() {
  const outcome = sheet.value?.messages.prepare;
  if (outcome === undefined || !isMessage(outcome)) return null;
  return (
    <details class="card">
      <summary>
        Before you dial <small>is it safe, their notes, ready for a voice and for the beep</small>
      </summary>
      <Marks message={outcome} />
      {outcome.sections.map(({ section, blocks }) => (
        <Blocks key={section} blocks={blocks} />
      ))}
    </details>
  );
}

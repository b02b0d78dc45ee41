import { signal } from '@preact/signals';
import { isOptional, listVariants } from '../../compose/list-variants.ts';
import type { Message, MessageSection } from '../../compose/message.ts';
import { spokenSeconds } from '../../compose/speech.ts';
import { SECTIONS, type SectionKey } from '../../model/section.ts';
import { clientFile, onClear, opened, recipientIndex } from '../case/case-state.ts';
import { PRIVATE_FIELD } from '../page/fields.tsx';
import { library } from '../page/page-state.ts';
import { sentence } from '../page/sentence.ts';
import { setTo } from '../page/set-to.ts';
import { leftOut, picks, type WayOf } from './call-state.ts';
import { Changes } from './changes.tsx';
import {
  checker,
  editedOf,
  editSection,
  isEditable,
  MOST_EDITED,
  sectionText,
  typedIn,
} from './edit-state.ts';
import { formatRange } from './seconds.ts';
import { Blocks, saidIn } from './words.tsx';

/** One section of a way: its words, how long they take, and what can be changed in them. */

/** The section whose tools are open. */
const changing = signal<SectionKey | undefined>(undefined);
onClear(setTo(changing, undefined));

/** The section as it stands in the script. */
export function SectionView({ way, message, section }: InMessage) {
  const key = section.section;
  const typed = typedIn(way, key);
  const hasHeading = section.blocks[0]?.kind === 'heading';
  const tools = way === 'voicemail' || way === 'live';
  return (
    <section class={typed === undefined ? 'part' : 'part edited'} aria-label={SECTIONS[key]}>
      <div class="part-head">
        {hasHeading ? null : <h2>{SECTIONS[key]}</h2>}
        <Seconds blocks={typed === undefined ? section.blocks : asSpoken(typed)} />
        {tools ? (
          <button
            type="button"
            class="quiet"
            aria-expanded={changing.value === key}
            onClick={setTo(changing, changing.value === key ? undefined : key)}
          >
            Change<span class="unseen"> {SECTIONS[key]}</span>
          </button>
        ) : null}
      </div>
      {tools && changing.value === key ? <Tools way={way} message={message} section={section} /> : null}
      {typed === undefined || !isEditable(way) ? (
        <Blocks blocks={section.blocks} />
      ) : (
        <Editor way={way} section={key} typed={typed} />
      )}
    </section>
  );
}

interface InMessage {
  readonly way: WayOf;
  readonly message: Message;
  readonly section: MessageSection;
}

/** Typed words as what takes time to say. */
const asSpoken = (text: string): MessageSection['blocks'] => [
  { kind: 'paragraph', children: [{ kind: 'text', text }] },
];

function Seconds({ blocks }: Pick<MessageSection, 'blocks'>) {
  if (library.value === undefined) return null;
  return (
    <span class="seconds">
      {formatRange(spokenSeconds(saidIn([{ blocks }]), library.value.practice.policy))} s
    </span>
  );
}

function Tools({ way, message, section }: InMessage) {
  const { section: key, snippet } = section;
  const variants = variantsOf(message, key);
  const chosen = snippet.slice(key.length + 1);
  const next = variants[(variants.indexOf(chosen) + 1) % variants.length];
  const isEdited = typedIn(way, key) !== undefined;
  return (
    <div class="tools">
      {variants.length > 1 && next !== undefined && !isEdited ? (
        <button type="button" onClick={setTo(picks, { ...picks.value, [key]: next })}>
          Another way to say it ↻{' '}
          <small>
            {variants.indexOf(chosen) + 1} of {variants.length}
          </small>
        </button>
      ) : null}
      {isEditable(way) && !isEdited ? (
        <button type="button" onClick={() => editSection(way, key, sectionText(section))}>
          Edit these words
        </button>
      ) : null}
      {isEditable(way) && isEdited ? (
        <button type="button" onClick={() => editSection(way, key, undefined)}>
          Put the approved words back
        </button>
      ) : null}
      {canLeaveOut(message, key) ? (
        <button type="button" onClick={setTo(leftOut, [...leftOut.value, key])}>
          Leave it out
        </button>
      ) : null}
    </div>
  );
}

function variantsOf(message: Message, section: SectionKey): readonly string[] {
  const client = clientFile.value?.client;
  const recipient = client?.recipients[recipientIndex.value];
  const point = recipient?.contactPoints[opened.value?.where.point ?? 0];
  const clinician = library.value?.practice.clinicians[client?.clinician ?? ''];
  if (!library.value || !client || !recipient || !point || !clinician) return [];
  return listVariants(library.value, message, section, { client, recipient, point, clinician });
}

function canLeaveOut({ template: name }: Message, section: SectionKey): boolean {
  const template = library.value?.templates.find((one) => one.name === name);
  return template !== undefined && isOptional(template, section);
}

interface Editing {
  readonly way: 'voicemail' | 'live';
  readonly section: SectionKey;
  readonly typed: string;
}

/** The box to edit in, with what the checks say below it: the words are checked as they are typed, and nothing is announced at each key. */
function Editor({ way, section, typed }: Editing) {
  const script = editedOf(way);
  const verdict = script?.checked.sections.find((one) => one.section === section);
  const problems = script?.problemsOf(section) ?? [];
  const approved = script?.message.sections.find((one) => one.section === section);
  const parts = (approved && checker.value?.changesOf(sectionText(approved), typed)) ?? [];
  const id = `edit-${way}-${section}`;
  return (
    <>
      <label class="unseen" for={id}>
        {`Your words for: ${SECTIONS[section]}`}
      </label>
      <textarea
        {...PRIVATE_FIELD}
        id={id}
        rows={Math.min(8, typed.split('\n').length + 1)}
        maxLength={MOST_EDITED}
        value={typed}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-checks`}
        onInput={({ currentTarget }) => editSection(way, section, currentTarget.value)}
      />
      <div id={`${id}-checks`}>
        {problems.map(({ code, message, hint }) => (
          <p key={`${code} ${message}`} class="problem">
            <b aria-hidden="true">! </b>
            {sentence(message)} {hint}
          </p>
        ))}
        {verdict === undefined || parts.every(({ kind }) => kind === 'same') ? null : (
          <Changes rule={verdict.rule} parts={parts} />
        )}
      </div>
    </>
  );
}

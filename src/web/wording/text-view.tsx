import { signal } from '@preact/signals';
import type { Problem } from '../../problem.ts';
import { sentence } from '../page/sentence.ts';
import { CodeEditor, type EditorHandle } from './code-editor.tsx';
import { Conflicts } from './conflicts.tsx';
import { Deciding } from './deciding.tsx';
import { AgainstApproved } from './differences.tsx';
import { Exhibits } from './exhibits.tsx';
import { FieldPicker } from './field-picker.tsx';
import { PastDecisions } from './past-decisions.tsx';
import { saveDrafts, stopping } from './saving.ts';
import { stateWords } from './states.ts';
import {
  checked,
  disk,
  drafts,
  dropDraft,
  idOf,
  openPath,
  openText,
  problemsAt,
  said,
  standings,
  turns,
  typeText,
} from './wording-state.ts';

/** One text: its box, what the checks say, how it differs, what clients hear, and what was and can be decided. */

const handle = signal<EditorHandle | undefined>(undefined);

/** The open text. */
export function TextView() {
  const path = openPath.value;
  const text = openText.value;
  if (text === undefined) return <p class="waiting">Choose a text on the left.</p>;
  const [sign, words] = stateWords(path, standings.value.get(idOf(path)), drafts.value.has(path));
  const canEdit = disk.value?.files.find((one) => one.path === path)?.canEdit ?? true;
  return (
    <>
      <h2>{idOf(path)}</h2>
      <p>
        <b class="sign" aria-hidden="true">
          {sign}
        </b>
        {sentence(words)}
      </p>
      <FieldPicker path={path} onPick={(placeholder) => handle.value?.insert(placeholder)} />
      <CodeEditor
        key={`${path} ${turns.value}`}
        path={path}
        text={text}
        isReadOnly={!canEdit}
        onText={(typed) => typeText(path, typed)}
        onReady={(ready) => {
          handle.value = ready;
        }}
      />
      <Problems problems={problemsAt(path)} />
      <Elsewhere />
      <Saving path={path} />
      <Conflicts />
      <AgainstApproved path={path} />
      <Exhibits />
      <Deciding path={path} />
      <PastDecisions key={path} path={path} />
    </>
  );
}

/** Each problem in a plain sentence; a click leads to its place. */
function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul class="met" aria-label="What the checks find">
      {problems.map(({ code, severity, message, hint, place: { line, column } }) => (
        <li key={`${line}:${column} ${code} ${message}`} class={severity}>
          <button type="button" class="quiet" onClick={() => handle.value?.goTo(line, column)}>
            Line {line}
          </button>
          <b>{severity === 'error' ? 'Stop: ' : 'Mind: '}</b>
          {sentence(message)} {hint}
        </li>
      ))}
    </ul>
  );
}

/** What the text makes wrong in others. */
function Elsewhere() {
  const files = [...new Set(checked.value.problems.map(({ place }) => place.file))].filter(
    (file) => file !== openPath.value,
  );
  if (files.length === 0) return null;
  return (
    <p class="hint">
      Problems elsewhere:{' '}
      {files.map((file) => (
        <button
          key={file}
          type="button"
          class="quiet"
          onClick={() => {
            openPath.value = file;
          }}
        >
          {idOf(file)}
        </button>
      ))}
    </p>
  );
}

function Saving({ path }: { readonly path: string }) {
  const count = drafts.value.size;
  return (
    <div class="actions">
      <button
        type="button"
        class="main"
        aria-disabled={count === 0}
        onClick={() => count > 0 && void saveDrafts()}
      >
        {count > 1 ? `Save ${count} drafts` : 'Save the draft'}
      </button>
      {drafts.value.has(path) ? (
        <button type="button" onClick={() => dropDraft(path)}>
          Back to what is saved
        </button>
      ) : null}
      {stopping.value.length === 0 ? null : (
        <button type="button" onClick={() => void saveDrafts(true)}>
          Save it all the same: no message will be made until it is mended
        </button>
      )}
      <p role="status">{said.value}</p>
    </div>
  );
}

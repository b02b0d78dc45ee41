import { signal } from '@preact/signals';
import type { Problem } from '../../problem.ts';
import { chooseNumber, choosePerson, onClear, openClient, opened } from '../case/case-state.ts';
import { readClientFile } from '../case/client-file.ts';
import { PRIVATE_FIELD } from '../page/fields.tsx';
import { library } from '../page/page-state.ts';
import { sentence } from '../page/sentence.ts';

/** Opening a client file, and choosing among its people and numbers. */

/** What was wrong with the file that was opened last. */
const problems = signal<readonly Problem[]>([]);
onClear(() => {
  problems.value = [];
});

/** The file picker, and whom of the file the form is about. */
export function OpenClient() {
  return (
    <div class="open">
      <label class="button">
        <input
          {...PRIVATE_FIELD}
          id="client-file"
          class="unseen"
          type="file"
          accept=".yaml,.yml,text/yaml"
          onChange={({ currentTarget }) => void open(currentTarget)}
        />
        Open a client file
      </label>
      <Faults />
      <People />
    </div>
  );
}

async function open(picker: HTMLInputElement): Promise<void> {
  const [picked] = picker.files ?? [];
  if (picked === undefined || library.value === undefined) return;
  const bytes = new Uint8Array(await picked.slice(0, MOST_READ).arrayBuffer());
  const read = await readClientFile(bytes, library.value);
  // The picker would go on showing the file's name.
  picker.value = '';
  if (read.value !== undefined) openClient(read.value.file.client, read.value.text);
  problems.value = read.problems;
}

/** Enough to see that it is too much. */
const MOST_READ = 300_000;

function Faults() {
  if (problems.value.length === 0) return null;
  return (
    <div role="alert">
      <p class="problem">This client file cannot be used. Mend it, and open it again:</p>
      <ul class="problem">
        {problems.value.map(({ place, code, message, hint }) => (
          <li key={`${place.line}:${place.column} ${code}`}>
            Line {place.line}: {sentence(message)} {hint}
          </li>
        ))}
      </ul>
    </div>
  );
}

function People() {
  const file = opened.value;
  if (file === undefined) return null;
  const { recipients } = file.client;
  const numbers = (recipients[file.where.recipient]?.contactPoints ?? []).map(({ label, phone }, index) => ({
    label,
    index,
    isPhone: phone !== undefined,
  }));
  return (
    <>
      <Pick
        label="Whom you call"
        entries={recipients.map(({ called }, index) => ({ label: called, index }))}
        chosen={file.where.recipient}
        onPick={choosePerson}
      />
      <Pick
        label="Which number"
        entries={numbers.filter(({ isPhone }) => isPhone)}
        chosen={file.where.point}
        onPick={chooseNumber}
      />
    </>
  );
}

interface Picking {
  readonly label: string;
  readonly entries: readonly { readonly label: string; readonly index: number }[];
  readonly chosen: number;
  readonly onPick: (index: number) => void;
}

/** One of several, where there are several. */
export function Pick({ label, entries, chosen, onPick }: Picking) {
  if (entries.length < 2) return null;
  return (
    <fieldset class="field actions">
      <legend>{label}</legend>
      {entries.map((entry) => (
        <button
          key={entry.index}
          type="button"
          aria-pressed={entry.index === chosen}
          onClick={() => onPick(entry.index)}
        >
          {entry.label}
        </button>
      ))}
    </fieldset>
  );
}

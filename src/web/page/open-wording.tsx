import { useSignal } from '@preact/signals';
import { todayIn } from '../../course/today.ts';
import type { PageData } from '../../library/page-data.ts';
import type { Problem, Result } from '../../problem.ts';
import { folderData, MOST_PICKED_BYTES, type Picked, publishedData } from '../picked-wording.ts';
import { PRIVATE_FIELD } from './fields.tsx';
import { pageData, today } from './page-state.ts';
import { sentence } from './sentence.ts';
import { takeWording } from './take-wording.ts';

/** Opening other wording than the page came with, for those who have no program to start. Nothing of it is kept. */
export function OpenWording() {
  const problems = useSignal<readonly Problem[]>([]);
  const take = async (coming: Promise<Result<PageData>>) => {
    const { value, problems: found } = await coming;
    problems.value = found;
    if (value !== undefined) takeWording({ data: value });
  };
  return (
    <>
      <p class="hint">It replaces the wording that this page came with, until the page is closed.</p>
      <div class="actions">
        <Picker label="A published wording.json" onPick={(files) => take(openPublished(files))} />
        <Picker label="A practice folder" isFolder onPick={(files) => take(openFolder(files))} />
      </div>
      {problems.value.length === 0 ? null : (
        <ul class="problem" role="alert">
          {problems.value.slice(0, MOST_SHOWN).map(({ place, code, message, hint }) => (
            <li key={`${place.file}:${place.line}:${place.column} ${code}`}>
              {place.file}, line {place.line}: {sentence(message)} {hint}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const MOST_SHOWN = 20;

interface Picking {
  readonly label: string;
  readonly isFolder?: boolean;
  readonly onPick: (files: readonly File[]) => Promise<void>;
}

function Picker({ label, isFolder = false, onPick }: Picking) {
  return (
    <label class="button">
      <input
        {...PRIVATE_FIELD}
        class="unseen"
        type="file"
        accept={isFolder ? undefined : '.json'}
        {...(isFolder ? WHOLE_FOLDER : {})}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (files.length > 0) void onPick(files);
        }}
      />
      {label}
    </label>
  );
}

/** What asks the browser for a whole folder; the types of elements do not know it. */
const WHOLE_FOLDER = { webkitdirectory: true } as object;

async function openPublished([file]: readonly File[]): Promise<Result<PageData>> {
  const picked = await read(file as File, 'wording.json');
  return publishedData(picked, opening());
}

async function openFolder(files: readonly File[]): Promise<Result<PageData>> {
  const inFolder = files.filter(({ size }) => size <= MOST_PICKED_BYTES).slice(0, MOST_FILES);
  const picked = await Promise.all(
    inFolder.map((file) => read(file, file.webkitRelativePath.replace(/^[^/]*\//, ''))),
  );
  return folderData(picked, opening());
}

/** As many as a practice folder may hold. */
const MOST_FILES = 5_000;

async function read(file: File, path: string): Promise<Picked> {
  const bytes = await file.slice(0, MOST_PICKED_BYTES * 2 + 1).arrayBuffer();
  return { path, bytes: new Uint8Array(bytes) };
}

const opening = () => ({
  version: pageData.value?.version ?? document.documentElement.dataset['version'] ?? '',
  today: today.value || todayIn('UTC', new Date()),
});

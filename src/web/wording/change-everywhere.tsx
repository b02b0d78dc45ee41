import { signal } from '@preact/signals';
import { templatesWith } from '../../guarantee/compare-wordings.ts';
import { TextField } from '../page/fields.tsx';
import { keepIn } from '../page/set-to.ts';
import { checked, disk, idOf, said, sources, turns, typeText } from './wording-state.ts';

/** One sentence that stands in many texts, changed in all of them at once; they are saved and approved as one set. */

const before = signal('');
const after = signal('');

/** The form, folded away. */
export function ChangeEverywhere() {
  const paths = before.value.trim() === '' ? [] : pathsWith(before.value);
  return (
    <details class="card">
      <summary>Change one sentence everywhere</summary>
      <TextField
        id="everywhere-before"
        label="As it stands now"
        rows={2}
        most={400}
        value={before.value}
        onValue={keepIn(before)}
      />
      <TextField
        id="everywhere-after"
        label="As it should be"
        rows={2}
        most={400}
        value={after.value}
        onValue={keepIn(after)}
      />
      <p class="hint">
        {before.value.trim() === ''
          ? ''
          : `It stands in ${paths.length} texts, said in: ${templatesOf(paths)}.`}
      </p>
      <button type="button" aria-disabled={paths.length === 0} onClick={() => changeIn(paths)}>
        Change it in all of them
      </button>
    </details>
  );
}

function pathsWith(sentence: string): string[] {
  const editable = new Set(disk.value?.files.filter(({ canEdit }) => canEdit).map(({ path }) => path));
  return sources.value.flatMap(({ path, text }) =>
    editable.has(path) && path.endsWith('.md') && text.includes(sentence) ? [path] : [],
  );
}

function templatesOf(paths: readonly string[]): string {
  const { library } = checked.value;
  const snippets = library?.snippets.filter(({ id }) => paths.some((path) => idOf(path) === id)) ?? [];
  const names = snippets.flatMap((snippet) => (library === undefined ? [] : templatesWith(snippet, library)));
  return [...new Set(names)].join(', ') || 'no template';
}

function changeIn(paths: readonly string[]): void {
  turns.value += 1;
  for (const path of paths) {
    const text = sources.value.find((one) => one.path === path)?.text ?? '';
    typeText(path, text.replaceAll(before.value, after.value));
  }
  if (paths.length > 0) said.value = `Changed in ${paths.length} drafts. Look at them, then save.`;
}

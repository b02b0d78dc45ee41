import { signal } from '@preact/signals';
import { SECTIONS } from '../../model/section.ts';
import { SelectField, TextField } from '../page/fields.tsx';
import { keepIn } from '../page/set-to.ts';
import { openPath, sources, typeText } from './wording-state.ts';

/** Another way to say a section, begun as a draft. */

const section = signal('');
const variant = signal('');

/** The form, folded away. */
export function NewSnippet() {
  const path = `snippets/${section.value}/${variant.value}.md`;
  const isFree = !sources.value.some((one) => one.path === path);
  const isNamed = section.value !== '' && /^[a-z0-9][a-z0-9-]{0,79}$/.test(variant.value);
  return (
    <details class="card">
      <summary>A new way to say a section</summary>
      <SelectField
        id="new-section"
        label="Section"
        value={section.value}
        options={Object.entries(SECTIONS)}
        none="Choose a section"
        onValue={keepIn(section)}
      />
      <TextField
        id="new-variant"
        label="Its name"
        hint="Small letters, digits and hyphens, such as: after-a-move."
        most={80}
        value={variant.value}
        onValue={keepIn(variant)}
        problem={isFree ? undefined : 'There is one of this name.'}
      />
      <button
        type="button"
        aria-disabled={!isNamed || !isFree}
        onClick={() => isNamed && isFree && begin(path)}
      >
        Begin it
      </button>
    </details>
  );
}

function begin(path: string): void {
  typeText(path, '---\nwhen: { situation: [other] }\n---\n');
  openPath.value = path;
  variant.value = '';
}

import { useSignal } from '@preact/signals';
import { FIELD_NAMES, type FieldName, findField } from '../../model/field.ts';
import { isWithin, type Level } from '../../model/level.ts';
import { SelectField } from '../page/fields.tsx';
import { keepIn } from '../page/set-to.ts';
import { checked, idOf } from './wording-state.ts';

/** The fields that the text may print, each with what it is; the chosen one is put where the cursor stands. */
export function FieldPicker({
  path,
  onPick,
}: {
  readonly path: string;
  readonly onPick: (placeholder: string) => void;
}) {
  const chosen = useSignal('');
  if (!path.startsWith('snippets/') || !path.endsWith('.md')) return null;
  const names = FIELD_NAMES.filter((name) => isWithin(findField(name)?.level ?? 'private', levelOf(path)));
  return (
    <div class="actions">
      <SelectField
        id="field-picker"
        label="Field"
        value={chosen.value}
        options={names.map((name) => [name, `${name}: ${findField(name)?.label ?? ''}`])}
        none="Choose a field"
        onValue={keepIn(chosen)}
      />
      <button
        type="button"
        aria-disabled={chosen.value === ''}
        onClick={() => chosen.value !== '' && onPick(placeholderFor(chosen.value as FieldName))}
      >
        Put it into the text
      </button>
    </div>
  );
}

/** The least that a snippet's levels allow, since it may be said at each of them. */
function levelOf(path: string): Level {
  const snippet = checked.value.library?.snippets.find(({ id }) => id === idOf(path));
  const levels = snippet?.header.levels ?? [];
  return levels.reduce<Level>((least, level) => (isWithin(level, least) ? level : least), 'private');
}

/** A list is joined into a sentence; what may be missing is asked for first. */
function placeholderFor(name: FieldName): string {
  const field = findField(name);
  const printed = field?.kind === 'list' ? `{{${name}.sentence}}` : `{{${name}}}`;
  return field?.always ? printed : `{{#if ${name}}}${printed}{{/if}}`;
}

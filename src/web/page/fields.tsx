import type { ComponentChildren } from 'preact';

/**
 * The controls of every form in the page. None of them lets the browser keep or send what is typed: that is
 * `PRIVATE_FIELD`, which stands on every control, here and in any other screen. An id is also where links to the answer
 * lead; what is wrong stands under the control and is announced with it.
 */

/** What keeps a control's value out of the browser's memory and away from spell checkers that send text. */
export const PRIVATE_FIELD = {
  autocomplete: 'off',
  spellcheck: false,
  writingsuggestions: 'false',
  autocorrect: 'off',
} as const;

/** What all controls have in common. */
interface Common {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** An example, or what the answer completes. */
  readonly hint?: string | undefined;
  /** Who may hear it. */
  readonly heard?: string | undefined;
  readonly problem?: string | undefined;
}

/** What stands around a control: its name, help and problem, each tied to it. */
function Around({ id, label, hint, heard, problem, children }: Omit<Common, 'value' | 'onValue'> & Within) {
  return (
    <div class={problem === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{label}</label>
      <Help id={id} hint={hint} heard={heard} />
      {children}
      <Wrong id={id} problem={problem} />
    </div>
  );
}

interface Within {
  readonly children: ComponentChildren;
}

function Help({ id, hint, heard }: Pick<Common, 'id' | 'hint' | 'heard'>) {
  if (hint === undefined && heard === undefined) return null;
  return (
    <p class="hint" id={`${id}-hint`}>
      {hint}
      {heard === undefined ? null : <span class="heard">{heard}</span>}
    </p>
  );
}

function Wrong({ id, problem }: Pick<Common, 'id' | 'problem'>) {
  return problem === undefined ? null : (
    <p class="problem" id={`${id}-problem`}>
      <b aria-hidden="true">! </b>
      {problem}
    </p>
  );
}

const tied = ({ id, hint, heard, problem }: Pick<Common, 'id' | 'hint' | 'heard' | 'problem'>) => {
  const ids = [
    ...(hint === undefined && heard === undefined ? [] : [`${id}-hint`]),
    ...(problem === undefined ? [] : [`${id}-problem`]),
  ];
  return {
    ...(ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }),
    ...(problem === undefined ? {} : { 'aria-invalid': true as const }),
  };
};

/** One line of text, or several with `rows`; what is pasted beyond `most` characters is cut off by the browser. */
export function TextField(field: Common & { readonly most: number; readonly rows?: number }) {
  const { id, value, onValue, most, rows } = field;
  const shared = {
    ...PRIVATE_FIELD,
    ...tied(field),
    id,
    name: id,
    value,
    maxLength: most,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      onValue(currentTarget.value),
  };
  return (
    <Around {...field}>
      {rows === undefined ? <input type="text" {...shared} /> : <textarea rows={rows} {...shared} />}
    </Around>
  );
}

/** A day, a time or a whole number, each in the browser's own control. */
export function SmallField(field: Common & { readonly type: 'date' | 'time' | 'number' }) {
  const { id, type, value, onValue } = field;
  return (
    <Around {...field}>
      <input
        {...PRIVATE_FIELD}
        {...tied(field)}
        type={type}
        id={id}
        name={id}
        value={value}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </Around>
  );
}

/** One thing that can be chosen: its value, and the words for it. */
export type Option = readonly [value: string, label: string];

/** A choice from a long list; the first entry says that nothing is chosen. */
export function SelectField(field: Common & { readonly options: readonly Option[]; readonly none: string }) {
  const { id, value, onValue, options, none } = field;
  return (
    <Around {...field}>
      <select
        {...PRIVATE_FIELD}
        {...tied(field)}
        id={id}
        name={id}
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      >
        <option value="">{none}</option>
        {options.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </Around>
  );
}

/**
 * A choice of which all is seen at once, with nothing chosen at first. The first of the buttons has the id; `children`
 * stands below them, for what one of the answers asks further.
 */
export function ChoiceField(
  field: Common & { readonly options: readonly Option[]; readonly children?: ComponentChildren },
) {
  const { id, label, value, onValue, options, problem, hint, heard, children } = field;
  return (
    <fieldset class={problem === undefined ? 'field' : 'field wrong'} {...tied(field)}>
      <legend>{label}</legend>
      <Help id={id} hint={hint} heard={heard} />
      <div class="choices">
        {options.map(([one, words], index) => (
          <label key={one} class="choice">
            <input
              {...PRIVATE_FIELD}
              type="radio"
              id={index === 0 ? id : `${id}-${one}`}
              name={id}
              value={one}
              checked={value === one}
              onChange={() => onValue(one)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
      <Wrong id={id} problem={problem} />
      {children}
    </fieldset>
  );
}

/** Brings the control of an answer into view and puts the cursor there; opens what it is folded away in. */
export function goToField(id: string): void {
  const control = document.getElementById(id);
  control?.closest('details')?.setAttribute('open', '');
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}

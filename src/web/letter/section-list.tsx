import { isOptional } from '../../compose/list-variants.ts';
import { findField } from '../../model/field.ts';
import { SECTIONS, type SectionKey } from '../../model/section.ts';
import { setTo } from '../page/set-to.ts';
import { leftOut, type SectionState, stateOf, template } from './letter-state.ts';

/** Every section of the letter in its order, and how it stands with each, in words and by a sign. */
export function SectionList() {
  const { sections = [] } = template.value ?? {};
  return sections.length === 0 ? null : (
    <ol class="sections" aria-label="Sections">
      {sections.map((section) => (
        <OneSection key={section} section={section} />
      ))}
    </ol>
  );
}

const SIGNS: Readonly<Record<SectionState, readonly [sign: string, words: string]>> = {
  there: ['✓', 'there'],
  asks: ['!', 'asks for'],
  waits: ['…', 'waits'],
  'left-out': ['–', 'not in this letter'],
};

function OneSection({ section }: { readonly section: SectionKey }) {
  const { state, facts } = stateOf(section);
  const [sign, words] = SIGNS[state];
  const asked = facts.map((name) => findField(name)?.label.toLowerCase() ?? name).join(', ');
  return (
    <li class={state}>
      <b class="sign" aria-hidden="true">
        {sign}
      </b>
      {SECTIONS[section]}: {asked === '' ? words : `${words} ${asked}`}
      <InOrOut section={section} />
    </li>
  );
}

function InOrOut({ section }: { readonly section: SectionKey }) {
  if (template.value === undefined || !isOptional(template.value, section)) return null;
  const isOut = leftOut.value.includes(section);
  const others = leftOut.value.filter((one) => one !== section);
  return (
    <button type="button" class="quiet" onClick={setTo(leftOut, isOut ? others : [...others, section])}>
      {isOut ? 'Put it back' : 'Leave it out'}
      <span class="unseen">: {SECTIONS[section]}</span>
    </button>
  );
}

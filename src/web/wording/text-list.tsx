import { signal } from '@preact/signals';
import { templatesWith } from '../../guarantee/compare-wordings.ts';
import { SECTIONS, type SectionKey } from '../../model/section.ts';
import { SelectField } from '../page/fields.tsx';
import { keepIn } from '../page/set-to.ts';
import { stateWords } from './states.ts';
import { checked, drafts, idOf, openPath, sources, standings } from './wording-state.ts';

/** Every text by what it is and how it stands; a template narrows the list to what it can say. */

const template = signal('');
const isOpenOnly = signal(false);

/** The list of texts, with its filters. */
export function TextList() {
  const names = checked.value.library?.templates.map(({ name }) => name) ?? [];
  return (
    <>
      <SelectField
        id="wording-template"
        label="Texts of"
        value={template.value}
        options={names.map((name) => [name, name])}
        none="every template"
        onValue={keepIn(template)}
      />
      <label class="choice">
        <input
          type="checkbox"
          autocomplete="off"
          checked={isOpenOnly.value}
          onChange={({ currentTarget }) => {
            isOpenOnly.value = currentTarget.checked;
          }}
        />
        <span>Only what needs someone's eye</span>
      </label>
      {groups().map((group) => (
        <OneGroup key={group.label} group={group} />
      ))}
    </>
  );
}

/** The texts of one section; open where one of them is, or where a template or the eye asks for a few. */
function OneGroup({ group: { label, paths } }: { readonly group: Group }) {
  const isFew = template.value !== '' || isOpenOnly.value;
  return (
    <details class="texts" open={isFew || paths.includes(openPath.value)}>
      <summary>
        {label} <span class="hint">{paths.length}</span>
      </summary>
      {paths.map((path) => (
        <OneText key={path} path={path} />
      ))}
    </details>
  );
}

function OneText({ path }: { readonly path: string }) {
  const [sign, words] = stateWords(path, standings.value.get(idOf(path)), drafts.value.has(path));
  return (
    <button
      type="button"
      aria-current={openPath.value === path ? 'true' : undefined}
      onClick={() => {
        openPath.value = path;
      }}
    >
      <b class="sign" aria-hidden="true">
        {sign}
      </b>
      {nameOf(path)} <span class="hint">{words}</span>
    </button>
  );
}

interface Group {
  readonly label: string;
  readonly paths: readonly string[];
}

function groups(): Group[] {
  const byLabel = new Map<string, string[]>();
  for (const { path } of sources.value)
    if (isText(path) && isShown(path))
      byLabel.set(labelOf(path), [...(byLabel.get(labelOf(path)) ?? []), path]);
  return [...byLabel].map(([label, paths]) => ({ label, paths }));
}

const isText = (path: string) =>
  /^(templates|snippets|enclosures)\/.*\.md$/.test(path) || path === 'snippets/rules.yaml';

function isShown(path: string): boolean {
  const { library } = checked.value;
  if (isOpenOnly.value && ['approved', 'withdrawn'].includes(standings.value.get(idOf(path))?.state ?? ''))
    return drafts.value.has(path);
  if (template.value === '' || library === undefined) return true;
  const snippet = library.snippets.find(({ id }) => id === idOf(path));
  return snippet === undefined
    ? path === `templates/${template.value}.md`
    : templatesWith(snippet, library).includes(template.value);
}

function labelOf(path: string): string {
  const [folder = '', section = ''] = path.split('/');
  if (folder === 'templates') return 'Templates';
  if (folder === 'enclosures') return 'Enclosures';
  return section === 'rules.yaml' ? 'Rules of tone' : (SECTIONS[section as SectionKey] ?? section);
}

/** The last part of a path, as the list has it below its heading. */
const nameOf = (path: string) => (path.split('/').at(-1) ?? path).replace(/\.(md|yaml)$/, '');

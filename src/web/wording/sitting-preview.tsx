import { useSignal } from '@preact/signals';
import { type Preview, previewOf } from '../../guarantee/preview.ts';
import { canonicalTexts } from '../../library/canonical-texts.ts';
import { Blocks } from '../dial/words.tsx';
import { checked, disk, sources } from './wording-state.ts';
import { WordsChanged } from './words-changed.tsx';

/** What someone reads before they decide about several texts: each change once, and the whole messages that it touches. */
export function SittingPreview({ ids }: { readonly ids: readonly string[] }) {
  const isOpen = useSignal(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>What this decides about: {ids.length === 1 ? 'one text' : `${ids.length} texts`}</summary>
      {isOpen.value ? <WholePreview ids={ids} /> : null}
    </details>
  );
}

function WholePreview({ ids }: { readonly ids: readonly string[] }) {
  const preview = previewFor(ids);
  if (preview === undefined) return null;
  const { sameAsBefore, changes, variants, alone } = preview;
  return (
    <>
      <p>In {variants.length} whole messages.</p>
      {sameAsBefore.length === 0 ? null : (
        <p>Says the same as before in every case, so only to be confirmed: {sameAsBefore.join(', ')}.</p>
      )}
      {changes.map(({ change, templates }) => (
        <div key={`${change.before} ${change.after}`}>
          <p class="hint">
            {change.ids.join(', ')}
            {templates.length === 0 ? '' : `; shown by ${templates.join(', ')}`}
          </p>
          <WordsChanged before={change.before} after={change.after} />
        </div>
      ))}
      {alone.map(({ id, text }) => (
        <pre key={id} class="difference">
          {text}
        </pre>
      ))}
      {variants.slice(0, MOST).map(({ template, told, message }, index) => (
        <figure key={index} class="exhibit">
          <figcaption class="hint">
            {template.header.title}: {told}
          </figcaption>
          {message.sections.map(({ section, blocks }) => (
            <Blocks key={section} blocks={blocks} />
          ))}
        </figure>
      ))}
      {variants.length > MOST ? (
        <p class="hint">And {variants.length - MOST} more: closewell approve shows them all.</p>
      ) : null}
    </>
  );
}

/** More would not be read on a page. */
const MOST = 40;

function previewFor(ids: readonly string[]): Preview | undefined {
  const { library } = checked.value;
  if (library === undefined) return undefined;
  const all = canonicalTexts(sources.value);
  const texts = new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) ?? ''] as const] : [])));
  const edits = [...texts].flatMap(([id, after]) => {
    const before = disk.value?.approved[id];
    return before === undefined || before === after ? [] : [{ id, before, after }];
  });
  return previewOf(library, { texts, edits });
}

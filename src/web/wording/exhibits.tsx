import { computed, useSignal } from '@preact/signals';
import { templatesWith } from '../../guarantee/compare-wordings.ts';
import { type Exhibit, type Gallery, snippetGallery, templateGallery } from '../../guarantee/gallery.ts';
import { Blocks } from '../dial/words.tsx';
import { checked, idOf, openPath } from './wording-state.ts';

/** All that the open text can say, each wording with one client who would hear it: what is approved is what is seen. */
export function Exhibits() {
  const isAll = useSignal(false);
  const { value: gallery } = shownGallery;
  if (gallery === undefined) return null;
  const shown = isAll.value ? gallery.exhibits : gallery.exhibits.slice(0, FIRST);
  return (
    <section class="card" aria-label="What clients hear">
      <h3>What clients hear: {gallery.exhibits.length}</h3>
      {checked.value.isCurrent ? null : <p class="hint">As it was before the problem.</p>}
      <Touched />
      {shown.map((exhibit) => (
        <OneExhibit key={exhibit.told} exhibit={exhibit} />
      ))}
      {shown.length < gallery.exhibits.length ? (
        <button
          type="button"
          onClick={() => {
            isAll.value = true;
          }}
        >
          Show all {gallery.exhibits.length}
        </button>
      ) : null}
    </section>
  );
}

/** As many as one reads at a glance. */
const FIRST = 6;

/** Worked out again only when the checks are through with the text, not at every key. */
const shownGallery = computed((): Gallery | undefined => {
  const { library } = checked.value;
  const path = openPath.value;
  const snippet = library?.snippets.find(({ id }) => id === idOf(path));
  const template = library?.templates.find(({ name }) => `templates/${name}.md` === path);
  if (library === undefined) return undefined;
  if (snippet !== undefined) return snippetGallery(snippet, library);
  return template && templateGallery(template, library);
});

function Touched() {
  const { library } = checked.value;
  const snippet = library?.snippets.find(({ id }) => id === idOf(openPath.value));
  if (library === undefined || snippet === undefined) return null;
  return <p class="hint">Said in: {templatesWith(snippet, library).join(', ')}.</p>;
}

function OneExhibit({ exhibit: { told, parts } }: { readonly exhibit: Exhibit }) {
  return (
    <figure class="exhibit">
      <figcaption class="hint">{told}</figcaption>
      {parts.map(({ label, snippet, blocks }) => (
        <div key={`${label} ${snippet}`}>
          <Blocks blocks={blocks} isPlain />
        </div>
      ))}
    </figure>
  );
}

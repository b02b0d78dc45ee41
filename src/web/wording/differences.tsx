import { computed } from '@preact/signals';
import { compareWordings } from '../../guarantee/compare-wordings.ts';
import { pastSnippet, snippetOf } from '../../guarantee/preview.ts';
import { canonicalTexts } from '../../library/canonical-texts.ts';
import { checked, disk, idOf, openPath, openText } from './wording-state.ts';
import { WordsChanged } from './words-changed.tsx';

/** The open text against the form that was approved last. */
export function AgainstApproved({ path }: { readonly path: string }) {
  const id = idOf(path);
  const before = disk.value?.approved[id];
  const after = canonicalTexts([{ path, text: openText.value ?? '' }]).get(id);
  if (before === undefined || after === undefined || before === after) return null;
  return (
    <section class="card" aria-label="Against the approved text">
      <h3>Against the approved text</h3>
      <WordsChanged before={before} after={after} />
      <p class="hint">{wordingsChanged.value}</p>
    </section>
  );
}

/** How many wordings went, came and stayed; worked out when the checks are through with the text. */
const wordingsChanged = computed((): string => {
  const { library } = checked.value;
  const id = idOf(openPath.value);
  const [old, now] = [pastSnippet(id, disk.value?.approved[id] ?? ''), library && snippetOf(id, library)];
  if (library === undefined || old === undefined || now === undefined) return '';
  const { gone, fresh, same } = compareWordings(old, now, library);
  return gone.length + fresh.length === 0
    ? 'Clients would hear the same in every case.'
    : `Wordings that are no longer said: ${gone.length}. New: ${fresh.length}. As before: ${same.length}.`;
});

import { useEffect } from 'preact/hooks';
import { ChangeEverywhere } from './change-everywhere.tsx';
import { NewSnippet } from './new-snippet.tsx';
import { TextList } from './text-list.tsx';
import { TextView } from './text-view.tsx';
import { disk, drafts, openPath, readDisk, watchTexts } from './wording-state.ts';

/** The wording of the practice folder: every text on the left, the open one on the right. */
export function WordingView() {
  useEffect(() => {
    if (disk.peek() === undefined) void readDisk();
    const stop = watchTexts();
    window.addEventListener('beforeunload', warn);
    return () => {
      stop();
      window.removeEventListener('beforeunload', warn);
    };
  }, []);
  return (
    <div class={`two-sides show-${openPath.value === '' ? 'form' : 'script'}`}>
      <h1 class="unseen">Wording</h1>
      <section class="side form-side" aria-label="Texts">
        <NewSnippet />
        <ChangeEverywhere />
        <TextList />
      </section>
      <section class="side script-side" aria-label="The open text">
        <TextView />
      </section>
      <div class="phone-bar">
        <button
          type="button"
          onClick={() => {
            openPath.value = '';
          }}
        >
          All texts
        </button>
      </div>
    </div>
  );
}

/** The browser asks before it closes a page with unsaved wording. */
function warn(event: BeforeUnloadEvent): void {
  if (drafts.value.size > 0) event.preventDefault();
}

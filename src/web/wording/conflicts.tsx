import { conflicts, keepMine, takeTheirs } from './saving.ts';
import { drafts } from './wording-state.ts';
import { WordsChanged } from './words-changed.tsx';

/** What someone else saved while a draft was open, word by word beside the draft; one of the two is chosen by hand. */
export function Conflicts() {
  return (
    <>
      {conflicts.value.map((file) => (
        <section key={file.path} class="banner stop" aria-label="Changed by someone else">
          <h3>{file.path} was saved by someone else meanwhile</h3>
          <p>What they have, struck out where yours differs, and yours underlined:</p>
          <WordsChanged before={file.text} after={drafts.value.get(file.path)?.text ?? ''} />
          <div class="actions">
            <button type="button" onClick={() => keepMine(file)}>
              Keep mine, to save it over theirs
            </button>
            <button type="button" onClick={() => takeTheirs(file)}>
              Take theirs
            </button>
          </div>
        </section>
      ))}
    </>
  );
}

import { attempts, clientFile, form, opened } from '../case/case-state.ts';
import { clientFileText } from '../case/client-file.ts';
import { saveText } from '../page/download.ts';
import { Answer } from './answers.tsx';

/** Saving a client file: only when asked, and never without saying what it means. */
export function SaveClient() {
  const isWaiting = clientFile.value === undefined;
  const isRewritten = opened.value !== undefined && opened.value.form !== form.value;
  return (
    <>
      <p class="banner minimal">
        <b>Mind: </b>the file holds what you typed about this person, in plain text, wherever you put it. Keep
        it only where your records may be kept. The page itself keeps nothing.
      </p>
      <Answer id="clientId" />
      <Answer id="fullName" />
      <Answer id="label" />
      <Answer id="phone" />
      <button type="button" aria-disabled={isWaiting} onClick={() => void save()}>
        Save the file
      </button>
      {isRewritten ? (
        <p class="hint">
          Answers were changed, so the file is written anew: comments in the opened one are not kept.
        </p>
      ) : null}
      {isWaiting ? <p class="hint">It waits for the answers above.</p> : null}
    </>
  );
}

async function save(): Promise<void> {
  const client = clientFile.value?.client;
  if (client === undefined) return;
  const file = opened.value;
  const isSame = file !== undefined && file.form === form.value;
  const unchanged = isSame ? { text: file.text, attempts: attempts.value } : undefined;
  saveText(await clientFileText({ client, ...(unchanged && { unchanged }) }), 'closewell-client.yaml');
}

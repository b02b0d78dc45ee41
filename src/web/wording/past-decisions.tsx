import { useSignal } from '@preact/signals';
import type { PastDecision } from '../wording-desk.ts';
import { whyRefused } from './saving.ts';
import { desk, idOf } from './wording-state.ts';

/** Who decided what about the text, oldest first, with the words of each approved form. */
export function PastDecisions({ path }: { readonly path: string }) {
  const past = useSignal<readonly PastDecision[] | undefined>(undefined);
  const fault = useSignal('');
  const read = async () => {
    const answer = await desk.value?.history(idOf(path));
    if (answer === undefined) return;
    if ('value' in answer) past.value = answer.value.history;
    else fault.value = whyRefused(answer);
  };
  return (
    <details class="card" onToggle={({ currentTarget }) => currentTarget.open && void read()}>
      <summary>History</summary>
      <p role="status">{fault.value}</p>
      {past.value?.length === 0 ? <p>Nothing was ever decided about it.</p> : null}
      <ol>
        {past.value?.map((one, index) => (
          <li key={index}>
            {tell(one)}
            {one.text === undefined ? null : <pre class="difference">{one.text}</pre>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function tell({ kind, on, by, role, because, note, reviewBy }: PastDecision): string {
  const who = role === undefined ? by : `${by}, ${role}`;
  const more = [reviewBy === undefined ? '' : `To be read again by ${reviewBy}.`, because ?? '', note ?? ''];
  return [`${on}: ${WORDS[kind]} by ${who}.`, ...more].filter((part) => part !== '').join(' ');
}

const WORDS: Readonly<Record<PastDecision['kind'], string>> = {
  approved: 'approved',
  withdrawn: 'withdrawn',
  asked: 'approval asked for',
  returned: 'sent back',
};

import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { Later } from './later.tsx';

/** What is folded away, and loaded when it is opened for the first time. */
export function Folded({
  title,
  about,
  load,
}: {
  readonly title: string;
  readonly about: string;
  readonly load: () => Promise<() => ComponentChild>;
}) {
  const wasOpened = useSignal(false);
  return (
    <details
      class="card"
      onToggle={({ currentTarget }) => {
        wasOpened.value ||= currentTarget.open;
      }}
    >
      <summary>
        {title} <small>{about}</small>
      </summary>
      {wasOpened.value ? <Later load={load} /> : null}
    </details>
  );
}

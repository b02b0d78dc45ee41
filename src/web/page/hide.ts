import { isHidden } from './page-state.ts';

/** One key hides everything: Escape, pressed twice within a second. The same shows it again. */

const TWICE_WITHIN = 1_000;

/** Listens for the key, wherever the cursor is, dialogs included. */
export function listenForHiding(page: Window): void {
  let last = Number.NEGATIVE_INFINITY;
  page.addEventListener(
    'keydown',
    ({ key, repeat, timeStamp }) => {
      if (key !== 'Escape' || repeat) return;
      const isSecond = timeStamp - last < TWICE_WITHIN;
      last = isSecond ? Number.NEGATIVE_INFINITY : timeStamp;
      if (isSecond) isHidden.value = !isHidden.value;
    },
    { capture: true },
  );
}

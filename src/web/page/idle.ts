import { signal } from '@preact/signals';
import { clearCase, hasCase } from '../case/case-state.ts';

/** Clears the client when nobody has touched the page for five minutes: the next one may be in the chair. */

/** Milliseconds without a touch until the warning, and from the warning until the client is cleared. */
const IDLE = { warning: 4 * 60_000, clearing: 60_000 } as const;

/** Whether the warning stands: the client goes within the minute unless the page is touched. */
export const isWarned = signal(false);

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart'] as const;

/** Starts counting anew at every touch; without a client in the page there is nothing to clear. */
export function watchIdle(page: Window): void {
  let timer = 0;
  let last = Date.now();
  const clear = () => {
    if (hasCase.value) clearCase();
    isWarned.value = false;
  };
  const warn = () => {
    isWarned.value = hasCase.value;
    timer = page.setTimeout(isWarned.value ? clear : warn, isWarned.value ? IDLE.clearing : IDLE.warning);
  };
  const touched = () => {
    // A machine that slept has not counted.
    if (Date.now() - last > IDLE.warning + IDLE.clearing) clear();
    last = Date.now();
    isWarned.value = false;
    page.clearTimeout(timer);
    timer = page.setTimeout(warn, IDLE.warning);
  };
  for (const sign of SIGNS) page.addEventListener(sign, touched, { capture: true, passive: true });
  page.document.addEventListener('visibilitychange', () => {
    if (Date.now() - last > IDLE.warning + IDLE.clearing) clear();
  });
  touched();
}

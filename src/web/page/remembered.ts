import { effect } from '@preact/signals';
import { clinicianKey } from './page-state.ts';

/** The one thing that the page keeps in the browser, and only where the clinician says so: who she is. */

const KEY = 'closewell.clinician';

/** Whether this browser has been told who uses it. */
export const isRemembered = (): boolean => read() !== undefined;

/** Keeps who uses the page, or forgets it. A browser that keeps nothing is left alone. */
export function remember(isWanted: boolean): void {
  try {
    if (isWanted) localStorage.setItem(KEY, clinicianKey.value);
    else localStorage.removeItem(KEY);
  } catch {
    // Some browsers keep nothing for pages that are files.
  }
}

/** Takes up what was kept, where the practice still has such a clinician; a practice of one has nobody to choose from. */
export function recallClinician(keys: readonly string[]): void {
  const [only, ...others] = keys;
  const kept = read();
  clinicianKey.value = keys.find((key) => key === kept) ?? (others.length === 0 ? (only ?? '') : '');
  effect(() => {
    if (clinicianKey.value !== '' && isRemembered()) remember(true);
  });
}

function read(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

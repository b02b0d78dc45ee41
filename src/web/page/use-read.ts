import { useComputed } from '@preact/signals';

/**
 * What `read` makes of signals; the component is drawn again only when that changes, rather than at every key in any
 * field. Return words or numbers: a new list each time is a change each time.
 */
export const useRead = <T>(read: () => T): T => useComputed(read).value;

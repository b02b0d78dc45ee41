import type { Signal } from '@preact/signals';

/** A handler that sets the signal to the value. */
export const setTo =
  <T>(signal: Signal<T>, value: T) =>
  (): void => {
    signal.value = value;
  };

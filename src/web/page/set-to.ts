import type { Signal } from '@preact/signals';

/** A handler that sets the signal to the value. */
export const setTo =
  <T>(signal: Signal<T>, value: T) =>
  (): void => {
    signal.value = value;
  };

/** A handler that keeps in the signal whatever it is given: the other half of a control that shows the signal. */
export const keepIn =
  <T>(signal: Signal<T>) =>
  (value: T): void => {
    signal.value = value;
  };

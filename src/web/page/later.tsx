import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';

/** A part of the page that is loaded when it is first shown. */
export function Later({ load }: { readonly load: () => Promise<() => ComponentChild> }) {
  const view = useSignal<{ readonly View: () => ComponentChild } | undefined>(undefined);
  useEffect(() => {
    void load().then((View) => {
      view.value = { View };
    });
  }, []);
  return view.value === undefined ? <p class="hint">One moment …</p> : <view.value.View />;
}

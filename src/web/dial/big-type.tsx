import { signal } from '@preact/signals';
import { onClear } from '../case/case-state.ts';
import { Later } from '../page/later.tsx';
import { setTo } from '../page/set-to.ts';
import type { WayOf } from './call-state.ts';
import { isWithheld } from './edit-state.ts';

/** The words in big type, for reading aloud; the column itself is loaded when it is first opened. */

/** Whether big type is open. */
export const isBig = signal(false);
onClear(setTo(isBig, false));

/** The button that opens it; it waits while an error stands in the clinician's own words. */
export function BigType({ way }: { readonly way: WayOf }) {
  if (isWithheld(way))
    return <p class="hint">Big type waits until what is wrong in your own words is mended.</p>;
  return (
    <>
      <button type="button" id="big-type" class="main" onClick={setTo(isBig, true)}>
        Read in big type
      </button>
      {isBig.value ? <Later load={async () => (await import('./big-column.tsx')).BigColumn} /> : null}
    </>
  );
}

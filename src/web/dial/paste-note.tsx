import { signal } from '@preact/signals';
import { fillFromNote, onClear } from '../case/case-state.ts';
import { MOST_NOTE, readNote } from '../case/read-note.ts';
import { TextField } from '../page/fields.tsx';
import { clinicianKey, library, today } from '../page/page-state.ts';

/** Filling the form from the last contact note, so that the second call is not typed again. */

const pasted = signal('');
/** What came of it, in words. */
const said = signal('');
onClear(() => {
  pasted.value = '';
  said.value = '';
});

export function PasteNote() {
  return (
    <>
      <TextField
        id="last-note"
        label="The last contact note, as Closewell made it"
        value={pasted.value}
        most={MOST_NOTE}
        rows={4}
        onValue={(text) => {
          pasted.value = text;
        }}
      />
      <button type="button" onClick={fill}>
        Fill the form
      </button>
      <p role="status">{said.value}</p>
    </>
  );
}

function fill(): void {
  const read = library.value && readNote(pasted.value, library.value, today.value);
  if (read === undefined) {
    said.value = 'Nothing in it is in the words of this practice, so nothing was filled.';
    return;
  }
  fillFromNote(read);
  if (clinicianKey.value === '') clinicianKey.value = read.clinician ?? '';
  said.value = 'Filled. Whether to consult first, and safety, are asked anew; look at the rest again.';
}

import { useSignal } from '@preact/signals';

/** A button that puts a text on the clipboard, and says once that it did. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const said = useSignal('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.value = 'Copied.';
    } catch {
      said.value = 'The browser would not: mark the text and copy it by hand.';
    }
  };
  return (
    <>
      <button type="button" class="main" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{said.value}</span>
    </>
  );
}

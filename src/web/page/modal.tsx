import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A dialog above everything else: the browser keeps the cursor in it, and gives it back where it was. */
export function Modal({
  label,
  name,
  onClose,
  onKey,
  children,
}: {
  readonly label: string;
  /** The class that gives it its look. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} class={name} aria-label={label} onClose={onClose} onKeyDown={onKey}>
      {children}
    </dialog>
  );
}

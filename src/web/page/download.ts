/** Hands a text to the browser to save. The name never comes from what was typed, and the page keeps no copy. */
export function saveText(text: string, name: string): void {
  save(new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
}

/** The same for a PDF. */
export function savePdf(bytes: Uint8Array, name: string): void {
  save(new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), name);
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

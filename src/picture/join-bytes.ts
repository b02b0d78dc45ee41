/** The parts as one; the characters of text are bytes. */
export function joinBytes(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'string')
      for (let index = 0; index < part.length; index += 1) joined[at + index] = part.charCodeAt(index);
    else joined.set(part, at);
    at += part.length;
  }
  return joined;
}

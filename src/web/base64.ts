/** The bytes that a base64 text stands for. */
export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64.trim()), (character) => character.charCodeAt(0));

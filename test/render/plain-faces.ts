import type { Face, Faces } from '../../src/render/pdf-faces.ts';

/** A face of ASCII only in which every character is half as wide as it is high, so that a test can count. */
const plainFace: Face = {
  has: (codePoint) => codePoint < 0x80,
  width: (text, size) => (Array.from(text).length * size) / 2,
  draw: () => undefined,
};

export const plainFaces: Faces = { regular: plainFace, semibold: plainFace };

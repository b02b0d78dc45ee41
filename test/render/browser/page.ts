/** Runs in a browser: renders the sample letters and leaves their bytes in the page, as base64 by name. */
import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf';
import semibold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf';
import { renderLetterPdf } from '../../../src/render/letter-pdf.ts';
import { fullLetter, largeLetter, listLetter, longLetter, shortLetter } from '../sample-letters.ts';

const base64 = (bytes: Uint8Array = new Uint8Array()) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const rendered = Object.entries({ shortLetter, listLetter, longLetter, fullLetter, largeLetter }).map(
  ([name, letter]) => [name, base64(renderLetterPdf(letter, { regular, semibold }).value)],
);
(globalThis as unknown as { document: { body: { textContent: string } } }).document.body.textContent =
  JSON.stringify(Object.fromEntries(rendered));

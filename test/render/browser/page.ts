/** Runs in a browser: renders the sample letters and leaves their bytes in the page, as base64 by name. */
import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf';
import semibold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf';
import emoji from '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf';
import arabic from '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf';
import boldArabic from '@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf';
import devanagari from '@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf';
import boldDevanagari from '@expo-google-fonts/noto-sans-devanagari/600SemiBold/NotoSansDevanagari_600SemiBold.ttf';
import hebrew from '@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf';
import boldHebrew from '@expo-google-fonts/noto-sans-hebrew/600SemiBold/NotoSansHebrew_600SemiBold.ttf';
import { renderLetterPdf } from '../../../src/render/letter-pdf.ts';
import { mixedLetter } from '../mixed-letter.ts';
import {
  drawnLetter,
  fullLetter,
  largeLetter,
  listLetter,
  longLetter,
  shortLetter,
} from '../sample-letters.ts';

const base64 = (bytes: Uint8Array = new Uint8Array()) =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

const fonts = {
  regular,
  semibold,
  others: {
    arabic: { regular: arabic, semibold: boldArabic },
    hebrew: { regular: hebrew, semibold: boldHebrew },
    devanagari: { regular: devanagari, semibold: boldDevanagari },
    emoji: { regular: emoji, semibold: emoji },
  },
};

const letters = { mixedLetter, shortLetter, listLetter, longLetter, fullLetter, largeLetter, drawnLetter };
const rendered = Object.entries(letters).map(([name, letter]) => [
  name,
  base64(renderLetterPdf(letter, fonts).value),
]);
(globalThis as unknown as { document: { body: { textContent: string } } }).document.body.textContent =
  JSON.stringify(Object.fromEntries(rendered));

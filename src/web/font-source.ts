import type { FontFiles } from '../render/pdf-faces.ts';
import { bytesOf } from './base64.ts';
import { shipmentOf } from './wording-source.ts';

/** The letter's two fonts, asked for when the first letter is made: inside the one file, else beside the page. */
export async function readFonts(page: Document): Promise<FontFiles> {
  const [regular, semibold] = await Promise.all([
    readFont(page, 'Inter_400Regular.ttf'),
    readFont(page, 'Inter_600SemiBold.ttf'),
  ]);
  return { regular, semibold };
}

async function readFont(page: Document, name: string): Promise<Uint8Array> {
  if (shipmentOf(page) === 'file') return bytesOf(page.getElementById(name)?.textContent ?? '');
  const answer = await fetch(`fonts/${name}`, { credentials: 'omit' });
  if (!answer.ok) throw new Error('font');
  return new Uint8Array(await answer.arrayBuffer());
}

import { bothOf, FAMILIES, type FamilyName } from '../render/font-families.ts';
import type { FontFiles, Weights } from '../render/pdf-faces.ts';
import { bytesOf } from './base64.ts';
import { shipmentOf } from './wording-source.ts';

/** The letter's own font, asked for when the first letter is made: inside the one file, else beside the page. */
export async function readFonts(page: Document): Promise<FontFiles> {
  const inter = await readBoth(page, bothOf('Inter'));
  if (inter === undefined) throw new Error('font');
  return inter;
}

/** The fonts of a family beside it; undefined where they did not come with the page. */
export async function readFamily(page: Document, name: FamilyName): Promise<Weights<Uint8Array> | undefined> {
  const family = FAMILIES.find((one) => one.name === name);
  return family && readBoth(page, family.files);
}

async function readBoth(page: Document, files: Weights<string>): Promise<Weights<Uint8Array> | undefined> {
  const [regular, semibold] = await Promise.all([
    readFont(page, files.regular),
    readFont(page, files.semibold),
  ]);
  return regular && semibold && { regular, semibold };
}

async function readFont(page: Document, path: string): Promise<Uint8Array | undefined> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (shipmentOf(page) === 'file') {
    const base64 = page.getElementById(name)?.textContent;
    return base64 ? bytesOf(base64) : undefined;
  }
  const answer = await fetch(`fonts/${name}`, { credentials: 'omit' }).catch(() => undefined);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}

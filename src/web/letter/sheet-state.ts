import { computed, effect, signal } from '@preact/signals';
import type { Picture } from '../../picture/picture.ts';
import { hasErrors, type Problem } from '../../problem.ts';
import { type FamilyName, listFamilies } from '../../render/font-families.ts';
import type { SetLetter } from '../../render/letter-pdf.ts';
import type { FontFiles, Weights } from '../../render/pdf-faces.ts';
import { readFamily, readFonts } from '../font-source.ts';
import { pageData } from '../page/page-state.ts';
import { message } from './letter-state.ts';
import type { Press } from './paper.ts';

/** The letter as it lies on its paper, in the same places as in the PDF; what sets it is loaded on the first look. */

/** What sets letters, once it is here. */
const press = signal<Press | undefined>(undefined);

/** Whether what sets letters could not be had. */
export const isPressMissing = signal(false);

/** The family under which the browser knows the letters' type. */
export const LETTER_FAMILY = 'Closewell Letter';

/** Loads what sets letters, once. */
export async function readyPress(page: Document): Promise<void> {
  if (press.value !== undefined || pageData.value === undefined) return;
  try {
    const [{ openPress }, fonts] = await Promise.all([import('./paper.ts'), readFonts(page)]);
    await showFonts(page, fonts);
    const data = pageData.value;
    press.value = openPress(fonts, data);
    effect(() => void readMissing(page, (others) => openPress({ ...fonts, others }, data)));
    isPressMissing.value = false;
  } catch {
    isPressMissing.value = true;
  }
}

/** The families that were asked for beside the letters' own, and what came; `undefined` is on its way. */
const families = signal<ReadonlyMap<FamilyName, Weights<Uint8Array> | 'none' | undefined>>(new Map());

/** The families that the letter's characters ask for and that are not here yet. */
const missing = computed(() =>
  letter.value === undefined
    ? []
    : listFamilies(letter.value).filter((name) => families.value.get(name) === undefined),
);

/** Asks for each missing family once, and opens the press anew with what came. */
async function readMissing(
  page: Document,
  open: (others: NonNullable<FontFiles['others']>) => Press,
): Promise<void> {
  for (const name of missing.value) {
    if (families.peek().has(name)) continue;
    families.value = new Map(families.peek()).set(name, undefined);
    const came = (await readFamily(page, name)) ?? 'none';
    families.value = new Map(families.peek()).set(name, came);
    const here = [...families.peek()].flatMap(([one, files]) =>
      files === undefined || files === 'none' ? [] : [[one, files] as const],
    );
    press.value = open(Object.fromEntries(here));
  }
}

async function showFonts(page: Document, { regular, semibold }: FontFiles): Promise<void> {
  const faces = [
    new FontFace(LETTER_FAMILY, copyOf(regular)),
    new FontFace(LETTER_FAMILY, copyOf(semibold), { weight: '600' }),
  ];
  for (const face of faces) page.fonts.add(await face.load());
}

/** The bytes in memory of their own, as the browser wants them. */
const copyOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

const paged = computed(() => message.value && press.value?.pageOf(message.value));

/** The letter with its parts on the page; undefined while there is none. */
export const letter = computed(() => paged.value?.value);

/** The address in the browser of a picture on the letter, as it goes into HTML as well. */
export function pictureAddress({ digest, file, media }: Picture): string {
  const known =
    addresses.get(digest) ?? URL.createObjectURL(new Blob([new Uint8Array(file)], { type: media }));
  addresses.set(digest, known);
  return known;
}

const addresses = new Map<string, string>();

const lines = computed(() =>
  missing.value.length > 0 ? undefined : letter.value && press.value?.set(letter.value),
);

/** The letter with every line in its place; undefined while there is none. */
export const sheet = computed((): SetLetter | undefined => lines.value?.value);

/** What stands in the way of drawing it, or has to be minded. */
export const sheetProblems = computed((): readonly Problem[] => [
  ...(paged.value?.problems ?? []),
  ...(lines.value?.problems ?? []),
]);

/** Whether there is a letter that can go out. */
export const isReady = computed(() => sheet.value !== undefined && !hasErrors(sheetProblems.value));

/** The bytes of the PDF, the same that the command line makes; undefined where there can be none. */
export const makePdf = (): Uint8Array | undefined => letter.value && press.value?.draw(letter.value).value;

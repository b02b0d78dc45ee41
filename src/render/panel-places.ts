/**
 * Where things stand above the first fold, for forms that are set on another computer. Its fonts are not known: how many
 * rows a line takes is estimated.
 */
import type { Problem } from '../problem.ts';
import type { Letter } from './letter.ts';
import {
  ADDRESS_FORMS,
  BELOW_PANEL,
  PICTURE,
  REFERENCE,
  SENDER,
  SENDER_FORMS,
  type Sheet,
  sheetOf,
  sizeOf,
  UNSEEN,
} from './pdf-measures.ts';
import { outsideWindow } from './pdf-window.ts';

/** In points from the upper left corner of the page. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

export interface Places {
  readonly sender: (typeof SENDER_FORMS)[number];
  readonly address: (typeof ADDRESS_FORMS)[number];
  readonly letterhead: Place;
  readonly addressee: Place;
  readonly date: Place;
  readonly delivery: Place;
  /** Where the page is folded, if that is to be seen. */
  readonly foldMark?: number;
  /** Where the letter itself begins. */
  readonly below: number;
}

/** Whether the address is on a page of its own before the letter: large print cannot grow a window. */
export const hasCover = ({ format, addressee }: Letter): boolean =>
  format.isLarge &&
  addressee.length > 0 &&
  sheetOf({ ...format, isLarge: false }, true).view?.safe !== undefined;

/** The places on a sheet for an envelope, as the PDF has them. */
export function placesOf(letter: Letter, { column, view }: Pick<Sheet, 'column' | 'view'>): Places {
  const { safe, exposed, fold = 0, isMarked = false } = view ?? {};
  const { sender, lowest } = chooseSender(letter, exposed?.top ?? Number.POSITIVE_INFINITY);
  const top = safe?.top ?? Math.max(UNSEEN.top, UNSEEN.gap + lowest);
  const left = Math.max(column.left, safe?.left ?? 0);
  const aside = Math.max((exposed?.right ?? 0) + REFERENCE.clearance, column.left + REFERENCE.indent);
  const room = safe === undefined ? Number.POSITIVE_INFINITY : safe.bottom - safe.top + 0.01;
  const width = safe === undefined ? UNSEEN.width : safe.right - left;
  const heightAt = (form: Type) => heightOf(letter.addressee, form, width);
  const address = ADDRESS_FORMS.find((form) => heightAt(form) <= room) ?? ADDRESS_FORMS[4];
  const date = { left: aside, top, width: column.right - aside };
  return {
    sender,
    address,
    letterhead: { left: column.left, top: SENDER.top, width: SENDER.width },
    addressee: { left, top, width },
    date,
    delivery: { ...date, top: top + (letter.date === '' ? 0 : ADDRESS_FORMS[0].height) },
    ...(isMarked ? { foldMark: fold } : {}),
    below: Math.max(fold, lowest, top + heightAt(address)) + BELOW_PANEL,
  };
}

/** What does not fit its window, by the same estimate; for a form whose lines the PDF's check does not see. */
export function checkPlaces(letter: Letter): Problem[] {
  const { view, column } = sheetOf({ ...letter.format, isLarge: false }, letter.addressee.length > 0);
  if (view?.safe === undefined || (letter.format.isLarge && !hasCover(letter))) return [];
  const { safe, exposed } = view;
  const { address, addressee } = placesOf(letter, { view, column });
  const { lowest } = chooseSender(letter, exposed?.top ?? Number.POSITIVE_INFINITY);
  const isOutside = heightOf(letter.addressee, address, addressee.width) > safe.bottom - safe.top + 0.01;
  return [
    ...(isOutside ? [outsideWindow('addressee')] : []),
    ...(exposed !== undefined && lowest > exposed.top ? [outsideWindow('letterhead')] : []),
  ];
}

interface Type {
  readonly size: number;
  readonly height: number;
}

/** The width of a letter on the average, per point of size; capitals and digits are wider, and so is this. */
const AVERAGE = 0.55;

const heightOf = (lines: readonly string[], { size, height }: Type, width: number): number =>
  lines.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil((line.length * size * AVERAGE) / width)) * height,
    0,
  );

/** The first type in which the sender's lines stay above the window, else the smallest. */
function chooseSender({ letterhead, logo }: Letter, most: number) {
  const heightAt = ({ name, lines }: (typeof SENDER_FORMS)[number]) =>
    heightOf(letterhead.slice(0, 1), name, SENDER.width) + heightOf(letterhead.slice(1), lines, SENDER.width);
  const sender = SENDER_FORMS.find((form) => SENDER.top + heightAt(form) <= most) ?? SENDER_FORMS[2];
  const drawn = logo === undefined ? 0 : sizeOf(logo.picture, PICTURE.logo).height;
  return { sender, lowest: SENDER.top + Math.max(drawn, heightAt(sender)) };
}

/**
 * Where things stand above the first fold, for forms that are set on another computer: widths are left to it, and every
 * line is taken to be one.
 */
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
export function placesOf(letter: Letter, { column, view }: Sheet): Places {
  const { safe, exposed, fold = 0, isMarked = false } = view ?? {};
  const { sender, lowest } = chooseSender(letter, exposed?.top ?? Number.POSITIVE_INFINITY);
  const top = safe?.top ?? Math.max(UNSEEN.top, UNSEEN.gap + lowest);
  const left = Math.max(column.left, safe?.left ?? 0);
  const aside = Math.max((exposed?.right ?? 0) + REFERENCE.clearance, column.left + REFERENCE.indent);
  const room = safe === undefined ? Number.POSITIVE_INFINITY : safe.bottom - safe.top + 0.01;
  const heightOf = ({ height }: { readonly height: number }) => letter.addressee.length * height;
  const address = ADDRESS_FORMS.find((form) => heightOf(form) <= room) ?? ADDRESS_FORMS[4];
  const date = { left: aside, top, width: column.right - aside };
  return {
    sender,
    address,
    letterhead: { left: column.left, top: SENDER.top, width: SENDER.width },
    addressee: { left, top, width: safe === undefined ? UNSEEN.width : safe.right - left },
    date,
    delivery: { ...date, top: top + (letter.date === '' ? 0 : ADDRESS_FORMS[0].height) },
    ...(isMarked ? { foldMark: fold } : {}),
    below: Math.max(fold, lowest, top + heightOf(address)) + BELOW_PANEL,
  };
}

/** The first type in which the sender's lines stay above the window, else the smallest. */
function chooseSender({ letterhead, logo }: Letter, most: number) {
  const heightOf = ({ name, lines }: (typeof SENDER_FORMS)[number]) =>
    name.height + Math.max(0, letterhead.length - 1) * lines.height;
  const sender = SENDER_FORMS.find((form) => SENDER.top + heightOf(form) <= most) ?? SENDER_FORMS[2];
  const drawn = logo === undefined ? 0 : sizeOf(logo.picture, PICTURE.logo).height;
  return { sender, lowest: SENDER.top + Math.max(drawn, heightOf(sender)) };
}

/** What stands above the first fold of a letter for an envelope: sender, addressee, date and delivery line. */
import type { View } from './envelope.ts';
import type { Letter } from './letter.ts';
import type { Faces } from './pdf-faces.ts';
import { setFigure } from './pdf-figure.ts';
import { type Form, heightOf, type Line, type Node, setRows } from './pdf-line.ts';
import {
  ADDRESS_FORMS,
  BELOW_PANEL,
  PICTURE,
  REFERENCE,
  SENDER,
  SENDER_FORMS,
  type Sheet,
  UNSEEN,
} from './pdf-measures.ts';

/** A page that is folded behind windows. */
export type Folded = Sheet & { readonly view: View };

interface Desk {
  readonly sheet: Folded;
  readonly faces: Faces;
  readonly root: Node;
}

/** The lines of the panel, all in fixed places: sender and addressee at the left, date and delivery line beside them. */
export function setPanel(letter: Letter, desk: Desk): Line[] {
  const sender = setSender(letter, desk);
  const top = Math.max(desk.sheet.view.safe?.top ?? UNSEEN.top, UNSEEN.gap + lowest(sender));
  const addressTop = desk.sheet.view.safe?.top ?? top;
  return [
    ...sender,
    ...setAddressee(letter.addressee, addressTop, desk),
    ...setReference(letter, addressTop, desk),
  ];
}

/** The upper edge of what is below the panel: past the fold, and past everything above it. */
export const belowPanel = (panel: readonly Line[], { fold }: View): number =>
  Math.max(fold, lowest(panel)) + BELOW_PANEL;

const lowest = (lines: readonly Line[]) =>
  Math.max(0, ...lines.map(({ fixed = 0, height }) => fixed + height));

function setSender({ letterhead: [name, ...rest], logo }: Letter, { sheet, faces, root }: Desk): Line[] {
  const { column, view } = sheet;
  const limit = view.exposed?.top ?? Number.POSITIVE_INFINITY;
  const node: Node = { tag: 'P', parent: root };
  const other: Node = { tag: 'P', parent: root };
  const form = { x: column.left, width: SENDER.width, gap: 0, part: 'sender' } as const;
  const set = (type: (typeof SENDER_FORMS)[number]) => {
    const first = { ...form, ...type.name, node, fixed: SENDER.top };
    const heading = setRows(name === undefined ? [] : [name], 'semibold', first, faces);
    const small = { ...form, ...type.lines, node: other, fixed: SENDER.top + heightOf(heading) };
    return [...heading, ...setRows(rest, 'regular', small, faces)];
  };
  const lines = firstFitting(SENDER_FORMS, set, (setting) => lowest(setting) <= limit);
  return [...setLogo(logo, { sheet, faces, root }), ...lines];
}

/** The lines in the first type in which they fit, else in the last. */
function firstFitting<Type>(
  types: readonly Type[],
  set: (type: Type) => Line[],
  fits: (lines: readonly Line[]) => boolean,
): Line[] {
  let lines: Line[] = [];
  for (const type of types) {
    lines = set(type);
    if (fits(lines)) break;
  }
  return lines;
}

/** At the right margin, level with the sender's lines. */
function setLogo(logo: Letter['logo'], { sheet, root }: Desk): Line[] {
  if (logo === undefined) return [];
  const line = setFigure(logo, { ...PICTURE.logo, gap: 0 }, { x: 0, fixed: SENDER.top }, root);
  return [{ ...line, part: 'sender', x: sheet.column.right - (line.image?.width ?? 0) }];
}

function setAddressee(lines: readonly string[], top: number, { sheet, faces, root }: Desk): Line[] {
  const { safe } = sheet.view;
  const x = Math.max(sheet.column.left, safe?.left ?? 0);
  const width = safe === undefined ? UNSEEN.width : safe.right - x;
  const node: Node = { tag: 'P', parent: root };
  const form = { node, x, width, gap: 0, fixed: top, part: 'addressee' } as const;
  const set = (type: (typeof ADDRESS_FORMS)[number]) =>
    setRows(lines, 'regular', { ...form, ...type }, faces);
  const room = safe === undefined ? Number.POSITIVE_INFINITY : safe.bottom - safe.top + 0.01;
  return firstFitting(ADDRESS_FORMS, set, (setting) => heightOf(setting) <= room);
}

function setReference({ date, delivery }: Letter, top: number, { sheet, faces, root }: Desk): Line[] {
  const { column, view } = sheet;
  const x = Math.max((view.exposed?.right ?? 0) + REFERENCE.clearance, column.left + REFERENCE.indent);
  const form = { ...ADDRESS_FORMS[0], x, width: column.right - x, gap: 0, part: 'reference' } as const;
  const set = (text: string, fixed: number): Line[] => {
    const place: Form = { ...form, fixed, node: { tag: 'P', parent: root } };
    return setRows(text === '' ? [] : [text], 'regular', place, faces);
  };
  const dated = set(date, top);
  return [...dated, ...set(delivery ?? '', top + heightOf(dated))];
}

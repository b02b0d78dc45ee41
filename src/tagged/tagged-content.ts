/** What a page draws, each piece with the marks around it. */
import {
  bytesOf,
  dictionaryOf,
  listOf,
  look,
  nameOf,
  type PdfFile,
  type PdfValue,
  textOf,
} from './tagged-file.ts';
import { listOperations, type Operation } from './tagged-operations.ts';

/** One level of marked content. */
export interface Mark {
  readonly tag: string;
  /** The number by which the structure tree knows it. */
  readonly id?: number;
  /** What stands for the text inside. */
  readonly actual?: string;
  /** In which language it is, by its own word. */
  readonly language?: string;
}

/** Something that is drawn. */
export interface Piece {
  readonly kind: 'text' | 'picture' | 'line' | 'form';
  /** From the outermost. */
  readonly marks: readonly Mark[];
  /** Of text: its font and its bytes. */
  readonly font: PdfValue;
  readonly codes: Uint8Array;
}

export interface PageContent {
  readonly page: PdfValue;
  readonly pieces: readonly Piece[];
  /** The numbers of marked content, in the order in which it begins. */
  readonly ids: readonly number[];
  /** Whether the stream could be read and every mark that opens closes. */
  readonly isSound: boolean;
}

interface State {
  readonly pieces: Piece[];
  readonly ids: number[];
  readonly fonts: PdfValue[];
  marks: readonly Mark[];
  closed: number;
}

/** What the page draws, in order. */
export function readContent(file: PdfFile, page: PdfValue): PageContent {
  const streams = listOf(look(file, page, 'Contents')).map((part) => bytesOf(look(file, part)));
  const operations = listOperations(join(streams));
  const state: State = { pieces: [], ids: [], fonts: [null], marks: [], closed: 0 };
  for (const operation of operations ?? []) step(file, page, operation, state);
  const isSound = operations !== undefined && state.marks.length === 0 && state.closed === 0;
  return { page, pieces: state.pieces, ids: state.ids, isSound };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part, 0x0a]));
}

function step(file: PdfFile, page: PdfValue, { operator, operands }: Operation, state: State): void {
  const draw = (kind: Piece['kind'], codes: Uint8Array = new Uint8Array()) =>
    state.pieces.push({ kind, marks: state.marks, font: state.fonts.at(-1) ?? null, codes });
  const resource = (kind: string) => look(file, page, 'Resources', kind, nameOf(operands[0] ?? null) ?? '');
  if (operator === 'BDC' || operator === 'BMC') open(file, page, operands, state);
  else if (operator === 'EMC') close(state);
  else if (operator === 'q') state.fonts.push(state.fonts.at(-1) ?? null);
  else if (operator === 'Q') state.fonts.pop();
  else if (operator === 'Tf') state.fonts.splice(-1, 1, resource('Font'));
  else if (SHOWS.includes(operator)) draw('text', joinStrings(operands));
  else if (operator === 'Do') draw(kindOf(file, resource('XObject')));
  else if (PAINTS.includes(operator)) draw('line');
}

/** A form of areas and lines alone is nothing but those; one that may hold anything else is told as what it is. */
function kindOf(file: PdfFile, object: PdfValue): Piece['kind'] {
  if (nameOf(look(file, object, 'Subtype')) === 'Image') return 'picture';
  const operations = listOperations(bytesOf(look(file, object)));
  return operations?.every(({ operator }) => OUTLINES.includes(operator)) ? 'line' : 'form';
}

const OUTLINES = 'q Q cm w J j M d gs m l c v y h re W W* n S s f F f* B B* b b* g G rg RG k K'.split(' ');

const SHOWS = ['Tj', 'TJ', "'", '"'];
const PAINTS = ['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh'];

const joinStrings = (operands: readonly PdfValue[]): Uint8Array =>
  Uint8Array.from(operands.flatMap(listOf).flatMap((part) => (part instanceof Uint8Array ? [...part] : [])));

function open(file: PdfFile, page: PdfValue, [tag, own]: readonly PdfValue[], state: State): void {
  const properties =
    nameOf(own ?? null) === undefined
      ? (own ?? null)
      : look(file, page, 'Resources', 'Properties', nameOf(own ?? null) ?? '');
  const id = look(file, properties, 'MCID');
  const told = (key: string) =>
    dictionaryOf(properties)?.entries.has(key) ? textOf(look(file, properties, key)) : undefined;
  const [actual, language] = [told('ActualText'), told('Lang')];
  if (typeof id === 'number') state.ids.push(id);
  state.marks = [
    ...state.marks,
    {
      tag: nameOf(tag ?? null) ?? '',
      ...(typeof id === 'number' ? { id } : {}),
      ...(actual === undefined ? {} : { actual }),
      ...(language === undefined ? {} : { language }),
    },
  ];
}

function close(state: State): void {
  if (state.marks.length === 0) state.closed += 1;
  state.marks = state.marks.slice(0, -1);
}

/**
 * Reads of a TrueType font what plain words need: glyphs, widths and kerning. For nearly all words of a letter this
 * stands for a whole layout engine, which takes a hundred times as long; the tests hold it to that engine.
 */

/** Lengths are in the font's units. */
export interface Metrics {
  readonly unitsPerEm: number;
  /** 0 for a character that the font lacks. */
  glyphOf(codePoint: number): number;
  advanceOf(glyph: number): number;
  /** What two glyphs in a row stand closer (below 0) or further apart. */
  kerningOf(left: number, right: number): number;
}

/** A part of the font file, with what is where in it. */
interface Font {
  readonly view: DataView;
  readonly tables: ReadonlyMap<string, number>;
  readonly glyphCount: number;
}

type Pairs = (left: number, right: number) => number | undefined;

/** The metrics of a font; undefined for one that keeps them in other forms than Inter does. */
export function readMetrics(bytes: Uint8Array): Metrics | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1)
    tables.set(tagAt(view, 12 + index * 16), view.getUint32(12 + index * 16 + 8));
  const font = { view, tables, glyphCount: view.getUint16((tables.get('maxp') ?? 0) + 4) };
  const glyphOf = readCharacters(font);
  const kerning = readKerning(font);
  if (glyphOf === undefined || kerning === undefined) return undefined;
  const unitsPerEm = view.getUint16((tables.get('head') ?? 0) + 18);
  return { unitsPerEm, glyphOf, advanceOf: readAdvances(font), kerningOf: remembered(kerning) };
}

const tagAt = (view: DataView, at: number) => {
  const letters = [0, 1, 2, 3].map((index) => view.getUint8(at + index));
  return String.fromCharCode(...letters);
};

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The table of all of Unicode (format 12), group by group. */
function readCharacters({ view, tables }: Font): Metrics['glyphOf'] | undefined {
  const cmap = tables.get('cmap') ?? 0;
  const start = range(view.getUint16(cmap + 2))
    .map((index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4))
    .find((at) => view.getUint16(at) === 12);
  if (start === undefined) return undefined;
  const glyphs = new Map<number, number>();
  for (const group of range(view.getUint32(start + 12))) {
    const at = start + 16 + group * 12;
    const first = view.getUint32(at);
    for (let code = first; code <= view.getUint32(at + 4); code += 1)
      glyphs.set(code, view.getUint32(at + 8) + code - first);
  }
  return (codePoint) => glyphs.get(codePoint) ?? 0;
}

function readAdvances({ view, tables }: Font): Metrics['advanceOf'] {
  const last = view.getUint16((tables.get('hhea') ?? 0) + 34) - 1;
  const metrics = tables.get('hmtx') ?? 0;
  return (glyph) => view.getUint16(metrics + Math.min(glyph, last) * 4);
}

/** Each lookup adds the value of the first of its tables that has one. */
function remembered(lookups: readonly (readonly Pairs[])[]): Metrics['kerningOf'] {
  const known = new Map<number, number>();
  const find = (left: number, right: number) => {
    let sum = 0;
    for (const tables of lookups)
      for (const table of tables) {
        const value = table(left, right);
        if (value === undefined) continue;
        sum += value;
        break;
      }
    return sum;
  };
  return (left, right) => {
    const key = left * 65_536 + right;
    const value = known.get(key) ?? find(left, right);
    known.set(key, value);
    return value;
  };
}

/** The pair tables of the feature "kern" for Latin (OpenType, GPOS); undefined if it has others. */
function readKerning({ view, tables, glyphCount }: Font): readonly (readonly Pairs[])[] | undefined {
  const gpos = tables.get('GPOS');
  if (gpos === undefined) return undefined;
  const lookupList = gpos + view.getUint16(gpos + 8);
  const lookups = kernLookups(view, gpos).map((index) => {
    const lookup = lookupList + view.getUint16(lookupList + 2 + index * 2);
    return range(view.getUint16(lookup + 4)).map((table) => {
      const at = lookup + view.getUint16(lookup + 6 + table * 2);
      const isExtension = view.getUint16(lookup) === 9;
      const type = isExtension ? view.getUint16(at + 2) : view.getUint16(lookup);
      return type === 2
        ? readPairs(view, isExtension ? at + view.getUint32(at + 4) : at, glyphCount)
        : undefined;
    });
  });
  const isKnown = (pairs: Pairs | undefined) => pairs !== undefined;
  const known = lookups.map((lookup) => lookup.filter(isKnown));
  return known.every((lookup, index) => lookup.length === lookups[index]?.length) ? known : undefined;
}

function kernLookups(view: DataView, gpos: number): number[] {
  const scripts = gpos + view.getUint16(gpos + 4);
  const features = gpos + view.getUint16(gpos + 6);
  const latin = range(view.getUint16(scripts)).find(
    (index) => tagAt(view, scripts + 2 + index * 6) === 'latn',
  );
  if (latin === undefined) return [];
  const script = scripts + view.getUint16(scripts + 2 + latin * 6 + 4);
  const usual = script + view.getUint16(script);
  const indexes = range(view.getUint16(usual + 4)).map((index) => view.getUint16(usual + 6 + index * 2));
  const kern = indexes.find((index) => tagAt(view, features + 2 + index * 6) === 'kern');
  if (kern === undefined) return [];
  const feature = features + view.getUint16(features + 2 + kern * 6 + 4);
  const lookups = range(view.getUint16(feature + 2)).map((index) => view.getUint16(feature + 4 + index * 2));
  return [...new Set(lookups)].sort((one, other) => one - other);
}

/** One table of pairs that change the advance of their left glyph, and nothing else; undefined for any other. */
function readPairs(view: DataView, table: number, glyphCount: number): Pairs | undefined {
  const coverage = readCoverage(view, table + view.getUint16(table + 2), glyphCount);
  if (view.getUint16(table + 4) !== 4 || view.getUint16(table + 6) !== 0) return undefined;
  return view.getUint16(table) === 1
    ? listedPairs(view, table, coverage)
    : classedPairs(view, table, coverage);
}

function listedPairs(view: DataView, table: number, coverage: Int32Array): Pairs {
  return (left, right) => {
    const index = coverage[left] ?? -1;
    if (index < 0) return undefined;
    const set = table + view.getUint16(table + 10 + index * 2);
    const at = range(view.getUint16(set))
      .map((pair) => set + 2 + pair * 4)
      .find((pair) => view.getUint16(pair) === right);
    return at === undefined ? undefined : view.getInt16(at + 2);
  };
}

function classedPairs(view: DataView, table: number, coverage: Int32Array): Pairs {
  const first = readClasses(view, table + view.getUint16(table + 8), coverage.length);
  const second = readClasses(view, table + view.getUint16(table + 10), coverage.length);
  const width = view.getUint16(table + 14);
  return (left, right) =>
    (coverage[left] ?? -1) < 0
      ? undefined
      : view.getInt16(table + 16 + ((first[left] ?? 0) * width + (second[right] ?? 0)) * 2);
}

/** By glyph its index in the coverage, or -1. */
function readCoverage(view: DataView, at: number, glyphCount: number): Int32Array {
  const indexes = new Int32Array(glyphCount).fill(-1);
  for (const entry of range(view.getUint16(at + 2))) {
    if (view.getUint16(at) === 1) indexes[view.getUint16(at + 4 + entry * 2)] = entry;
    else {
      const record = at + 4 + entry * 6;
      const start = view.getUint16(record);
      for (let glyph = start; glyph <= view.getUint16(record + 2); glyph += 1)
        indexes[glyph] = view.getUint16(record + 4) + glyph - start;
    }
  }
  return indexes;
}

/** By glyph its class; those that no class has are of class 0. */
function readClasses(view: DataView, at: number, glyphCount: number): Uint16Array {
  const classes = new Uint16Array(glyphCount);
  if (view.getUint16(at) === 1) {
    const start = view.getUint16(at + 2);
    for (const entry of range(view.getUint16(at + 4)))
      classes[start + entry] = view.getUint16(at + 6 + entry * 2);
    return classes;
  }
  for (const entry of range(view.getUint16(at + 2))) {
    const record = at + 4 + entry * 6;
    classes.fill(view.getUint16(record + 4), view.getUint16(record), view.getUint16(record + 2) + 1);
  }
  return classes;
}

/** Reads the XML of a drawing into elements. The only importer of @rgrove/parse-xml, which knows no entities of a file's own. */
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import type { DrawingFault } from './svg-faults.ts';

/** An element of SVG; those of editors and of metadata are left out. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly SvgElement[];
  /** The text right in it. */
  readonly text: string;
}

export interface SvgDocument {
  readonly root: SvgElement;
  /** The first of each id. */
  readonly byId: ReadonlyMap<string, SvgElement>;
  /** Its style sheets. */
  readonly css: string;
}

/** No editor writes deeper, and a reader that follows it needs an end. */
export const MOST_DEPTH = 64;

/** The elements of the file, or what rules it out whatever it shows. */
export function parseSvg(text: string): SvgDocument | DrawingFault {
  const root = parse(text);
  if (root === undefined || nameOf(root) !== 'svg') return 'broken';
  const all: SvgElement[] = [];
  const top = elementOf(root, all, 0);
  if (top === undefined) return 'large';
  if (all.some(({ name, attributes }) => name === 'script' || Object.keys(attributes).some(isHandler)))
    return 'program';
  if (all.some(({ name }) => MOVING.includes(name))) return 'moving';
  const css = all.flatMap(({ name, text: own }) => (name === 'style' ? [own] : [])).join('\n');
  const named = all.flatMap((one) => (one.attributes['id'] ? [[one.attributes['id'], one] as const] : []));
  return { root: top, byId: new Map(named.reverse()), css };
}

const MOVING = ['animate', 'animateMotion', 'animateTransform', 'animateColor', 'set', 'discard'];

const isHandler = (name: string) => /^on[a-z]/i.test(name);

/** Entities stay as they are written: older Illustrators name editors' namespaces by them, and nothing that is drawn. */
function parse(text: string): XmlElement | undefined {
  try {
    return parseXml(text, { ignoreUndefinedEntities: true }).root ?? undefined;
  } catch {
    return undefined;
  }
}

const nameOf = ({ name }: XmlElement) => name.replace(/^svg:/, '');

/** The element with what is in it, added to the list of all; undefined where that is too deep. */
function elementOf(from: XmlElement, all: SvgElement[], depth: number): SvgElement | undefined {
  if (depth > MOST_DEPTH) return undefined;
  const inside = from.children.filter((child) => child instanceof XmlElement);
  const texts = from.children.filter((child) => child instanceof XmlText).map(({ text }) => text);
  const children: SvgElement[] = [];
  const element = { name: nameOf(from), attributes: from.attributes, children, text: texts.join('') };
  all.push(element);
  for (const one of inside.filter((child) => !nameOf(child).includes(':'))) {
    const child = elementOf(one, all, depth + 1);
    if (child === undefined) return undefined;
    children.push(child);
  }
  return element;
}

/** How an element of SVG looks: attributes, rules of a style sheet, and its own style, the later over the earlier. */
import type { SvgElement } from './svg-document.ts';

export type Style = Readonly<Record<string, string | undefined>>;

/** What a style sheet says of some elements. */
export interface Rule {
  readonly tag: string;
  readonly classes: readonly string[];
  readonly ids: readonly string[];
  readonly declarations: readonly Declaration[];
}

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

const SELECTOR = /^([a-zA-Z]+|\*)?((?:[.#][\w-]+)*)$/;

/** The rules in the order in which they hold; undefined where one asks for more than tag, class and id. */
export function parseRules(css: string): readonly Rule[] | undefined {
  const blocks = withoutComments(css)
    .replace(/<!--|-->/g, '')
    .replace(/^\s*@charset "[^"]*";/, '')
    .split('}')
    .map((block) => block.split('{').map((part) => part.trim()));
  const [rest = []] = blocks.splice(-1);
  if (rest.join('') !== '' || blocks.some(({ length }) => length !== 2)) return undefined;
  const rules = blocks
    .filter(([selectors]) => selectors !== '@font-face')
    .flatMap(([selectors = '', body = '']) =>
      selectors.split(',').map((selector) => ruleOf(selector.trim(), parseDeclarations(body))),
    );
  if (rules.some((rule) => rule === undefined)) return undefined;
  return rules.filter((rule) => rule !== undefined).sort((one, other) => weightOf(one) - weightOf(other));
}

function ruleOf(selector: string, declarations: readonly Declaration[]): Rule | undefined {
  const [whole, tag = '*', names = ''] = SELECTOR.exec(selector) ?? [];
  if (whole === undefined || whole === '') return undefined;
  const listed = (mark: string) =>
    (names.match(/[.#][\w-]+/g) ?? []).flatMap((name) => (name[0] === mark ? [name.slice(1)] : []));
  return { tag, classes: listed('.'), ids: listed('#'), declarations };
}

const weightOf = ({ tag, classes, ids }: Rule) =>
  ids.length * 10_000 + classes.length * 100 + (tag === '*' ? 0 : 1);

/** A remark that does not end goes to the end. */
const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '');

/** Colours that not every reader knows follow one that every reader does. */
const NEWER = /\b(?:color|color-mix|lab|lch|oklab|oklch|var|light-dark)\(/;

function parseDeclarations(body: string): Declaration[] {
  const all = withoutComments(body)
    .split(';')
    .flatMap((part): Declaration[] => {
      const [property = '', ...rest] = part.split(':');
      const [value = '', mark] = rest.join(':').split('!');
      const isImportant = mark?.trim() === 'important';
      return value.trim() === '' ? [] : [{ property: property.trim(), value: value.trim(), isImportant }];
    });
  return all.filter(
    (one, index) =>
      !NEWER.test(one.value) || !all.slice(0, index).some(({ property }) => property === one.property),
  );
}

/** What the element says of itself, without what it inherits. */
export function styleOf({ name, attributes }: SvgElement, rules: readonly Rule[]): Style {
  const classes = (attributes['class'] ?? '').split(/\s+/);
  const id = attributes['id'];
  const declared = [
    ...rules
      .filter((rule) => rule.tag === '*' || rule.tag === name)
      .filter(
        (rule) => rule.classes.every((one) => classes.includes(one)) && rule.ids.every((one) => one === id),
      )
      .flatMap(({ declarations }) => declarations),
    ...parseDeclarations(attributes['style'] ?? ''),
  ];
  const inOrder = [...declared, ...declared.filter(({ isImportant }) => isImportant)];
  const said = Object.entries(attributes).filter(([key]) => key !== 'transform');
  const entries = [...said, ...inOrder.map(({ property, value }) => [property, value] as const)];
  return Object.fromEntries(entries.filter(([, value]) => value?.trim() !== 'inherit'));
}

const INHERITED = [
  'clip-rule',
  'color',
  'fill',
  'fill-opacity',
  'fill-rule',
  'paint-order',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-miterlimit',
  'stroke-opacity',
  'stroke-width',
  'vector-effect',
  'visibility',
];

/** What those inside inherit. */
export const inheritedOf = (style: Style): Style =>
  Object.fromEntries(INHERITED.map((property) => [property, style[property]]));

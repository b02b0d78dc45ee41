import { type Description, descriptionAt, madeOf, type Schema, unwrap } from './schema.ts';

/** A schema as a person fills it in. */
export type SchemaShape =
  | {
      readonly kind: 'record';
      readonly keys: readonly {
        readonly key: string;
        readonly required: boolean;
        readonly shape: SchemaShape;
      }[];
    }
  | { readonly kind: 'list'; readonly item: SchemaShape }
  | { readonly kind: 'value'; readonly about: Partial<Description>; readonly values?: readonly string[] };

/** The keys of the schema with what is told about each, in the schema's order; a record by key has an example of one. */
export function describeSchema(schema: Schema): SchemaShape {
  const here = unwrap(schema);
  const made = madeOf(here);
  const described = descriptionAt(here, []) ?? {};
  if (made.type === 'object') {
    const keys = Object.entries(made.shape).map(([key, value]) => ({
      key,
      required: madeOf(value).type !== 'optional',
      shape: describeSchema(value),
    }));
    return { kind: 'record', keys };
  }
  if (made.type === 'array') return { kind: 'list', item: describeSchema(made.element) };
  if (made.type === 'record') {
    const key = described.example ?? 'KEY';
    return { kind: 'record', keys: [{ key, required: true, shape: describeSchema(made.valueType) }] };
  }
  const values = made.type === 'enum' ? { values: Object.values(made.entries).map(String) } : {};
  return { kind: 'value', about: described, ...values };
}

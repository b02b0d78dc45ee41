/** What a request may say: these keys and no others, each of one kind. There is no key for anything about a client. */

const KINDS = {
  text: (value: unknown): value is string => isText(value),
  texts: (value: unknown): value is readonly string[] =>
    Array.isArray(value) && value.length > 0 && value.every(isText),
  flag: (value: unknown): value is boolean => typeof value === 'boolean',
  textOrNone: (value: unknown): value is string | null => value === null || isText(value),
};
type Kinds = {
  readonly text: string;
  readonly texts: readonly string[];
  readonly flag: boolean;
  readonly textOrNone: string | null;
};
type Shape = Readonly<Record<string, keyof Kinds>>;
type Shaped<T extends Shape> = { readonly [K in keyof T]: Kinds[T[K]] };

/** The value if it is a record with exactly the keys needed and any of the others, each of its kind. */
export function shaped<const T extends Shape, const O extends Shape>(
  value: unknown,
  needed: T,
  others: O,
): (Shaped<T> & Partial<Shaped<O>>) | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const kinds: Shape = { ...others, ...needed };
  const fits =
    Object.keys(needed).every((key) => Object.hasOwn(value, key)) &&
    Object.entries(value).every(([key, one]) => {
      const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
      return kind !== undefined && KINDS[kind](one);
    });
  return fits ? (value as Shaped<T> & Partial<Shaped<O>>) : undefined;
}

/** Half a character has no bytes of its own: it would be saved as another. */
const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed();

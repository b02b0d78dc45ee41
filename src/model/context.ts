import type { FieldName } from './field.ts';

/** A stretch of a derived phrase: an item as given, or the words that join items. */
export interface PhrasePart {
  readonly text: string;
  readonly isItem: boolean;
}

/** A list of typed items, with the phrase that joins them in a sentence. */
export interface ListValue {
  readonly items: readonly string[];
  readonly sentence: readonly PhrasePart[];
}

export type Value = string | ListValue;

/**
 * What placeholders can see: one value for each field that is known and may be known at the message's level. Flat,
 * derived by `deriveContext` alone; absent means unknown or above the level.
 */
export type Context = { readonly [name in FieldName]?: Value };

import type { Block } from '../language/document.ts';
import type { EnvelopeName, Paper } from '../model/stationery.ts';
import type { Picture } from '../picture/picture.ts';

/** What a letter is set for. */
export interface Format {
  readonly paper: Paper;
  readonly envelope: EnvelopeName;
  /** In large print, for people who see badly. */
  readonly isLarge: boolean;
}

/** A picture with the words that stand for it. */
export interface Figure {
  readonly picture: Picture;
  readonly alternative: string;
}

/** A text that goes along. */
export interface Insert {
  /** BCP 47; absent for the letter's own. */
  readonly language?: string;
  readonly blocks: readonly Block[];
}

/** A letter, portal message or e-mail as parts on a page: what every renderer draws and none of them words. */
export interface Letter {
  /** BCP 47. */
  readonly language: string;
  /** Shown by viewers; carries no client's name unless the practice wants that. */
  readonly title: string;
  /** `YYYY-MM-DD`, for metadata that must not depend on a clock. */
  readonly isoDate: string;
  /** Marks such as SAMPLE that stand at the top of every page. */
  readonly marks: readonly string[];
  /** The sender, line by line; the first line is the name. Empty for a portal message. */
  readonly letterhead: readonly string[];
  /** The date in words. */
  readonly date: string;
  /** Name and address, line by line. Empty for a portal message. */
  readonly addressee: readonly string[];
  /** How it is delivered, such as "Personal and confidential". */
  readonly delivery?: string;
  readonly subject?: string;
  /** Salutation and body. */
  readonly body: readonly Block[];
  /** The sign-off: its first block closes the letter, the space for the signature follows, then the rest. */
  readonly close: readonly Block[];
  /** Below the signature: what is enclosed, and who gets a copy. */
  readonly notations: readonly string[];
  /** Texts that go along, each on pages of its own. */
  readonly inserts: readonly Insert[];
  readonly logo?: Figure;
  readonly signature?: Figure;
  readonly format: Format;
  /** With `{page}` and `{pages}`; absent for none. */
  readonly pageNumber?: string;
}

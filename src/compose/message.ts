import type { StopCode } from '../course/refuse.ts';
import type { Block } from '../language/document.ts';
import { textLines } from '../language/document.ts';
import type { Channel, Step } from '../library/headers.ts';
import type { Level } from '../model/level.ts';
import type { Overrule } from '../model/overrule.ts';
import type { SectionKey } from '../model/section.ts';
import type { EnvelopeName, Paper, PictureFile } from '../model/stationery.ts';
import { isBlank } from '../model/text-value.ts';
import type { Place } from '../problem.ts';
import type { Seconds } from './speech.ts';

/** One section as it will be said or read; its runs know which characters came from which field. */
export interface MessageSection {
  readonly section: SectionKey;
  /** The id of the snippet that was chosen. */
  readonly snippet: string;
  readonly blocks: readonly Block[];
  /** The fields its wording looked at to decide what to say, those it was chosen by among them. */
  readonly decidedBy: readonly string[];
  readonly place: Place;
  /** Warnings about its wording that its author decided against. */
  readonly overrule?: Overrule;
}

/** A filled and checked template: what leaves, or what the clinician speaks from. */
export interface Message {
  readonly template: string;
  readonly title: string;
  readonly channel: Channel;
  readonly step: Step;
  readonly level: Level;
  /** The day of the call or letter, `YYYY-MM-DD`. */
  readonly on: string;
  readonly language: string;
  /** SAMPLE and DRAFT: what must be seen on every output. */
  readonly marks: readonly string[];
  readonly sections: readonly MessageSection[];
  /** Sections that, on a page, go on with the paragraph before them. */
  readonly runsOn: readonly SectionKey[];
  /** Optional sections that were left out for time, in the order in which they went. */
  readonly dropped: readonly SectionKey[];
  /** How long it takes to say; only for what is left on a machine. */
  readonly seconds?: Seconds;
  /** What stands on the page around the sections. */
  readonly parts: Parts;
  /** Warnings about tone that someone decided against, with the reason; a note can carry it. */
  readonly overruled: readonly Overruled[];
}

/** A rule that was overruled, and why. */
export interface Overruled {
  readonly rule: string;
  readonly reason: string;
}

export interface Parts {
  readonly letterhead: readonly string[];
  readonly date: string;
  readonly addressee: readonly string[];
  readonly subject?: string;
  readonly pageNumber?: string;
  /** "Personal and confidential" and the like: inside the letter, never outside. */
  readonly delivery?: string;
  /** Who is named in the title of the file, where the practice wants that. */
  readonly titledTo?: string;
  /** What stands below the signature: enclosures and copies, line by line. */
  readonly notations: readonly string[];
  /** Only for what goes by post. */
  readonly stationery?: Stationery;
}

/** What a letter is written on and posted in, with the files of the practice folder that go into it. */
export interface Stationery {
  readonly paper: Paper;
  readonly envelope: EnvelopeName;
  readonly isLarge: boolean;
  readonly logo?: PictureFile;
  readonly signature?: PictureFile;
  /** Paths of the texts that go along as pages of their own. */
  readonly inserts: readonly string[];
}

/** Why there is no message, and what to do now, in words for the clinician. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly reason: string;
  /** The facts to give first, where that is the reason. */
  readonly facts?: readonly string[];
}

export type RefusalCode =
  | StopCode
  | 'check-failed'
  | 'fact-missing'
  | 'not-closing'
  | 'nothing-allowed'
  | 'unapproved'
  | 'withdrawn';

/** Whether there is a message. */
export const isMessage = (outcome: Message | Refusal): outcome is Message => !('refused' in outcome);

/** The lines of a section as plain text. */
export const sectionLines = ({ blocks }: Pick<MessageSection, 'blocks'>) =>
  textLines(blocks).map((line) => line.map(({ text }) => text).join(''));

/** Whether a section has no letter and no digit. */
export const isSilent = ({ blocks }: Pick<MessageSection, 'blocks'>): boolean =>
  textLines(blocks).every((line) => line.every(({ text }) => isBlank(text)));

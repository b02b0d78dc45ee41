import type { Node } from '../language/node.ts';
import type { Practice } from '../model/practice.ts';
import type { SectionKey } from '../model/section.ts';
import type { Place } from '../problem.ts';
import type { Sitting } from './approvals.ts';
import type { Enclosure } from './enclosures.ts';
import type { SnippetHeader, TemplateHeader } from './headers.ts';
import type { Rules } from './rules.ts';

/** One approved wording for one section. */
export interface Snippet {
  /** `section/variant`, which is also its path under `snippets/` without `.md`. */
  readonly id: string;
  readonly section: SectionKey;
  readonly header: SnippetHeader;
  readonly nodes: readonly Node[];
  /** SHA-256 of its canonical form, which approvals are about. */
  readonly digest: string;
  /** The fields it is chosen by, or looks at to decide what to say. */
  readonly decidedBy: readonly string[];
  readonly place: Place;
}

/** One kind of message: which sections, in which order. */
export interface Template {
  readonly name: string;
  readonly header: TemplateHeader;
  /** SHA-256 of its canonical form, which approvals are about. */
  readonly digest: string;
  readonly sections: readonly SectionKey[];
  /** Sections placed on the line of the one before: on a page they go on with its paragraph. */
  readonly runsOn: readonly SectionKey[];
  readonly place: Place;
}

/** The texts of a folder that can be approved one by one. */
export interface Wording {
  readonly templates: readonly Template[];
  readonly snippets: readonly Snippet[];
  readonly enclosures: readonly Enclosure[];
}

/** All that a practice folder says, loaded and checked. */
export interface Library extends Wording {
  readonly practice: Practice;
  readonly rules: Rules;
  /** SHA-256 of the rules' canonical form; absent where the folder has no rules. */
  readonly rulesDigest?: string;
  /** Who approved and withdrew what, oldest first. */
  readonly sittings: readonly Sitting[];
  /** What was withdrawn: nothing is chosen from it, and it is here for whoever approves it again. */
  readonly withdrawn: Wording;
}

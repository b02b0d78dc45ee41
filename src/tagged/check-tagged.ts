/** Holds a PDF against the rules of PDF/UA-1 that a program can judge. */
import type { PdfFile } from './tagged-file.ts';
import { type Rule, readTagged } from './tagged-pdf.ts';
import { agreesWithTree, isAllMarked, isSound } from './tagged-rules-content.ts';
import {
  hasLanguage,
  hasTabOrder,
  isIdentified,
  isMarked,
  isStill,
  showsTitle,
} from './tagged-rules-document.ts';
import { embedsFonts, hasNoGlyphList, hasTrueWidths, spellsCodes } from './tagged-rules-fonts.ts';
import {
  hasKnownLinks,
  hasOneDocument,
  hasOrderedHeadings,
  hasSpokenFigures,
  hasWholeLists,
  nestsRightly,
} from './tagged-rules-structure.ts';
import { type Aloud, readAloud } from './tagged-text.ts';

const RULES = {
  isMarked,
  isIdentified,
  hasLanguage,
  showsTitle,
  hasOneDocument,
  nestsRightly,
  hasWholeLists,
  hasOrderedHeadings,
  hasSpokenFigures,
  hasKnownLinks,
  isSound,
  isAllMarked,
  agreesWithTree,
  hasTabOrder,
  embedsFonts,
  hasNoGlyphList,
  spellsCodes,
  hasTrueWidths,
  isStill,
} as const satisfies Readonly<Record<string, Rule>>;

type RuleName = keyof typeof RULES;

/** What the rules found. */
export interface Checked extends Aloud {
  /** The names of all rules. */
  readonly rules: readonly RuleName[];
  /** Rule by rule, what is wrong; empty for a file that keeps them all. */
  readonly faults: readonly { readonly rule: RuleName; readonly fault: string }[];
  /** What each rule that is kept proved, in a few words. */
  readonly proved: readonly string[];
}

/**
 * The rules that the file breaks, and what those prove that it keeps. Whether the words are right, and in the right
 * order, is for whoever knows what should be there.
 */
export function checkTagged(file: PdfFile): Checked {
  const pdf = readTagged(file);
  const rules = Object.keys(RULES) as RuleName[];
  const verdicts = rules.map((rule) => ({ rule, ...RULES[rule](pdf) }));
  return {
    rules,
    faults: verdicts.flatMap(({ rule, faults }) => faults.map((fault) => ({ rule, fault }))),
    proved: verdicts.flatMap(({ faults, proved }) => (faults.length === 0 ? [proved] : [])),
    ...readAloud(pdf),
  };
}

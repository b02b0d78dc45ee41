/** What is wrong, where, and what to do about it. Problems are data: the shell prints them, once, sorted. */

/** A spot in a file a person can open; `line` and `column` count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `error` stops the output, `warning` can be overruled. */
export type Severity = 'error' | 'warning';

/** Every code a problem can carry, with its severity. A code is never reused for another meaning. */
export const SEVERITY = {
  'approval-form': 'error',
  'approval-text-changed': 'error',
  'approval-text-missing': 'error',
  'approval-unknown': 'warning',
  'choice-tied': 'error',
  'client-inconsistent': 'error',
  'closing-past': 'error',
  'closing-without-date': 'error',
  'closing-without-open-door': 'error',
  'condition-constant': 'warning',
  'contact-point-unknown': 'error',
  'crisis-lines-old': 'warning',
  'date-misfit': 'error',
  'date-unknown': 'warning',
  'fact-missing': 'error',
  'field-above-level': 'error',
  'field-optional': 'error',
  'field-unknown': 'error',
  'file-not-text': 'error',
  'file-too-large': 'error',
  'file-unexpected': 'error',
  'file-unreadable': 'error',
  'folder-link': 'error',
  'front-matter-missing': 'error',
  'key-missing': 'error',
  'key-unknown': 'error',
  'letter-glyph-missing': 'error',
  'letter-pages': 'warning',
  'letter-window': 'error',
  'name-changed': 'warning',
  'need-impossible': 'error',
  'number-changed': 'error',
  'number-not-said': 'error',
  'number-unknown': 'warning',
  'output-exists': 'error',
  'page-altered': 'warning',
  'pdf-rule-broken': 'error',
  'pdf-words-altered': 'error',
  'permission-old': 'warning',
  'phrase-above-level': 'error',
  'picture-unusable': 'error',
  'overrule-refused': 'error',
  'practice-missing': 'error',
  'program-named': 'error',
  'rule-example': 'error',
  'rule-form': 'error',
  'sample-left': 'error',
  'record-refused': 'error',
  'recipient-unknown': 'error',
  'review-due': 'warning',
  'section-blank': 'error',
  'section-misplaced': 'error',
  'section-missing': 'error',
  'section-repeated': 'error',
  'section-unknown': 'error',
  'section-unplaced': 'error',
  'section-without-snippet': 'error',
  'seconds-over': 'error',
  'seconds-near': 'warning',
  'sentence-long': 'warning',
  'snippet-unknown': 'error',
  'snippet-unreachable': 'warning',
  'snippet-withdrawn': 'warning',
  'step-early': 'warning',
  'step-other': 'warning',
  'template-missing': 'error',
  'tone-doubtful': 'warning',
  'tone-refused': 'error',
  'value-refused': 'error',
  'word-hard': 'warning',
  'wording-budget': 'error',
  'wording-form': 'error',
  'wording-locked': 'error',
  'wording-syntax': 'error',
  'wording-unapproved': 'warning',
  'wording-unfilled': 'error',
  'words-missing': 'warning',
  'yaml-syntax': 'error',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof SEVERITY;

/**
 * One thing that is wrong. `message` is one sentence, `hint` one imperative sentence that a practice admin can
 * carry out. Neither ever contains a client's value.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly hint: string;
}

/** A value and everything that is wrong with it; `value` is absent only when nothing can be produced. */
export interface Result<T> {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
}

/** The problem for `code`, with the severity that the code always has. */
export function problem(code: ProblemCode, place: Place, message: string, hint: string): Problem {
  return { code, severity: SEVERITY[code], message, place, hint };
}

/** Whether any of the problems stops the output. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((p) => p.severity === 'error');
}

/** The place just after a text that begins at `start`. */
export function placeAfter({ file, line, column }: Place, text: string): Place {
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  return {
    file,
    line: line + lines.length - 1,
    column: lines.length === 1 ? column + last.length : last.length + 1,
  };
}

/** The problems by file, then line, then column; equal places keep their order. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}

/**
 * `file:line:column: severity code: message`, with the hint on a second line. What would not show, or would move the
 * cursor, is printed by its number: a file's name can hold anything.
 */
export function formatProblem({ code, severity, message, place, hint }: Problem): string {
  const file = escapeWith(UNSEEN_OR_SLASH, place.file);
  return `${file}:${place.line}:${place.column}: ${severity} ${code}: ${escapeWith(UNSEEN, message)}\n    ${escapeWith(UNSEEN, hint)}`;
}

const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu;
/** Also what looks like a slash and is none, so that one name does not pass for a path. */
const UNSEEN_OR_SLASH =
  /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2044\u2215\u2216\u2571\u29f8\ufe68\uff0f\uff3c]/gu;

const escapeWith = (unseen: RegExp, text: string) =>
  text.replace(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

import type { Recheck, SectionVerdict } from '../compose/recheck.ts';
import type { WordChange } from '../language/word-diff.ts';
import { SECTIONS, type SectionKey } from '../model/section.ts';
import { PLAIN, type Style, wrap } from './call-sheet-text.ts';
import { DIFF_LEGEND } from './sitting-text.ts';

/** What became of a message in the clinician's hands, for the terminal: section by section, word by word. */

/** The verdict in lines of at most 80 characters, under a title; what is right is said in one line. */
export function renderRecheck(title: string, checked: Recheck, style: Style = PLAIN): string {
  const { sections, own, seconds } = checked;
  const kept = sections.filter(({ kind }) => kind === 'kept').map(({ section }) => SECTIONS[section]);
  const changed = sections.filter(({ kind }) => kind !== 'kept');
  const lines = [
    style.heading(title),
    ...(changed.some(({ kind }) => kind === 'altered') ? [style.direction(DIFF_LEGEND)] : []),
    ...changed.flatMap((verdict) => ['', ...renderSection(verdict, style)]),
    ...(own.length > 0
      ? [
          '',
          style.heading('Your own words'),
          ...own.flatMap((words) => wrap(words.replace(/\s+/g, ' '), '    ')),
        ]
      : []),
    '',
    ...wrap(kept.length === 0 ? 'No section is as approved.' : `As approved: ${kept.join('; ')}.`, ''),
    ...(seconds === undefined ? [] : [`${Math.floor(seconds.low)} to ${Math.ceil(seconds.high)} s to say.`]),
    ...renderConfirm(sections),
  ];
  return `${lines.join('\n')}\n`;
}

const VERDICTS = {
  free: 'altered; yours to word',
  marked: 'altered, please confirm',
  locked: 'altered, and the practice keeps this wording',
} as const;

function renderSection(verdict: SectionVerdict, style: Style): string[] {
  const { section, kind, rule, isMoved, isRewritten } = verdict;
  const said = kind === 'altered' ? VERDICTS[rule] : kind;
  const more = `${isRewritten ? '; none of its approved sentences is left' : ''}${kind === 'altered' && isMoved ? '; moved' : ''}`;
  const altered = kind === 'altered' ? verdict.sentences.filter(({ isSame }) => !isSame) : [];
  return [
    ...wrap(`${style.heading(SECTIONS[section])}: ${said}${more}`, ''),
    ...altered.flatMap(({ changes }) => wrap(renderChanges(changes), '    ')),
  ];
}

/** Words that went and words that came stand a space apart, whatever stood between them. */
function renderChanges(changes: readonly WordChange[]): string {
  return changes
    .map(({ kind, words }) => {
      const [text, space] = [words.join('').trimEnd(), words.at(-1)?.endsWith(' ') ? ' ' : ''];
      if (kind === 'same') return text + space;
      return kind === 'removed' ? `[-${text}-] ` : `{+${text}+}${space}`;
    })
    .join('')
    .trim();
}

function renderConfirm(sections: readonly SectionVerdict[]): string[] {
  const asked = sections.filter(({ confirm }) => confirm).map(({ section }) => SECTIONS[section]);
  return asked.length === 0
    ? []
    : wrap(`Please confirm that it still says what it should: ${asked.join('; ')}.`, '');
}

/** A verdict as `--json` prints it. */
export interface RecheckJson {
  readonly sections: readonly {
    readonly section: SectionKey;
    readonly kind: string;
    readonly rule: string;
    readonly confirm: boolean;
    readonly moved: boolean;
    readonly rewritten: boolean;
    readonly altered: readonly { readonly approved: string; readonly changes: readonly WordChange[] }[];
  }[];
  readonly changes: Recheck['changes'];
  readonly own: readonly string[];
  readonly seconds?: Recheck['seconds'];
}

/** The JSON form of a verdict, but for its problems. */
export function recheckJson({ sections, changes, own, seconds }: Recheck): RecheckJson {
  return {
    sections: sections.map(({ section, kind, rule, confirm, isMoved, isRewritten, sentences }) => ({
      section,
      kind,
      rule,
      confirm,
      moved: isMoved,
      rewritten: isRewritten,
      altered:
        kind === 'altered'
          ? sentences
              .filter(({ isSame }) => !isSame)
              .map(({ anchor, changes: words }) => ({ approved: anchor.text, changes: words }))
          : [],
    })),
    changes,
    own,
    ...(seconds === undefined ? {} : { seconds }),
  };
}

import type { SectionVerdict } from '../../compose/recheck.ts';
import type { WordChange } from '../../language/word-diff.ts';

/** What the clinician changed in one section against the approved words, word by word. */
export function Changes({ verdict }: { readonly verdict: SectionVerdict }) {
  const altered = verdict.sentences.filter(({ isSame }) => !isSame);
  return (
    <div class="changes">
      <p>
        <b>{VERDICTS[verdict.kind === 'altered' ? verdict.rule : 'other']}</b>
        {verdict.kind === 'altered' ? '' : verdict.kind}
      </p>
      {verdict.kind === 'altered'
        ? altered.map(({ anchor, changes }) => (
            <p key={anchor.text}>
              {changes.map((change, index) => (
                <Change key={index} change={change} />
              ))}
            </p>
          ))
        : null}
    </div>
  );
}

const VERDICTS = {
  free: 'Against the approved words; yours to word: ',
  marked: 'Against the approved words; please confirm that it still says what it should: ',
  locked: 'The practice keeps this wording. Put it back: ',
  other: 'Against the approved words: ',
} as const;

function Change({ change: { kind, words } }: { readonly change: WordChange }) {
  const text = words.join('');
  if (kind === 'same') return text;
  return kind === 'removed' ? <del>{text}</del> : <ins>{text}</ins>;
}

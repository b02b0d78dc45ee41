import type { SectionVerdict } from '../../compose/recheck.ts';
import type { DiffPart } from '../../language/word-diff.ts';

/** What the clinician changed in one section against the approved words, word by word, and what the practice says to that. */
export function Changes({
  rule,
  parts,
}: {
  readonly rule: SectionVerdict['rule'];
  readonly parts: readonly DiffPart[];
}) {
  return (
    <div class="changes">
      <p>
        <b>{VERDICTS[rule]}</b>
      </p>
      <p>
        {parts.map((part, index) => (
          <Part key={index} part={part} />
        ))}
      </p>
    </div>
  );
}

const VERDICTS: Readonly<Record<SectionVerdict['rule'], string>> = {
  free: 'Against the approved words; yours to word:',
  marked: 'Against the approved words; please make sure that it still says what it should:',
  locked: 'The practice keeps this wording. Put it back:',
};

function Part({ part: { kind, text } }: { readonly part: DiffPart }) {
  if (kind === 'same') return text;
  return kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>;
}

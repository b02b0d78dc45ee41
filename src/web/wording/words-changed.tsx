import { diffWords } from '../../language/word-diff.ts';

/** Two texts as one, word by word: what was taken out, and what was put in. */
export function WordsChanged({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <pre class="difference">
      {diffWords(before, after).map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : kind === 'gone' ? (
          <del key={index}>{text}</del>
        ) : (
          <ins key={index}>{text}</ins>
        ),
      )}
    </pre>
  );
}

/**
 * The document model: what wording becomes once its Markdown is read and its values are in. Every run of text knows
 * whether it came from approved wording or from a field, which is what the checks judge by.
 */

/** A stretch of text; `field` names the context field it came from and is absent for wording. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly field?: string;
}

export type Inline =
  | TextRun
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly depth: number; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] };

/** The paragraphs and headings of the blocks, those inside list items too, each as its inlines, in reading order. */
export function listLines(blocks: readonly Block[]): (readonly Inline[])[] {
  return blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.flatMap(listLines) : [block.children],
  );
}

const linesOf = new WeakMap<readonly Block[], readonly (readonly TextRun[])[]>();

/** The runs of every line of the blocks; worked out once for the same blocks, since each check asks. */
export function textLines(blocks: readonly Block[]): readonly (readonly TextRun[])[] {
  const known = linesOf.get(blocks);
  if (known !== undefined) return known;
  const lines = listLines(blocks).map(listRuns);
  linesOf.set(blocks, lines);
  return lines;
}

/** The runs of text of one line, in order; a line break is a wording run of one newline. */
export function listRuns(inlines: readonly Inline[]): TextRun[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'text') return [inline];
    if (inline.kind === 'break') return [{ kind: 'text', text: '\n' } as const];
    return listRuns(inline.children);
  });
}

/** The plain text of one line. */
export function lineText(inlines: readonly Inline[]): string {
  return listRuns(inlines)
    .map((run) => run.text)
    .join('');
}

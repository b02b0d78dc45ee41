/**
 * The document model: what wording becomes once its Markdown is read and its values are in. Every run of text knows
 * whether it came from approved wording or from a field, which is what the checks judge by.
 */

/** A stretch of text; `field` names the context field it came from and is absent for wording. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  readonly field?: string;
  /** Of words marked as another language, where a line is listed; in a block their `language` inline tells it. */
  readonly language?: string;
}

export type Inline =
  | TextRun
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  /** Words in another language than what stands around them, by its BCP 47 tag. */
  | { readonly kind: 'language'; readonly language: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'heading'; readonly depth: number; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] };

const linesOf = new WeakMap<readonly Block[], readonly (readonly TextRun[])[]>();

/**
 * The runs of every line of the blocks, those inside list items too, in reading order; an empty item is an empty line. Worked out once for the same
 * blocks, since every check asks, and by loops, since it is on the way of every keystroke.
 */
export function textLines(blocks: readonly Block[]): readonly (readonly TextRun[])[] {
  const known = linesOf.get(blocks);
  if (known !== undefined) return known;
  const lines: TextRun[][] = [];
  collectLines(blocks, lines);
  linesOf.set(blocks, lines);
  return lines;
}

function collectLines(blocks: readonly Block[], lines: TextRun[][]): void {
  for (const block of blocks) {
    if (block.kind === 'list') for (const item of block.items) collectItem(item, lines);
    else lines.push(listRuns(block.children));
  }
}

/** A bullet beside which nothing stands is a line all the same. */
function collectItem(item: readonly Block[], lines: TextRun[][]): void {
  if (item.length === 0) lines.push([]);
  else collectLines(item, lines);
}

/** The runs of text of one line, in order; a line break is a wording run of one newline. */
function listRuns(inlines: readonly Inline[]): TextRun[] {
  const runs: TextRun[] = [];
  collectRuns(inlines, runs);
  return runs;
}

function collectRuns(inlines: readonly Inline[], runs: TextRun[], language?: string): void {
  for (const inline of inlines) {
    if (inline.kind === 'text') runs.push(language === undefined ? inline : { ...inline, language });
    else if (inline.kind === 'break') runs.push({ kind: 'text', text: '\n' });
    else collectRuns(inline.children, runs, inline.kind === 'language' ? inline.language : language);
  }
}

/** Stands for a value where a line is looked at for its wording alone. */
export const VALUE = '\ue000';

const wordingOf = new WeakMap<readonly Block[], readonly string[]>();

/** The lines of the blocks with `VALUE` for each value; always the same array for the same blocks. */
export function wordingLines(blocks: readonly Block[]): readonly string[] {
  const known = wordingOf.get(blocks);
  if (known !== undefined) return known;
  const lines = textLines(blocks).map(wordingLine);
  wordingOf.set(blocks, lines);
  return lines;
}

function wordingLine(line: readonly TextRun[]): string {
  let wording = '';
  for (const { text, field } of line) wording += field === undefined ? text : VALUE;
  return wording;
}

/** Lets blocks that differ from others in their values alone have the same array of wording. */
export function shareWording(blocks: readonly Block[], others: readonly Block[]): void {
  wordingOf.set(blocks, wordingLines(others));
}

/** Whether the block stands wholly in italics: in a guide that is a direction to the clinician, not to be said. */
export const isDirection = (block: Block): boolean =>
  block.kind === 'paragraph' && block.children.every(isItalic);

const isItalic = (inline: Inline): boolean =>
  inline.kind === 'language'
    ? inline.children.every(isItalic)
    : inline.kind === 'em' || lineText([inline]).trim() === '';

/** The plain text of one line. */
export function lineText(inlines: readonly Inline[]): string {
  return listRuns(inlines)
    .map((run) => run.text)
    .join('');
}

import { compareWordings, saysTheSame } from '../guarantee/compare-wordings.ts';
import { pastSnippet, snippetOf } from '../guarantee/preview.ts';
import { canonicalTexts } from '../library/canonical-texts.ts';
import { lastTexts } from '../library/last-texts.ts';
import type { Library, Snippet } from '../library/library.ts';
import { unknownId } from '../library/unknown-id.ts';
import { DIFF_LEGEND, indent, renderDiff } from '../render/sitting-text.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';
import { openWording } from './wording-folder.ts';

/** `closewell diff ID`: a text word by word against the form that was approved last, and which wordings that changed. */
export async function diff(
  io: Io,
  id: string,
  { practice, json }: { readonly practice?: string; readonly json?: boolean },
): Promise<Exit> {
  const opened = await openWording(io, practice);
  if ('exit' in opened) return opened.exit;
  const now = canonicalTexts(opened.files);
  const fault = unknownId([id], [...now.keys()]);
  if (fault !== undefined) {
    io.err(`${fault}\n`);
    return EXIT.usage;
  }
  const [before, after] = [lastTexts(opened).get(id), now.get(id) ?? ''];
  const { value: library, problems } = await readLibrary(io, opened.folder);
  report(io, placeFrom(io, opened.folder, problems));
  const wordings = library && before !== undefined ? wordingsIn(id, before, library) : undefined;
  if (json)
    io.out(
      `${JSON.stringify({ id, before: before ?? null, after, wordings: wordings ?? null }, undefined, 2)}\n`,
    );
  else
    io.out(
      before === undefined ? neverApproved(id, after) : told(id, before, after) + wordingsText(wordings),
    );
  return EXIT.done;
}

type Wordings = ReturnType<typeof compareWordings> & { readonly inEveryCaseTheSame: boolean };

/** How the distinct wordings changed; undefined for what is no snippet, or was none. */
function wordingsIn(id: string, before: string, library: Library): Wordings | undefined {
  const old = pastSnippet(id, before);
  const now: Snippet | undefined = snippetOf(id, library) ?? snippetOf(id, library.withdrawn);
  if (old === undefined || now === undefined) return undefined;
  return { ...compareWordings(old, now, library), inEveryCaseTheSame: saysTheSame(old, now, library) };
}

const neverApproved = (id: string, text: string) =>
  `${id} was never approved. As it stands now:\n${indent(text, '    ')}\n`;

const told = (id: string, before: string, after: string) =>
  before === after
    ? `${id} is as it was approved last.\n`
    : `${id}, as it was approved last and as it is now. ${DIFF_LEGEND}\n\n${indent(renderDiff(before, after), '    ')}\n`;

const sameText = (count: number) =>
  count === 0
    ? 'No wording is as before.'
    : count === 1
      ? '1 wording is as before.'
      : `${count} wordings are as before.`;

function wordingsText(wordings: Wordings | undefined): string {
  if (wordings === undefined) return '';
  const { gone, fresh, same, inEveryCaseTheSame } = wordings;
  const list = (label: string, texts: readonly string[]) =>
    texts.length === 0 ? '' : `\n${label}:\n${texts.map((text) => `${indent(text, '    ')}\n`).join('\n')}`;
  const sum = inEveryCaseTheSame ? 'It says the same in every case.' : sameText(same.length);
  return `${list('No longer said', gone)}${list('New', fresh)}\n${sum}\n`;
}

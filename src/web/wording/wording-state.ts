import { computed, effect, signal } from '@preact/signals';
import { guarantee } from '../../guarantee/guarantee.ts';
import { type Standing, standingsOf } from '../../library/approval.ts';
import type { SourceFile } from '../../library/front-matter.ts';
import type { Library } from '../../library/library.ts';
import { loadLibrary } from '../../library/load-library.ts';
import { hasErrors, type Problem } from '../../problem.ts';
import { source, today } from '../page/page-state.ts';
import { type Draft, openDesk, type WordingDesk, type WordingFiles } from '../wording-desk.ts';

/** The wording as it is on the disk, the drafts over it that nobody has saved, and what the checks say of both together. */

/** The desk of the server behind the page; undefined where there is none. */
export const desk = computed((): WordingDesk | undefined => {
  const bearer = source.value?.bearer;
  return bearer === undefined ? undefined : openDesk(bearer);
});

/** The files as they were read last; undefined before. */
export const disk = signal<WordingFiles | undefined>(undefined);

/** What was typed and not saved, by path. */
export const drafts = signal<ReadonlyMap<string, Draft>>(new Map());

/** The path of the text that is open. */
export const openPath = signal('');

/** Counts how often texts were changed by anything but typing in the box, which is then made anew. */
export const turns = signal(0);

/** What the server said last that a person has to know. */
export const said = signal('');

/** The files with the drafts in their places, new ones at the end. */
export const sources = computed((): readonly SourceFile[] => {
  const { files = [] } = disk.value ?? {};
  const known = new Set(files.map(({ path }) => path));
  return [
    ...files.map(({ path, text }) => ({ path, text: drafts.value.get(path)?.text ?? text })),
    ...[...drafts.value.values()].filter(({ path }) => !known.has(path)),
  ];
});

/** What the checks found; the library is the last that would load. */
export interface Checked {
  readonly library: Library | undefined;
  /** Whether the library is of these very texts. */
  readonly isCurrent: boolean;
  readonly problems: readonly Problem[];
}

/** What the checks say of the texts as they stand; a moment behind the typing. */
export const checked = signal<Checked>({ library: undefined, isCurrent: false, problems: [] });

function check(texts: readonly SourceFile[], on: string): Checked {
  const { value, problems } = loadLibrary(texts);
  if (value === undefined) return { library: checked.peek().library, isCurrent: false, problems };
  return { library: value, isCurrent: true, problems: [...problems, ...guarantee(value, on).problems] };
}

/** Long enough that nobody waits for it while typing. */
const PAUSE_MILLISECONDS = 250;

/** Checks the texts a moment after each change; gives back what ends that. */
export function watchTexts(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return effect(() => {
    const [texts, on] = [sources.value, today.value];
    clearTimeout(waiting);
    if (texts.length === 0) return;
    const isFirst = checked.peek().library === undefined;
    waiting = setTimeout(
      () => {
        checked.value = check(texts, on);
      },
      isFirst ? 0 : PAUSE_MILLISECONDS,
    );
  });
}

/** The text that is open, as it stands. */
export const openText = computed(() => sources.value.find(({ path }) => path === openPath.value)?.text);

/** The problems of the text at a path. */
export const problemsAt = (path: string): readonly Problem[] =>
  checked.value.problems.filter(({ place }) => place.file === path);

/** The id by which approvals know the text at a path. */
export const idOf = (path: string): string => path.replace(/^snippets\//, '').replace(/\.(md|yaml)$/, '');

/** Where each text stands, by id; drafts among them. */
export const standings = computed((): ReadonlyMap<string, Standing> => {
  const { library } = checked.value;
  return library === undefined ? new Map() : standingsOf(library, today.value);
});

/** Whether anything could be approved: no draft is unsaved, and no check finds an error. */
export const canDecide = computed(
  () => drafts.value.size === 0 && checked.value.isCurrent && !hasErrors(checked.value.problems),
);

/** Puts typed text over the file; a draft that is as on the disk is none. */
export function typeText(path: string, text: string): void {
  const file = disk.value?.files.find((one) => one.path === path);
  const before = drafts.value.get(path);
  const basedOn = before?.basedOn ?? file?.digest ?? null;
  const next = new Map(drafts.value);
  if (file?.text === text && basedOn === file.digest) next.delete(path);
  else next.set(path, { path, text, basedOn });
  drafts.value = next;
}

/** Drops what was typed over the file, or the new file. */
export function dropDraft(path: string): void {
  turns.value += 1;
  const next = new Map(drafts.value);
  next.delete(path);
  drafts.value = next;
}

/** Reads the files anew, and gives the other screens the wording as it is now. */
export async function readDisk(): Promise<void> {
  const [files, data] = await Promise.all([desk.value?.files(), desk.value?.data()]);
  if (files !== undefined && 'value' in files) disk.value = files.value;
  else said.value = GONE;
  if (data !== undefined && 'value' in data && source.value !== undefined)
    source.value = { ...source.value, data: data.value };
}

/** What is said where the server does not answer. */
export const GONE =
  'Closewell does not answer. Nothing you typed is lost while this page is open: start Closewell again, and copy your drafts over.';

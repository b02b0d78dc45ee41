import { todayIn } from '../course/today.ts';
import { readLibrary } from '../files/read-library.ts';
import { type Handing, readPageData } from '../files/read-page-data.ts';
import { readWording } from '../files/read-wording.ts';
import { digestOf } from '../library/digest.ts';
import { lastTexts } from '../library/last-texts.ts';
import type { Library } from '../library/library.ts';
import type { Result } from '../problem.ts';
import { type Answer, answer, turn } from './answer.ts';
import { isWordingPath } from './wording-path.ts';

/** Where wording is read, edited and decided about: one practice folder, as long as the server runs. */
export interface Desk {
  readonly folder: string;
  readonly sampleFolder: string;
  /** The program's version. */
  readonly version: string;
  readonly now: () => Date;
  /** Whether it may be changed: the packaged sample is nobody's practice. */
  readonly canEdit: boolean;
  readonly readPicture: Handing['readPicture'];
}

/** The desk's library as it is on the disk now. */
export const libraryAt = ({ folder, sampleFolder }: Desk): Promise<Result<Library>> =>
  readLibrary(folder, sampleFolder);

/** Today where the practice is. */
export const todayAt = ({ now }: Desk, library: Library | undefined): string =>
  todayIn(library?.practice.timeZone ?? 'UTC', now());

/** What the page works with. */
export async function answerData(desk: Desk): Promise<Answer> {
  const { value: library, problems } = await libraryAt(desk);
  if (library === undefined) return turn('problems', { problems });
  const { folder, version, canEdit, readPicture } = desk;
  const handing = { folder, library, version, today: todayAt(desk, library), readPicture };
  const { value } = await readPageData(handing);
  return answer({ ...value, canEdit });
}

/** The texts that can be edited, and the form in which each was approved last; also where the wording does not load. */
export async function answerFiles({ folder }: Desk): Promise<Answer> {
  const { value, problems } = await readWording(folder);
  if (value === undefined) return turn('problems', { problems });
  const files = value.files.map(({ path, text }) => ({
    path,
    text,
    digest: digestOf(text),
    canEdit: isWordingPath(path),
  }));
  return answer({ files, approved: Object.fromEntries(lastTexts(value)), problems });
}

/** Every sitting in which something was decided or asked about the text, oldest first, with what was approved in it. */
export async function answerHistory({ folder }: Desk, id: string | undefined): Promise<Answer> {
  const { value, problems } = await readWording(folder);
  if (value === undefined) return turn('problems', { problems });
  const { sittings, texts } = value;
  const about = sittings.flatMap((sitting) => {
    const { approves = [], withdraws = [], asks = [], returns = [] } = sitting;
    const entry = [...approves, ...asks, ...returns].find((one) => one.split(' ')[0] === id);
    if (entry === undefined && !withdraws.some((one) => one === id)) return [];
    const { on, by, role, note, because, reviewBy } = sitting;
    const kind = sitting.withdraws
      ? 'withdrawn'
      : sitting.asks
        ? 'asked'
        : sitting.returns
          ? 'returned'
          : 'approved';
    return [{ kind, on, by, role, note, because, reviewBy, text: texts.get(entry?.split(' ')[1] ?? '') }];
  });
  return answer({ history: about });
}

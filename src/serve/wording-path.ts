import { isEnclosurePath, isSnippetPath, isTemplatePath } from '../library/file-names.ts';
import { SECTION_KEYS } from '../model/section.ts';

/** Whether the file is wording that is edited here: not the practice's own facts, and not what was decided. */
export const isWordingPath = (path: string): boolean =>
  isTemplatePath(path) || isSnippetPath(path) || isEnclosurePath(path) || path === 'snippets/rules.yaml';

const NEW_SNIPPET = /^snippets\/([a-z-]+)\/[a-z0-9][a-z0-9-]{0,79}\.md$/;

/** Whether a new snippet may have this path: of a section that there is, in letters that every disk tells apart. */
export function isNewSnippet(path: string, paths: readonly string[]): boolean {
  const section = NEW_SNIPPET.exec(path)?.[1];
  const isSection = SECTION_KEYS.some((key) => key === section);
  return isSection && !paths.some((other) => other.toLowerCase() === path);
}

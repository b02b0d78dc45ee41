import { type Problem, problem } from '../problem.ts';

/** Which names the files of a practice folder have. What has another is told: its wording would be missed in silence. */

const NAME = '[A-Za-z0-9][A-Za-z0-9_-]*';
const TEMPLATE = new RegExp(`^templates/${NAME}\\.md$`);
const SNIPPET = new RegExp(`^snippets/[^/]+/${NAME}\\.md$`);
const ENCLOSURE = new RegExp(`^enclosures/${NAME}(?:\\.[A-Za-z0-9-]+)?\\.md$`);
const OTHERS = [
  'practice.yaml',
  'snippets/rules.yaml',
  'snippets/approvals.yaml',
  'snippets/approved-texts.yaml',
];

/** Whether a template stands at the path. */
export const isTemplatePath = (path: string) => TEMPLATE.test(path);

/** Whether a snippet stands at the path, if its folder is a section. */
export const isSnippetPath = (path: string) => SNIPPET.test(path);

/** Whether the text of an enclosure stands at the path; `help.es.md` tells its language. */
export const isEnclosurePath = (path: string) => ENCLOSURE.test(path);

/** The language that the name of an enclosure tells, right or wrong, by its path or id. */
export const languageNamed = (path: string): string | undefined => /\.([^./]+)$/.exec(enclosureId(path))?.[1];

/** The id that approvals know the enclosure at a path by. */
export const enclosureId = (path: string): string => path.replace(/\.md$/, '');

/**
 * Whether systems and editors leave files of this name, which nobody means as wording: names with a dot first
 * (.DS_Store, .git), Thumbs.db, desktop.ini, and backups (~, .bak, .orig, .swp, .tmp, #name#, ~$name).
 */
export const isIgnored = (name: string) =>
  /^\.|^~\$|~$|^#.*#$|\.(?:bak|orig|swp|tmp)$|^(?:Thumbs\.db|desktop\.ini)$/is.test(name);

const IS_READ = [isTemplatePath, isSnippetPath, isEnclosurePath];

/** A problem for each path that nothing reads, and for each that differs from an earlier one in capitals only. */
export function unreadFiles(paths: readonly string[]): Problem[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    const plain = path.toLowerCase();
    const isTwin = seen.has(plain);
    seen.add(plain);
    if (!IS_READ.some((isRead) => isRead(path)) && !OTHERS.includes(path)) return [unreadFile(path)];
    return isTwin ? [twin(path)] : [];
  });
}

/** The problem of a file that nothing reads. */
export function unreadFile(path: string): Problem {
  const hint =
    'Templates are templates/NAME.md, snippets snippets/SECTION/VARIANT.md, enclosures enclosures/NAME.md, rules snippets/rules.yaml; names have letters from a to z, digits and hyphens.';
  return problem('file-unexpected', startOf(path), 'nothing reads a file of this name here', hint);
}

function twin(path: string): Problem {
  const message =
    'another file has this name but for capital letters, and on some computers one replaces the other';
  return problem('file-unexpected', startOf(path), message, 'Give it another name.');
}

const startOf = (file: string) => ({ file, line: 1, column: 1 });

import { parseYaml } from '../model/parse-yaml.ts';
import { parseWith } from '../model/schema.ts';
import { templateId } from './approval.ts';
import { RULES_ID } from './decisions.ts';
import { canonicalData, canonicalText, canonicalWording } from './digest.ts';
import { enclosureId, isEnclosurePath } from './file-names.ts';
import { parseFrontMatter, type SourceFile } from './front-matter.ts';
import { snippetHeaderSchema, templateHeaderSchema } from './headers.ts';
import { rulesSchema } from './rules.ts';

/** The canonical text of every file that can be approved, by id; files that cannot be read are left out. */
export function canonicalTexts(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  return new Map(files.flatMap((file) => canonicalOf(file) ?? []));
}

const WORDING = /^(?:snippets\/([^/]+\/[^/]+)|templates\/([^/]+))\.md$/;

/** A list of one, so that it can be left out of a list. */
function canonicalOf(file: SourceFile): [[string, string]] | undefined {
  if (file.path === 'snippets/rules.yaml') {
    const { data, locate } = parseYaml({ file: file.path, text: file.text, linesBefore: 0 });
    const { value } = parseWith(rulesSchema, data ?? {}, locate);
    return value && [[RULES_ID, canonicalData(value)]];
  }
  if (isEnclosurePath(file.path)) return [[enclosureId(file.path), canonicalText(file.text)]];
  const [, snippet, template] = WORDING.exec(file.path) ?? [];
  const id = template === undefined ? snippet : templateId({ name: template });
  const schema = template === undefined ? snippetHeaderSchema : templateHeaderSchema;
  const { header, body } = parseFrontMatter(file, schema);
  return id === undefined || header === undefined ? undefined : [[id, canonicalWording(header, body.text)]];
}

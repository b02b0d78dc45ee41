import { templateId } from '../library/approval.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import { loadSnippet } from '../library/load-library.ts';
import { type Change, type Edit, listChanges } from './change-set.ts';
import { saysTheSame, templatesWith } from './compare-wordings.ts';
import { listTemplateVariants, type TemplateVariant } from './template-variants.ts';

/** What someone has to see before they approve: what changed since, and whole messages that show every wording of it. */
export interface Preview {
  /** Edits after which a snippet says the same in every case; to be confirmed only. */
  readonly sameAsBefore: readonly string[];
  readonly changes: readonly { readonly change: Change; readonly templates: readonly string[] }[];
  readonly variants: readonly TemplateVariant[];
  /** Texts that nothing above shows, such as the rules: to be read as they stand. */
  readonly alone: readonly { readonly id: string; readonly text: string }[];
}

/** What there is to approve: the canonical text of each id, and those among them that were approved in another form. */
export interface Open {
  readonly texts: ReadonlyMap<string, string>;
  readonly edits: readonly Edit[];
}

/** The preview of the texts that are open. */
export function previewOf(library: Library, { texts, edits }: Open): Preview {
  const isSame = ({ id, before }: Edit) => {
    const [old, now] = [pastSnippet(id, before), snippetOf(id, library)];
    return old !== undefined && now !== undefined && saysTheSame(old, now, library);
  };
  const sameAsBefore = edits.filter(isSame).map(({ id }) => id);
  const open = [...texts.keys()].filter((id) => !sameAsBefore.includes(id));
  const variants = library.templates.flatMap((template) => variantsOf(template, open, library));
  const seen = new Set([
    ...sameAsBefore,
    ...edits.map(({ id }) => id),
    ...variants.flatMap(({ template, message }) => [
      templateId(template),
      ...message.sections.map(({ snippet }) => snippet),
    ]),
  ]);
  return {
    sameAsBefore,
    changes: listChanges(edits.filter(({ id }) => open.includes(id))).map((change) => ({
      change,
      templates: templatesOf(change.ids, library),
    })),
    variants,
    alone: [...texts].flatMap(([id, text]) => (seen.has(id) ? [] : [{ id, text }])),
  };
}

/** All that an open template can say; else the messages in which it says what is open. */
function variantsOf(
  template: Template,
  open: readonly string[],
  library: Library,
): readonly TemplateVariant[] {
  if (open.includes(templateId(template))) return listTemplateVariants(library, template);
  return listTemplateVariants(library, template, open).filter(({ message }) =>
    message.sections.some(({ snippet }) => open.includes(snippet)),
  );
}

/** A snippet as it was approved; undefined where the text is no snippet that can be read today. */
export const pastSnippet = (id: string, text: string): Snippet | undefined =>
  loadSnippet({ path: `snippets/${id}.md`, text }).value;

/** The snippet of an id; undefined where there is none. */
export const snippetOf = (id: string, { snippets }: Pick<Library, 'snippets'>): Snippet | undefined =>
  snippets.find((one) => one.id === id);

/** The templates that show any of the texts. */
function templatesOf(ids: readonly string[], library: Library): string[] {
  const shown = ids.flatMap((id) => {
    const snippet = snippetOf(id, library);
    return snippet === undefined ? [] : templatesWith(snippet, library);
  });
  return [...new Set(shown)];
}

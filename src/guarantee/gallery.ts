import type { Block } from '../language/document.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import { SECTIONS } from '../model/section.ts';
import { describeCase } from './describe-case.ts';
import { worldsOf } from './possible-worlds.ts';
import { listTemplateVariants } from './template-variants.ts';
import { reachAll, type Wording } from './wordings.ts';
import { isWithin } from './world.ts';

/** All that clients could hear, laid out for whoever approves it: whole messages, or the wordings of one snippet. */

/** One wording or one whole message, and the case it is for. */
export interface Exhibit {
  readonly told: string;
  readonly parts: readonly {
    readonly label: string;
    readonly snippet: string;
    readonly blocks: readonly Block[];
  }[];
}

/** The exhibits of one snippet or one template. */
export interface Gallery {
  readonly name: string;
  readonly title: string;
  readonly exhibits: readonly Exhibit[];
  /** Whether there are more wordings than are shown. */
  readonly isCut: boolean;
}

/** The whole messages of a template that together show every branch. */
export function templateGallery(template: Template, library: Library): Gallery {
  const exhibits = listTemplateVariants(library, template).map(({ told, message }) => ({
    told,
    parts: message.sections.map(({ section, snippet, blocks }) => ({
      label: SECTIONS[section],
      snippet,
      blocks,
    })),
  }));
  return { name: template.name, title: template.header.title, exhibits, isCut: false };
}

/** Every distinct wording of a snippet. */
export function snippetGallery(snippet: Snippet, library: Library): Gallery {
  const reached = reachAll(library).find((one) => one.snippet === snippet);
  const title = SECTIONS[snippet.section];
  const exhibits = (reached?.wordings ?? []).map((wording) => ({
    told: tellWording(wording),
    parts: [{ label: title, snippet: snippet.id, blocks: wording.blocks }],
  }));
  return { name: snippet.id, title, exhibits, isCut: reached?.isComplete === false };
}

function tellWording({ snippet, world, slots }: Wording): string {
  const [slot] = slots;
  if (slot === undefined) return '';
  const open = worldsOf(snippet, slot).find((one) => isWithin(world, one)) ?? world;
  return describeCase(world, open, slot);
}

import { templateId, unapproved } from '../library/approval.ts';
import { enclosureId } from '../library/file-names.ts';
import type { Library, Snippet, Template } from '../library/library.ts';
import type { Context } from '../model/context.ts';
import type { SectionKey } from '../model/section.ts';
import { listMatches } from './choose.ts';
import type { Commission } from './compose.ts';
import type { Message, Refusal } from './message.ts';

/** What approval has to say about one message: its marks, and when it is refused. */

/** SAMPLE where the practice is the sample; DRAFT where a text in the message is not approved today. */
export const marksOf = ({ practice }: Library, open: readonly string[]): readonly string[] =>
  practice.sample ? (open.length > 0 ? ['SAMPLE', 'DRAFT'] : ['SAMPLE']) : open.length > 0 ? ['DRAFT'] : [];

/** The ids of what is not approved today among the texts that the message is made of. */
export function openTexts({ library, template, today }: Commission, { sections, parts }: Message): string[] {
  const inserts = parts.stationery?.inserts ?? [];
  const ids = [templateId(template), ...sections.map(({ snippet }) => snippet), ...inserts.map(enclosureId)];
  return unapproved(library, ids, today);
}

/** The refusal of a message that holds these texts, where only what is approved may go out. */
export const refuseUnapproved = (open: readonly string[]): Refusal => ({
  refused: 'unapproved',
  reason: `Not approved today: ${open.join(', ')}. Have them approved with \`closewell approve\`, or leave out --strict to get the message marked DRAFT.`,
});

/** The refusal of a message for which a required section has no words left since its snippet was withdrawn. */
export function refuseWithdrawn(
  sections: readonly SectionKey[],
  { library, template, channel }: Commission,
  context: Context,
): Refusal | undefined {
  const gone = sections.flatMap((section) =>
    listMatches(section, template, channel, context, library.withdrawn.snippets),
  );
  return gone.length === 0 ? undefined : withdrawnRefusal(gone);
}

/** The refusal of a message whose wording or template was withdrawn. */
export const withdrawnRefusal = (gone: readonly (Snippet | Template)[]): Refusal => ({
  refused: 'withdrawn',
  reason: `This message cannot be composed since wording it needs was withdrawn: ${gone
    .map((one) => ('id' in one ? one.id : templateId(one)))
    .join(', ')}. Ask whoever keeps the wording in your practice; \`closewell history ID\` says why.`,
});

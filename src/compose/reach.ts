import { permissionAt } from '../course/attempts.ts';
import type { Permission } from '../course/permission.ts';
import type { Channel, Step } from '../library/headers.ts';
import type { Library, Template } from '../library/library.ts';
import type { ContactPoint, Recipient } from '../model/client.ts';
import { isWithin, LEVELS, type Level, lowerLevel } from '../model/level.ts';
import type { ClientFile } from '../model/parse-client.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import { isMessage, type Message, type Refusal } from './message.ts';

/** Which of a person's numbers or addresses a message goes to, and with how much in it. */

/** What both a call sheet and a letter are asked for with. */
export interface Request {
  readonly library: Library;
  readonly file: ClientFile;
  /** The day of the call or letter. */
  readonly on: string;
  /** The label of one number or address; else the first that allows something. */
  readonly to?: string;
  /** One recipient, by number from 1 or by name; else all of them. */
  readonly recipient?: string;
  /** Say no more than this. */
  readonly level?: Level;
  readonly use: Readonly<Record<string, string>>;
  readonly without: readonly string[];
  /** The day on which it is composed, by which approvals are judged, whatever `on` says. */
  readonly today: string;
  /** Refuse what is not approved, rather than mark it. */
  readonly strict?: boolean;
}

/** A contact point with what may be said there. */
export interface Reach {
  readonly point: ContactPoint;
  readonly permission: Permission;
}

/** The contact points of the kinds asked for, in the file's order, each with what may be said there. */
export function listReaches(
  recipient: Recipient,
  isKind: (point: ContactPoint) => boolean,
  { library, file, on, to, level }: Request,
): Reach[] {
  return recipient.contactPoints
    .filter((point) => isKind(point) && (to === undefined || point.label === to))
    .map((point) => ({
      point,
      permission: capped(
        permissionAt({ client: file.client, recipient }, point, library.practice, on),
        level,
      ),
    }));
}

function capped(permission: Permission, level: Level | undefined): Permission {
  if (permission.ceiling === undefined || level === undefined || isWithin(permission.ceiling, level))
    return permission;
  return {
    ...permission,
    ceiling: lowerLevel(permission.ceiling, level),
    reason: `${permission.reason}; you chose to say less`,
  };
}

/** The template for the step on the channel that says most within the ceiling. */
export function findTemplate(
  { templates }: Library,
  channel: Channel,
  step: Step,
  ceiling: Level,
): Template | undefined {
  return templates
    .filter(
      ({ header }) =>
        header.channels.includes(channel) && header.steps.includes(step) && isWithin(header.level, ceiling),
    )
    .sort((a, b) => LEVELS.indexOf(b.header.level) - LEVELS.indexOf(a.header.level))[0];
}

/** The recipients asked for, with their position in the file; a problem where there is nobody, or no such label. */
export function listRecipients(request: Request): {
  recipients: { recipient: Recipient; index: number }[];
  problems: Problem[];
} {
  const { file, recipient: asked } = request;
  const recipients = file.client.recipients
    .map((recipient, index) => ({ recipient, index }))
    .filter(
      ({ recipient, index }) =>
        asked === undefined || [String(index + 1), recipient.name, recipient.called].includes(asked),
    );
  const place = file.locate(['recipients'], 'key');
  if (recipients.length === 0) {
    const hint = 'Give their number, counting from 1 as they stand in the file.';
    return {
      recipients,
      problems: [problem('recipient-unknown', place, 'there is no such recipient', hint)],
    };
  }
  const labels = recipients.flatMap(({ recipient }) => recipient.contactPoints.map(({ label }) => label));
  if (request.to === undefined || labels.includes(request.to)) return { recipients, problems: [] };
  const message = 'they have no number or address of that label';
  return {
    recipients,
    problems: [
      problem('contact-point-unknown', place, message, 'Give a label as it stands under contactPoints.'),
    ],
  };
}

/** A warning where the permission of the contact point has grown old. */
export function oldPermission({ file }: Request, index: number, reach: Reach | undefined): Problem[] {
  if (!reach?.permission.isOld) return [];
  const place = file.locate(['recipients', index, 'contactPoints'], 'value');
  const hint = 'Ask again what may be left there, and set confirmedOn.';
  return [problem('permission-old', place, 'the permission for this number or address has grown old', hint)];
}

/** Where a field's value was typed: among this recipient's own facts, what is shared, or the file as a whole. */
export function placeOfField({ client, locate }: ClientFile, index: number): (field: string) => Place {
  return (field) => {
    const recipient = client.recipients[index];
    if (recipient?.personal !== undefined && field in recipient.personal)
      return locate(['recipients', index, 'personal', field], 'value');
    if (client.shared !== undefined && field in client.shared) return locate(['shared', field], 'value');
    if (field in client) return locate([field], 'value');
    return locate(['recipients', index], 'value');
  };
}

/** Picks that took effect in none of the messages: a variant that fits nowhere, or a required section left out. */
export function unusedPicks(
  { use, without, library }: Request,
  outcomes: readonly (Message | Refusal)[],
): Problem[] {
  const messages = outcomes.filter(isMessage);
  if (messages.length === 0) return [];
  const place = { file: 'templates', line: 1, column: 1 };
  const sections = messages.flatMap((message) => message.sections);
  const unfit = Object.entries(use).filter(
    ([section, variant]) => !sections.some(({ snippet }) => snippet === `${section}/${variant}`),
  );
  const kept = without.filter((section) =>
    messages
      .filter(({ template }) => isPlaced(section, template, library))
      .every((message) => message.sections.some((one) => one.section === section)),
  );
  return [
    ...unfit.map(([section]) => {
      const variants = library.snippets
        .filter((s) => s.section === section)
        .map(({ id }) => id.slice(section.length + 1));
      const hint =
        variants.length > 0 ? `Use one of: ${variants.join(', ')}.` : 'Write it as section=variant.';
      return problem('snippet-unknown', place, 'the variant asked for fits no part of this message', hint);
    }),
    ...kept.map(() =>
      problem(
        'section-missing',
        place,
        'a section asked to be left out is required in this message, or has no place in it',
        'Leave out a section that the template places and does not require.',
      ),
    ),
  ];
}

const isPlaced = (section: string, template: string, { templates }: Library) =>
  templates.some(({ name, sections }) => name === template && sections.some((one) => one === section));

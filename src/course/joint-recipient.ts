import type { Client, ContactPoint, Recipient } from '../model/client.ts';
import { type SharedAddress, sharedAddresses } from '../model/joint-letter.ts';
import type { Practice } from '../model/practice.ts';
import { permissionAt } from './attempts.ts';
import { addMonths } from './dates.ts';
import { replyDay } from './due.ts';

/**
 * Both partners as the one recipient of a joint letter. It has both names and no facts of its own, so that what is
 * derived for it is what both may know, and nothing else can be.
 */
export interface Joint {
  readonly client: Client;
  readonly recipient: Recipient;
  readonly point: ContactPoint;
}

/** What a joint letter is asked for with. */
interface Asked {
  readonly practice: Practice;
  readonly client: Client;
  readonly on: string;
  readonly step: string;
}

/** The joint recipient on a day; undefined where the agreement, an address or their days do not allow one letter. */
export function findJoint({ practice, client, on, step }: Asked): Joint | undefined {
  const [first, second] = client.recipients;
  if (first === undefined || second === undefined || !isAgreed(client, practice, on)) return undefined;
  const shared = sharedAddresses(client).find((points) =>
    points.every((point, index) => maySendTo(index === 0 ? first : second, point, { practice, client, on })),
  );
  const [day, other] = [first, second].map((recipient) =>
    replyDay({ practice, client, on, step, recipient, level: 'private' }),
  );
  return shared === undefined || day !== other
    ? undefined
    : joined(client, [first, second], shared, practice.language);
}

function isAgreed({ kind, jointLetter, situation }: Client, { policy }: Practice, on: string): boolean {
  if (kind !== 'couple' || jointLetter === undefined || situation === 'one-partner-continues') return false;
  return jointLetter.agreedOn <= on && addMonths(jointLetter.agreedOn, policy.permissionMonths) >= on;
}

function maySendTo(
  recipient: Recipient,
  point: ContactPoint,
  { practice, client, on }: Omit<Asked, 'step'>,
): boolean {
  const { ceiling, isOld } = permissionAt({ client, recipient }, point, practice, on);
  return ceiling === 'private' && !isOld && !recipient.safety?.flag;
}

/** Large print where either needs it; a copy only for whom both have named. */
function pageFor([first, second]: readonly [Recipient, Recipient]): Pick<Recipient, 'largePrint' | 'copies'> {
  const copies = first.copies?.filter((one) => second.copies?.includes(one)) ?? [];
  return {
    ...((first.largePrint ?? second.largePrint) === undefined
      ? {}
      : { largePrint: first.largePrint === true || second.largePrint === true }),
    ...(copies.length === 0 ? {} : { copies }),
  };
}

function joined(
  client: Client,
  people: readonly [Recipient, Recipient],
  points: SharedAddress,
  language: string,
): Joint {
  const both = (texts: readonly string[]) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format([...new Set(texts)]);
  const point: ContactPoint = { ...points[0], askFor: both(points.map(({ askFor }) => askFor)) };
  const recipient: Recipient = {
    name: both(people.map(({ name }) => name)),
    called: both(people.map(({ called }) => called)),
    role: 'partner',
    ...(people[0].safety && { safety: people[0].safety }),
    ...pageFor(people),
    contactPoints: [point],
  };
  // Whatever is on record for either of them is on record for both.
  return { client: { ...client, recipients: [recipient, recipient] }, recipient, point };
}

import { deriveContext } from '../course/derive-context.ts';
import type { ContactPoint, Recipient } from '../model/client.ts';
import type { Value } from '../model/context.ts';
import { FIELDS, type FieldName } from '../model/field.ts';
import { isWithin } from '../model/level.ts';
import { formOn } from './compose.ts';
import { JOINT_INDEX } from './compose-letter.ts';
import type { Message } from './message.ts';
import type { Request } from './reach.ts';
import type { Withheld } from './recheck-rule.ts';

/** What the client file knows and one message may not say, so that it is not typed back in. */

/** Days and figures have rules of their own, and the practice's name has one among the phrases. */
const ELSEWHERE: readonly string[] = [
  'practiceName',
  'phone',
  'agreedNumber',
  'replyBy',
  'closingDate',
  'today',
  'firstSession',
  'lastSession',
  'sessionCount',
  'attempts',
  'noticeGiven',
  'place',
  'placeLevel',
];

/** The values above the message's level, and what only the others in the case may know. */
export function listWithheld(request: Request, message: Message, index: number): Withheld[] {
  const { client } = request.file;
  const recipient = client.recipients[index];
  const [point] = recipient?.contactPoints ?? [];
  if (index === JOINT_INDEX) return personalOf(client.recipients, []);
  if (recipient === undefined || point === undefined) return [];
  const above = valuesFor(request, message, recipient, point).filter(
    ({ name }) =>
      !isWithin(FIELDS[name].level, message.level) &&
      (!ELSEWHERE.includes(name) || (name === 'practiceName' && request.library.practice.part2 === true)),
  );
  const own = Object.values(recipient.personal ?? {}).flat();
  const others = client.recipients.filter((other) => other !== recipient);
  return [
    ...above.flatMap(({ name, value }) => textsOf(value).map((text) => ({ field: name, text }))),
    ...personalOf(others, own),
  ];
}

/** What only these people may know, but for what is also the reader's own. */
function personalOf(people: readonly Recipient[], own: readonly string[]): Withheld[] {
  return people
    .flatMap(({ personal = {} }) => Object.entries(personal))
    .flatMap(([field, value]) =>
      textsOf(value)
        .filter((text) => !own.includes(text))
        .map((text) => ({ field, text })),
    );
}

function valuesFor(
  { library, file: { client } }: Request,
  message: Message,
  recipient: Recipient,
  point: ContactPoint,
): { name: FieldName; value: Value }[] {
  const clinician = library.practice.clinicians[client.clinician];
  if (clinician === undefined) return [];
  const context = deriveContext({
    practice: library.practice,
    client,
    clinician,
    recipient,
    point,
    step: message.step,
    form: formOn(message.channel),
    level: 'private',
    on: message.on,
  });
  return (Object.entries(context) as [FieldName, Value][])
    .filter(([name]) => FIELDS[name].kind !== 'choice')
    .map(([name, value]) => ({ name, value }));
}

const textsOf = (value: Value | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : 'items' in value ? value.items : value;

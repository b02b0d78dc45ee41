import { OUTCOMES, RETURN_PATHS, ROLES, SAID, SITUATIONS, STEPS } from './choices.ts';
import { FIELDS } from './field.ts';
import { LEVELS } from './level.ts';
import { overruleSchema } from './overrule.ts';
import {
  choice,
  clockTime,
  count,
  type Description,
  field,
  flag,
  type Infer,
  id,
  isoDate,
  list,
  optional,
  record,
  text,
} from './schema.ts';

/** What the clinician knows about one client, as `client.yaml` has it. Strict: an unknown key is a problem. */

const KINDS = ['adult', 'couple', 'minor'] as const;
export const CONSULT_FIRST = [
  'none',
  'risk',
  'hospital',
  'death',
  'mandate',
  'medication',
  'child-not-brought',
  'unsure',
] as const;
const CONSENT_HOLDERS = ['guardian', 'minor', 'unrecorded'] as const;
/** What may be said at a contact point; left out where nobody has asked yet. Mail knows none, neutral and private. */
const PERMISSIONS = ['none', 'neutral', ...LEVELS] as const;

const facts = {
  statedReason: optional(field('statedReason')),
  progress: optional(field('progress')),
  appreciation: optional(field('appreciation')),
  supports: optional(list(field('supports'), { most: 6 })),
  copingTools: optional(list(field('copingTools'), { most: 6 })),
  referral: optional(field('referral')),
};

/** What both partners may know goes under `shared`, what one alone may know under `personal`. */
export const FACT_NAMES: readonly string[] = Object.keys(facts);

/** How a key is asked for. Whatever has no level of its own is for the clinician and the right person alone. */
function about(label: string, question: string, example: string, maximumLength?: number): Description {
  const asked = { label, question, example, level: 'private' as const };
  return maximumLength === undefined ? asked : { ...asked, maximumLength };
}

const contactPoint = record({
  label: text(about('Label', 'What do you call this number or address?', 'mobile', 40)),
  phone: optional(text(about('Phone number', 'Which number is it?', '312-555-0142', 40))),
  address: optional(
    list(text(about('Address', 'What is the address, line by line?', '12 Elm Street', 60)), {
      least: 1,
      most: 6,
    }),
  ),
  portal: optional(text(about('Portal', 'Which portal reaches them?', 'client portal', 40))),
  email: optional(text(about('Secure e-mail', 'Which address takes secure mail?', 'sam@example.com', 120))),
  askFor: field('name'),
  level: optional(
    choice(
      PERMISSIONS,
      about(
        'Detail level',
        'What did they say may be left here? Leave it out if nobody has asked.',
        'detailed',
      ),
    ),
  ),
  safeHours: optional(field('safeHours')),
  confirmedOn: optional(isoDate(about('Confirmed on', 'On which day did they confirm this?', '2026-06-11'))),
});

const recipient = record({
  name: text(about('Full name', 'What is their full name?', 'Sam Okafor', 120)),
  called: field('called'),
  role: choice(ROLES, about('Role', 'Who is this person in the case?', 'client')),
  safety: optional(
    record({
      checkedOn: optional(
        isoDate(about('Safety checked on', 'When did you last ask what is safe for them?', '2026-06-11')),
      ),
      flag: optional(flag(about('Safety flag', 'Could a message put them at risk?', 'false'))),
    }),
  ),
  caller: optional(
    record({
      name: optional(field('callerName')),
      reason: optional(field('agreedReason')),
      leaveNumber: optional(
        flag(about('Leave the number', 'Did you agree to leave your number on a vague call?', 'false')),
      ),
    }),
  ),
  contactPoints: list(contactPoint, { least: 1, most: 8 }),
  personal: optional(record({ ...facts })),
  largePrint: optional(flag(about('Large print', 'Do they want letters in large print?', 'true'))),
  copies: optional(
    list(text(about('Copy line', 'Who gets a copy, as the letter prints it?', 'cc: Dr. Amara Cole', 80)), {
      most: 4,
    }),
  ),
});

const attempt = record({
  on: isoDate(about('Day of the attempt', 'On which day was it?', '2026-11-09')),
  recipient: optional(
    count(1, 4, about('Which recipient', 'To whom, counting from 1 as they stand above?', '1')),
  ),
  to: text(about('Label', 'To which number or address, by its label?', 'mobile', 40)),
  outcome: choice(OUTCOMES, about('Outcome', 'What came of it?', 'voicemail-left')),
  level: optional(choice(LEVELS, about('How much was said', 'How much did the message say?', 'minimal'))),
  step: optional(choice(STEPS, about('Step', 'What was it for?', 'first-call'))),
  at: optional(clockTime(about('Time of day', 'At what time was it?', '"14:30"'))),
  minutes: optional(count(0, 600, about('Minutes', 'How many minutes did it take?', '2'))),
  said: optional(choice(SAID, about('What was said', 'Was it said as written?', 'as-written'))),
  because: optional(
    text(
      about(
        'Reason for closing',
        'If the file closed on this day, why?',
        'they asked for no further contact',
        200,
      ),
    ),
  ),
  replyBy: optional(
    isoDate(
      about('Day that was said', 'Which day did the message name, to reply by or to close on?', '2026-11-16'),
    ),
  ),
});

const sessions = record({
  first: optional(isoDate(about('First session', 'When was the first session?', '2026-05-12'))),
  last: optional(isoDate(about('Last session', 'When was the last session?', '2026-08-25'))),
  number: optional(count(0, 9999, about('Number of sessions', 'How many sessions were there?', '9'))),
  future: optional(
    isoDate(about('Open appointment', 'Is there an appointment in the calendar still?', '2026-12-01')),
  ),
});

export const clientSchema = record({
  id: id(about('Id', 'What does your record call this client? No name, please.', 'c-1042', 40)),
  clinician: id(about('Clinician', 'Whose client is this? Use the key from practice.yaml.', 'rao', 40)),
  kind: choice(KINDS, about('Kind', 'Is this an adult, a couple or a minor?', 'adult')),
  consent: optional(
    choice(CONSENT_HOLDERS, about('Who consented', 'For a minor: who consented to the work?', 'guardian')),
  ),
  childName: optional(field('childName')),
  consultFirst: choice(
    CONSULT_FIRST,
    about(
      'Consult first',
      'Is there any reason to consult before anyone reaches out? Write none if you are sure.',
      'none',
    ),
  ),
  clientWillContactUs: optional(
    flag(about('Client will contact us', 'Did they ask you not to reach out at all?', 'false')),
  ),
  situation: choice(SITUATIONS, FIELDS.situation),
  returnPath: optional(choice(RETURN_PATHS, FIELDS.returnPath)),
  sessions: optional(sessions),
  closingDate: optional(
    isoDate(about('Closing date', 'Is the file to close on a set day? If not, leave it out.', '2026-12-07')),
  ),
  recipients: list(recipient, { least: 1, most: 4 }),
  shared: optional(record({ ...facts })),
  jointLetter: optional(
    record({
      agreedOn: isoDate(
        about(
          'Joint letter agreed on',
          'For a couple at one address: on which day had both agreed to one letter together?',
          '2026-06-11',
        ),
      ),
    }),
  ),
  outreach: optional(list(attempt, { most: 200 })),
  overrule: optional(overruleSchema),
});

export type Client = Infer<typeof clientSchema>;
export type Recipient = Client['recipients'][number];
export type ContactPoint = Recipient['contactPoints'][number];
export type Facts = NonNullable<Client['shared']>;
/** One try at reaching someone, as it stands in the record. */
export type Attempt = NonNullable<Client['outreach']>[number];

import { OUTCOMES, RETURN_PATHS, ROLES, SITUATIONS, STEPS } from './choices.ts';
import { FIELDS } from './field.ts';
import { LEVELS } from './level.ts';
import {
  choice,
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
  'unsure',
] as const;
const CONSENT_HOLDERS = ['guardian', 'minor', 'unrecorded'] as const;
/** What may be said at a contact point; left out where nobody has asked yet. Mail knows none, neutral and private. */
const PERMISSIONS = ['none', 'neutral', ...LEVELS] as const;

const facts = {
  statedReason: optional(field('statedReason')),
  progress: optional(field('progress')),
  appreciation: optional(field('appreciation')),
  supports: optional(list(field('supports')).max(6)),
  copingTools: optional(list(field('copingTools')).max(6)),
  referral: optional(field('referral')),
};

const contactPoint = record({
  label: text({
    label: 'Label',
    question: 'What do you call this number or address?',
    example: 'mobile',
    maximumLength: 40,
  }),
  phone: optional(text({ label: 'Phone number', example: '312-555-0142', maximumLength: 40 })),
  address: optional(
    list(text({ label: 'Address, line by line', example: '12 Elm Street', maximumLength: 60 }))
      .min(1)
      .max(6),
  ),
  portal: optional(
    text({
      label: 'Portal',
      question: 'Which portal reaches them?',
      example: 'client portal',
      maximumLength: 40,
    }),
  ),
  email: optional(text({ label: 'Secure e-mail address', example: 'sam@example.com', maximumLength: 120 })),
  askFor: field('name'),
  level: optional(
    choice(PERMISSIONS, {
      label: 'Detail level',
      question: 'What did they say may be left here? Leave it out if nobody has asked.',
      example: 'detailed',
    }),
  ),
  safeHours: optional(field('safeHours')),
  confirmedOn: optional(isoDate({ label: 'Confirmed on', question: 'On which day did they confirm this?' })),
});

const recipient = record({
  name: text({
    label: 'Full name',
    question: 'What is their full name?',
    example: 'Sam Okafor',
    maximumLength: 120,
  }),
  called: field('called'),
  role: choice(ROLES, { label: 'Role', question: 'Who is this person in the case?', example: 'client' }),
  safety: optional(
    record({
      checkedOn: optional(
        isoDate({ label: 'Safety checked on', question: 'When did you last ask what is safe for them?' }),
      ),
      flag: optional(
        flag().meta({
          label: 'Safety flag',
          question: 'Could a message put them at risk?',
          example: 'false',
        }),
      ),
    }),
  ),
  caller: optional(
    record({
      name: optional(field('callerName')),
      reason: optional(field('agreedReason')),
      leaveNumber: optional(
        flag().meta({
          label: 'Leave the number',
          question: 'Did you agree to leave your number?',
          example: 'false',
        }),
      ),
    }),
  ),
  contactPoints: list(contactPoint).min(1).max(8),
  personal: optional(record({ ...facts })),
});

const day = (label: string): Description => ({ label });

export const clientSchema = record({
  id: id({
    label: 'Id',
    question: 'What does your record call this client? No name, please.',
    example: 'c-1042',
  }),
  clinician: id({
    label: 'Clinician',
    question: 'Whose client is this? Use the key from practice.yaml.',
    example: 'rao',
  }),
  kind: choice(KINDS, {
    label: 'Kind',
    question: 'Is this an adult, a couple or a minor?',
    example: 'adult',
  }),
  consent: optional(
    choice(CONSENT_HOLDERS, {
      label: 'Who consented',
      question: 'For a minor: who consented to the work?',
      example: 'guardian',
    }),
  ),
  childName: optional(field('childName')),
  consultFirst: choice(CONSULT_FIRST, {
    label: 'Consult first',
    question: 'Is there any reason to consult before anyone reaches out? Write none if you are sure.',
    example: 'none',
  }),
  clientWillContactUs: optional(
    flag().meta({
      label: 'Client will contact us',
      question: 'Did they ask you not to reach out at all?',
      example: 'false',
    }),
  ),
  situation: choice(SITUATIONS, FIELDS.situation),
  returnPath: optional(choice(RETURN_PATHS, FIELDS.returnPath)),
  sessions: optional(
    record({
      first: optional(isoDate(day('First session'))),
      last: optional(isoDate(day('Last session'))),
      number: optional(count(0, 9999, { label: 'Number of sessions', example: '3' })),
      future: optional(
        isoDate({ label: 'Open appointment', question: 'Is there an appointment in the calendar still?' }),
      ),
    }),
  ),
  closingDate: optional(
    isoDate({ label: 'Closing date', question: 'Is the file to close on a set day? If not, leave it out.' }),
  ),
  recipients: list(recipient).min(1).max(4),
  shared: optional(record({ ...facts })),
  outreach: optional(
    list(
      record({
        on: isoDate(day('Day of the attempt')),
        recipient: optional(count(1, 4, { label: 'Which recipient, by number', example: '1' })),
        to: text({ label: 'Label of the number or address', example: 'mobile', maximumLength: 40 }),
        outcome: choice(OUTCOMES, { label: 'Outcome', example: 'voicemail-left' }),
        level: optional(choice(LEVELS, { label: 'How much was said', example: 'minimal' })),
        step: optional(choice(STEPS, { label: 'What it was', example: 'first-call' })),
      }),
    ).max(40),
  ),
});

export type Client = Infer<typeof clientSchema>;
export type Recipient = Client['recipients'][number];
export type ContactPoint = Recipient['contactPoints'][number];
export type Facts = NonNullable<Client['shared']>;
/** One try at reaching someone, as it stands in the record. */
export type Attempt = NonNullable<Client['outreach']>[number];

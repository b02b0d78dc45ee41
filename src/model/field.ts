import { RETURN_PATHS, ROLES, SITUATIONS, STEPS } from './choices.ts';
import type { Level } from './level.ts';
import { NOTE_FIELDS } from './note-fields.ts';

/**
 * What a placeholder can name. `text` prints; `list` is for `{{#each}}`, and has `NAME.sentence`, which prints its
 * items as one phrase; `choice` can only be compared and never prints.
 */
export type FieldKind = 'text' | 'list' | 'choice';

/** One value of the context, described once for forms, checks and the reference. */
export interface Field {
  readonly kind: FieldKind;
  readonly label: string;
  /** The lowest level at which it may be known to whoever hears or reads the message. */
  readonly level: Level;
  /** Whether every context has it; an optional one needs a guard or `needs`. */
  readonly always?: true;
  readonly values?: readonly string[];
  /** How to ask the clinician for it, where it is hers to give. */
  readonly question?: string;
  readonly example?: string;
  /** The start of the sentence that the typed words complete. */
  readonly completes?: string;
  /** In characters, for each item where it is a list. */
  readonly maximumLength?: number;
}

/** Every field a placeholder can name, by name. A list also answers to `NAME.sentence`. */
export const FIELDS = {
  // vague: what anyone may hear
  name: {
    kind: 'text',
    level: 'vague',
    always: true,
    label: 'Name to ask for',
    question: 'Which name is safe to ask for at this number or address?',
    example: 'Sam',
    maximumLength: 120,
  },
  callerName: {
    kind: 'text',
    level: 'vague',
    always: true,
    label: "Caller's name on a vague call",
    question: 'Which name did you agree to give when you call?',
    example: 'Anita',
    completes: 'Hi, this is …',
    maximumLength: 60,
  },
  agreedReason: {
    kind: 'text',
    level: 'vague',
    label: 'Agreed ordinary reason',
    question: 'What ordinary reason for calling did you agree on?',
    example: 'the book you lent me',
    completes: "I'm calling about …",
    maximumLength: 120,
  },
  agreedNumber: {
    kind: 'text',
    level: 'vague',
    label: 'Number, where leaving it was agreed',
    maximumLength: 40,
  },
  // minimal: name, number, hours
  clinicianName: {
    kind: 'text',
    level: 'minimal',
    always: true,
    label: "Clinician's full name",
    maximumLength: 120,
  },
  phone: { kind: 'text', level: 'minimal', always: true, label: 'Number to call back', maximumLength: 40 },
  hours: {
    kind: 'text',
    level: 'minimal',
    always: true,
    label: 'Hours for calling back',
    example: 'weekdays from nine to five',
    completes: 'You can reach me …',
    maximumLength: 80,
  },
  replyBy: { kind: 'text', level: 'minimal', always: true, label: 'Day to call back by' },
  // detailed: recorded permission
  practiceName: {
    kind: 'text',
    level: 'detailed',
    always: true,
    label: "Practice's name",
    maximumLength: 120,
  },
  closingDate: { kind: 'text', level: 'detailed', always: true, label: 'Day on which the file closes' },
  step: { kind: 'choice', level: 'detailed', always: true, label: 'Step', values: STEPS },
  role: { kind: 'choice', level: 'detailed', always: true, label: 'Who this person is', values: ROLES },
  situation: {
    kind: 'choice',
    level: 'detailed',
    always: true,
    label: 'How contact ended',
    question: 'How did contact end?',
    example: 'too-busy',
    values: SITUATIONS,
  },
  returnPath: {
    kind: 'choice',
    level: 'detailed',
    label: 'Way back',
    question: 'If they came back, who could see them?',
    example: 'clinician',
    values: RETURN_PATHS,
  },
  progress: {
    kind: 'text',
    level: 'detailed',
    label: 'Progress',
    question: 'What did you see them do that they would recognise as their own effort?',
    example: 'say no at work before you were worn out',
    completes: 'I saw you …',
    maximumLength: 160,
  },
  appreciation: {
    kind: 'text',
    level: 'detailed',
    label: 'Appreciation',
    question: 'What is one particular thing about this person that stays with you?',
    example: 'how you laughed at yourself and then tried again',
    completes: 'What stays with me is …',
    maximumLength: 160,
  },
  supports: {
    kind: 'list',
    level: 'detailed',
    label: 'Supports',
    question: 'What helps them between times, in words they used and without names of people?',
    example: 'the Thursday walking group',
    completes: 'What helps you stays yours: …',
    maximumLength: 80,
  },
  crisisLines: {
    kind: 'list',
    level: 'detailed',
    always: true,
    label: 'Urgent help lines',
    maximumLength: 120,
  },
  // private: a confirmed address, or live with the right person
  called: {
    kind: 'text',
    level: 'private',
    always: true,
    label: 'What you call them',
    question: 'What do you call them when you talk?',
    example: 'Sam',
    completes: 'Dear …',
    maximumLength: 120,
  },
  statedReason: {
    kind: 'text',
    level: 'private',
    label: 'Stated reason',
    question: 'What reason did they give you, in their words?',
    example: 'the new job takes up your evenings',
    completes: 'You told me that …',
    maximumLength: 160,
  },
  copingTools: {
    kind: 'list',
    level: 'private',
    label: 'Coping tools',
    question: 'Which tools did they make their own?',
    example: 'the slow breath before a meeting',
    completes: 'You can reach for …',
    maximumLength: 80,
  },
  referral: {
    kind: 'text',
    level: 'private',
    label: 'Referral',
    question: 'Is there one colleague or service that fits this person?',
    example: 'Dr. Lena Ortiz, 312-555-0177',
    completes: 'You could start with …',
    maximumLength: 160,
  },
  childName: {
    kind: 'text',
    level: 'private',
    label: "Child's first name",
    question: "What is the child's first name?",
    example: 'Leo',
    maximumLength: 60,
  },
  service: {
    kind: 'text',
    level: 'private',
    always: true,
    label: 'What ends when the file closes',
    example: 'counseling',
    maximumLength: 80,
  },
  continues: {
    kind: 'text',
    level: 'private',
    label: 'What goes on after the file closes',
    example: 'your visits with Dr. Cole for medication',
    maximumLength: 120,
  },
  credentials: {
    kind: 'text',
    level: 'private',
    label: "Clinician's credentials",
    example: 'LCSW',
    maximumLength: 80,
  },
  licence: {
    kind: 'text',
    level: 'private',
    label: "Clinician's licence",
    example: 'Illinois license 149.012345',
    maximumLength: 80,
  },
  supervisor: {
    kind: 'text',
    level: 'private',
    label: "Intern's supervisor",
    example: 'Ruth Adeyemi, LCSW',
    maximumLength: 120,
  },
  recordsContact: {
    kind: 'text',
    level: 'private',
    always: true,
    label: 'How to ask for records',
    example: 'call the front desk at 312-555-0100',
    completes: 'To get a copy of your records, …',
    maximumLength: 160,
  },
  complaintsContact: {
    kind: 'text',
    level: 'private',
    always: true,
    label: 'How to complain',
    example: 'Ruth Adeyemi at 312-555-0101',
    completes: 'You can tell …',
    maximumLength: 160,
  },
  consultWith: {
    kind: 'text',
    level: 'private',
    always: true,
    label: 'Whom the clinician consults',
    example: 'Ruth Adeyemi, 312-555-0101',
    maximumLength: 120,
  },
  ...NOTE_FIELDS,
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof FIELDS;

export const FIELD_NAMES = Object.keys(FIELDS) as readonly FieldName[];

const BY_PATH: ReadonlyMap<string, Field> = new Map(
  Object.entries<Field>(FIELDS).flatMap(([name, field]): [string, Field][] =>
    field.kind === 'list'
      ? [
          [name, field],
          [`${name}.sentence`, { ...field, kind: 'text' }],
        ]
      : [[name, field]],
  ),
);

/** The field that a path names, with `supports.sentence` as the text form of its list; undefined if there is none. */
export const findField = (path: string): Field | undefined => BY_PATH.get(path);

/** The slots a message is made of, with the label a person sees. Order here means nothing; templates order. */
export const SECTIONS = {
  // what a client hears or reads
  greeting: 'Greeting',
  identification: 'Who is calling or writing',
  purpose: 'Reason for the message',
  progress: 'Strengths and progress',
  acknowledgment: 'Appreciation of the person',
  validation: 'Respect for the choice or the circumstances',
  'support-reminders': 'Supports and coping tools',
  'closing-notice': 'Closing the file, with its date',
  'open-door': 'Welcome back',
  'referral-offer': 'Other help on request',
  gratitude: 'Thanks and good wishes',
  contact: 'How to reach us',
  'reply-by': 'Invitation to reply, with a date',
  'crisis-resources': 'Urgent help',
  records: 'Their records',
  'no-reply-needed': 'No answer needed',
  'sign-off': 'Close and name',
  // what only the clinician reads: before, during and after a call
  preparation: 'Before you dial',
  'on-behalf': 'A call for a colleague',
  'they-call': 'They call you',
  'can-you-talk': 'Is it them, and can they talk',
  'way-return': 'They want to come back',
  'way-unsure': 'They are not sure',
  'way-close': 'They want to close',
  'way-referral': 'They want someone else',
  'way-angry': 'They are angry',
  'way-crisis': 'They are in crisis',
  'way-interrupted': 'Someone comes in',
  'someone-else': 'Someone else answers',
  'note-facts': 'When, where and who',
  'note-outcome': 'What came of it',
  'note-words': 'The words that were said',
  'note-record': 'Where the words come from',
  'note-next': 'What comes next',
  'note-due': 'The next step and its day',
  'note-course': 'The course of the case',
  'note-reason': 'Why the file was closed',
  'note-closing': 'How the file was closed',
} as const;

export type SectionKey = keyof typeof SECTIONS;

export const SECTION_KEYS = Object.keys(SECTIONS) as readonly SectionKey[];

/**
 * What a clinician's edit of a section asks for: nothing, a confirmation, or that the practice's words are put back.
 */
export const EDIT_RULES = ['free', 'marked', 'locked'] as const;
export type EditRule = (typeof EDIT_RULES)[number];

const EDITS: { readonly [section in SectionKey]?: EditRule } = {
  acknowledgment: 'free',
  progress: 'free',
  'closing-notice': 'locked',
  'crisis-resources': 'locked',
  records: 'locked',
};

/** The rule of a section in a practice that has set none: progress and appreciation are free, the rest is marked. */
export const editRuleOf = (section: SectionKey): EditRule => EDITS[section] ?? 'marked';

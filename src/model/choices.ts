/** What a choice can be: the values of the fields that decide which words are said, and are never printed. */

/** How contact ended. */
export const SITUATIONS = [
  'never-started',
  'few-sessions-then-silence',
  'no-show-silence',
  'too-busy',
  'planned-pause',
  'couple-seen-once-or-twice',
  'one-partner-continues',
  'moved',
  'cost',
  'goals-met',
  'dissatisfied',
  'mandated',
  'other',
] as const;

/** Who a message goes to. A couple has two partners; a minor is reached through a guardian or consents alone. */
export const ROLES = ['client', 'partner', 'guardian', 'minor'] as const;

/** What this message is for: a moment in the course of a case. */
export const STEPS = [
  'first-call',
  'final-call',
  'front-desk-call',
  'return-call',
  'outreach-letter',
  'closing-letter',
  'caring-contact',
  'welcome-back',
  'contact-note',
  'closing-note',
] as const;

/** Whether and where this person could come back; the open door must be true. */
export const RETURN_PATHS = ['clinician', 'practice', 'waiting-list', 'elsewhere'] as const;

/** What came of an attempt. */
export const OUTCOMES = [
  'reached-continue',
  'reached-pause',
  'reached-close',
  'reached-wants-referral',
  'voicemail-left',
  'mailbox-full',
  'no-answer',
  'not-private',
  'hung-up',
  'cut-off',
  'in-crisis',
  'wrong-or-dead-number',
  'third-person-answered',
  'greeting-not-theirs',
  'letter-sent',
  'letter-returned',
  'message-unread',
  'replied',
  'called-back',
  'no-reply-by-date',
  'do-not-contact',
  'escalated',
  'closed-on-record-only',
  'reopened',
] as const;

/** Whether a message was said as it was written. */
export const SAID = ['as-written', 'changed', 'cut-off'] as const;

/** What a contact point is. */
export const PLACE_KINDS = ['phone', 'address', 'portal', 'email'] as const;

/** What a note says comes next: a step of the ladder, or that someone decides, that it rests, that it is over. */
export const NEXT_STEPS = [
  'first-call',
  'final-call',
  'outreach-letter',
  'closing-letter',
  'decide',
  'close',
  'close-on-record-only',
  'consult-first',
  'rest',
  'closed',
] as const;

import type { QuestionId } from '../case/questions.ts';
import type { Option } from '../page/fields.tsx';

/** The choices of the form in the clinician's words; the values are those of a client file. */
export const CHOICES: { readonly [id in QuestionId]?: readonly Option[] } = {
  call: [
    ['first-call', 'First call'],
    ['final-call', 'Final call'],
  ],
  kind: [
    ['adult', 'An adult'],
    ['guardian', 'The guardian of a minor, who consented'],
    ['minor', 'A minor who consented alone'],
    ['unrecorded', 'A minor; who consented is not on record'],
  ],
  leaveNumber: [
    ['yes', 'Yes'],
    ['no', 'No'],
  ],
  mail: [
    ['private', 'A private letter'],
    ['neutral', 'Plain: asks to call'],
    ['none', 'Nothing'],
    ['not-asked', 'Not asked'],
  ],
  situation: [
    ['never-started', 'It never started'],
    ['few-sessions-then-silence', 'A few sessions, then silence'],
    ['no-show-silence', 'They stopped coming, then silence'],
    ['too-busy', 'Too busy'],
    ['planned-pause', 'A pause that was planned'],
    ['couple-seen-once-or-twice', 'A couple, seen once or twice'],
    ['one-partner-continues', 'One partner goes on'],
    ['moved', 'They moved'],
    ['cost', 'Cost or insurance'],
    ['goals-met', 'They had what they came for'],
    ['dissatisfied', 'They were not satisfied'],
    ['mandated', 'The work was mandated'],
    ['other', 'Something else'],
  ],
  returnPath: [
    ['clinician', 'I could see them again'],
    ['practice', 'Someone in the practice could'],
    ['waiting-list', 'There is a waiting list'],
    ['elsewhere', 'Only elsewhere'],
  ],
};

/** Why to consult first. */
export const CONSULT_REASONS: readonly Option[] = [
  ['unsure', 'I am not sure'],
  ['risk', 'Someone may be at risk'],
  ['hospital', 'They may be in hospital'],
  ['death', 'They may have died'],
  ['mandate', 'Someone else may have to be told'],
  ['medication', 'Medication is prescribed here'],
  ['child-not-brought', 'A child was not brought'],
];

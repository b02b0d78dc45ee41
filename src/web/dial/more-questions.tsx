import { form, opened } from '../case/case-state.ts';
import type { QuestionId } from '../case/questions.ts';
import { useRead } from '../page/use-read.ts';
import { Answer } from './answers.tsx';
import { usedQuestions } from './heard-in.ts';

/** What else this call can use, folded away: nothing is asked for that its wording does not look at. */
export function MoreQuestions() {
  const asked = useRead(() => usedQuestions.value.filter(isAsked).join(' '));
  const ids = MORE.filter((id) => asked.split(' ').includes(id));
  return (
    <details class="card">
      <summary>
        More <small>what else these words can use</small>
      </summary>
      {ids.length === 0 ? (
        <p>Nothing yet. Once the questions above are answered, what this call can use stands here.</p>
      ) : (
        ids.map((id) => <Answer key={id} id={id} />)
      )}
    </details>
  );
}

const isAsked = (id: QuestionId) => MORE.includes(id) && !isBeside(id) && fitsPerson(id);

const MORE: readonly QuestionId[] = [
  'kind',
  'childName',
  'called',
  'safeHours',
  'callerName',
  'agreedReason',
  'leaveNumber',
  'situation',
  'returnPath',
  'closingDate',
  'sessionsFirst',
  'sessionsLast',
  'sessionsNumber',
  'progress',
  'appreciation',
  'statedReason',
  'supports',
  'copingTools',
  'referral',
];

/** What "Agreed reason only" asks for stands right below that answer. */
const isBeside = (id: QuestionId) =>
  form.value.message === 'vague' && ['callerName', 'agreedReason', 'leaveNumber'].includes(id);

/** Who it is comes from an opened file, and a child's name only where there is a child. */
function fitsPerson(id: QuestionId): boolean {
  if (id === 'kind') return opened.value === undefined;
  const isMinor = ['guardian', 'minor', 'unrecorded'].includes(form.value.kind);
  return id !== 'childName' || isMinor || opened.value?.client.kind === 'minor';
}

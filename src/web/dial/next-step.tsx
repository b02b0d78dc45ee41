import { stepLabel } from '../../render/next-line.ts';
import { nextStep } from '../case/case-state.ts';
import { sentence } from '../page/sentence.ts';
import { refusal } from './call-state.ts';

/** What the practice's ladder has next for this person, with its day and the reason. */
export function NextStepLine() {
  const next = nextStep.value;
  return next === undefined ? null : (
    <p class="next">
      <b>Next step:</b> {stepLabel(next)}.{next.why === refusal.value?.reason ? '' : ` ${sentence(next.why)}`}
    </p>
  );
}

import { signal } from '@preact/signals';
import { isApproved, reviewDay, type Standing } from '../../library/approval.ts';
import { PRIVATE_FIELD, SmallField, TextField } from '../page/fields.tsx';
import { today } from '../page/page-state.ts';
import { keepIn } from '../page/set-to.ts';
import type { Answered } from '../wording-desk.ts';
import { whyRefused } from './saving.ts';
import { SittingPreview } from './sitting-preview.tsx';
import { canDecide, checked, desk, idOf, readDisk, said, standings } from './wording-state.ts';

/** Asking for approval, approving, sending back and withdrawing: always of the form that is on the screen. */

/** Who decides: kept for the next decision of this sitting, and nowhere else. */
const by = signal('');
const role = signal('');
const words = signal('');
const reviewBy = signal('');
/** Whether all that is open is decided about, or this text alone. */
const isAll = signal(false);

/** What can be decided about the open text, or about all that are open. */
export function Deciding({ path }: { readonly path: string }) {
  const id = idOf(path);
  const here = standings.value.get(id);
  const { library } = checked.value;
  if (library === undefined || here === undefined) return null;
  const texts = isAll.value ? openTexts() : [here];
  return (
    <section class="card" aria-label="Approval">
      <h3>Approval</h3>
      <Request standing={here} />
      <AllOrOne />
      {texts.some(({ state }) => state !== 'approved') ? (
        <SittingPreview ids={texts.map((one) => one.id)} />
      ) : null}
      <TextField id="decide-by" label="Your name" value={by.value} most={80} onValue={keepIn(by)} />
      <TextField
        id="decide-role"
        label="Your role, if it matters"
        value={role.value}
        most={80}
        onValue={keepIn(role)}
      />
      <TextField
        id="decide-words"
        label="A note, or the reason"
        value={words.value}
        most={200}
        onValue={keepIn(words)}
      />
      <SmallField
        id="decide-review"
        type="date"
        label="To be read again by"
        value={reviewBy.value || reviewDay(library, today.value)}
        onValue={keepIn(reviewBy)}
      />
      <Buttons texts={texts} />
      <p class="hint">
        Closewell does not know who wrote a text, nor that the name is true: that author and approver are two
        people is for your practice to see to.
      </p>
    </section>
  );
}

const openTexts = (): Standing[] =>
  [...standings.value.values()].filter(({ state }) => state !== 'withdrawn' && !isApproved(state));

function Request({ standing: { request } }: { readonly standing: Standing }) {
  if (request === undefined) return null;
  const { on, by: who, because, note } = request.sitting;
  return (
    <p class="banner minimal">
      {request.kind === 'asked'
        ? `Approval was asked for by ${who} on ${on}.`
        : `Sent back by ${who} on ${on}:`}{' '}
      {because ?? note}
    </p>
  );
}

function AllOrOne() {
  const count = openTexts().length;
  if (count < 2) return null;
  return (
    <label class="choice">
      <input
        {...PRIVATE_FIELD}
        type="checkbox"
        checked={isAll.value}
        onChange={({ currentTarget }) => {
          isAll.value = currentTarget.checked;
        }}
      />
      <span>All {count} texts that are not approved, as one set</span>
    </label>
  );
}

function Buttons({ texts }: { readonly texts: readonly Standing[] }) {
  const isNamed = by.value.trim() !== '';
  const isReasoned = isNamed && words.value.trim() !== '';
  const canApprove = isNamed && canDecide.value && texts.length > 0;
  return (
    <div class="actions">
      <Act
        label={texts.length === 1 ? 'Approve' : `Approve ${texts.length} texts`}
        isReady={canApprove}
        isMain
        run={() => approve(texts)}
      />
      <Act label="Ask for approval" isReady={canApprove} run={() => ask(texts)} />
      <Act label="Send back" isReady={isReasoned && canDecide.value} run={() => sendBack(texts)} />
      <Act label="Withdraw at once" isReady={isReasoned} run={() => withdraw(texts)} />
      <p class="hint">{whyWaiting(isNamed, isReasoned)}</p>
    </div>
  );
}

interface Doing {
  readonly label: string;
  readonly isReady: boolean;
  readonly isMain?: boolean;
  readonly run: () => Promise<void>;
}

const Act = ({ label, isReady, isMain, run }: Doing) => (
  <button
    type="button"
    class={isMain ? 'main' : undefined}
    aria-disabled={!isReady}
    onClick={() => isReady && void run()}
  >
    {label}
  </button>
);

function whyWaiting(isNamed: boolean, isReasoned: boolean): string {
  if (!isNamed) return 'These wait for your name.';
  if (!canDecide.value) return 'Approving waits until the drafts are saved and no check finds an error.';
  return isReasoned ? '' : 'Sending back and withdrawing wait for a reason.';
}

const decider = () => ({
  by: by.value.trim(),
  ...(role.value.trim() === '' ? {} : { role: role.value.trim() }),
});
const noted = () => (words.value.trim() === '' ? {} : { note: words.value.trim() });
const asSeen = (texts: readonly Standing[]) => texts.map(({ id, digest }) => `${id} ${digest}`);

async function approve(texts: readonly Standing[]): Promise<void> {
  const day = reviewBy.value === '' ? {} : { reviewBy: reviewBy.value };
  await tell(desk.value?.approve({ texts: asSeen(texts), ...decider(), ...noted(), ...day }), 'Approved.');
}

const ask = (texts: readonly Standing[]) =>
  tell(desk.value?.ask({ texts: asSeen(texts), ...decider(), ...noted() }), 'Approval is asked for.');

const sendBack = (texts: readonly Standing[]) =>
  tell(
    desk.value?.sendBack({ texts: asSeen(texts), ...decider(), because: words.value.trim() }),
    'Sent back.',
  );

const withdraw = (texts: readonly Standing[]) =>
  tell(
    desk.value?.withdraw({ ids: texts.map(({ id }) => id), ...decider(), because: words.value.trim() }),
    'Withdrawn: nothing says it any more.',
  );

/** Says what came of it, and reads the wording anew where something did. */
async function tell(coming: Promise<Answered<unknown>> | undefined, done: string): Promise<void> {
  const answer = await coming;
  if (answer === undefined) return;
  if (!('value' in answer)) {
    said.value = whyRefused(answer);
    return;
  }
  words.value = '';
  await readDisk();
  said.value = done;
}

import { signal } from '@preact/signals';
import type { MessageSection } from '../../compose/message.ts';
import { type Option, SelectField } from '../page/fields.tsx';
import { library } from '../page/page-state.ts';
import { CUT_OFFS, findCutOff } from './seconds.ts';

/** Where a mailbox would cut off: a mark between two sections, for a length that the clinician can set. */

/** Seconds that the mailbox takes; two minutes is what most allow. */
const mailboxSeconds = signal(120);

const OPTIONS: readonly Option[] = CUT_OFFS.map((seconds) => [String(seconds), `${seconds} seconds`]);

/** The position of the section before which the mark stands. */
export function cutOffAt(sections: readonly MessageSection[]): number | undefined {
  const policy = library.value?.practice.policy;
  return policy && findCutOff(sections, policy, mailboxSeconds.value);
}

export function CutOffMark() {
  return <p class="cut-off">A mailbox of {mailboxSeconds.value} seconds may cut off from here on</p>;
}

export function CutOffChoice() {
  return (
    <SelectField
      id="mailbox"
      label="Mailbox cuts off after"
      value={mailboxSeconds.value === 0 ? '' : String(mailboxSeconds.value)}
      options={OPTIONS}
      none="Longer than that"
      onValue={(seconds) => {
        mailboxSeconds.value = seconds === '' ? Number.MAX_SAFE_INTEGER : Number(seconds);
      }}
    />
  );
}

import { useSignal } from '@preact/signals';
import { clientFile } from '../case/case-state.ts';
import { describeQuestion } from '../case/questions.ts';
import { savePdf } from '../page/download.ts';
import { today } from '../page/page-state.ts';
import { gaps, kind, written } from './letter-state.ts';
import { letterHtml, letterText, mailText } from './letter-texts.ts';
import { isReady, letter, makePdf } from './sheet-state.ts';

/** What can be done with the letter; a button that waits says why. */
export function LetterActions() {
  const said = useSignal('');
  const isWaiting = !isReady.value;
  const act = (run: () => string | Promise<string>) => async () => {
    said.value = '';
    if (!isWaiting) said.value = await run();
  };
  const waiting = { 'aria-disabled': isWaiting, 'aria-describedby': isWaiting ? 'letter-waits' : undefined };
  return (
    <div class="letter-actions">
      <div class="tools">
        <button type="button" class="main" {...waiting} onClick={act(saveLetter)}>
          Save as PDF
        </button>
        <button type="button" {...waiting} onClick={act(print)}>
          Print
        </button>
        <button type="button" {...waiting} onClick={act(copyText)}>
          Copy the text
        </button>
        <button type="button" {...waiting} onClick={act(copyMail)}>
          Copy as e-mail
        </button>
      </div>
      {isWaiting ? <p id="letter-waits">{whyItWaits()}</p> : null}
      <p role="status">{said.value}</p>
    </div>
  );
}

function whyItWaits(): string {
  const [first, ...others] = gaps.value;
  if (kind.value === undefined) return 'These wait until you have chosen which letter it is.';
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return `These wait for an answer: ${describeQuestion(first).label ?? first}${more}.`;
  }
  return written.value === undefined
    ? 'These wait until every answer can be used.'
    : 'These wait: something stands in the way of this letter. It is said beside its page.';
}

function saveLetter(): string {
  const bytes = makePdf();
  if (bytes === undefined) return 'There is no PDF: see what stands beside the page.';
  savePdf(bytes, `${clientFile.value?.client.id ?? 'letter'}-${today.value}.pdf`);
  return 'Saved where your browser puts files. It is yours to keep or delete.';
}

function print(): string {
  window.print();
  return '';
}

async function copyText(): Promise<string> {
  return letter.value === undefined ? '' : await put({ 'text/plain': letterText(letter.value) });
}

/** Without letterhead, address and date, which a mail has of its own. */
async function copyMail(): Promise<string> {
  if (letter.value === undefined) return '';
  return await put({ 'text/plain': mailText(letter.value), 'text/html': letterHtml(letter.value) });
}

async function put(forms: Readonly<Record<string, string>>): Promise<string> {
  const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return 'Copied.';
  } catch {
    return 'The browser would not copy it.';
  }
}

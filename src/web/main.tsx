import { render } from 'preact';
import { todayIn } from '../course/today.ts';
import { findVoice } from './dial/listen.tsx';
import { listenForHiding } from './page/hide.ts';
import { watchIdle } from './page/idle.ts';
import { library, source, today } from './page/page-state.ts';
import { recallClinician } from './page/remembered.ts';
import { Shell } from './page/shell.tsx';
import { type NoWording, readWording } from './wording-source.ts';

/** Starts the page: gets the wording, then shows it. */
async function start(page: Document): Promise<void> {
  const place = page.getElementById('page');
  if (place === null) return;
  const read = await readWording(page);
  if ('missing' in read) return render(<Missing {...read} />, place);
  source.value = read;
  const { practice } = read.data.library;
  recallClinician(Object.keys(practice.clinicians));
  keepToday(practice.timeZone);
  findVoice(practice.language);
  listenForHiding(window);
  watchIdle(window);
  render(<Shell />, place);
}

/** A page that is left open overnight has to know that it is tomorrow. */
function keepToday(timeZone: string): void {
  today.value = todayIn(timeZone, new Date());
  setInterval(() => {
    if (library.value !== undefined) today.value = todayIn(timeZone, new Date());
  }, 60_000);
}

const WHY: Readonly<Record<NoWording['missing'], string>> = {
  ticket: 'The link that opens this page works once. Press Enter where Closewell was started for a new one.',
  wording:
    'The wording of the practice did not arrive. Load the page again; if it stays away, ask whoever keeps it.',
  expired: 'Wording is published for some time only, so that what was withdrawn since is not said any more.',
};

function Missing({ missing, expiresOn }: NoWording) {
  return (
    <main class="cover">
      <h1>No wording here</h1>
      <p>
        {WHY[missing]}
        {expiresOn === undefined ? '' : ` This copy ended on ${expiresOn}: ask for a new one.`}
      </p>
    </main>
  );
}

void start(document);

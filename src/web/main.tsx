import { render } from 'preact';
import { todayIn } from '../course/today.ts';
import { listenForHiding } from './page/hide.ts';
import { watchIdle } from './page/idle.ts';
import { OtherWording } from './page/other-wording.tsx';
import { library, source, today } from './page/page-state.ts';
import { Shell } from './page/shell.tsx';
import { takeWording } from './page/take-wording.ts';
import { type NoWording, readWording } from './wording-source.ts';

/** Starts the page: gets the wording, then shows it. */
async function start(page: Document): Promise<void> {
  const place = page.getElementById('page');
  if (place === null) return;
  const read = await readWording(page);
  if (!('missing' in read)) takeWording(read);
  keepToday();
  listenForHiding(window);
  watchIdle(window);
  render('missing' in read ? <Whole missing={read} /> : <Shell />, place);
}

/** Why there is no wording, until some is opened by hand. */
const Whole = ({ missing }: { readonly missing: NoWording }) =>
  source.value === undefined ? <Missing {...missing} /> : <Shell />;

/** A page that is left open overnight has to know that it is tomorrow. */
function keepToday(): void {
  setInterval(() => {
    const { practice } = library.value ?? {};
    if (practice !== undefined) today.value = todayIn(practice.timeZone, new Date());
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
      <OtherWording />
    </main>
  );
}

void start(document);

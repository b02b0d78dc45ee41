import type { PageData } from '../../library/page-data.ts';
import { clearCase } from '../case/case-state.ts';
import { isWarned } from './idle.ts';
import { Modal } from './modal.tsx';
import { OtherWording } from './other-wording.tsx';
import { isHidden, isOver, pageData, screenId } from './page-state.ts';
import { SCREENS } from './screens.ts';
import { setTo } from './set-to.ts';

/** The page around its screens: tabs, what keeps a client private, and which wording this is. */
export function Shell() {
  const data = pageData.value;
  if (data === undefined) return null;
  if (isHidden.value) return <Cover />;
  const offered = SCREENS.filter(({ isOffered }) => isOffered(data));
  const { View } = offered.find(({ id }) => id === screenId.value) ?? offered[0] ?? {};
  return (
    <>
      <Top data={data} />
      <main id="main">{isOver.value ? <Over /> : View === undefined ? null : <View />}</main>
      <Foot data={data} />
      {isWarned.value ? <Warning /> : null}
    </>
  );
}

/** What stands there once published wording may no longer be used. */
function Over() {
  return (
    <div class="banner stop">
      <h1>This wording’s time is over</h1>
      <p>
        What was withdrawn since then would still be said. Get the page anew from whoever keeps the wording.
      </p>
    </div>
  );
}

/** What is seen while everything is hidden. */
function Cover() {
  return (
    <main class="cover">
      <h1>Hidden</h1>
      <p>Nothing is lost. Press Escape twice, or:</p>
      <button type="button" onClick={setTo(isHidden, false)}>
        Show the page again
      </button>
    </main>
  );
}

function Top({ data }: { readonly data: PageData }) {
  const offered = SCREENS.filter(({ isOffered }) => isOffered(data));
  return (
    <header class="top">
      <p class="brand">
        Closewell <span>{data.library.practice.name}</span>
      </p>
      <nav aria-label="Screens">
        {offered.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            aria-current={screenId.value === id ? 'page' : undefined}
            onClick={setTo(screenId, id)}
          >
            {label}
          </button>
        ))}
      </nav>
      <div class="guards">
        <button type="button" onClick={clearCase}>
          New client
        </button>
        <button type="button" onClick={setTo(isHidden, true)}>
          Hide <kbd>Esc Esc</kbd>
        </button>
      </div>
      <p class="promise">Nothing you type is saved or sent. After five idle minutes the client is cleared.</p>
    </header>
  );
}

function Foot({ data }: { readonly data: PageData }) {
  const { version, wordingOn, expiresOn } = data;
  return (
    <footer class="foot">
      <p>
        Closewell {version} · wording of {wordingOn}
        {expiresOn === undefined ? '' : ` · to be used until ${expiresOn}`}
      </p>
      <OtherWording />
    </footer>
  );
}

/** Any touch keeps the client; the button is for those who want to see where. */
function Warning() {
  return (
    <Modal label="Still there?" name="warning" onClose={setTo(isWarned, false)}>
      <h2>Still there?</h2>
      <p>Nothing has been touched for four minutes. In one minute the client is cleared from the page.</p>
      <button type="button" class="main" onClick={setTo(isWarned, false)}>
        Keep the client
      </button>
    </Modal>
  );
}

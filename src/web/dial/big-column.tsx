import { useEffect, useRef } from 'preact/hooks';
import { isMessage, type Message } from '../../compose/message.ts';
import { SECTIONS } from '../../model/section.ts';
import { Modal } from '../page/modal.tsx';
import { setTo } from '../page/set-to.ts';
import { Marks } from './banner.tsx';
import { isBig } from './big-type.tsx';
import { outcomeOf, sectionsOf, WAYS, type WayOf, way } from './call-state.ts';
import { typedIn } from './edit-state.ts';
import { Blocks } from './words.tsx';

/** One narrow column in big type, the section that is due a third down; nothing moves by itself. */

const NEXT = ['ArrowDown', 'ArrowRight', 'PageDown', ' ', 'Enter'];
const BACK = ['ArrowUp', 'ArrowLeft', 'PageUp', 'Backspace'];

/** The column; nothing where the way that is shown has no words. */
export function BigColumn() {
  const outcome = outcomeOf(way.value);
  return outcome !== undefined && isMessage(outcome) ? <Column way={way.value} message={outcome} /> : null;
}

interface Reading {
  readonly way: WayOf;
  readonly message: Message;
}

function Column({ way: one, message }: Reading) {
  const column = useRef<HTMLElement>(null);
  const at = useRef(0);
  const go = (step: number) => {
    const parts = [...(column.current?.querySelectorAll('article') ?? [])];
    at.current = Math.max(0, Math.min(parts.length - 1, at.current + step));
    for (const [index, part] of parts.entries()) part.classList.toggle('due', index === at.current);
    const part = parts[at.current];
    if (part !== undefined && column.current !== null)
      column.current.scrollTo({ top: part.offsetTop - column.current.clientHeight / 3 });
  };
  useEffect(() => {
    column.current?.focus();
    go(0);
  }, []);
  useEffect(keepAwake, []);
  const onKey = (event: KeyboardEvent) => {
    const isButton = event.target instanceof HTMLButtonElement && [' ', 'Enter'].includes(event.key);
    const step = NEXT.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    if (step === 0 || isButton) return;
    event.preventDefault();
    go(step);
  };
  return (
    <Modal label={`${WAYS[one]}, in big type`} name="big" onClose={setTo(isBig, false)} onKey={onKey}>
      <div class="actions">
        <Marks message={message} />
        <button type="button" onClick={() => go(-1)}>
          Back <kbd>↑</kbd>
        </button>
        <button type="button" class="main" onClick={() => go(1)}>
          Next <kbd>↓</kbd>
        </button>
        <button type="button" onClick={setTo(isBig, false)}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section class="column" ref={column} tabIndex={0} aria-label="Words">
        {sectionsOf(one, message).map((section) => (
          <article key={section.section} aria-label={SECTIONS[section.section]}>
            <Words way={one} section={section} />
          </article>
        ))}
      </section>
    </Modal>
  );
}

function Words({ way, section }: { readonly way: WayOf; readonly section: Message['sections'][number] }) {
  const typed = typedIn(way, section.section);
  if (typed === undefined) return <Blocks blocks={section.blocks} isPlain />;
  return (
    <>
      {typed.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

/** Keeps the screen on while it is open, where the browser can; it lets go whenever the page is out of sight. */
function keepAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  const ask = () => {
    if (document.visibilityState === 'visible')
      void navigator.wakeLock
        ?.request('screen')
        .then((given) => {
          lock = given;
        })
        .catch(() => undefined);
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}

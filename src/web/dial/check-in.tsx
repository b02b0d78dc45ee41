import { composeLetters } from '../../compose/compose-letter.ts';
import { isMessage } from '../../compose/message.ts';
import { Marks } from './banner.tsx';
import { request } from './call-state.ts';
import { Blocks } from './words.tsx';

/** The kind note that asks nothing: the one thing that may still go out, where the reason to wait allows it. */
export function CheckIn() {
  const asked = request.value;
  if (asked === undefined) return null;
  const { to: _, ...anywhere } = asked;
  const [made] = composeLetters({ ...anywhere, use: {}, without: [] }, 'caring-contact').letters;
  if (made === undefined || !isMessage(made.message))
    return (
      <p class="hint">
        A kind note that asks nothing may still go, in writing. An address or a portal in the client file
        gives its words.
      </p>
    );
  return (
    <section class="card" aria-label="A kind note that asks nothing">
      <h2>A kind note that asks nothing may still go</h2>
      <p>
        <Marks message={made.message} />
        In writing: {made.address?.label}
      </p>
      {made.message.sections.map(({ section, blocks }) => (
        <Blocks key={section} blocks={blocks} />
      ))}
    </section>
  );
}

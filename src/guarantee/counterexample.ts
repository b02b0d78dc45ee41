import { compose } from '../compose/compose.ts';
import type { Library, Snippet } from '../library/library.ts';
import type { Client } from '../model/client.ts';
import { isBlank } from '../model/text-value.ts';
import { describeCase } from './describe-case.ts';
import { exampleOf } from './example.ts';
import { worldsOf } from './possible-worlds.ts';
import { listWays } from './ways.ts';
import { textIn, type Way } from './wordings.ts';
import { isWithin, statesIn, type World, withStates } from './world.ts';

/** A client for whom a required section comes out blank: as ordinary as can be, and composed for real. */

export interface Counterexample {
  readonly snippet: string;
  readonly template: string;
  /** The case in words. */
  readonly told: string;
  readonly client: Client;
  /** Whether composing for this client was refused for the blank, and not for something asked before. */
  readonly isConfirmed: boolean;
}

/** The counterexample for a way through the snippet that says nothing. */
export function findCounterexample(
  snippet: Snippet,
  { slot, world }: Way,
  library: Library,
  on: string,
): Counterexample {
  const open = worldsOf(snippet, slot).find((one) => isWithin(world, one)) ?? world;
  const isSilent = (wider: World) =>
    (listWays(snippet.nodes, [wider]) ?? []).every((way) => isBlank(textIn(snippet, way, slot, library)));
  const shrunk = [...open.keys()].reduce((one, path) => {
    const wider = withStates(one, path, statesIn(open, path));
    return isSilent(wider) ? wider : one;
  }, world);
  const example = exampleOf(shrunk, slot, library.practice, on, 'full');
  const { problems } = compose({
    library: { ...library, practice: example.practice },
    template: slot.template,
    channel: slot.channel,
    occasion: example,
    use: { [snippet.section]: snippet.id.slice(snippet.section.length + 1) },
    without: [],
    placeOf: () => snippet.place,
    today: on,
  });
  return {
    snippet: snippet.id,
    template: slot.template.name,
    told: describeCase(shrunk, open, slot),
    client: example.client,
    isConfirmed: problems.some(
      ({ code, place }) => code === 'section-blank' && place.file === snippet.place.file,
    ),
  };
}

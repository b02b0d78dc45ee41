import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deriveContext } from '../../src/course/derive-context.ts';
import { contextIn, contextOf, exampleOf, fillAll } from '../../src/guarantee/example.ts';
import { type Slot, wholeWorlds } from '../../src/guarantee/possible-worlds.ts';
import { ABSENT, stateIn, type World } from '../../src/guarantee/world.ts';
import type { Clinician } from '../../src/model/practice.ts';
import { anyClient } from '../support/any-client.ts';
import { fileOf } from '../support/client-file.ts';
import { ON } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';

/** The worlds are the contexts of real clients, no fewer and no more: what the proof stands on. */

const { practice, templates } = shippedLibrary;
const slots: readonly Slot[] = templates.flatMap((template) =>
  template.header.channels.map((channel) => ({ template, channel })),
);
const anySlot = fc.constantFrom(...slots);
const isIn = (world: World, context: object) =>
  [...world].every(([path, states]) => states.includes(stateIn(context, path)));

test('the context of any client, recipient, contact point and step is in one of the worlds of the slot', () => {
  fc.assert(
    fc.property(anyClient, anySlot, fc.nat(), fc.nat(), (client, slot, who, where) => {
      const file = fileOf(client).client;
      const recipient = file.recipients[who % file.recipients.length] as (typeof file.recipients)[number];
      const { steps, level } = slot.template.header;
      const context = deriveContext({
        practice,
        client: file,
        clinician: practice.clinicians[file.clinician] as Clinician,
        recipient,
        point: recipient.contactPoints[
          where % recipient.contactPoints.length
        ] as (typeof recipient.contactPoints)[number],
        step: steps[who % steps.length] as string,
        form: 'printed',
        level,
        on: ON,
        ...(slot.channel === 'note' ? { outcome: 'no-answer' } : {}),
      });
      expect(wholeWorlds(slot).some((world) => isIn(world, context))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

/** A world in which every field is in one state. */
const anyDecided = (slot: Slot) =>
  fc
    .constantFrom(...wholeWorlds(slot))
    .chain((world) =>
      fc
        .tuple(
          ...[...world].map(([path, states]) =>
            fc.constantFrom(...states).map((state) => [path, [state]] as const),
          ),
        )
        .map((entries): World => new Map(entries)),
    );

test('every world has a client whom the schema admits and whose context is in it', () => {
  fc.assert(
    fc.property(
      anySlot.chain((slot) => anyDecided(slot).map((world) => ({ slot, world }))),
      ({ slot, world }) => {
        const example = exampleOf(world, slot, practice, ON, 'bare');
        const admitted = fileOf(example.client).client;
        expect(admitted.kind).toBe(example.client.kind);
        expect(isIn(world, contextOf(example, slot))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

test('the quick context of a world is in that world, with the values of the example', () => {
  fc.assert(
    fc.property(
      anySlot.chain((slot) => anyDecided(slot).map((world) => ({ slot, world }))),
      ({ slot, world }) => {
        const context = contextIn(world, fillAll(slot, practice));
        expect(isIn(world, context)).toBe(true);
        const known = [...world].filter(([, [state]]) => state !== ABSENT).map(([path]) => path);
        expect(Object.keys(context).sort()).toEqual(known.sort());
      },
    ),
    { numRuns: 100 },
  );
});

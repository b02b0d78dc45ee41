import fc from 'fast-check';
import { OUTCOMES, RETURN_PATHS, SITUATIONS, STEPS } from '../../src/model/choices.ts';
import { CONSULT_FIRST } from '../../src/model/client.ts';
import { LEVELS } from '../../src/model/level.ts';

/** Any client the schema and its rules admit; every typed value is one of a kind, so that it can be looked for. */

const couplesOnly = ['couple-seen-once-or-twice', 'one-partner-continues'];

const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });

/** Keys whose value is undefined are left out. */
const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
const record = <T extends object>(keys: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T>(keys as never).map((value) => compact(value as object) as T);

/** Letters that no wording has: a marker says where a value came from, and is found as it stands. */
const letters = fc
  .array(fc.constantFrom(...'bcdfgjkqvwxz'), { minLength: 5, maxLength: 5 })
  .map((all) => all.join(''));
const marked = (owner: string, key: string) => letters.map((tail) => `Zq${owner}${key}${tail}`);

const facts = (owner: string) =>
  record({
    statedReason: maybe(marked(owner, 'Reason')),
    progress: maybe(marked(owner, 'Progress')),
    appreciation: maybe(marked(owner, 'Appreciation')),
    supports: maybe(fc.array(marked(owner, 'Support'), { maxLength: 6 })),
    copingTools: maybe(fc.array(marked(owner, 'Tool'), { maxLength: 6 })),
    referral: maybe(marked(owner, 'Referral')),
  });

const phonePoint = (owner: string, label: string) =>
  record({
    label: fc.constant(label),
    phone: fc.constant('312-555-0142'),
    askFor: marked(owner, 'Ask'),
    level: maybe(fc.constantFrom('none', 'vague', 'minimal', 'detailed')),
    safeHours: maybe(marked(owner, 'Hours')),
    confirmedOn: maybe(day),
  });
const writtenPoint = (owner: string, label: string) =>
  fc
    .constantFrom(
      { address: ['12 Elm Street'] },
      { address: ['12 Elm Street', 'Apt 3', 'Chicago, IL 60640'] },
      { portal: 'client portal' },
      { email: 'someone@example.com' },
    )
    .chain((way) =>
      record({
        label: fc.constant(label),
        askFor: marked(owner, 'Ask'),
        level: maybe(fc.constantFrom('none', 'neutral', 'private')),
        confirmedOn: maybe(day),
      }).map((point) => ({ ...point, ...way })),
    );

const recipient = (owner: string, role: string) =>
  record({
    name: marked(owner, 'Name'),
    called: marked(owner, 'Called'),
    role: fc.constant(role),
    safety: maybe(record({ checkedOn: maybe(day), flag: maybe(fc.boolean()) })),
    caller: maybe(
      record({
        name: maybe(marked(owner, 'Caller')),
        reason: maybe(marked(owner, 'Agreed')),
        leaveNumber: maybe(fc.boolean()),
      }),
    ),
    contactPoints: fc
      .integer({ min: 1, max: 4 })
      .chain((count) =>
        fc.tuple(
          ...Array.from({ length: count }, (_, index) =>
            fc.oneof(
              phonePoint(owner, `${owner}Place${index}`),
              writtenPoint(owner, `${owner}Place${index}`),
            ),
          ),
        ),
      ),
    personal: maybe(facts(owner)),
  });

const targets = [
  { to: 'APlace0' },
  { to: 'another' },
  { recipient: 1, to: 'APlace1' },
  { recipient: 2, to: 'BPlace0' },
  { to: 'BPlace0' },
];

/** What stops a case, whoever it is recorded for. */
const stopping: readonly string[] = ['do-not-contact', 'in-crisis', 'escalated'];

const attempts = (recipients: number, holds: boolean) =>
  fc.array(
    fc.constantFrom(...targets.slice(0, recipients === 1 ? 3 : 5)).chain((target) =>
      record({
        on: day,
        outcome: fc.constantFrom(...OUTCOMES.filter((one) => holds || !stopping.includes(one))),
        level: maybe(fc.constantFrom(...LEVELS)),
        step: maybe(fc.constantFrom(...STEPS)),
      }).map((attempt) => ({ ...attempt, ...target })),
    ),
    { maxLength: 4 },
  );

const kinds = fc.oneof(
  fc.constant({ kind: 'adult', roles: ['client'] }),
  fc.constant({ kind: 'couple', roles: ['partner', 'partner'] }),
  fc.constant({ kind: 'minor', consent: 'guardian', roles: ['guardian'] }),
  fc.constant({ kind: 'minor', consent: 'guardian', roles: ['guardian', 'guardian'] }),
  fc.constant({ kind: 'minor', consent: 'minor', roles: ['minor'] }),
  fc.constant({ kind: 'minor', consent: 'unrecorded', roles: ['guardian', 'minor'] }),
  fc.constant({ kind: 'minor', roles: ['guardian'] }),
);

export interface AnyKind {
  readonly kind: string;
  readonly roles: readonly string[];
  readonly consent?: string;
}

/** A client of one of the kinds; `holds` says whether something may stand in the way of any message at all. */
const clientOf = (kind: fc.Arbitrary<AnyKind>, holds: boolean) =>
  kind.chain(({ roles, ...about }) =>
    record({
      id: letters.map((tail) => `c-${tail}`),
      clinician: fc.constantFrom('rao', 'lindgren', 'okoye'),
      kind: fc.constant(about.kind),
      consent: fc.constant(about.consent),
      childName: roles.includes('guardian')
        ? marked('C', 'Child')
        : about.kind === 'minor'
          ? maybe(marked('C', 'Child'))
          : fc.constant(undefined),
      consultFirst: holds
        ? fc.constantFrom(
            'none',
            'none',
            ...CONSULT_FIRST.filter((why) => about.kind === 'minor' || why !== 'child-not-brought'),
          )
        : fc.constant('none'),
      clientWillContactUs: holds ? maybe(fc.boolean()) : fc.constant(undefined),
      situation: fc.constantFrom(
        ...SITUATIONS.filter((situation) => about.kind === 'couple' || !couplesOnly.includes(situation)),
      ),
      returnPath: maybe(fc.constantFrom(...RETURN_PATHS)),
      sessions: maybe(
        record({
          first: fc.constant('2026-03-02'),
          last: fc.constant('2026-08-03'),
          future: holds ? maybe(day) : fc.constant(undefined),
        }),
      ),
      closingDate: holds ? maybe(day) : maybe(fc.constantFrom('2026-12-07', '2026-11-23')),
      recipients: fc.tuple(...roles.map((role, index) => recipient('AB'[index] ?? 'X', role))),
      shared: maybe(facts('S')),
      outreach: maybe(attempts(roles.length, holds)),
      overrule: holds ? fc.constant(undefined) : fc.constant({ mandate: 'whoever has to know was told' }),
    }),
  );

/** Any client at all. */
export const anyClient = clientOf(kinds as fc.Arbitrary<AnyKind>, true);

/** Any client to whom messages may go, as far as the whole case is concerned. */
export const anyReachable = clientOf(
  kinds
    .filter((kind) => !('consent' in kind) || kind.consent !== 'unrecorded')
    .filter((kind) => kind.kind !== 'minor' || 'consent' in kind) as fc.Arbitrary<AnyKind>,
  false,
);

/** Someone of whom everything is known, with one place of contact. */
const known = (owner: string, role: string, way: object) => ({
  name: `Zq${owner}Namebcdfg`,
  called: `Zq${owner}Calledbcdfg`,
  role,
  safety: { checkedOn: '2026-05-12', flag: false },
  caller: { name: `Zq${owner}Callerbcdfg`, reason: `Zq${owner}Agreedbcdfg`, leaveNumber: true },
  contactPoints: [
    {
      label: `${owner}Place0`,
      askFor: `Zq${owner}Askbcdfg`,
      safeHours: `Zq${owner}Hoursbcdfg`,
      confirmedOn: '2026-05-12',
      ...way,
    },
  ],
  personal: {
    statedReason: `Zq${owner}Reasonbcdfg`,
    progress: `Zq${owner}Progressbcdfg`,
    appreciation: `Zq${owner}Appreciationbcdfg`,
    supports: [`Zq${owner}Supportbcdfg`],
    copingTools: [`Zq${owner}Toolbcdfg`],
    referral: `Zq${owner}Referralbcdfg`,
  },
});
const reached = (kind: string, recipients: readonly object[]) => ({
  id: 'c-bcdfg',
  clinician: 'rao',
  kind,
  consultFirst: 'none',
  situation: 'too-busy',
  recipients,
  overrule: { mandate: 'whoever has to know was told' },
});

/** One client for each kind of place and what may be said there, so that every channel and level is reached. */
export const REACHED = [
  ...['vague', 'minimal', 'detailed'].map((level) => ({ phone: '312-555-0142', level })),
  ...['neutral', 'private'].flatMap((level) => [
    { address: ['12 Elm Street', 'Chicago, IL 60640'], level },
    { portal: 'client portal', level },
  ]),
].map((way) => reached('adult', [known('A', 'client', way)])) as Reachable[];

export type Reachable = typeof anyReachable extends fc.Arbitrary<infer T> ? T : never;

/** A couple at one address that both confirmed, who agreed to a letter together; what else they have is any. */
const together = (client: AnyCouple) => {
  const recipients = client.recipients.map((person, index) => ({
    ...person,
    safety: { checkedOn: '2026-05-12', flag: false },
    contactPoints: [
      ...person.contactPoints,
      {
        label: 'the home of both',
        address: ['7 Hill Road', 'Chicago, IL 60640'],
        askFor: `Zq${'AB'[index]}Askhome`,
        level: 'private',
        confirmedOn: '2026-05-12',
      },
    ],
  }));
  return { ...client, recipients, jointLetter: { agreedOn: '2026-05-12' } };
};

/** Any couple to whom messages may go. */
export const anyCouple = clientOf(fc.constant({ kind: 'couple', roles: ['partner', 'partner'] }), false);

type AnyCouple = typeof anyCouple extends fc.Arbitrary<infer T> ? T : never;

/** Any couple who agreed to one letter. */
export const anyTogether = anyCouple
  .filter(({ situation }) => situation !== 'one-partner-continues')
  .map(together);

/** A couple of whom everything is known, and who get each letter together. */
export const TOGETHER = together(
  reached(
    'couple',
    ['A', 'B'].map((owner) => known(owner, 'partner', { phone: '312-555-0142', level: 'detailed' })),
  ) as unknown as AnyCouple,
);

/** Any minor who consented alone, and to whom messages may go. */
export const anyAlone = clientOf(fc.constant({ kind: 'minor', consent: 'minor', roles: ['minor'] }), false);

import { type Problem, problem } from '../problem.ts';
import type { Client } from './client.ts';
import { jointLetterFits } from './joint-letter.ts';
import type { Locate } from './schema.ts';

/** What the keys of a client must be to each other. One rule, one function; each returns where it is broken and how. */

/** Where a rule is broken, and how. */
export interface Broken {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly hint: string;
}

type ClientRule = (client: Client) => Broken[];

/** Every contradiction in the client, at its place. */
export function clientInconsistencies(client: Client, locate: Locate): Problem[] {
  return CLIENT_RULES.flatMap((rule) => rule(client)).map(({ path, message, hint }) =>
    problem('client-inconsistent', locate(path, 'value'), message, hint),
  );
}

const rolesFitKind: ClientRule = ({ kind, recipients }) =>
  recipients.flatMap(({ role }, index) =>
    ROLES_OF[kind].includes(role)
      ? []
      : [
          {
            path: ['recipients', index, 'role'],
            message: `a recipient of a case of kind "${kind}" cannot have this role`,
            hint: `Use one of: ${ROLES_OF[kind].join(', ')}.`,
          },
        ],
  );

const ROLES_OF: Readonly<Record<Client['kind'], readonly string[]>> = {
  adult: ['client'],
  couple: ['partner'],
  minor: ['guardian', 'minor'],
};

const numbersFitKind: ClientRule = ({ kind, recipients }) => {
  const fits =
    kind === 'adult' ? recipients.length === 1 : kind === 'couple' ? recipients.length === 2 : true;
  const hint =
    kind === 'couple'
      ? 'List both partners, each with their own contact points.'
      : 'List the one person who is the client.';
  return fits
    ? []
    : [
        {
          path: ['recipients'],
          message: `a case of kind "${kind}" does not have this many recipients`,
          hint,
        },
      ];
};

const consentFitsRoles: ClientRule = ({ kind, consent, recipients }) => {
  if (kind !== 'minor')
    return consent === undefined
      ? []
      : [{ path: ['consent'], message: '"consent" is only for a minor', hint: 'Take it out.' }];
  return recipients.flatMap(({ role }, index) =>
    consent === 'guardian' || consent === 'minor'
      ? role === consent
        ? []
        : [
            {
              path: ['recipients', index, 'role'],
              message: 'this person is not the one who consented',
              hint: 'List only whoever consented to the work.',
            },
          ]
      : [],
  );
};

const childIsNamed: ClientRule = ({ kind, recipients, childName }) =>
  kind === 'minor' && recipients.some(({ role }) => role === 'guardian') && childName === undefined
    ? [
        {
          path: [],
          message: '"childName" is missing',
          hint: "Add the child's first name, for the guardian's letter.",
        },
      ]
    : [];

const childIsOfMinor: ClientRule = ({ kind, childName }) =>
  kind !== 'minor' && childName !== undefined
    ? [{ path: ['childName'], message: '"childName" is only for a minor', hint: 'Take it out.' }]
    : [];

const situationFitsKind: ClientRule = ({ kind, situation }) =>
  COUPLES_ONLY.includes(situation) && kind !== 'couple'
    ? [
        {
          path: ['situation'],
          message: `the situation "${situation}" is only for a couple`,
          hint: 'Choose another situation, or set kind to couple.',
        },
      ]
    : [];

const COUPLES_ONLY: readonly string[] = ['couple-seen-once-or-twice', 'one-partner-continues'];

const sessionsFitSituation: ClientRule = ({ situation, sessions }) =>
  situation === 'never-started' && (sessions?.number ?? 0) > 0
    ? [
        {
          path: ['sessions', 'number'],
          message: 'the situation says that the work never started',
          hint: 'Set the number to 0, or choose another situation.',
        },
      ]
    : [];

const sessionsInOrder: ClientRule = ({ sessions }) =>
  sessions?.first !== undefined && sessions.last !== undefined && sessions.last < sessions.first
    ? [
        {
          path: ['sessions', 'last'],
          message: 'the last session is before the first',
          hint: 'Check both days.',
        },
      ]
    : [];

const oneWayPerContactPoint: ClientRule = ({ recipients }) =>
  recipients.flatMap(({ contactPoints }, r) =>
    contactPoints.flatMap((point, p) =>
      [point.phone, point.address, point.portal, point.email].filter((way) => way !== undefined).length === 1
        ? []
        : [
            {
              path: ['recipients', r, 'contactPoints', p],
              message: 'a contact point has exactly one of phone, address, portal, email',
              hint: 'Split it into one contact point each.',
            },
          ],
    ),
  );

const levelsFitWays: ClientRule = ({ recipients }) =>
  recipients.flatMap(({ contactPoints }, r) =>
    contactPoints.flatMap((point, p) => {
      const allowed = point.phone === undefined ? MAIL_LEVELS : PHONE_LEVELS;
      return point.level === undefined || allowed.includes(point.level)
        ? []
        : [
            {
              path: ['recipients', r, 'contactPoints', p, 'level'],
              message: 'this level does not fit this kind of contact point',
              hint: `Use one of: ${allowed.join(', ')}.`,
            },
          ];
    }),
  );

const PHONE_LEVELS: readonly string[] = ['none', 'vague', 'minimal', 'detailed'];
const MAIL_LEVELS: readonly string[] = ['none', 'neutral', 'private'];

const labelsDiffer: ClientRule = ({ recipients }) =>
  recipients.flatMap(({ contactPoints }, r) =>
    contactPoints.flatMap(({ label }, p) =>
      contactPoints.findIndex((other) => other.label === label) === p
        ? []
        : [
            {
              path: ['recipients', r, 'contactPoints', p, 'label'],
              message: 'two contact points have the same label',
              hint: 'Give each its own.',
            },
          ],
    ),
  );

const childNotBroughtIsOfMinor: ClientRule = ({ kind, consultFirst }) =>
  consultFirst === 'child-not-brought' && kind !== 'minor'
    ? [
        {
          path: ['consultFirst'],
          message: '"child-not-brought" is only for a minor',
          hint: 'Choose another reason, or set kind to minor.',
        },
      ]
    : [];

const replyAfterAttempt: ClientRule = ({ outreach = [] }) =>
  outreach.flatMap(({ on, replyBy }, index) =>
    replyBy === undefined || replyBy >= on
      ? []
      : [
          {
            path: ['outreach', index, 'replyBy'],
            message: 'the day that was named is before the attempt',
            hint: 'Check both days.',
          },
        ],
  );

const CLIENT_RULES: readonly ClientRule[] = [
  rolesFitKind,
  numbersFitKind,
  consentFitsRoles,
  childIsNamed,
  childIsOfMinor,
  childNotBroughtIsOfMinor,
  situationFitsKind,
  sessionsFitSituation,
  sessionsInOrder,
  oneWayPerContactPoint,
  levelsFitWays,
  labelsDiffer,
  replyAfterAttempt,
  jointLetterFits,
];

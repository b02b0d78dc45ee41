import { type ClientFile, parseClient } from '../../src/model/parse-client.ts';

/** Clients of invented people, as data and as files. */

export const FILE = 'client.yaml';

export const mobile = {
  label: 'mobile',
  phone: '312-555-0142',
  askFor: 'Sam',
  level: 'detailed',
  confirmedOn: '2026-05-12',
};
export const home = {
  label: 'home',
  address: ['12 Elm Street', 'Chicago, IL 60640'],
  askFor: 'Sam Okafor',
  level: 'private',
  confirmedOn: '2026-05-12',
};

export const sam = {
  name: 'Sam Okafor',
  called: 'Sam',
  role: 'client',
  safety: { checkedOn: '2026-05-12', flag: false },
  contactPoints: [mobile, home],
};

export const adult = {
  id: 'c-1042',
  clinician: 'rao',
  kind: 'adult',
  consultFirst: 'none',
  situation: 'too-busy',
  returnPath: 'clinician',
  recipients: [sam] as object[],
  shared: {
    progress: 'say no at work before you were worn out',
    appreciation: 'how you laughed at yourself and then tried again',
    supports: ['your garden'],
  } as object,
};

export const partner = (called: string, changes: object = {}) => ({
  ...sam,
  name: `${called} Lindqvist`,
  called,
  role: 'partner',
  contactPoints: [
    { ...mobile, label: `${called}'s mobile`, askFor: called },
    { ...home, label: `${called}'s home`, askFor: called },
  ],
  ...changes,
});

export const couple = {
  ...adult,
  kind: 'couple',
  situation: 'couple-seen-once-or-twice',
  recipients: [partner('Ada'), partner('Bo')],
};

export const robin = {
  name: 'Robin Okafor',
  called: 'Robin',
  role: 'partner',
  safety: { checkedOn: '2026-05-12', flag: false },
  contactPoints: [
    { ...mobile, label: 'work', phone: '312-555-0143', askFor: 'Robin' },
    { ...home, askFor: 'Robin Okafor' },
  ],
};
/** A couple with one address. */
export const okafors = { ...couple, recipients: [{ ...sam, role: 'partner' }, robin] };

export const minor = {
  ...adult,
  kind: 'minor',
  consent: 'guardian',
  childName: 'Leo',
  recipients: [{ ...sam, role: 'guardian' }],
};

/** The text of a client file: JSON is YAML. */
export const textOf = (client: object) => JSON.stringify(client, null, 2);

/** The client with other keys, as a file's text; a key set to undefined is left out. */
export const clientText = (overrides: object = {}, client: object = adult) =>
  textOf({ ...client, ...overrides });

/** What the program makes of a client file. */
export const parsed = (client: object) => parseClient(textOf(client), FILE);

/** The client, which must be without a problem. */
export function fileOf(client: object): ClientFile {
  const { value, problems } = parsed(client);
  if (value === undefined)
    throw new Error(problems.map(({ message, place }) => `${message} ${place.line}`).join('\n'));
  return value;
}

/** Invented clients as files; JSON is YAML, so that a test can build them from records. */

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
export const couple = {
  ...adult,
  kind: 'couple',
  situation: 'couple-seen-once-or-twice',
  recipients: [{ ...sam, role: 'partner' }, robin],
};

/** The client with other keys, as a file's text; a key set to undefined is left out. */
export const clientText = (overrides: object = {}, client: object = adult) =>
  JSON.stringify({ ...client, ...overrides }, undefined, 2);

import { formatDate } from '../course/dates.ts';
import { enclosureId } from '../library/file-names.ts';
import type { Library } from '../library/library.ts';
import type { Recipient } from '../model/client.ts';
import { isWithin } from '../model/level.ts';
import type { Clinician, Practice } from '../model/practice.ts';
import type { EnvelopeName, Paper } from '../model/stationery.ts';
import type { Commission } from './compose.ts';
import type { Parts, Stationery } from './message.ts';

/**
 * What stands on the page around the sections. Below detailed the practice's name would tell, and so could its logo,
 * its enclosures, a delivery line, a signature or who gets a copy: the clinician's own name stands there, and nothing
 * else.
 */
export function partsOf({ template, library, channel, occasion }: Commission): Parts {
  const practice = withoutWithdrawn(library);
  const { subject, pageNumber, level } = template.header;
  const { clinician, recipient, point, on } = occasion;
  // A Part 2 program is named nowhere that others see, and a logo or an enclosure would name it.
  const isOpen = isWithin('detailed', level) && practice.part2 !== true;
  const parts = {
    letterhead: [],
    date: formatDate(on, practice.language, 'printed'),
    addressee: [],
    notations: [],
    ...(subject === undefined ? {} : { subject }),
    ...(pageNumber === undefined ? {} : { pageNumber }),
  };
  if (channel !== 'letter') return parts;
  const { delivery, enclosures = [], nameInTitle = false } = practice;
  return {
    ...parts,
    letterhead: isOpen ? senderLines(practice) : discreetLines(clinician, practice),
    addressee: point.address === undefined ? [] : [point.askFor, ...point.address],
    notations: isOpen ? [...enclosures.map(({ says }) => says), ...(recipient.copies ?? [])] : [],
    ...(delivery === undefined || !isOpen ? {} : { delivery }),
    ...(nameInTitle && isOpen ? { titledTo: point.askFor } : {}),
    stationery: stationeryOf({ practice, clinician, recipient }, isOpen),
  };
}

/** The practice without enclosures whose text was withdrawn: neither the line nor the page. */
function withoutWithdrawn({ practice, withdrawn }: Library): Practice {
  const { enclosures } = practice;
  const isGone = (file: string | undefined) =>
    file !== undefined && withdrawn.enclosures.some(({ id }) => id === enclosureId(file));
  return enclosures === undefined || withdrawn.enclosures.length === 0
    ? practice
    : { ...practice, enclosures: enclosures.filter(({ file }) => !isGone(file)) };
}

const senderLines = ({ name, address, phone, web }: Practice) => [
  name,
  ...address,
  phone,
  ...(web === undefined ? [] : [web]),
];

const discreetLines = (clinician: Clinician, { name, address }: Practice) => [
  clinician.name,
  ...address.filter((line) => !line.toLowerCase().includes(name.toLowerCase())),
];

interface Correspondents {
  readonly practice: Practice;
  readonly clinician: Clinician;
  readonly recipient: Recipient;
}

function stationeryOf({ practice, clinician, recipient }: Correspondents, isOpen: boolean): Stationery {
  const { logo, enclosures = [], language } = practice;
  const paper = practice.paper ?? PAPER[language] ?? 'a4';
  return {
    paper,
    envelope: practice.envelope ?? USUAL_ENVELOPE[paper],
    isLarge: recipient.largePrint ?? false,
    ...(logo === undefined || !isOpen ? {} : { logo }),
    ...(clinician.signature === undefined || !isOpen ? {} : { signature: clinician.signature }),
    inserts: isOpen ? enclosures.flatMap(({ file }) => file ?? []) : [],
  };
}

/** North America writes on US Letter, everyone else on A4. */
const PAPER: Readonly<Record<string, Paper>> = { 'en-US': 'letter', 'en-CA': 'letter' };

/** The envelope that goes with a paper where the practice names none. */
const USUAL_ENVELOPE: Readonly<Record<Paper, EnvelopeName>> = { letter: 'us-10-double-window', a4: 'dl' };

import { readdirSync, readFileSync } from 'node:fs';
import { Bench } from 'tinybench';
import { composeCallSheet } from '../src/compose/call-sheet.ts';
import { compose } from '../src/compose/compose.ts';
import { composeLetters } from '../src/compose/compose-letter.ts';
import type { Message } from '../src/compose/message.ts';
import { placeOfField, type Request } from '../src/compose/reach.ts';
import { recheck } from '../src/compose/recheck.ts';
import { listWithheld } from '../src/compose/recheck-withheld.ts';
import { listNextSteps } from '../src/course/case-steps.ts';
import { readFolder } from '../src/files/read-folder.ts';
import { openFonts } from '../src/files/read-fonts.ts';
import type { Library } from '../src/library/library.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { parseClient } from '../src/model/parse-client.ts';
import { letterOf } from '../src/render/letter-of.ts';
import { renderLetterPdf } from '../src/render/letter-pdf.ts';
import { renderLetterText } from '../src/render/letter-text.ts';
import { checkTable } from './bench-check.ts';
import { letterTables } from './bench-letters.ts';
import { pageTable } from './bench-page.ts';
import { processTable } from './bench-processes.ts';
import { timesOf, within } from './bench-times.ts';
import { replaceBlock } from './readme-block.ts';

/** Measures what people wait for, all in one run on one machine, and puts the table into the README. */

const { files } = await readFolder('.');
const library = loadLibrary(files).value;
const file = parseClient(readFileSync('examples/too-busy.yaml', 'utf8'), 'examples/too-busy.yaml').value;
if (library === undefined || file === undefined) throw new Error('the sample practice does not load');
const request: Request = { library, file, on: '2026-11-23', today: '2026-11-23', use: {}, without: [] };

const fonts = await openFonts('dist/fonts')([]);
const letter = composeLetters(request, 'closing-letter').letters[0]?.message;
if (letter === undefined || 'refused' in letter) throw new Error('the sample letter is refused');
const page = letterOf(letter);

/** The letter with sentences altered, moved and added, and one letter more at every call, as when someone types. */
const typed =
  'I still smile about the tomato plants, and about the rain that came when nobody wanted it any more. ';
const withheld = listWithheld(request, letter, 0);
const edited = renderLetterText(page)
  .replace('That took effort, and it was yours.', 'That took real effort, and all of it was yours.')
  .replace('I wish you well.', 'Take good care of yourself. I wish you well.');
const [before = '', after = ''] = edited.split('Your file for');
let keys = 0;
function typeOn() {
  const words = typed.slice(0, keys++ % typed.length);
  const text = `${before}${words}Your file for${after}`;
  return recheck(letter as Message, text, { library: library as Library, file: 'edited.txt', withheld });
}

const template = library.templates.find(({ name }) => name === 'live-final');
const { client } = file;
const recipient = client.recipients[0];
const point = recipient?.contactPoints[0];
const clinician = library.practice.clinicians[client.clinician];
if (!template || !recipient || !point || !clinician) throw new Error('the sample has changed');
const commission = {
  library,
  template,
  channel: 'live',
  occasion: { client, clinician, recipient, point, step: 'final-call', on: '2026-11-23' },
  use: {},
  without: [],
  placeOf: placeOfField(file, 0),
  today: '2026-11-23',
} as const;

/** Every example again and again, each at four points of its ladder. */
const stories = readdirSync('examples')
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => {
    const story = parseClient(readFileSync(`examples/${name}`, 'utf8'), name).value?.client;
    const to = story?.recipients[0]?.contactPoints[0]?.label ?? '';
    const attempts = [
      { on: '2026-11-02', recipient: 1, to, outcome: 'no-answer', step: 'first-call' },
      {
        on: '2026-11-03',
        recipient: 1,
        to,
        outcome: 'voicemail-left',
        level: 'detailed',
        step: 'first-call',
      },
      { on: '2026-11-10', recipient: 1, to, outcome: 'voicemail-left', level: 'minimal', step: 'final-call' },
    ] as const;
    return story === undefined
      ? []
      : [0, 1, 2, 3].map((taken) => ({ ...story, outreach: attempts.slice(0, taken) }));
  });
const clients = Array.from({ length: 10_000 }, (_, index) => stories[index % stories.length] ?? client);

const drawTo = (name: string) =>
  renderLetterPdf({ ...page, addressee: [name, ...page.addressee.slice(1)] }, fonts).value ??
  new Uint8Array();

const bench = new Bench({ time: 1_000, warmupTime: 500 });
bench
  .add(`composing the longest message, ${template.sections.length} sections`, () => compose(commission))
  .add('composing a whole call sheet, five messages', () => composeCallSheet(request))
  .add('composing a closing letter', () => composeLetters(request, 'closing-letter'))
  .add('holding the edited letter against it, at every keystroke', typeOn)
  .add('drawing it as PDF', () => renderLetterPdf(page, fonts));
await bench.run();
const quick = bench.tasks.map(({ name, result }) => {
  const latency = 'latency' in result ? result.latency : undefined;
  return row(name, latency?.p50, latency?.p99);
});

/** What takes long enough to be timed run by run. */
const slow = [
  timed('what is next for 10,000 clients', 7, () => {
    for (const one of clients) listNextSteps(library.practice, one, '2026-11-23');
  }),
  timed(`loading the practice, ${files.length} files, from text`, 60, () =>
    loadLibrary(files.map((one) => ({ ...one }))),
  ),
];

function timed(name: string, times: number, run: () => unknown): string {
  const taken = timesOf(run, times);
  return row(name, within(taken, 0.5), within(taken, 0.99));
}

const table = [
  '| in one warm process | median, ms | 99 of 100 within, ms |',
  '|---|---|---|',
  ...quick,
  ...slow,
  '',
  processTable(),
  '',
  checkTable(files),
  '',
  await letterTables(drawTo),
  '',
  await pageTable(),
].join('\n');
process.stdout.write(`${table}\n`);
replaceBlock('README.md', 'bench', table);

function row(name: string, middle: number | undefined, most: number | undefined): string {
  return `| ${name} | ${format(middle)} | ${format(most)} |`;
}

function format(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '';
  return milliseconds < 100 ? milliseconds.toPrecision(2) : milliseconds.toFixed(0);
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a letter costs among thousands, beside the least that it could cost and beside what people would use instead. */

const MANY = 10_000;
const PROGRAM = 'dist/cli/closewell.cjs';
const KIND = ['--kind', 'closing', '--on', '2026-11-23'];

/** How one way of making letters went. */
interface Run {
  readonly letters: number;
  readonly milliseconds: number;
}

/** Draws the letter to someone of this name. */
type Draw = (name: string) => Uint8Array;

/** The tables of letters; everything is written to a folder of its own that is taken away. */
export async function letterTables(draw: Draw): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'closewell-bench-'));
  try {
    return await measure(folder, draw);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, draw: Draw): Promise<string> {
  const names = Array.from({ length: MANY }, (_, index) => nameOf(index));
  const many = join(folder, 'many');
  writeClients(many, names);
  const one = await closewell(many, 1);
  const two = availableParallelism() > 1 ? await closewell(many, 2) : undefined;
  const sizes = readdirSync(`${many}-1`).map((name) => statSync(join(`${many}-1`, name)).size);
  const rival = rivalsIn(folder, `${many}-1`);
  const rivals: readonly [string, Run | undefined][] = [
    ['pdfkit alone, Helvetica, untagged', rival('pdfkit', names)],
    ['writing the bytes of a finished letter', rival('bytes', names)],
    [
      'docxtemplater and LibreOffice',
      isThere('soffice') ? rival('docxtemplater', names.slice(0, 100)) : undefined,
    ],
    ['printed by Chromium', isThere('chromium') ? rival('chromium', names.slice(0, 50)) : undefined],
  ];
  const rows: readonly [string, Run | undefined][] = [
    ['`closewell letter`, from client file to file', one],
    ['the same on two cores', two],
    ['its drawing alone: tagged, fonts embedded', drawAlone(names, draw, join(folder, 'drawn'))],
    ...rivals,
  ];
  return [
    '| many letters, on one core | letters a second | of `closewell letter` |',
    '|---|---|---|',
    ...rows.map(([name, run]) => `| ${name} | ${rateRow(run, one)} |`),
    '',
    `| ${MANY.toLocaleString('en')} letters to as many names, on two cores | |`,
    '|---|---|',
    `| most memory by a tenth of them, by all of them | ${memory(two?.firstPeak)}, ${memory(two?.peak)} |`,
    `| size of a letter: the median, the largest | ${sizeRow(sizes)} |`,
  ].join('\n');
}

/** The part that other ways of making a PDF have as well, in this process. */
function drawAlone(names: readonly string[], draw: Draw, folder: string): Run {
  mkdirSync(folder);
  const start = performance.now();
  for (const [index, name] of names.entries()) writeFileSync(join(folder, `${index}.pdf`), draw(name));
  return { letters: names.length, milliseconds: performance.now() - start };
}

const rateOf = ({ letters, milliseconds }: Run) => (letters * 1000) / milliseconds;

function rateRow(run: Run | undefined, own: Run): string {
  if (run === undefined) return 'not installed |';
  const times = rateOf(run) / rateOf(own);
  return `${Math.round(rateOf(run)).toLocaleString('en')} | ${times < 10 ? times.toPrecision(2) : Math.round(times)}`;
}

const memory = (kilobytes: number | undefined) =>
  kilobytes === undefined ? 'not measured' : `${Math.round(kilobytes / 1024)} MB`;

function sizeRow(sizes: readonly number[]): string {
  const sorted = sizes.toSorted((a, b) => a - b);
  const kilobytes = (bytes = 0) => `${(bytes / 1000).toFixed(1)} kB`;
  return `${kilobytes(sorted[Math.floor(sorted.length / 2)])}, ${kilobytes(sorted.at(-1))}`;
}

const isThere = (command: string) => spawnSync('which', [command]).status === 0;

/** The command held to so many cores; where that cannot be done, on as many as there are. */
const onCores = (cores: number, command: readonly string[]): readonly string[] =>
  isThere('taskset') ? ['taskset', '-c', `0-${cores - 1}`, ...command] : command;

interface OwnRun extends Run {
  /** The most memory in kB, up to a tenth of the letters and altogether; absent where the system does not tell. */
  readonly firstPeak?: number;
  readonly peak?: number;
}

/** The whole process, from its start to its end; the letters are in a folder named for the cores. */
async function closewell(clients: string, cores: number): Promise<OwnRun> {
  const letters = readdirSync(clients).length;
  const output = `${clients}-${cores}`;
  const command = [process.execPath, PROGRAM, 'letter', clients, '-o', output, ...KIND];
  const [program = '', ...args] = onCores(cores, command);
  const start = performance.now();
  const child = spawn(program, args, { stdio: 'ignore' });
  const peaks = watchMemory(child, () => readdirSync(output).length > letters / 10);
  const exit = await new Promise((resolve) => child.on('exit', resolve));
  if (exit !== 0) throw new Error(`closewell letter ended with ${exit}`);
  return { letters, milliseconds: performance.now() - start, ...peaks() };
}

/** Looks several times a second how much memory the process has had at most. */
function watchMemory(child: ChildProcess, isPastFirst: () => boolean) {
  let [firstPeak, peak] = [0, 0];
  let isFirst = true;
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? peak);
      if (isFirst) firstPeak = peak;
      isFirst &&= !isPastFirst();
    } catch {
      // It has ended, has written nothing so far, or the system has no such file.
    }
  }, 200);
  return () => {
    clearInterval(timer);
    return peak === 0 ? {} : { firstPeak, peak };
  };
}

/** Runs the other ways on one core, each a whole process as well, with the text of a letter that was written. */
function rivalsIn(folder: string, letters: string) {
  const [first = ''] = readdirSync(letters);
  const pdf = readFileSync(join(letters, first));
  const text = spawnSync(process.execPath, [PROGRAM, 'letter', 'examples/too-busy.yaml', ...KIND]);
  const paragraphs = text.stdout.toString().replaceAll('Sam Okafor', 'NAME').trim().split('\n\n');
  return (rival: string, names: readonly string[]): Run => {
    const file = join(folder, 'rival.json');
    writeFileSync(file, JSON.stringify({ paragraphs, pdf: pdf.toString('base64'), names }));
    const command = [process.execPath, 'scripts/bench-rivals.js', rival, join(folder, rival), file];
    const [program = '', ...args] = onCores(1, command);
    const start = performance.now();
    const { status, stderr } = spawnSync(program, args);
    if (status !== 0) throw new Error(stderr.toString());
    return { letters: names.length, milliseconds: performance.now() - start };
  };
}

function writeClients(folder: string, names: readonly string[]): void {
  mkdirSync(folder);
  const text = readFileSync('examples/too-busy.yaml', 'utf8');
  names.forEach((name, index) => {
    const id = `c-${index}`;
    const client = text.replace(/^id: .*/m, `id: ${id}`).replaceAll('Sam Okafor', name);
    writeFileSync(join(folder, `${id}.yaml`), client);
  });
}

/** 10,000 names; every sixth has letters that Western Europe does not. */
function nameOf(index: number): string {
  const first = FIRST[index % FIRST.length];
  const last = LAST[Math.floor(index / FIRST.length) % LAST.length];
  const initial = String.fromCharCode(65 + (Math.floor(index / (FIRST.length * LAST.length)) % 26));
  return `${first} ${initial}. ${last}`;
}

const FIRST =
  'Ada Ben Cleo Dan Eva Finn Gail Hugh Iris Joel Kim Léa Mona Ned Olga Pia Quinn Rosa Seán Tess Zoë Łucja Ağça Minh'.split(
    ' ',
  );
const LAST =
  'Abel Baker Cole Diaz Evans Fox Grant Hill Irwin Jones Klein Lopez Müller Nolan Ortiz Park Reyes Stone Vega Young Nguyễn Đặng'.split(
    ' ',
  );

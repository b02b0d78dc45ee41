import { spawnSync } from 'node:child_process';
import { within } from './bench-times.ts';

/** What people wait for at the command line: whole processes, one after another in turn, so that all meet the same. */

const ROUNDS = 11;
const PROGRAM = 'dist/cli/closewell.cjs';
const PDF = ['-o', 'out/bench.pdf', '--force'];
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  '`node -e 0`, the floor': ['-e', '0'],
  '`closewell script`': [PROGRAM, 'script', 'examples/too-busy.yaml'],
  '`closewell letter`, as text': [PROGRAM, 'letter', 'examples/too-busy.yaml'],
  '`closewell letter`, as PDF': [PROGRAM, 'letter', 'examples/too-busy.yaml', ...PDF],
  '`closewell next` of the examples': [PROGRAM, 'next', 'examples'],
  '`closewell check`': [PROGRAM, 'check'],
};

/** The table of the commands; the first is what the others are held against. */
export function processTable(): string {
  const times = Object.keys(COMMANDS).map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, args] of Object.values(COMMANDS).entries()) times[index]?.push(timeOf(args));
  const sorted = times.map((one) => one.sort((a, b) => a - b));
  const [floor = []] = sorted;
  const rows = Object.keys(COMMANDS).map((name, index) => {
    const own = sorted[index] ?? [];
    const [middle, least] = [0.5, 0].map((share) => (within(own, share) / within(floor, share)).toFixed(1));
    return `| ${name} | ${within(own, 0.5).toFixed(0)} | ${middle} | ${least} |`;
  });
  return [
    `| as a whole process | median, ms | times the floor | the quickest of ${ROUNDS}, times the floor |`,
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return performance.now() - start;
}

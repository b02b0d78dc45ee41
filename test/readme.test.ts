import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFolder, ROOT, run } from './cli/world.ts';

/**
 * The README is run. In a block fenced as `sh` each line is a command; all blocks run in order in one folder that holds
 * `examples/`. `closewell` is the built program. Of npm, `npm run sample` and `npm run -s closewell -- …` run, all else
 * only has to be a script of package.json. A line that ends in `# exit N` is to end with N.
 */

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const program = join(ROOT, 'dist', 'cli', 'closewell.cjs');
const lines = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap((match) =>
  (match[1] ?? '')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#')),
);

const PRELUDE = `
set -o pipefail
closewell() { '${process.execPath}' '${program}' "$@" < /dev/null; }
npm() {
  case "$1" in
    ci | install | start | test) return 0 ;;
    run) shift ;;
    *) return 90 ;;
  esac
  if [ "$1" = -s ]; then shift; fi
  case "$1" in
    closewell) shift 2; closewell "$@" ;;
    sample) ${scripts['sample']} ;;
    *) return 0 ;;
  esac
}
`;

function runAll(cwd: string) {
  return lines.map((line) => {
    const [, wanted = '0'] = /# exit (\d)\s*$/.exec(line) ?? [];
    const { status, stderr } = spawnSync('bash', ['-c', `${PRELUDE}\n${line}`], { cwd, timeout: 60_000 });
    return { line, fits: status === Number(wanted), err: status === Number(wanted) ? '' : stderr.toString() };
  });
}

describe('the README', () => {
  test('has commands to run', () => {
    expect(lines).toContain('npm ci && npm run sample');
    expect(lines).toContain('npm ci && npm test');
  });

  test.skipIf(!existsSync(program))('has only commands that run without error', async () => {
    const folder = await openFolder();
    await cp(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true });
    expect(runAll(folder).filter(({ fits }) => !fits)).toEqual([]);
  });

  test('names only scripts that package.json has', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  test('names only commands and flags that the program has', async () => {
    const list = (await run(['--help'])).out.split('Commands:')[1] ?? '';
    const commands = [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);
    const helps = await Promise.all(commands.map(async (command) => (await run([command, '--help'])).out));
    const named = [...readme.matchAll(/`closewell ([a-z]+)/g)].map((match) => match[1] ?? '');
    const flags = [...readme.matchAll(/(?<=[`\s])--[a-z]+(?:-[a-z]+)*/g)].map(([flag]) => flag);
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
    expect(flags.filter((flag) => !helps.some((help) => help.includes(`${flag} `)))).toEqual([]);
  });

  test('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:|mailto:|lang:|#)([^)#]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
  });
});

/** The paths that the map names: the first cell of each row of ARCHITECTURE.md's table. */
const mapped = [...readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').matchAll(/^\| (`.*?`) \|/gm)].flatMap(
  (row) => [...(row[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
);

describe("ARCHITECTURE.md's map", () => {
  test('names exactly what stands in src', () => {
    const there = readdirSync(join(ROOT, 'src'), { withFileTypes: true });
    const named = mapped.filter((path) => path.startsWith('src/'));
    expect(named.sort()).toEqual(there.map((one) => `src/${one.name}${one.isDirectory() ? '/' : ''}`).sort());
  });

  test('names nothing that is not there', () => {
    expect(mapped.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

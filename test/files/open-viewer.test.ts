import { spawnSync } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFolder, ROOT } from '../cli/world.ts';

/** In a process of its own, which must not end before the opener has. */
async function open(opener: string | undefined) {
  const folder = await openFolder();
  const seen = join(folder, 'seen');
  if (opener !== undefined) {
    await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\n${opener.replace('SEEN', seen)}\n`);
    await chmod(join(folder, 'xdg-open'), 0o755);
  }
  const script = `import { openViewer } from ${JSON.stringify(join(ROOT, 'src/files/open-viewer.ts'))}; openViewer('letter.pdf').then((isOpen) => process.stdout.write(String(isOpen)));`;
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: ROOT,
    env: { PATH: opener === undefined ? folder : `${folder}:/usr/bin:/bin` },
    encoding: 'utf8',
  });
  return { stdout, seen: await readFile(seen, 'utf8').catch(() => '') };
}

test.skipIf(process.platform !== 'linux').each([
  ['one that opens', 'sleep 0.3; echo "$1" > SEEN', { stdout: 'true', seen: 'letter.pdf\n' }],
  ['one that fails', 'exit 3', { stdout: 'false', seen: '' }],
  ['none', undefined, { stdout: 'false', seen: '' }],
])('%s', async (_, opener, expected) => {
  expect(await open(opener)).toEqual(expected);
});

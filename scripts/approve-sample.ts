import { readFileSync, rmSync } from 'node:fs';
import { readFolder } from '../src/files/read-folder.ts';
import { recordSitting } from '../src/files/record-sitting.ts';
import { listApprovable } from '../src/library/approval.ts';
import { canonicalTexts } from '../src/library/canonical-texts.ts';
import { APPROVALS_FILE, APPROVED_TEXTS_FILE } from '../src/library/decisions.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { formatProblem } from '../src/problem.ts';

/** Approves the sample practice as it stands, from scratch, in the name of its invented approver: after each edit. */

for (const file of [APPROVALS_FILE, APPROVED_TEXTS_FILE]) rmSync(file, { force: true });
const { files } = await readFolder('.');
const { value: library, problems } = loadLibrary(files);
if (library === undefined) throw new Error(problems.map(formatProblem).join('\n'));
const texts = canonicalTexts(files);
const all = listApprovable(library);
await recordSitting(
  '.',
  {
    on: '2026-11-23',
    by: 'Ruth Adeyemi (sample)',
    role: 'clinical director',
    reviewBy: '2027-11-23',
    note: 'The sample practice as it is shipped. Ruth Adeyemi is invented.',
    approves: all.map(({ id, digest }) => `${id} ${digest}`),
  },
  new Map(all.map(({ id, digest }) => [digest, texts.get(id) ?? ''])),
);
process.stdout.write(`${all.length} texts, ${readFileSync(APPROVED_TEXTS_FILE, 'utf8').length} characters\n`);

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listApprovable } from '../../src/library/approval.ts';
import { canonicalTexts } from '../../src/library/canonical-texts.ts';
import { digestOf } from '../../src/library/digest.ts';
import { loadSnippet } from '../../src/library/load-library.ts';
import { BASE, filesOf } from '../support/practice-folder.ts';
import { ROOT, shippedLibrary } from '../support/shipped.ts';

const shippedFiles = listApprovable(shippedLibrary).map(({ id }) => {
  const path =
    id === 'rules' ? 'snippets/rules.yaml' : `${id.startsWith('templates/') ? id : `snippets/${id}`}.md`;
  return { path, text: readFileSync(new URL(path, ROOT), 'utf8') };
});

test('every shipped text has the digest that the library gives it', () => {
  const texts = canonicalTexts(shippedFiles);
  expect(Object.fromEntries([...texts].map(([id, text]) => [id, digestOf(text)]))).toEqual(
    Object.fromEntries(listApprovable(shippedLibrary).map(({ id, digest }) => [id, digest])),
  );
});

test('a canonical snippet is a snippet file that says the same', () => {
  const texts = canonicalTexts(shippedFiles);
  const again = shippedLibrary.snippets.map(({ id }) =>
    loadSnippet({ path: `snippets/${id}.md`, text: texts.get(id) ?? '' }),
  );
  expect(again.map(({ value }) => value?.digest)).toEqual(
    shippedLibrary.snippets.map(({ digest }) => digest),
  );
});

test('files that cannot be read, and those that nobody approves, are left out', () => {
  const files = filesOf({ ...BASE, 'snippets/greeting/default.md': 'no front matter' });
  expect([...canonicalTexts(files).keys()]).toEqual(['templates/letter', 'sign-off/default']);
});

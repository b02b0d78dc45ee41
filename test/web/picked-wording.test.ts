import { describe, expect, test } from 'vitest';
import type { PageData } from '../../src/library/page-data.ts';
import { folderData, type Picked, publishedData } from '../../src/web/picked-wording.ts';
import { shippedFiles, shippedLibrary } from '../support/shipped.ts';

const OPENING = { version: '0.1.0', today: '2026-11-23' };
const bytesOf = (text: string) => new TextEncoder().encode(text);

const published: PageData = {
  library: shippedLibrary,
  pictures: {},
  version: '0.1.0',
  wordingOn: '2026-11-01',
  expiresOn: '2027-02-01',
  approvedOnly: true,
  canEdit: false,
};
const open = (text: string, opening = OPENING) =>
  publishedData({ path: 'wording.json', bytes: bytesOf(text) }, opening);

describe('a published wording file', () => {
  test('is what was published, and nothing unapproved is composed from it', () => {
    const { value, problems } = open(JSON.stringify({ ...published, approvedOnly: false, canEdit: true }));
    expect(problems).toEqual([]);
    expect(value?.library.snippets).toHaveLength(shippedLibrary.snippets.length);
    expect(value).toMatchObject({ approvedOnly: true, canEdit: false });
  });

  test.each([
    ['no JSON', 'Dear Sam'],
    ['null', 'null'],
    ['something else', '{"library":{"practice":{"name":"Willow"}}}'],
    ['of another version', JSON.stringify({ ...published, version: '0.0.9' })],
    ['past its last day', JSON.stringify({ ...published, expiresOn: '2026-11-22' })],
  ])('that is %s is refused', (_, text) => {
    const { value, problems } = open(text);
    expect(value).toBeUndefined();
    expect(problems.map(({ code, place }) => [code, place.file])).toEqual([
      ['file-unexpected', 'wording.json'],
    ]);
  });
});

describe('a practice folder', () => {
  const whole: readonly Picked[] = shippedFiles.map(({ path, text }) => ({ path, bytes: bytesOf(text) }));

  test('is the library that the command line reads from it, and what is no wording is left alone', async () => {
    const beside = { path: 'clients/sam.yaml', bytes: bytesOf('id: c-1') };
    const { value, problems } = await folderData([...whole, beside], OPENING);
    expect(problems).toEqual([]);
    expect(value?.library.snippets.map(({ id }) => id)).toEqual(shippedLibrary.snippets.map(({ id }) => id));
    expect(value?.approvedOnly).toBe(false);
  });

  test('takes in the pictures that the practice names, and no others', async () => {
    const logo = new Uint8Array([1, 2, 3]);
    const named = whole.map((one) =>
      one.path === 'practice.yaml'
        ? {
            ...one,
            bytes: bytesOf(
              `${new TextDecoder().decode(one.bytes)}\nlogo: { file: pictures/logo.png, alternative: A willow }\n`,
            ),
          }
        : one,
    );
    const pictures = ['pictures/logo.png', 'pictures/other.png'].map((path) => ({ path, bytes: logo }));
    const { value } = await folderData([...named, ...pictures], OPENING);
    expect(value?.pictures).toEqual({ 'pictures/logo.png': 'AQID' });
  });

  test('with a fault in it is refused, and the fault has its place', async () => {
    const broken = { path: 'snippets/gratitude/broken.md', bytes: bytesOf('---\n---\n{{#if progress}}\n') };
    const { value, problems } = await folderData([...whole, broken], OPENING);
    expect(value).toBeUndefined();
    expect(problems.map(({ place }) => place.file)).toContain('snippets/gratitude/broken.md');
  });
});

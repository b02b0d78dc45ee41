import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseClient } from '../../src/model/parse-client.ts';
import { clientFileText, readClientFile } from '../../src/web/case/client-file.ts';
import { ROOT, shippedLibrary } from '../support/shipped.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = readFileSync(new URL('examples/too-busy.yaml', ROOT), 'utf8');
const attempt = { on: '2026-11-23', to: 'mobile', outcome: 'no-answer' } as const;

describe('a client file in the page', () => {
  test('is read as the commands read it, and a problem never holds the name of the file', async () => {
    const { value } = await readClientFile(bytes(text), shippedLibrary);
    expect(value?.file.client).toEqual(parseClient(text, 'f').value?.client);
    const { problems } = await readClientFile(bytes('id: [1'), shippedLibrary);
    expect(problems.map(({ code, place }) => [code, place.file])).toContainEqual([
      'yaml-syntax',
      'client file',
    ]);
  });

  test('of another practice is refused, and so is one that is no text', async () => {
    const other = await readClientFile(
      bytes(text.replace('clinician: rao', 'clinician: nobody')),
      shippedLibrary,
    );
    expect(other.problems.map(({ code }) => code)).toEqual(['client-inconsistent']);
    const binary = await readClientFile(Uint8Array.of(0, 1, 2), shippedLibrary);
    expect(binary.problems.map(({ code }) => code)).toEqual(['file-not-text']);
    const large = await readClientFile(new Uint8Array(300_000).fill(35), shippedLibrary);
    expect(large.problems.map(({ code }) => code)).toEqual(['file-too-large']);
  });

  test('to which only an attempt came is saved with its comments, and else as the same client', async () => {
    const client = parseClient(text, 'f').value?.client;
    if (client === undefined) throw new Error('no client');
    const saved = await clientFileText({ client, unchanged: { text, attempts: [attempt] } });
    expect(saved.split('\n')[0]).toBe(text.split('\n')[0]);
    expect(parseClient(saved, 'f').value?.client.outreach?.at(-1)).toEqual(attempt);
    const anew = await clientFileText({ client });
    expect(parseClient(anew, 'f').value?.client).toEqual(client);
  });
});

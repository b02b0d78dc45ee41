import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Recheck } from '../../src/compose/recheck.ts';
import {
  EXAMPLES,
  FORMS,
  type Form,
  MESSAGES,
  type MessageName,
  recheckOf,
  type Written,
  writtenIn,
} from '../support/edits.ts';

const names = Object.keys(MESSAGES) as MessageName[];
const all = EXAMPLES.flatMap((example) =>
  names.flatMap((name) =>
    writtenIn(example, name).map((written): [string, Written] => [
      `${example}, ${name}, ${written.index + 1}`,
      written,
    ]),
  ),
);
const formsOf = ({ message }: Written): Form[] =>
  message.channel === 'voicemail' ? ['text', 'sheet'] : ['text', 'markdown'];
const any = fc.constantFrom(...all.map(([, written]) => written));
const anyClosing = fc.constantFrom(
  ...all.filter(([name]) => name.includes('closing-letter')).map(([, written]) => written),
);

const notKept = ({ sections }: Recheck) =>
  sections.filter(({ kind }) => kind !== 'kept').map(({ section }) => section);
const codesOf = ({ problems }: Recheck) => problems.map(({ code }) => code);

describe('a text that nobody edited', () => {
  test.each(all)('rechecks clean: %s', (_, written) => {
    for (const form of formsOf(written)) {
      const checked = recheckOf(written, FORMS[form](written));
      expect({
        form,
        notKept: notKept(checked),
        own: checked.own,
        problems: checked.problems,
        changes: checked.changes,
      }).toEqual({
        form,
        notKept: [],
        own: [],
        problems: [],
        changes: [],
      });
    }
  });
});

/** The sections' texts as they stand in the text, each on a paragraph of its own. */
const paragraphs = ({ message }: Written) =>
  message.sections.map((section) => ({
    section: section.section,
    text: FORMS.text({
      message: { ...message, sections: [section], marks: [], runsOn: [], channel: 'voicemail' },
    } as unknown as Written).trim(),
  }));

test('deleting any set of required sections reports exactly those', () => {
  fc.assert(
    fc.property(any, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (written, gone) => {
      const parts = paragraphs(written);
      const left = parts.filter((_, index) => !gone[index]);
      const checked = recheckOf(written, left.map(({ text }) => text).join('\n\n'));
      const required = checked.sections
        .filter(({ kind }) => kind === 'deleted')
        .map(({ section }) => section);
      expect(required).toEqual(parts.filter((_, index) => gone[index]).map(({ section }) => section));
      expect(new Set(codesOf(checked).filter((code) => code !== 'number-not-said'))).toEqual(
        new Set(codesOf(checked).includes('section-missing') ? ['section-missing'] : []),
      );
    }),
    { numRuns: 150 },
  );
});

test('reordering paragraphs never yields a missing section', () => {
  const order = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(any, order, (written, ranks) => {
      const shuffled = paragraphs(written)
        .map((part, index) => ({ ...part, rank: ranks[index] ?? 0 }))
        .sort((a, b) => a.rank - b.rank);
      const checked = recheckOf(written, shuffled.map(({ text }) => text).join('\n\n'));
      expect(checked.sections.filter(({ kind }) => kind !== 'kept' && kind !== 'moved')).toEqual([]);
      expect(codesOf(checked).filter((code) => code !== 'number-not-said')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

/** The text with its paragraphs broken anew at a width, as mail programs do. */
const wrapped = (text: string, width: number) =>
  text
    .split(/\n{2,}/)
    .map((paragraph) =>
      paragraph.split(/\s+/).reduce((lines, word) => {
        const last = lines.slice(lines.lastIndexOf('\n') + 1);
        return lines === '' ? word : `${lines}${last.length + word.length < width ? ' ' : '\n'}${word}`;
      }, ''),
    )
    .join('\n\n');

test('wrapping lines anew changes nothing', () => {
  fc.assert(
    fc.property(
      any,
      fc.integer({ min: 12, max: 120 }),
      fc.constantFrom('\n', '\r\n'),
      (written, width, lineEnd) => {
        const text = wrapped(FORMS.text(written), width).replaceAll('\n', lineEnd);
        const { changes, own, problems } = recheckOf(written, text);
        expect({ changes, own, problems }).toEqual({ changes: [], own: [], problems: [] });
      },
    ),
    { numRuns: 150 },
  );
});

/** Any edit: stretches taken out, put in, and doubled, of the text itself and of anything else. */
const anyEdit = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 200 }),
    put: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '\n\n', '. ', '?', 'December 8', '312', '[', '`', '<b>', ' a '.repeat(300)),
    ),
  }),
  { maxLength: 12 },
);
const applied = (text: string, edits: readonly { at: number; length: number; put: string }[]) =>
  edits.reduce((now, { at, length, put }) => {
    const from = Math.floor(at * now.length);
    return now.slice(0, from) + put + now.slice(from + length);
  }, text);

describe('any edit at all', () => {
  test('is answered, and every place is in the file', () => {
    fc.assert(
      fc.property(any, anyEdit, (written, edits) => {
        const text = applied(FORMS.text(written), edits);
        const lines = text.split('\n');
        const { problems, sections } = recheckOf(written, text);
        expect(sections.map(({ section }) => section)).toEqual(
          written.message.sections.map(({ section }) => section),
        );
        expect(
          problems.filter(
            ({ place }) => place.column < 1 || place.column > (lines[place.line - 1] ?? '').length + 1,
          ),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('names no value of the client', () => {
    fc.assert(
      fc.property(anyClosing, anyEdit, (written, edits) => {
        const { problems } = recheckOf(written, applied(FORMS.text(written), edits));
        const said = problems.map(({ message, hint }) => `${message} ${hint}`).join('\n');
        const values = Object.values(written.request.file.client.shared ?? {})
          .flat()
          .filter((value) => value.length > 4);
        expect(values.filter((value) => said.includes(value))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('is answered, however large:', () => {
  const [, written] = all.find(([name]) => name.startsWith('too-busy, closing-letter')) ?? [];
  test.each([
    ['one word, very often', 'your '.repeat(20_000)],
    ['one sentence, very often', 'Your file for counseling will close on December 7, 2026. '.repeat(1_000)],
    ['lines of nothing', '\n \n'.repeat(50_000)],
    ['brackets', '['.repeat(100_000)],
    ['figures', '3125550141 '.repeat(10_000)],
    ['spaces', ' '.repeat(200_000)],
    ['one long word', 'a'.repeat(200_000)],
    ['full stops', '. '.repeat(100_000)],
  ])('%s', (_, text) => {
    expect(written && recheckOf(written, text).sections.length).toBeGreaterThan(10);
  });
});

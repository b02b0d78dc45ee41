import { expect, test } from 'vitest';
import { composeCallSheet } from '../../src/compose/call-sheet.ts';
import { fieldsUsed } from '../../src/compose/fields-used.ts';
import { isOptional, listVariants } from '../../src/compose/list-variants.ts';
import { isMessage } from '../../src/compose/message.ts';
import { findTemplate } from '../../src/compose/reach.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import type { SectionKey } from '../../src/model/section.ts';
import { adult } from '../support/client-file.ts';
import { shippedLibrary } from '../support/shipped.ts';

const ON = '2026-11-23';
const file = parseClient(JSON.stringify(adult), 'client.yaml').value;
if (file === undefined) throw new Error('no client');
const [recipient] = file.client.recipients;
const [point] = recipient?.contactPoints ?? [];
const clinician = shippedLibrary.practice.clinicians[file.client.clinician];
if (!recipient || !point || !clinician) throw new Error('no one to call');
const about = { client: file.client, recipient, point, clinician };
const request = { library: shippedLibrary, file, on: ON, today: ON, without: [] };
const voicemail = (use: Readonly<Record<string, string>>) => {
  const made = composeCallSheet({ ...request, use }, 'final-call').sheets[0]?.messages.voicemail;
  if (made === undefined || !isMessage(made)) throw new Error('no voicemail');
  return made;
};

test('every variant that is listed is said when it is picked, and the first is what is said by itself', () => {
  const message = voicemail({});
  for (const { section, snippet } of message.sections) {
    const [first, ...others] = listVariants(shippedLibrary, message, section, about);
    expect(`${section}/${first}`).toBe(snippet);
    for (const variant of others)
      expect(voicemail({ [section]: variant }).sections.map((one) => one.snippet)).toContain(
        `${section}/${variant}`,
      );
  }
});

test('a variant is not listed where a fact that it needs is missing', () => {
  const message = voicemail({});
  const without = { ...about.client, shared: {}, recipients: [{ ...recipient, personal: {} }] };
  const listed = (client: typeof about.client) =>
    listVariants(shippedLibrary, message, 'acknowledgment', {
      ...about,
      client,
      recipient: client.recipients[0] ?? recipient,
    });
  expect(listed(about.client).length).toBeGreaterThan(0);
  expect(listed(without)).toEqual([]);
});

test('a section is optional where its template does not insist on it', () => {
  const template = shippedLibrary.templates.find(({ name }) => name === 'voicemail-final-detailed');
  const optional = (section: SectionKey) => template && isOptional(template, section);
  expect([optional('progress'), optional('open-door')]).toEqual([true, false]);
});

test('the fields that a template uses are those of its wording: little at vague, facts at detailed', () => {
  const used = (level: 'vague' | 'detailed') => {
    const template = findTemplate(shippedLibrary, 'voicemail', 'final-call', level);
    return template === undefined ? [] : [...fieldsUsed(shippedLibrary, template, 'voicemail')];
  };
  expect(used('vague')).toEqual(expect.arrayContaining(['name', 'callerName', 'agreedReason']));
  expect(used('vague')).not.toContain('appreciation');
  expect(used('detailed')).toEqual(expect.arrayContaining(['appreciation', 'supports', 'situation']));
  expect(used('detailed')).not.toContain('statedReason');
});

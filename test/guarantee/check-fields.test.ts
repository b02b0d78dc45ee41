import { describe, expect, test } from 'vitest';
import { fieldFlowProblems } from '../../src/guarantee/check-fields.ts';
import { snippet, template } from '../support/practice-folder.ts';
import { shippedLibrary } from '../support/shipped.ts';
import { TRIAL, trialOf } from '../support/trial-wording.ts';

/** `line:column code` of every fault in the wording on trial; its first line is line 3 of the file without a header. */
const faults = (...args: Parameters<typeof trialOf>) =>
  fieldFlowProblems(trialOf(...args)).map(
    ({ code, place }) => `${place.file === TRIAL ? '' : place.file}${place.line}:${place.column} ${code}`,
  );

test('the shipped wording has no fault', () => {
  expect(fieldFlowProblems(shippedLibrary)).toEqual([]);
});

describe('a field that may be missing', () => {
  test.each([
    ['outside every condition', '{{progress}}', '3:1'],
    ['as the sentence of a list', '{{supports.sentence}}', '3:1'],
    ['in the {{else}} of its own guard', '{{#if progress}}a{{else}}{{progress}}{{/if}}', '3:26'],
    ['in an {{#unless}} of its own', '{{#unless progress}}{{progress}}{{/unless}}', '3:21'],
    ['after its guard has ended', '{{#if progress}}{{progress}}{{/if}} {{progress}}', '3:37'],
    ['under the guard of another field', '{{#if appreciation}}{{progress}}{{/if}}', '3:21'],
    ['under an (or …) of it and another', '{{#if (or progress appreciation)}}{{progress}}{{/if}}', '3:35'],
    ['under (not (and …))', '{{#if (not (and progress appreciation))}}{{progress}}{{/if}}', '3:42'],
    [
      'late in a chain of {{else if}}',
      '{{#if progress}}a{{else if appreciation}}b{{else if supports}}{{progress}}{{/if}}',
      '3:63',
    ],
    ['in the {{else}} of a list', '{{#each supports}}{{this}}{{else}}{{supports.sentence}}{{/each}}', '3:35'],
    ['beside a list of it', '{{#each supports}}{{this}}{{/each}} {{supports.sentence}}', '3:37'],
    ['for a role that may go without', '{{#if (eq role "minor")}}{{childName}}{{/if}}', '3:26'],
    [
      'for two roles of which one has it',
      '{{#if (or (eq role "guardian") (eq role "client"))}}{{childName}}{{/if}}',
      '3:53',
    ],
    ['where another field only can lead to it', '{{#if attempts}}{{noticeGiven}}{{/if}}', '3:17'],
  ])('is a problem %s', (_, body, place) => {
    expect(faults(body)).toEqual([`${place} field-optional`]);
  });

  test('is a problem under the `needs` of another', () => {
    expect(faults('{{progress}}', 'needs: [appreciation]')).toEqual(['4:1 field-optional']);
  });

  test('is a problem under a `when` that leaves it open', () => {
    expect(faults('{{childName}}', 'when: { role: [guardian, minor] }')).toEqual(['4:1 field-optional']);
  });

  test('is a problem once at each place, however many templates print it', () => {
    const changes = { 'templates/second.md': template(['validation'], { channel: 'letter, portal' }) };
    expect(faults('{{progress}}{{progress}}', '', changes)).toEqual([
      '3:1 field-optional',
      '3:13 field-optional',
    ]);
  });

  test('is a problem where only one of its templates prints it', () => {
    const changes = { 'templates/note.md': template(['validation'], { channel: 'note' }) };
    expect(faults('{{#if outcome}}{{progress}}{{/if}}', '', changes)).toEqual(['3:16 field-optional']);
  });

  test.each([
    ['under its guard', '{{#if progress}}{{progress}}{{/if}}'],
    [
      'under a guard far above',
      '{{#if progress}}{{#if appreciation}}{{#unless supports}}{{progress}}{{/unless}}{{/if}}{{/if}}',
    ],
    ['in the {{else}} of {{#unless}}', '{{#unless progress}}a{{else}}{{progress}}{{/unless}}'],
    ['under an (and …)', '{{#if (and appreciation progress)}}{{progress}}{{appreciation}}{{/if}}'],
    [
      'under (not (or (not …)))',
      '{{#if (not (or (not progress) (not appreciation)))}}{{progress}}{{appreciation}}{{/if}}',
    ],
    ['in the {{else}} of (or (not …))', '{{#if (or (not progress) supports)}}a{{else}}{{progress}}{{/if}}'],
    [
      'in what an (or …) leaves over',
      '{{#if (or progress appreciation)}}{{#unless progress}}{{appreciation}}{{/unless}}{{/if}}',
    ],
    [
      'at the end of a chain that has asked for the rest',
      '{{#if (not progress)}}a{{else if appreciation}}{{progress}}{{appreciation}}{{else}}{{progress}}{{/if}}',
    ],
    ['as a sentence under its list', '{{#if supports}}{{supports.sentence}}{{/if}}'],
    ['as a sentence under its sentence', '{{#if supports.sentence}}{{supports.sentence}}{{/if}}'],
    ['for a role that always has it', '{{#if (eq role "guardian")}}{{childName}}{{/if}}'],
    ['where another field presupposes it', '{{#if noticeGiven}}{{attempts.sentence}}{{/if}}'],
  ])('is no problem %s', (_, body) => {
    expect(faults(body)).toEqual([]);
  });

  test.each([
    ['{{progress}}', 'needs: [progress]'],
    ['{{supports.sentence}}', 'needs: [supports]'],
    ['{{childName}}', 'when: { role: [guardian] }'],
  ])('is no problem: %s under %s', (body, header) => {
    expect(faults(body, header)).toEqual([]);
  });
});

describe('a condition that can only go one way', () => {
  test.each([
    ['asks for what is always there', '{{#if called}}a{{/if}}', '3:7'],
    ['asks for what is always there, turned round', '{{#unless called}}a{{/unless}}', '3:11'],
    ['asks twice', '{{#if progress}}{{#if progress}}a{{/if}}{{/if}}', '3:23'],
    [
      'asks for what the {{else}} has settled',
      '{{#if progress}}a{{else}}{{#if progress}}b{{/if}}{{/if}}',
      '3:32',
    ],
    [
      'wants two values of one choice',
      '{{#if (and (eq situation "moved") (eq situation "cost"))}}a{{/if}}',
      '3:1',
    ],
    [
      'wants another value where one is settled',
      '{{#if (eq situation "moved")}}{{#if (eq situation "cost")}}a{{/if}}{{/if}}',
      '3:37',
    ],
    [
      'comes after every value was asked for',
      '{{#if (or (eq role "client") (eq role "partner"))}}a{{else if (or (eq role "guardian") (eq role "minor"))}}b{{else}}c{{/if}}',
      '3:53',
    ],
    [
      'wants one client to be a couple',
      '{{#if (eq role "client")}}{{#if (eq situation "one-partner-continues")}}a{{/if}}{{/if}}',
      '3:33',
    ],
    ["asks for a guardian's child", '{{#if (eq role "guardian")}}{{#if childName}}a{{/if}}{{/if}}', '3:35'],
    ["asks for one client's child", '{{#if (eq role "client")}}{{#if childName}}a{{/if}}{{/if}}', '3:33'],
    [
      'asks for the attempt that was the notice',
      '{{#if noticeGiven}}{{#if attempts}}a{{/if}}{{/if}}',
      '3:26',
    ],
    ['asks for an outcome outside a note', '{{#if outcome}}a{{/if}}', '3:7'],
    ['wants a step that the template is not for', '{{#if (eq step "closing-note")}}a{{/if}}', '3:7'],
    ['has an {{else}} for a list with items', '{{#each crisisLines}}{{this}}{{else}}a{{/each}}', '3:1'],
    ['lists what is not there', '{{#unless supports}}{{#each supports}}{{this}}{{/each}}{{/unless}}', '3:21'],
  ])('is a problem where it %s', (_, body, place) => {
    expect(faults(body)[0]).toBe(`${place} condition-constant`);
  });

  test.each([
    ['{{#if (eq situation "cost")}}a{{/if}}', 'when: { situation: [moved] }', '4:7'],
    ['{{#if (eq situation "moved")}}a{{/if}}', 'when: { situation: [moved] }', '4:7'],
    ['{{#if progress}}a{{/if}}', 'needs: [progress]', '4:7'],
    ['{{#each supports}}{{this}}{{else}}a{{/each}}', 'needs: [supports]', '4:1'],
  ])('is a problem: %s under %s', (body, header, place) => {
    expect(faults(body, header)).toEqual([`${place} condition-constant`]);
  });

  test('is told once where it is turned round', () => {
    expect(faults('{{#if (not (not called))}}a{{/if}}')).toEqual(['3:17 condition-constant']);
  });

  test('is told at the part that settles it, and not at those that it leaves nothing to', () => {
    expect(faults('{{#if (or called progress)}}a{{/if}}')).toEqual([
      '3:1 condition-constant',
      '3:11 condition-constant',
    ]);
    expect(faults('{{#if (and progress called)}}a{{/if}}')).toEqual(['3:21 condition-constant']);
    expect(faults('{{#if (and progress progress)}}a{{/if}}')).toEqual(['3:21 condition-constant']);
    expect(faults('{{#if (or progress (not progress) supports)}}a{{/if}}')).toContain(
      '3:25 condition-constant',
    );
    expect(faults('{{#if (not (and progress (not called)))}}a{{/if}}')).toContain('3:31 condition-constant');
  });

  test('is told once, and not again within what is never said', () => {
    const body =
      '{{#unless called}}{{#each supports}}{{this}}{{/each}}{{#if called}}a{{/if}}{{progress}}{{/unless}}';
    expect(faults(body)).toEqual(['3:11 condition-constant']);
  });

  test('is no problem where it fails in one template and holds in the next', () => {
    const note = template(['validation'], { channel: 'note' });
    const changes = { 'templates/zero.md': note.replace(/^steps: .*$/m, 'steps: [contact-note]') };
    expect(faults('{{#if (eq step "contact-note")}}a{{/if}}', '', changes)).toEqual([]);
    expect(faults('{{#unless (eq step "contact-note")}}a{{/unless}}', '', changes)).toEqual([]);
  });

  test('is no problem where it goes the other way in another template', () => {
    const changes = { 'templates/note.md': template(['validation'], { channel: 'note' }) };
    expect(faults('{{#if outcome}}a{{/if}}', '', changes)).toEqual([]);
  });

  test.each([
    '{{#if (and (not (eq role "client")) (not (eq role "minor")))}}a{{/if}}',
    '{{#if (eq situation "one-partner-continues")}}a{{/if}}',
    '{{#if (eq role "minor")}}{{#if childName}}a{{/if}}{{/if}}',
    '{{#if attempts}}{{#if noticeGiven}}a{{/if}}{{/if}}',
    '{{#each crisisLines}}{{this}}{{/each}}',
    '{{#each supports}}{{this}}{{else}}a{{/each}}',
    '{{#if (or progress (and appreciation supports))}}a{{/if}}',
  ])('is none: %s', (body) => {
    expect(faults(body)).toEqual([]);
  });
});

describe('a snippet that is never said', () => {
  test.each([
    'when: { role: [client], situation: [one-partner-continues] }',
    'when: { role: [guardian, minor], situation: [couple-seen-once-or-twice] }',
    'when: { outcome: [replied] }',
    'when: { step: [contact-note] }',
    'when: { role: [client] }\nneeds: [childName]',
  ])('is a problem at its file: %s', (header) => {
    expect(faults('Thank you.', header)).toEqual(['1:1 snippet-unreachable']);
  });

  test('is a problem where no template places its section, or none on its channel or level', () => {
    const unplaced = { 'snippets/records/default.md': snippet('', 'Ask.') };
    expect(faults('Thank you.', '', unplaced)).toEqual([
      'snippets/records/default.md1:1 snippet-unreachable',
    ]);
    const elsewhere = { 'snippets/validation/live.md': snippet('channels: [live]', 'Thanks.') };
    expect(faults('Thank you.', '', elsewhere)).toEqual([
      'snippets/validation/live.md1:1 snippet-unreachable',
    ]);
  });

  test.each(['when: { situation: [one-partner-continues] }', 'needs: [childName]', 'needs: [noticeGiven]'])(
    'is no problem where somebody hears it: %s',
    (header) => {
      expect(faults('Thank you.', header)).toEqual([]);
    },
  );
});

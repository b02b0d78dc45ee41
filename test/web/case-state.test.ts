import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { isMessage } from '../../src/compose/message.ts';
import { parseClient } from '../../src/model/parse-client.ts';
import {
  answer,
  attempts,
  choosePerson,
  clearCase,
  clientFile,
  fillFromNote,
  form,
  formRead,
  hasCase,
  nextStep,
  openClient,
} from '../../src/web/case/case-state.ts';
import { EMPTY_FORM } from '../../src/web/case/questions.ts';
import { atMost, leftOut, outcomeOf, picks, refusal, sheet, way } from '../../src/web/dial/call-state.ts';
import { editSection, typedIn } from '../../src/web/dial/edit-state.ts';
import { heardIn, usedQuestions } from '../../src/web/dial/heard-in.ts';
import { clinicianKey, source, today } from '../../src/web/page/page-state.ts';
import { ROOT, shippedLibrary } from '../support/shipped.ts';

const open = (name: string) => {
  const text = readFileSync(new URL(`examples/${name}.yaml`, ROOT), 'utf8');
  const client = parseClient(text, name).value?.client;
  if (client === undefined) throw new Error('no client');
  openClient(client, text);
  return client;
};
const voicemail = () => {
  const outcome = outcomeOf('voicemail');
  return outcome !== undefined && isMessage(outcome) ? outcome : undefined;
};
const answerFive = () => {
  answer('consult', 'none');
  answer('safetyOn', '2026-06-11');
  answer('message', 'not-asked');
  answer('name', 'Sam');
  answer('call', 'first-call');
};

beforeEach(() => {
  clearCase();
  today.value = '2026-11-23';
  clinicianKey.value = 'rao';
  source.value = {
    data: {
      library: shippedLibrary,
      pictures: {},
      version: '0',
      wordingOn: '2026-11-23',
      approvedOnly: false,
      canEdit: false,
    },
  };
});

describe('the client in the page', () => {
  test('is nobody at first, and after five answers has a voicemail of five sections', () => {
    expect([hasCase.value, sheet.value]).toEqual([false, undefined]);
    answerFive();
    expect(formRead.value.problems).toEqual([]);
    expect(voicemail()?.level).toBe('minimal');
    expect(voicemail()?.sections).toHaveLength(5);
  });

  test('is nobody’s while no one has said who is calling', () => {
    clinicianKey.value = '';
    answerFive();
    expect(clientFile.value).toBeUndefined();
  });

  test.each([
    ['flag', 'vague'],
    ['never', 'vague'],
    ['checked', 'minimal'],
  ])('with safety "%s" hears at most "%s", and without an agreement no number', (safety, level) => {
    answerFive();
    answer('safety', safety);
    answer('message', 'detailed');
    expect(voicemail()?.level).toBe(level);
    const says = JSON.stringify(voicemail()?.sections.map(({ blocks }) => blocks));
    expect(says.includes('"phone"')).toBe(level !== 'vague');
  });

  test.each([
    ['message', 'none', 'nothing-allowed'],
    ['consult', 'risk', 'consult-first'],
  ] as const)('has no words in any part where "%s" is "%s"', (id, value, refused) => {
    answerFive();
    answer(id, value);
    expect(refusal.value?.refused).toBe(refused);
    expect(Object.values(sheet.value?.messages ?? {}).filter(isMessage)).toEqual([]);
  });

  test('with an answer that cannot be read keeps the questions, so that it can be mended', () => {
    answerFive();
    expect(usedQuestions.value).toContain('callerName');
    answer('callerName', '\ue000');
    expect(sheet.value).toBeUndefined();
    expect(usedQuestions.value).toContain('callerName');
    expect(formRead.value.problems.map(({ place }) => place.file)).toEqual(['callerName']);
  });

  test('is asked only for what the words of this call can use, and told where it is heard', () => {
    answerFive();
    expect(usedQuestions.value).toContain('situation');
    expect(heardIn('name')).toContain('voicemail');
    expect(heardIn('statedReason')).not.toContain('voicemail');
    expect(heardIn('sessionsFirst')).toBeUndefined();
  });
});

describe('an opened client file', () => {
  test('shows one person at a time, each with their own answers', () => {
    const couple = open('couple');
    expect(form.value.called).toBe(couple.recipients[0]?.called);
    choosePerson(1);
    expect(form.value.called).toBe(couple.recipients[1]?.called);
    expect(sheet.value?.recipient).toBe(couple.recipients[1]?.name);
  });

  test('takes an attempt on record, and the next step follows from it', () => {
    open('too-busy');
    expect(nextStep.value?.step).toBe('final-call');
    attempts.value = [
      { on: '2026-11-23', to: 'mobile', outcome: 'voicemail-left', level: 'detailed', step: 'final-call' },
    ];
    expect(clientFile.value?.client.outreach).toHaveLength(2);
    expect([nextStep.value?.step, nextStep.value?.ahead]).toEqual(['wait', 'close']);
  });

  test('leaves nothing behind when it is cleared, picked, edited and recorded as it may be', () => {
    open('too-busy');
    way.value = 'voicemail';
    picks.value = { 'open-door': 'voicemail' };
    leftOut.value = ['progress'];
    atMost.value = 'minimal';
    editSection('voicemail', 'greeting', 'Good day.');
    clearCase();
    expect(form.value).toEqual(EMPTY_FORM);
    expect([picks.value, leftOut.value, atMost.value, way.value]).toEqual([{}, [], undefined, 'opening']);
    expect(typedIn('voicemail', 'greeting')).toBeUndefined();
    expect([hasCase.value, attempts.value, clientFile.value]).toEqual([false, [], undefined]);
  });
});

test('a note that is pasted replaces whoever was there', () => {
  open('too-busy');
  fillFromNote({ answers: { called: 'Mina' } });
  expect(form.value).toEqual({ ...EMPTY_FORM, called: 'Mina' });
});

test('nothing is composed once the published wording’s time is over', () => {
  answerFive();
  const data = source.value?.data;
  source.value = data && { data: { ...data, expiresOn: '2026-11-22' } };
  expect(sheet.value).toBeUndefined();
});

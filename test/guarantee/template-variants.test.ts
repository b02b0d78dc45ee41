import { describe, expect, test } from 'vitest';
import { sectionLines } from '../../src/compose/message.ts';
import { listTemplateVariants, tryTemplate } from '../../src/guarantee/template-variants.ts';
import type { Library } from '../../src/library/library.ts';
import { snippet, template } from '../support/practice-folder.ts';
import { ON } from '../support/requests.ts';
import { shippedLibrary } from '../support/shipped.ts';
import { templateIn, trialOf } from '../support/trial-wording.ts';

const variantsOf = (library: Library, only?: readonly string[]) =>
  listTemplateVariants(library, templateIn(library), only);
const textsIn = (library: Library, only?: readonly string[]) =>
  variantsOf(library, only).map(({ message }) => message.sections.flatMap(sectionLines).join(' '));

describe('the variants of a template', () => {
  test('are one where nothing is decided', () => {
    expect(textsIn(trialOf('Thank you.'))).toEqual(['Thank you.']);
  });

  test('show every branch, as few as go together', () => {
    const body = '{{#if appreciation}}one{{else}}two{{/if}}; {{#if referral}}three{{else}}four{{/if}}.';
    expect(textsIn(trialOf(body))).toEqual(['one; three.', 'two; four.']);
  });

  test('show a branch that only the second part of an (or …) leads to', () => {
    const body =
      '{{#if (or progress appreciation)}}{{#if progress}}one{{else}}two{{/if}}{{else}}three{{/if}}.';
    expect(textsIn(trialOf(body)).sort()).toEqual(['one.', 'three.', 'two.']);
  });

  test('show every snippet, also one that a more specific one stands before', () => {
    const library = trialOf('Moved.', 'when: { situation: [moved] }', {
      'snippets/validation/partner.md': snippet(
        'when: { situation: [moved], role: [partner] }',
        'Both moved.',
      ),
    });
    expect(textsIn(library).sort()).toEqual(['Both moved.', 'Moved.', 'Thank you.']);
  });

  test('are shown though their tone is bad: that is told of the wording, and hides nothing', () => {
    const rules = 'rules: [{ id: verbs, say: It blames., phrases: ["you failed"] }]\n';
    const library = trialOf('Thank you. I think you failed.', '', { 'snippets/rules.yaml': rules });
    expect(textsIn(library)).toEqual(['Thank you. I think you failed.']);
    expect(tryTemplate(library, templateIn(library), ON).problems).toEqual([]);
  });

  test('show branches of several sections at once', () => {
    const library = trialOf('{{#if progress}}one{{else}}two{{/if}}.', '', {
      'templates/trial.md': template(['greeting', 'validation']),
      'snippets/greeting/default.md': snippet('', '{{#if progress}}Dear{{else}}Hello{{/if}} you,'),
    });
    expect(textsIn(library)).toEqual(['Dear you, one.', 'Hello you, two.']);
  });

  test('are those of each channel', () => {
    const library = trialOf('{{#if outcome}}Noted.{{else}}Thank you.{{/if}}', '', {
      'templates/trial.md': template(['validation'], { channel: 'portal, note' }),
    });
    const said = variantsOf(library).map(({ channel, message }) => [
      channel,
      ...message.sections.flatMap(sectionLines),
    ]);
    expect(said).toEqual([
      ['portal', 'Thank you.'],
      ['note', 'Noted.'],
      ['note', 'Thank you.'],
    ]);
  });

  test('are told as cases', () => {
    const told = variantsOf(trialOf('{{#if (eq role "partner")}}Both.{{else}}You.{{/if}}')).map(
      (one) => one.told,
    );
    expect(told).toEqual(['for one of a couple, by letter', 'for a client, by letter']);
  });

  test('are just those that show the snippets asked for', () => {
    const library = trialOf('{{#if progress}}one{{else}}two{{/if}}.', '', {
      'templates/trial.md': template(['greeting', 'validation']),
      'snippets/greeting/default.md': snippet('', '{{#if supports}}Dear{{else}}Hello{{/if}} you,'),
      'snippets/greeting/moved.md': snippet('when: { situation: [moved] }', 'Hi,'),
    });
    expect(textsIn(library, ['greeting/moved'])).toEqual(['Hi, one.']);
    expect(textsIn(library, ['validation/trial'])).toEqual(['Dear you, one.', 'Dear you, two.']);
    expect(textsIn(library, [])).toEqual([]);
  });

  test('show what time leaves no room for beside the rest', () => {
    const long = (word: string) => `${`${word} `.repeat(60).trim()}.`;
    const library = trialOf(long('one'), '', {
      'templates/trial.md': template(['greeting', 'validation', 'gratitude'], {
        channel: 'voicemail',
        level: 'detailed',
        requires: ['greeting'],
        more: 'drop: [validation, gratitude]',
      }),
      'snippets/greeting/default.md': snippet('channels: [letter]', 'Dear {{called}},'),
      'snippets/greeting/voicemail.md': snippet('channels: [voicemail]', long('Hello')),
      'snippets/gratitude/default.md': snippet('', long('two')),
    });
    const shown = variantsOf(library).map(({ message }) => message.sections.map(({ section }) => section));
    expect(shown).toEqual([
      ['greeting', 'validation'],
      ['greeting', 'gratitude'],
    ]);
  });

  test('of the shipped templates use every snippet', () => {
    const used = shippedLibrary.templates.flatMap((one) =>
      listTemplateVariants(shippedLibrary, one).flatMap(({ message }) =>
        message.sections.map((section) => section.snippet),
      ),
    );
    expect(new Set(used)).toEqual(new Set(shippedLibrary.snippets.map(({ id }) => id)));
  });
});

describe('trying a template', () => {
  const codes = (library: Library) =>
    tryTemplate(library, templateIn(library), ON).problems.map(({ code, place }) => `${place.file} ${code}`);

  test('finds nothing wrong with the shipped ones', () => {
    const problems = shippedLibrary.templates.flatMap((one) => tryTemplate(shippedLibrary, one, ON).problems);
    expect(problems).toEqual([]);
  });

  test('finds what only a whole message shows', () => {
    const library = trialOf('Your file closes.', '', {
      'templates/trial.md': template(['closing-notice']),
      'snippets/closing-notice/default.md': snippet('', 'Your file closes soon.'),
    });
    expect(codes(library)).toEqual([
      'snippets/closing-notice/default.md closing-without-date',
      'templates/trial.md closing-without-open-door',
    ]);
  });

  test('finds what is wrong on one branch alone, and shows the others', () => {
    const library = trialOf('Thank  you{{#if progress}}{{else}} ,{{/if}}.');
    expect(codes(library)).toContain('snippets/validation/trial.md wording-unfilled');
    const other = trialOf('Thank you{{#unless progress}} ,{{/unless}}.');
    expect(codes(other)).toEqual(['snippets/validation/trial.md wording-unfilled']);
    expect(textsIn(other)).toEqual(['Thank you.']);
  });

  test('finds nothing wrong where another section asks for the fact that a branch goes without', () => {
    const library = trialOf('{{#if progress}}Well done.{{else}}Thank you.{{/if}}', '', {
      'templates/trial.md': template(['progress', 'validation']),
      'snippets/progress/default.md': snippet('needs: [progress]', 'I saw you {{progress}}.'),
    });
    expect(codes(library)).toEqual([]);
    expect(textsIn(library)).toHaveLength(1);
  });

  test('finds a list item beside which nothing stands', () => {
    expect(codes(trialOf('- Call us\n- {{#if progress}}{{progress}}{{/if}}\n- Write'))).toEqual([
      'snippets/validation/trial.md wording-unfilled',
    ]);
  });
});

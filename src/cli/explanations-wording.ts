import type { ProblemCode } from '../problem.ts';
import type { Explanation } from './explanations.ts';

/** The problems of a practice folder: its wording, its templates and its practice.yaml. */
export const WORDING_EXPLANATIONS = {
  'choice-tied': {
    means:
      'Two snippets of one section fit the same case equally well, so there is no telling which of them you want. The one with more keys under "when" would win, and these have equally many. Let one of them stand for fewer cases, give it one more key, or limit it to other channels or levels.',
    example: `# snippets/validation/too-busy.md
when: { situation: [too-busy] }
# snippets/validation/new-timetable.md
when: { situation: [too-busy, moved] }`,
    mend: `# snippets/validation/too-busy.md
when: { situation: [too-busy] }
# snippets/validation/new-timetable.md
when: { situation: [moved] }`,
  },
  'closing-without-date': {
    means:
      'The wording says that the file closes, but not when. Nobody should have to guess how long the door for an easy return stays open. Print the day in the snippet.',
    example: 'Your file here will close soon.',
    mend: 'Your file here will close on {{closingDate}}.',
  },
  'closing-without-open-door': {
    means:
      'The message says that the file closes and does not say that the person is welcome back. The two always go together, so that an end is not heard as a rejection. Place the open door after the closing notice, and list it after "requires".',
    example: `requires: [closing-notice]
---
{{> closing-notice}}`,
    mend: `requires: [closing-notice, open-door]
---
{{> closing-notice}}

{{> open-door}}`,
  },
  'condition-constant': {
    means:
      'A condition can only go one way, whoever the client is, so that the words on its other side are never said. Something before it has settled the matter already: "when" or "needs" at the top of the snippet, or a condition round this one. Whoever approves the text would read words that nobody will hear.',
    example: `---
when: { role: [guardian] }
---
{{#if (eq role "partner")}}Thank you both.{{else}}Thank you.{{/if}}`,
    mend: `---
when: { role: [guardian] }
---
Thank you.`,
  },
  'crisis-lines-old': {
    means:
      'Nobody has tried the help lines for half a year, and such numbers change. Call each of them, mend what has changed, and write down the day. The message is still handed out.',
    example: `crisis:
  checkedOn: "2026-02-02"`,
    mend: `crisis:
  checkedOn: "2026-11-20"`,
  },
  'field-above-level': {
    means:
      'A snippet prints or looks at something that may not be known where the message can be heard. A voicemail at level minimal may say a name and a number, but not the name of the practice. Even choosing between two sentences by such a field tells something. Take the field out, or let the snippet stand only in messages of a higher level.',
    example: `---
levels: [minimal, detailed]
---
I'm calling from {{practiceName}}.`,
    mend: `---
levels: [detailed]
---
I'm calling from {{practiceName}}.`,
  },
  'field-optional': {
    means:
      'A field is printed that some clients do not have, so that their message would have a gap. Put the words that need it between {{#if}} and {{/if}}, with other words after {{else}} where something has to be said, or list the field under "needs": the clinician is then asked for it.',
    example: 'I saw you {{progress}}.',
    mend: '{{#if progress}}I saw you {{progress}}.{{else}}I saw the effort you made.{{/if}}',
  },
  'field-unknown': {
    means:
      'There is no field of the name between the braces, so nothing could be filled in. It is most likely misspelt. Small and capital letters count.',
    example: 'This is {{clinicanName}}.',
    mend: 'This is {{clinicianName}}.',
  },
  'file-unexpected': {
    means:
      'There is a file in templates/ or snippets/ that nothing reads, because its name or its folder is not one that is known. What stands in it would be missed without a word: a snippet that is never said, or a list of forbidden words that nobody keeps. Names have letters from a to z, digits, hyphens and underscores, end in .md, and differ in more than capitals. What systems and editors leave is passed over: names that begin with a dot, Thumbs.db, desktop.ini, and backups such as letter.md~ and letter.md.bak.',
    example: 'snippets/rule.yaml',
    mend: 'snippets/rules.yaml',
  },
  'folder-link': {
    means:
      'A file of the practice folder is only a link to a place outside it. Wording that lies elsewhere could change without anyone here noticing, so links are not followed. Copy the file itself into the folder.',
    example: 'snippets/greeting/default.md, a shortcut to a file on the shared drive',
    mend: 'snippets/greeting/default.md, the file itself',
  },
  'front-matter-missing': {
    means:
      'Every snippet and every template begins with a few lines that say where it may be used, between two lines of three hyphens. This file does not, or that part of it is far too long. A snippet that may be used everywhere still has the two lines, with nothing between them.',
    example: 'Hello, {{name}}.',
    mend: `---
channels: [voicemail]
---
Hello, {{name}}.`,
  },
  'number-not-said': {
    means:
      'A voicemail says the number to call back as often as its template says after "numberSaid": once early, in case the message is cut off, and once near the end, for whoever has found a pen. Print the number in the snippets for identification and contact. It must have hyphens or spaces, so that it can be read out in groups.',
    example: `# snippets/contact/voicemail-detailed.md
You can reach me {{hours}}.`,
    mend: `# snippets/contact/voicemail-detailed.md
You can reach me at {{phone}}, {{hours}}.`,
  },
  'overrule-refused': {
    means:
      'Something is overruled that cannot be: a rule that is not there, or one that is an error. Only warnings may be overruled, each with the reason for it, which is kept with the message. Write the id of the rule as it stands in the warning, or mend the words.',
    example: `overrule: { threat: because we agreed on it }`,
    mend: `overrule: { chasing: because they asked how often I had called }`,
  },
  'practice-missing': {
    means:
      'This folder is no practice folder: it has no practice.yaml. Give the folder that has one, or make one from the sample. Without --practice, the current folder is used if it is a practice folder, else the sample.',
    example: 'closewell check --practice Documents',
    mend: `closewell init Documents/our-practice
closewell check --practice Documents/our-practice`,
  },
  'rule-example': {
    means:
      'A rule in snippets/rules.yaml does not do what its own examples say: it misses a sentence that stands under "bad", or catches one that stands under "ok". Every rule is tried on its examples, so that nobody has to guess what it does. Change its phrases, add an exception under "except", or take the example out.',
    example: `phrases: [you failed]
bad: [You never called.]`,
    mend: `phrases: [you failed, you never called]
bad: [You never called.]`,
  },
  'rule-form': {
    means:
      'A phrase in snippets/rules.yaml is not in the language of phrases. Beside words there are therap* for any ending, (a|b) for one of several, (a)? for what may be missing, <visits> for a word of a list, and ... for up to four words. Brackets stand at most two deep, and "..." only between words.',
    example: 'phrases: ["you (failed|[missed]", "... again"]',
    mend: 'phrases: ["you (failed|missed)", "you ... again"]',
  },
  'sample-left': {
    means:
      'A name, number, address or day of the invented sample practice still stands in your own. Clients would be sent to people who do not exist, or to a stranger. Put in your own, or take the line out where you have none.',
    example: `name: Willow Street Practice
phone: 312-555-0100`,
    mend: `name: Maple Court Counseling
phone: 503-555-0170`,
  },
  'section-blank': {
    means:
      'In this case the snippet comes out empty, as when everything in it stands inside a condition that is not met. A required part has to say something in every case. Add an {{else}} with words that are always true.',
    example: '{{#if returnPath}}You can come back at any time.{{/if}}',
    mend: '{{#if returnPath}}You can come back at any time.{{else}}You can call us at any time.{{/if}}',
  },
  'section-misplaced': {
    means:
      'The lists at the top of a template do not agree with the lines below. "requires" names sections in the order in which they are placed, and "drop" names only sections that are placed and not required.',
    example: `requires: [greeting, sign-off, gratitude]
---
{{> greeting}}

{{> gratitude}}

{{> sign-off}}`,
    mend: `requires: [greeting, gratitude, sign-off]
---
{{> greeting}}

{{> gratitude}}

{{> sign-off}}`,
  },
  'section-repeated': {
    means: 'The same section stands twice in one message. Keep the line where the section belongs.',
    example: `{{> greeting}}

{{> contact}}

{{> greeting}}`,
    mend: `{{> greeting}}

{{> contact}}`,
  },
  'section-unknown': {
    means:
      'There is no section of this name. The sections are fixed, and each folder under snippets/ has the name of one. Use the name in the hint, or rename the folder.',
    example: '{{> greetings}}',
    mend: '{{> greeting}}',
  },
  'section-unplaced': {
    means:
      'The template requires a section and has no line that places it, so no message of this kind could ever be complete. Add the line where the section belongs, or take the name out of "requires" if the message can do without it.',
    example: `requires: [greeting, sign-off]
---
{{> greeting}}`,
    mend: `requires: [greeting, sign-off]
---
{{> greeting}}

{{> sign-off}}`,
  },
  'section-without-snippet': {
    means:
      'A template places a section for which some client would find no wording. Every section needs one snippet without "when", for every channel and level in which it is placed; it is used where no other fits.',
    example: `# snippets/gratitude/ has only guardian.md
---
when: { role: [guardian] }
---
Thank you for trusting us with your child.`,
    mend: `# snippets/gratitude/default.md
---
---
Thank you for the work you put in.`,
  },
  'snippet-unreachable': {
    means:
      'No message can ever have this snippet in it. Either no template places its section on one of its channels at one of its levels, or no client can be all that stands under its "when". It may be a slip in one of these lines; if the wording is not wanted any more, delete the file.',
    example: `---
when: { role: [client], situation: [couple-seen-once-or-twice] }
---
One or two meetings are a start.`,
    mend: `---
when: { role: [partner], situation: [couple-seen-once-or-twice] }
---
One or two meetings are a start.`,
  },
  'sentence-long': {
    means:
      'A sentence has more words than someone can take in at one hearing. Make two of it. The most words of a sentence stand in snippets/rules.yaml, under "sentence".',
    example: `If you would like to come back, now or at any later time, you can call me and we will talk about what is possible here.`,
    mend: `If you would like to come back, now or later, call me. We'll talk about what is possible.`,
  },
  'template-missing': {
    means:
      'No template fits this kind of message at what may be known there. The kinds are listed after "steps", "channels" and "level" at the top of each template. Add a template, or widen "steps" or "channels" of one that you have.',
    example: `# templates/voicemail-minimal.md
steps: [first-call]
channels: [voicemail]
level: minimal`,
    mend: `# templates/voicemail-minimal.md
steps: [first-call, final-call]
channels: [voicemail]
level: minimal`,
  },
  'tone-doubtful': {
    means:
      'Someone who feels ashamed could hear these words as a reproach, as pressure, or as a burden. A person decides: say it in other words, or overrule the rule with a reason, which is kept. A snippet says so at its top, a client file at its end. In a live conversation tone is never more than a warning.',
    example: `I have left you three messages.`,
    mend: `I tried to reach you.`,
  },
  'tone-refused': {
    means:
      'These words blame, threaten or put someone out, or are words from a file that a client hears as a verdict. No message leaves with them. The hint says what to write instead. The rules stand in snippets/rules.yaml.',
    example: `You failed to call us back.`,
    mend: `We haven't talked in a while.`,
  },
  'word-hard': {
    means:
      'There is a plainer word that says the same, and a message is heard once, perhaps in a bad hour. The words and what to say for them stand in snippets/rules.yaml, under "hard".',
    example: 'In order to obtain your records, call the front desk.',
    mend: 'To get your records, call the front desk.',
  },
  'wording-budget': {
    means:
      'The text is larger or more tangled than wording needs to be: very long, with hundreds of braces, or with conditions inside conditions many times over. Nobody could approve it by reading. Write several snippets, and choose between them with "when".',
    example: `{{#if progress}}{{#if appreciation}}{{#if supports}} … and six more … {{/if}}{{/if}}{{/if}}`,
    mend: `---
when: { situation: [too-busy] }
needs: [progress]
---
I saw you {{progress}}.`,
  },
  'wording-form': {
    means:
      'The text uses something that wording cannot have: a tag with three braces, a single brace, HTML, a table or a picture, or a field used as what it is not; or a character that cannot be seen, or a word with letters of two alphabets. A link is a plain https, tel or mailto address, and where its words are an address they are that one. A list prints as {{supports.sentence}}, and a choice is only compared. Wording is plain paragraphs, headings, lists, bold, italics and links, with fields and simple conditions.',
    example: `Hello, {{{name}}}.
You have {{supports}}.`,
    mend: `Hello, {{name}}.
{{#if supports}}You have {{supports.sentence}}.{{/if}}`,
  },
  'wording-syntax': {
    means:
      'A tag is not complete, so the text cannot be read: a pair of braces is not closed, or an {{#if}} has no {{/if}}. The problem names the place where it begins.',
    example: `{{#if progress}}
I saw you {{progress}.`,
    mend: `{{#if progress}}
I saw you {{progress}}.
{{else}}
I saw what you put in.
{{/if}}`,
  },
  'wording-unfilled': {
    means:
      'Once this message was filled, something was left over that nobody should hear or read: a placeholder in square brackets, a brace, two spaces, or a comma round nothing. It comes from the wording, not from what was typed. Use a field for what differs, and put the words round a field that may be missing inside the same {{#if}}.',
    example: 'I saw you [PROGRESS].',
    mend: '{{#if progress}}I saw you {{progress}}.{{/if}}',
  },
} as const satisfies { readonly [code in ProblemCode]?: Explanation };

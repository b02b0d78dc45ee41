import type { ProblemCode } from '../problem.ts';
import type { Explanation } from './explanations.ts';

/** The problems of a client file, of one message, and of the files and flags that a command was given. */
export const CASE_EXPLANATIONS = {
  'client-inconsistent': {
    means:
      'Two things in the client file contradict each other, such as a couple with only one person in it, or a last session before the first. Each line may be right alone. Look at the line that is named, decide which of the two is true, and change the other.',
    example: `kind: couple
recipients:
  - name: Sam Okafor
    role: client`,
    mend: `kind: couple
recipients:
  - name: Sam Okafor
    role: partner
  - name: Robin Okafor
    role: partner`,
  },
  'closing-past': {
    means:
      'The message tells the client that the file closes on a day that is already over. A date in the client file goes before the policy of the practice. Choose a day that leaves time for an answer, or take the line out so that the policy sets the day.',
    example: `# today is November 23
closingDate: 2026-11-09`,
    mend: 'closingDate: 2026-12-07',
  },
  'fact-missing': {
    means:
      'The message has a part that only you can fill, and the client file does not say it yet. The problem is worded as the question to answer. Answer it in your own words, under "shared" or, for what only one partner may know, under "personal" of that person. Praise is never made up for you.',
    example: `shared:
  statedReason: the new job takes up your evenings`,
    mend: `shared:
  statedReason: the new job takes up your evenings
  progress: say no at work before you were worn out
  appreciation: how you laughed at yourself and then tried again`,
  },
  'file-not-text': {
    means:
      'The file holds something other than plain text in the encoding UTF-8. This happens when it was saved by a word processor, or as "Unicode" (UTF-16) in an older editor. Open it in a plain text editor and save it again, with the encoding UTF-8.',
    example: 'c-1042.docx, written in a word processor',
    mend: 'c-1042.yaml, saved as plain text with the encoding UTF-8',
  },
  'file-too-large': {
    means:
      'The file is far larger than such a file can be: a client file has at most 256 kB, a file of the practice folder 64 kB. It is most likely another file that was named by mistake, or a text was pasted into it many times.',
    example: 'closewell script scanned-intake-papers.pdf',
    mend: 'closewell script c-1042.yaml',
  },
  'file-unreadable': {
    means:
      'A file or folder cannot be opened or written: it is not there, it is a folder where a file is wanted, or you have no right to it. Check the spelling of the path first. For a file to be written, check that its folder exists and that the disk has room.',
    example: 'closewell script clinets/c-1042.yaml',
    mend: 'closewell script clients/c-1042.yaml',
  },
  'key-missing': {
    means:
      'A line that every such file needs is not there, or nothing stands after its colon. The hint asks for what is wanted. Some lines have no answer that goes without saying, "consultFirst" above all: write the answer down even where it is "none".',
    example: `kind: adult
consultFirst:
situation: too-busy`,
    mend: `kind: adult
consultFirst: none
situation: too-busy`,
  },
  'key-unknown': {
    means:
      'Nothing reads the word before the colon, so whatever stands after it would be lost without a word. It is misspelt, or it stands at the wrong place: spaces at the start of a line say what the line belongs to. Use one of the words in the hint.',
    example: 'situaton: too-busy',
    mend: 'situation: too-busy',
  },
  'letter-glyph-missing': {
    means:
      'The letter has a character that none of the fonts at hand can draw. The PDF would show an empty box there, so none is made. Latin, Greek, Cyrillic, Arabic, Hebrew and Devanagari letters and emoji come along; for Chinese, Japanese and Korean, install the package that the hint names. Else write the word in other letters, or send the letter in another form.',
    example: `  - name: 王小明
    called: 小明`,
    mend: 'npm install @expo-google-fonts/noto-sans-sc',
  },
  'contact-point-unknown': {
    means:
      'The command names a number or address that the person does not have in the client file. It goes by the label that stands there, to the letter.',
    example: 'closewell script c-1042.yaml --number mobil',
    mend: 'closewell script c-1042.yaml --number mobile',
  },
  'output-exists': {
    means:
      'There is already something where the command would write. Nothing was touched. Choose another name, or add --force if you are sure that the file may be replaced. A new practice always wants a new or empty folder.',
    example: 'closewell letter c-1042.yaml -o letter.pdf',
    mend: `closewell letter c-1042.yaml -o letter-december.pdf
closewell letter c-1042.yaml -o letter.pdf --force`,
  },
  'permission-old': {
    means:
      'What may be left at this number was agreed so long ago that it may no longer hold: phones and households change. Until someone has asked again, no more than name and number is left there. Ask at the next chance, and write the new day down. The policy of the practice says after how many months this happens.',
    example: `      - label: mobile
        level: detailed
        confirmedOn: 2025-01-15`,
    mend: `      - label: mobile
        level: detailed
        confirmedOn: 2026-11-20`,
  },
  'phrase-above-level': {
    means:
      'The message says a word that tells a listener more than may be known there, such as the kind of care on a voicemail that only leaves name and number. The word may stand in the wording or in what was typed for this client. Say it in other words. The words to keep out are listed in snippets/rules.yaml.',
    example: `    caller:
      reason: your therapy appointment`,
    mend: `    caller:
      reason: the book you lent me`,
  },
  'section-missing': {
    means:
      'A part that this kind of message must have is not in it, or the command asks to leave such a part out. The template lists these parts after "requires". Only the other parts can be left out.',
    example: 'closewell letter c-1042.yaml --without open-door',
    mend: 'closewell letter c-1042.yaml',
  },
  'record-refused': {
    means:
      'The command would write an attempt into the client file, or take the last one out, and the file is written in a form in which that cannot be done without touching anything else. Nothing was written. Add the line by hand, or take it out; to take one back, there has to be one.',
    example: `# no attempt is on record
closewell note c-1042.yaml --undo`,
    mend: `closewell note c-1042.yaml --outcome no-answer --record
closewell note c-1042.yaml --undo`,
  },
  'recipient-unknown': {
    means:
      'The command asks for someone who is not in the client file. Recipients are counted from 1, in the order in which they stand there.',
    example: 'closewell letter couple.yaml --recipient 3',
    mend: 'closewell letter couple.yaml --recipient 2',
  },
  'seconds-near': {
    means:
      'The voicemail is longer than the practice aims for, though no longer than it allows. Long messages are cut off by some machines and deleted by some people. Leave out a part that is not required, or say something in fewer words. The two limits stand in practice.yaml, under "policy".',
    example: 'closewell script c-1042.yaml',
    mend: 'closewell script c-1042.yaml --without progress',
  },
  'seconds-over': {
    means:
      'Read slowly, the voicemail takes longer than the practice allows, and a machine may cut it off before the number is said again. Nothing is handed out. Shorten what you typed for this client, leave out a part that is not required, or shorten a snippet.',
    example: `shared:
  progress: come in from the cold every week, say what was on your mind, go home and try it`,
    mend: `shared:
  progress: say what was on your mind, and try it`,
  },
  'snippet-unknown': {
    means:
      'The command asks for a wording that is not there, or that does not fit any part of this message. Write the section, an equals sign and the variant: the names are those of the folder and of the file under snippets/, without ".md".',
    example: 'closewell letter c-1042.yaml --use open-door=waitinglist',
    mend: 'closewell letter c-1042.yaml --use open-door=waiting-list',
  },
  'step-early': {
    means:
      'The call or letter comes before its day on the practice\'s ladder: time that was left for an answer is not over, or another step comes first. It is composed all the same, for there can be good reasons. If there is one, write it under "overrule", where it stays on record; a day that the client was told cannot be moved forward by it. The ladder stands in practice.yaml, under "policy".',
    example: `outreach:
  - { on: 2026-11-20, to: mobile, outcome: voicemail-left, step: first-call }
# three days later: closewell script c-1042.yaml`,
    mend: `outreach:
  - { on: 2026-11-20, to: mobile, outcome: voicemail-left, step: first-call }
overrule:
  early: they move away on Friday, agreed in supervision`,
  },
  'step-other': {
    means:
      'The command makes a call sheet or a letter, and the practice\'s ladder has something else next for this person, such as a letter or closing the file; or it makes a closing letter where the practice sends none. It is composed all the same. See what comes next with the command "next".',
    example: 'closewell script c-1042.yaml',
    mend: `closewell next c-1042.yaml
closewell letter c-1042.yaml -o c-1042.pdf`,
  },
  'value-refused': {
    means:
      'What stands after the colon cannot be used there: it is not one of the words that may be chosen, is too long, is no real day, or is a number where words are wanted. The hint says what is wanted. The value itself is never repeated in the problem, so that nothing about a client is shown.',
    example: `kind: grown-up
clinician: 12`,
    mend: `kind: adult
clinician: rao`,
  },
  'words-missing': {
    means:
      'The note is about a voicemail that was left or a letter that was sent, and such a message cannot be composed from the client file, for example since nothing may be left at that number. So the note does not have its words. It is made all the same, for what happened has to be written down. Keep a copy of what you said or sent, or fill in what is missing and write the note again.',
    example: `# nobody has said what you appreciate, so there is no closing letter
closewell note c-1042.yaml --outcome letter-sent`,
    mend: `# after "appreciation" was filled in
closewell note c-1042.yaml --outcome letter-sent`,
  },
  'yaml-syntax': {
    means:
      'The file cannot be read from this line on. Most often a text with a colon in it has no quotes round it, a line begins with too few or too many spaces, or a quote or bracket is not closed. Compare the line with the lines around it.',
    example: `shared:
  statedReason: you told me: no more evenings`,
    mend: `shared:
  statedReason: "you told me: no more evenings"`,
  },
} as const satisfies { readonly [code in ProblemCode]?: Explanation };

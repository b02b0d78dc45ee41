import {
  isMessage,
  type Message,
  type MessageSection,
  type Overruled,
  type Refusal,
} from '../compose/message.ts';
import { spokenSeconds } from '../compose/speech.ts';
import type { Level } from '../model/level.ts';
import type { Policy } from '../model/practice.ts';
import type { SectionKey } from '../model/section.ts';
import { blockText } from './letter-text.ts';

/** A section's words as plain text, its blocks a line apart. */
const sectionText = ({ blocks }: MessageSection) => blocks.map(blockText).join('\n');

/** A message or a refusal as `--json` prints it. Seconds are to one decimal. */
export type MessageJson =
  | {
      readonly template: string;
      readonly level: Level;
      readonly marks: readonly string[];
      readonly sections: readonly {
        readonly section: SectionKey;
        readonly snippet: string;
        readonly text: string;
      }[];
      readonly text: string;
      readonly seconds: { readonly low: number; readonly high: number };
      readonly overruled?: readonly Overruled[];
    }
  | { readonly refused: string; readonly reason: string };

/** The JSON form of a message or refusal. */
export function messageJson(outcome: Message | Refusal, policy: Policy): MessageJson {
  if (!isMessage(outcome)) return { refused: outcome.refused, reason: outcome.reason };
  const seconds = outcome.seconds ?? spokenSeconds(outcome.sections, policy);
  const sections = outcome.sections.map((one) => ({
    section: one.section,
    snippet: one.snippet,
    text: sectionText(one),
  }));
  return {
    template: outcome.template,
    level: outcome.level,
    marks: outcome.marks,
    sections,
    text: [...outcome.marks, ...sections.map(({ text }) => text)].join('\n'),
    seconds: { low: oneDecimal(seconds.low), high: oneDecimal(seconds.high) },
    ...(outcome.overruled.length === 0 ? {} : { overruled: outcome.overruled }),
  };
}

const oneDecimal = (seconds: number) => Math.round(seconds * 10) / 10;

import type { MessageSection } from '../../compose/message.ts';
import { wholeLanguage, wordsWithin } from '../../language/block-language.ts';
import type { Block, Inline } from '../../language/document.ts';
import { isDirection } from '../../language/document.ts';
import { type FieldName, findField } from '../../model/field.ts';
import { isRightToLeft } from '../../model/language-tag.ts';
import { QUESTION_OF, type QuestionId } from '../case/questions.ts';
import { goToField } from '../page/fields.tsx';
import { phoneView } from './call-state.ts';

/** The words of a message as elements: what was filled in is tinted, and leads to where it was answered. */

/** Leads to a question of the form, also where a phone shows the script. */
export function leadTo(question: QuestionId): void {
  phoneView.value = 'form';
  requestAnimationFrame(() => goToField(question));
}

interface Drawn {
  /** Whether filled words are tinted alone, and lead nowhere: for reading aloud. */
  readonly isPlain?: boolean | undefined;
}

/** The blocks of a section; headings are as deep as the page has them. */
export function Blocks({ blocks, isPlain }: Drawn & { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        <OneBlock key={index} block={block} isPlain={isPlain} />
      ))}
    </>
  );
}

function OneBlock({ block, isPlain }: Drawn & { readonly block: Block }) {
  const about = languageOf(wholeLanguage(block));
  if (block.kind === 'list') {
    const items = block.items.map((item, index) => (
      <li key={index}>
        <Blocks blocks={item} isPlain={isPlain} />
      </li>
    ));
    return block.ordered ? <ol {...about}>{items}</ol> : <ul {...about}>{items}</ul>;
  }
  const words = <Words inlines={wordsWithin(block)} isPlain={isPlain} />;
  if (block.kind === 'heading') return <h3 {...about}>{words}</h3>;
  return (
    <p class={isDirection(block) ? 'direction' : undefined} {...about}>
      {words}
    </p>
  );
}

/** What tells a reader, and a voice, which language the words are in, and the browser which way they run. */
const languageOf = (language: string | undefined) =>
  language === undefined ? {} : ({ lang: language, dir: isRightToLeft(language) ? 'rtl' : 'ltr' } as const);

/** The sections without the directions to the clinician, which take no time. */
export const saidIn = (sections: readonly Pick<MessageSection, 'blocks'>[]) =>
  sections.map(({ blocks }) => ({ blocks: blocks.filter((block) => !isDirection(block)) }));

function Words({ inlines, isPlain }: Drawn & { readonly inlines: readonly Inline[] }) {
  return (
    <>
      {inlines.map((inline, index) => (
        <Stretch key={index} inline={inline} isPlain={isPlain} />
      ))}
    </>
  );
}

function Stretch({ inline, isPlain }: Drawn & { readonly inline: Inline }) {
  if (inline.kind === 'break') return <br />;
  if (inline.kind === 'text')
    return inline.field === undefined ? (
      inline.text
    ) : (
      <Filled field={inline.field} text={inline.text} isPlain={isPlain} />
    );
  const words = <Words inlines={inline.children} isPlain={isPlain} />;
  if (inline.kind === 'language') return <span {...languageOf(inline.language)}>{words}</span>;
  if (inline.kind === 'strong') return <strong>{words}</strong>;
  return inline.kind === 'em' ? <em>{words}</em> : words;
}

function Filled({ field, text, isPlain }: Drawn & { readonly field: string; readonly text: string }) {
  const question = QUESTION_OF[field as FieldName];
  const label = findField(field)?.label ?? '';
  if (question === undefined || isPlain)
    return (
      <bdi class="filled" title={label}>
        {text}
      </bdi>
    );
  return (
    <button type="button" class="filled" title={`${label}: change it`} onClick={() => leadTo(question)}>
      <bdi>{text}</bdi>
    </button>
  );
}

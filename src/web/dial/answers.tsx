import { answer, form, formRead } from '../case/case-state.ts';
import { describeQuestion, mostCharacters, QUESTIONS, type QuestionId } from '../case/questions.ts';
import { ChoiceField, type Option, SelectField, SmallField, TextField } from '../page/fields.tsx';
import { sentence } from '../page/sentence.ts';
import { useRead } from '../page/use-read.ts';
import { CHOICES } from './choice-words.ts';
import { heardIn } from './heard-in.ts';

interface Asked {
  readonly id: QuestionId;
  readonly label?: string;
  /** In place of the example. */
  readonly hint?: string;
  /** Who may hear or read it, in place of where a call uses it. */
  readonly heard?: string;
}

/** One question of the form with its answer, its example, who may hear it, and what is wrong with it. */
export function Answer({ id, label, hint: own, heard }: Asked) {
  const { question, label: name, example, completes } = describeQuestion(id);
  const { kind } = QUESTIONS[id];
  const found = {
    value: useRead(() => form.value[id]),
    heard: useRead(() => heardIn(id)),
    problem: useRead(() => problemOf(id)),
  };
  const shared = {
    ...found,
    id,
    label: label ?? question ?? name ?? id,
    onValue: (typed: string) => answer(id, typed),
    heard: heard ?? (id === 'call' ? undefined : found.heard),
  };
  if (kind === 'choice') return <Chosen shared={shared} id={id} />;
  if (kind === 'date') return <SmallField {...shared} type="date" />;
  const isList = kind === 'lines';
  const hint =
    own ??
    [
      ...(completes === undefined ? [] : [`Completes “${completes}”.`]),
      ...(example === undefined ? [] : [`Such as: ${example}.`]),
      ...(isList ? ['One on each line.'] : []),
    ].join(' ');
  const help = hint === '' ? {} : { hint };
  if (kind === 'count') return <SmallField {...shared} {...help} type="number" />;
  const rows = isList ? { rows: 3 } : (describeQuestion(id).maximumLength ?? 0) > 120 ? { rows: 2 } : {};
  return <TextField {...shared} {...help} {...rows} most={mostCharacters(id)} />;
}

type Shared = Omit<Parameters<typeof ChoiceField>[0], 'options'>;

/** A few choices are seen at once; many stand in a list. */
function Chosen({ shared, id }: { readonly shared: Shared; readonly id: QuestionId }) {
  const options: readonly Option[] = CHOICES[id] ?? [];
  return options.length > 6 ? (
    <SelectField {...shared} options={options} none="Not said" />
  ) : (
    <ChoiceField {...shared} options={options} />
  );
}

/** What is wrong with the answer, in words. */
export function problemOf(id: QuestionId): string | undefined {
  const found = formRead.value.problems.find(({ place }) => place.file === id);
  return found && `${sentence(found.message)} ${found.hint}`;
}

/** Why the call is made before its day; it goes into the note. */
export const EarlyReason = () => (
  <Answer id="early" label="Why is it right here all the same?" hint="It goes into the note." />
);

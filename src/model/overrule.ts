import { type Infer, named, text } from './schema.ts';

/** Warnings that a person has decided against: the rule's id, and the reason, which is kept with the message. */
export const overruleSchema = named(
  text({
    label: 'Reason why this rule does not hold here',
    question: 'Why is it right here all the same?',
    example: 'because these are their own words',
    level: 'private',
    maximumLength: 200,
  }),
  'early',
);

export type Overrule = Infer<typeof overruleSchema>;

import type { ProblemCode } from '../problem.ts';
import type { Explanation } from './explanations.ts';

/** Problems about who is told what: facts that only some people can have, and names that others may not see. */
export const PEOPLE_EXPLANATIONS = {
  'need-impossible': {
    means:
      "A required part falls back on this snippet, and the snippet needs a fact that some people cannot have: an adult has no child's name, and what was tried before stands in the record alone. They are never asked for it, so for them the part would stay empty. Write a snippet for them, or let this one do without.",
    example: `---
needs: [childName]
---
I hope {{childName}} is well.`,
    mend: `---
---
{{#if childName}}
I hope {{childName}} is well.
{{else}}
I hope you are well.
{{/if}}`,
  },
  'program-named': {
    means:
      'With "part2: true" in practice.yaml, the name alone tells that someone is treated for substance use, so it may stand nowhere that others see or hear: no voicemail, letterhead, address line, subject, title or file name. Only the words inside a private letter or message may have it. Take the name out of the place that is shown.',
    example: `---
title: Closing letter
subject: News from Ferry Lane Recovery`,
    mend: `---
title: Closing letter
subject: A short note`,
  },
} as const satisfies { readonly [code in ProblemCode]?: Explanation };

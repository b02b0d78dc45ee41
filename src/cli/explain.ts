import { closest } from '../model/closest.ts';
import { type ProblemCode, SEVERITY } from '../problem.ts';
import { EXPLANATIONS } from './explanations.ts';
import { EXIT, type Exit, type Io } from './io.ts';

/** `closewell explain CODE`: what the problem means, an example of it, and the mend. */
export function explain(io: Io, code: string): Exit {
  const codes = Object.keys(SEVERITY) as ProblemCode[];
  const known = codes.find((one) => one === code);
  if (known === undefined) {
    const near = closest(code, codes);
    io.err(
      `There is no such code.${near === undefined ? '' : ` Did you mean ${near}?`} The codes: ${codes.join(', ')}\n`,
    );
    return EXIT.usage;
  }
  const { means, example, mend } = EXPLANATIONS[known];
  io.out(
    `${known} (${SEVERITY[known]})\n\n${means}\n\nExample:\n${indent(example)}\n\nThe mend:\n${indent(mend)}\n`,
  );
  return EXIT.done;
}

const indent = (text: string) =>
  text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');

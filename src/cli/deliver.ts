import { writeWhole } from '../files/write-file.ts';
import type { Letter } from '../render/letter.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { renderAs } from './render-as.ts';
import { report } from './report.ts';

/** What is to become of a letter that is on its page. */
export interface DeliveryFlags {
  readonly output?: string;
  readonly force?: boolean;
  /** Say what the rules prove of the PDF. */
  readonly check?: boolean;
}

/** Whether something is asked for that only a PDF has. */
export const wantsPdf = ({ check }: DeliveryFlags): boolean => check === true;

/** What is wrong with the flags together, in words. */
export function deliveryFault(
  flags: DeliveryFlags & { readonly json?: boolean },
  format: string,
): string | undefined {
  if (!wantsPdf(flags)) return undefined;
  if (format !== '.pdf') return '--check is for a PDF: give -o a name that ends in .pdf';
  return flags.json ? 'Either --json or --check, not both' : undefined;
}

/** Makes the letter in the form of an ending, and checks and writes it as asked. */
export async function deliver(io: Io, page: Letter, flags: DeliveryFlags, format: string): Promise<Exit> {
  const { output, force } = flags;
  const content = await renderAs(io, page, format);
  if (content === undefined) return EXIT.problems;
  if (flags.check && typeof content !== 'string' && !(await prove(io, page, content))) return EXIT.problems;
  if (output === undefined) return EXIT.done;
  await writeWhole(output, content, force ?? false);
  io.err(`Written: ${output}\n`);
  return EXIT.done;
}

async function prove(io: Io, page: Letter, pdf: Uint8Array): Promise<boolean> {
  const { value, problems } = await (await import('./finished-pdf.ts')).proofOf(page, pdf);
  report(io, problems);
  if (value !== undefined) io.out(value);
  return value !== undefined;
}

import { writeWhole } from '../files/write-file.ts';
import type { Letter } from '../render/letter.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { readPassphrase } from './passphrase.ts';
import { renderAs } from './render-as.ts';
import { report } from './report.ts';

/** What is to become of a letter that is on its page. */
export interface DeliveryFlags {
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  /** Say what the rules prove of the PDF. */
  readonly check?: boolean;
  /** Ask for a passphrase and encrypt the PDF with it. */
  readonly protect?: boolean;
}

/** A letter on its way out. */
export interface Delivery {
  readonly page: Letter;
  readonly flags: DeliveryFlags;
  /** The ending that says the form. */
  readonly format: string;
  readonly isClientOnStdin: boolean;
}

/** Whether something is asked for that only a PDF has. */
export const wantsPdf = ({ check, protect }: DeliveryFlags): boolean => check === true || protect === true;

/** What is wrong with the flags together, in words. */
export function deliveryFault(flags: DeliveryFlags, format: string): string | undefined {
  if (!wantsPdf(flags)) return undefined;
  const asked = flags.protect ? '--protect' : '--check';
  if (format !== '.pdf' || (flags.protect && flags.output === undefined))
    return `${asked} is for a PDF: give -o a name that ends in .pdf`;
  return flags.json ? `Either --json or ${asked}, not both` : undefined;
}

/** Makes the letter in the form of an ending; checks, protects and writes it as asked. */
export async function deliver(io: Io, { page, flags, format, isClientOnStdin }: Delivery): Promise<Exit> {
  const { output, force } = flags;
  const content = await renderAs(io, page, format);
  if (content === undefined) return EXIT.problems;
  const finished =
    wantsPdf(flags) && typeof content !== 'string'
      ? await finish(io, content, { page, flags, isClientOnStdin })
      : content;
  if (typeof finished === 'number') return finished;
  if (output === undefined) return EXIT.done;
  await writeWhole(output, finished, force ?? false);
  io.err(`Written: ${output}\n`);
  return EXIT.done;
}

/** The PDF as it goes out, or an exit where something stands in its way. */
async function finish(
  io: Io,
  pdf: Uint8Array,
  { page, flags, isClientOnStdin }: Omit<Delivery, 'format'>,
): Promise<Uint8Array | Exit> {
  const { proofOf, protect } = await import('./finished-pdf.ts');
  if (flags.check) {
    const { value, problems } = await proofOf(page, pdf);
    report(io, problems);
    if (value === undefined) return EXIT.problems;
    io.out(value);
  }
  if (!flags.protect) return pdf;
  const passphrase = await readPassphrase(io, isClientOnStdin);
  return typeof passphrase === 'number' ? passphrase : protect(pdf, passphrase);
}

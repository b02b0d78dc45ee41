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
  /** Show the PDF and keep nothing. */
  readonly preview?: boolean;
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
export const wantsPdf = ({ check, protect, preview }: DeliveryFlags): boolean =>
  check === true || protect === true || preview === true;

/** What is wrong with the flags together, in words. */
export function deliveryFault(flags: DeliveryFlags, format: string): string | undefined {
  if (!wantsPdf(flags)) return undefined;
  const asked = flags.protect ? '--protect' : flags.preview ? '--preview' : '--check';
  if (flags.preview && (flags.output !== undefined || flags.protect))
    return '--preview shows the letter and writes nothing: leave out -o and --protect';
  if (format !== '.pdf' || (flags.protect && flags.output === undefined))
    return `${asked} is for a PDF: give -o a name that ends in .pdf`;
  return flags.json ? `Either --json or ${asked}, not both` : undefined;
}

/** Makes the letter in the form of an ending; checks, protects, shows and writes it as asked. */
export async function deliver(io: Io, delivery: Delivery): Promise<Exit> {
  const { page, flags, format } = delivery;
  const { output, force = false } = flags;
  const content = await renderAs(io, page, format);
  if (content === undefined) return EXIT.problems;
  if (typeof content === 'string' || !['.pdf', '.png'].includes(format)) return write(io, content, flags);
  if (format === '.png' && output !== undefined)
    return (await import('./preview.ts')).writePages(io, content, output, force);
  const finished = flags.check || flags.protect ? await finish(io, content, delivery) : content;
  if (typeof finished === 'number') return finished;
  return flags.preview ? (await import('./preview.ts')).preview(io, finished) : write(io, finished, flags);
}

async function write(io: Io, content: string | Uint8Array, { output, force }: DeliveryFlags): Promise<Exit> {
  if (output === undefined) return EXIT.done;
  await writeWhole(output, content, force ?? false);
  io.err(`Written: ${output}\n`);
  return EXIT.done;
}

/** The PDF as it goes out, or an exit where something stands in its way. */
async function finish(
  io: Io,
  pdf: Uint8Array,
  { page, flags, isClientOnStdin }: Delivery,
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

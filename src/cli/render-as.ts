import type { Letter } from '../render/letter.ts';
import { renderLetterHtml } from '../render/letter-html.ts';
import { renderLetterMarkdown } from '../render/letter-markdown.ts';
import { renderLetterText } from '../render/letter-text.ts';
import { checkPlaces } from '../render/panel-places.ts';
import type { Io } from './io.ts';
import { report } from './report.ts';

/** The endings of the forms that a letter can be written in. */
export const FORMATS = ['.pdf', '.html', '.docx', '.png', '.md', '.txt'];

/**
 * The page in the form of an ending, for pictures as the PDF that they are drawn from; undefined, and told why, where a
 * character has no glyph, the fonts are gone, or the address does not fit its window.
 */
export async function renderAs(
  io: Io,
  page: Letter,
  format: string,
): Promise<string | Uint8Array | undefined> {
  if (format === '.html' || format === '.docx') return renderPlaced(io, page, format);
  if (format === '.md') return renderLetterMarkdown(page);
  if (format === '.txt') return renderLetterText(page);
  const { pdfOf } = await import('./pdf.ts');
  const { value, problems } = await pdfOf(io, page);
  report(io, problems);
  return value;
}

/** The forms that another computer prints for the same envelope. */
async function renderPlaced(
  io: Io,
  page: Letter,
  format: '.html' | '.docx',
): Promise<string | Uint8Array | undefined> {
  const problems = checkPlaces(page);
  report(io, problems);
  if (problems.length > 0) return undefined;
  return format === '.html' ? renderLetterHtml(page) : (await import('./docx.ts')).docxOf(page);
}

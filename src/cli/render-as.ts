import type { Letter } from '../render/letter.ts';
import { renderLetterHtml } from '../render/letter-html.ts';
import { renderLetterMarkdown } from '../render/letter-markdown.ts';
import { renderLetterText } from '../render/letter-text.ts';
import type { Io } from './io.ts';
import { report } from './report.ts';

/** The endings of the forms that a letter can be written in. */
export const FORMATS = ['.pdf', '.html', '.docx', '.png', '.md', '.txt'];

/** The page in the form of an ending, for pictures as the PDF that they are drawn from; undefined, and told why, where a character has no glyph or the fonts are gone. */
export async function renderAs(
  io: Io,
  page: Letter,
  format: string,
): Promise<string | Uint8Array | undefined> {
  if (format === '.html') return renderLetterHtml(page);
  if (format === '.md') return renderLetterMarkdown(page);
  if (format === '.txt') return renderLetterText(page);
  if (format === '.docx') return (await import('./docx.ts')).docxOf(page);
  const { pdfOf } = await import('./pdf.ts');
  const { value, problems } = await pdfOf(io, page);
  report(io, problems);
  return value;
}

import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { drawPages } from '../files/page-pictures.ts';
import { inTemporaryFolder } from '../files/temporary-folder.ts';
import { writeWhole } from '../files/write-file.ts';
import { EXIT, type Exit, type Io } from './io.ts';

/** Shows the PDF in the user's viewer until they are done; what it was shown from is gone then. */
export async function preview(io: Io, pdf: Uint8Array): Promise<Exit> {
  const { ask, openFile } = io;
  if (ask === undefined || openFile === undefined) {
    io.err(
      'There is nobody here to show it to: give -o a name that ends in .png, for pictures of the pages.\n',
    );
    return EXIT.usage;
  }
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, 'letter.pdf');
    await writeFile(path, pdf, { mode: 0o600 });
    if (!(await openFile(path))) {
      io.err(
        'No program for PDFs opens here: give -o a name that ends in .png, for pictures of the pages.\n',
      );
      return EXIT.problems;
    }
    io.err(`Shown from ${path}, which goes when you are done.\n`);
    // Whoever stops here instead has seen it as well.
    await ask('Press Enter when you have seen it. ').catch(() => undefined);
    return EXIT.done;
  });
}

/** Writes each page as a picture, its number before the ending. */
export async function writePages(io: Io, pdf: Uint8Array, output: string, force: boolean): Promise<Exit> {
  const pages = await drawPages(pdf);
  if (pages === undefined) {
    io.err(
      'Pictures of pages are drawn by pdftoppm, which is not here: install poppler (poppler-utils), or look with --preview.\n',
    );
    return EXIT.problems;
  }
  const ending = extname(output);
  for (const [index, page] of pages.entries()) {
    const path = `${output.slice(0, -ending.length)}-${index + 1}${ending}`;
    await writeWhole(path, page, force);
    io.err(`Written: ${path}\n`);
  }
  return EXIT.done;
}

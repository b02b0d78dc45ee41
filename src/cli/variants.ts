import { writeWhole } from '../files/write-file.ts';
import { type Gallery, snippetGallery, templateGallery } from '../guarantee/gallery.ts';
import type { Library } from '../library/library.ts';
import { closest } from '../model/closest.ts';
import { renderGalleryHtml } from '../render/gallery-html.ts';
import { countOf, renderGalleryText } from '../render/gallery-text.ts';
import { blockText } from '../render/letter-text.ts';
import { EXIT, type Exit, type Io } from './io.ts';
import { findPractice, placeFrom, readLibrary } from './practice.ts';
import { report } from './report.ts';

export interface VariantsFlags {
  readonly practice?: string;
  readonly html?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `closewell variants [NAME]`: everything a client could hear from a snippet, a template, or the whole practice. */
export async function variants(io: Io, name: string | undefined, flags: VariantsFlags): Promise<Exit> {
  const folder = await findPractice(io, flags.practice);
  const { value: library, problems } = await readLibrary(io, folder);
  report(io, placeFrom(io, folder, problems));
  if (library === undefined) return EXIT.problems;
  const galleries = galleriesOf(name, library);
  if (galleries.length === 0) return unknownName(io, name ?? '', library);
  if (flags.html !== undefined) {
    await writeWhole(
      flags.html,
      renderGalleryHtml(galleries, library.practice.language),
      flags.force ?? false,
    );
    io.err(`Written: ${flags.html}\n`);
  } else if (flags.json) io.out(`${JSON.stringify(galleries.map(galleryJson), undefined, 2)}\n`);
  else if (name === undefined) io.out(`${galleries.map(countLine).join('\n')}\n`);
  else io.out(galleries.map(renderGalleryText).join('\n'));
  return EXIT.done;
}

/** Of every template where no name is given, and of every snippet of a section where it is a section's. */
function galleriesOf(name: string | undefined, library: Library): Gallery[] {
  const templates = library.templates.filter((template) => name === undefined || template.name === name);
  const snippets = library.snippets.filter(({ id, section }) => id === name || section === name);
  return [
    ...templates.map((template) => templateGallery(template, library)),
    ...snippets.map((snippet) => snippetGallery(snippet, library)),
  ];
}

function unknownName(io: Io, name: string, { templates, snippets }: Library): Exit {
  const near = closest(name, [...templates.map((one) => one.name), ...snippets.map(({ id }) => id)]);
  const hint = near === undefined ? 'Without a name, all templates are listed.' : `Did you mean ${near}?`;
  io.err(`There is no template, snippet or section of this name. ${hint}\n`);
  return EXIT.usage;
}

const countLine = ({ name, title, exhibits, isCut }: Gallery) =>
  `${name}: ${title}, ${countOf(exhibits.length, isCut)}`;

const galleryJson = ({ exhibits, ...gallery }: Gallery) => ({
  ...gallery,
  texts: exhibits.map(({ told, parts }) => ({
    told,
    parts: parts.map(({ snippet, blocks }) => ({ snippet, text: blocks.map(blockText).join('\n') })),
  })),
});

import type { Exhibit, Gallery } from '../guarantee/gallery.ts';
import { capital, countOf } from './gallery-text.ts';
import { escapeHtml, renderBlocks } from './html-blocks.ts';

/** The galleries as one HTML file that needs nothing else: fields are coloured, so that wording is told from examples, and words in another language have its tag after them. */
export function renderGalleryHtml(galleries: readonly Gallery[], language: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Every wording</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Every wording</h1>
<p>Everyone in it is invented. <bdi>Marked</bdi> words are examples of what is filled in.</p>
${galleries.length > 1 ? `<nav><ul>\n${galleries.map(contentsLine).join('\n')}\n</ul></nav>\n` : ''}${galleries.map((gallery) => renderGallery(gallery, language)).join('\n')}
</main>
</body>
</html>
`;
}

const contentsLine = ({ name, title, exhibits, isCut }: Gallery) =>
  `<li><a href="#${escapeHtml(name)}">${escapeHtml(title)}</a> (${escapeHtml(name)}): ${countOf(exhibits.length, isCut)}</li>`;

function renderGallery({ name, title, exhibits, isCut }: Gallery, language: string): string {
  return `<section id="${escapeHtml(name)}">
<h2>${escapeHtml(title)} <small>${escapeHtml(name)}</small></h2>
<p>${countOf(exhibits.length, isCut)}</p>
${exhibits.map((exhibit) => renderExhibit(exhibit, language)).join('\n')}
</section>`;
}

function renderExhibit({ told, parts }: Exhibit, language: string): string {
  const said = parts.map(
    ({ snippet, blocks }) =>
      `<div class="part"><small>${escapeHtml(snippet)}</small>\n${renderBlocks(blocks, { language })}</div>`,
  );
  return `<article>\n<h3>${escapeHtml(capital(told))}</h3>\n${said.join('\n')}\n</article>`;
}

const STYLE = `
body { margin: 0; background: #fff; color: #111; font: 16px/1.5 "Segoe UI", Helvetica, Arial, sans-serif }
main { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h2 { margin-top: 3rem } h3 { font-size: 1rem; margin: 0 0 .75rem } small { color: #595959; font-weight: 400 }
article { border: 1px solid #c8c8c8; border-radius: 6px; padding: 1rem 1.25rem; margin: 1rem 0; break-inside: avoid }
.part { margin: .75rem 0 } .part p, .part ul { margin: .1rem 0 .3rem } bdi { background: #e8f0fe }
[lang]:not(html)::after { content: " " attr(lang); color: #595959; font-size: .75em }
`;

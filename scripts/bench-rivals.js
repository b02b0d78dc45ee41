import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node scripts/bench-rivals.js NAME FOLDER FILE`: writes the letters described in the file into the folder in one of the
 * other ways. A process of its own, so that each way has a machine to itself. The file has `{ paragraphs, pdf, names }`: the letter's text with `NAME` in it, one
 * letter as base64, and the names.
 */
const [, , rival = '', folder = '', file = ''] = process.argv;

const { paragraphs, pdf, names } = JSON.parse(readFileSync(file, 'utf8'));
mkdirSync(folder, { recursive: true });
const pathOf = (index, ending) => join(folder, `letter-${index}${ending}`);

/** The least that pdfkit can do: a standard font, no tags. */
async function pdfkit() {
  const { default: PdfKit } = await import('pdfkit');
  return async (name, index) => {
    const document = new PdfKit({ size: 'LETTER', margin: 72 });
    const chunks = [];
    document.on('data', (chunk) => chunks.push(chunk));
    const ended = new Promise((resolve) => document.on('end', resolve));
    document.fontSize(11);
    for (const paragraph of paragraphs)
      document.text(paragraph.replaceAll('NAME', name), { width: 378 }).moveDown(0.6);
    document.end();
    await ended;
    writeFileSync(pathOf(index, '.pdf'), Buffer.concat(chunks));
  };
}

/** A finished letter, written again and again. */
function bytes() {
  const content = Buffer.from(pdf, 'base64');
  return (_name, index) => writeFileSync(pathOf(index, '.pdf'), content);
}

/** A form letter filled by docxtemplater; all of them are turned into PDFs at the end, by one LibreOffice. */
async function docxtemplater() {
  const [{ default: Docxtemplater }, { default: PizZip }] = await Promise.all([
    import('docxtemplater'),
    import('pizzip'),
  ]);
  const form = new PizZip();
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = 'http://schemas.openxmlformats.org';
  form.file(
    '[Content_Types].xml',
    `${xml}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  form.file(
    '_rels/.rels',
    `${xml}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const body = paragraphs.map(
    (text) =>
      `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text).replaceAll('NAME', '{name}')}</w:t></w:r></w:p>`,
  );
  form.file(
    'word/document.xml',
    `${xml}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  );
  const content = form.generate({ type: 'nodebuffer' });
  return (name, index) => {
    const document = new Docxtemplater(new PizZip(content));
    document.render({ name });
    writeFileSync(pathOf(index, '.docx'), document.getZip().generate({ type: 'nodebuffer' }));
    if (index === names.length - 1) convert();
  };
}

function convert() {
  const files = names.map((_, index) => pathOf(index, '.docx'));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const { status } = spawnSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    ...files,
  ]);
  if (status !== 0) throw new Error('LibreOffice failed');
}

/** A page printed by a browser that is open already. */
async function chromium() {
  const { chromium: engine } = await import('playwright-core');
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await engine.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  return async (name, index) => {
    const html = paragraphs.map((text) => `<p>${text.replaceAll('<', '&lt;').replaceAll('NAME', name)}</p>`);
    await page.setContent(`<!doctype html><html lang="en"><title>Letter</title>${html.join('')}</html>`);
    await page.pdf({ path: pathOf(index, '.pdf'), format: 'Letter', tagged: true });
    if (index === names.length - 1) await browser.close();
  };
}

const write = await { pdfkit, bytes, docxtemplater, chromium }[rival]();
for (const [index, name] of names.entries()) await write(name, index);

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { composeCallSheet } from '../src/compose/call-sheet.ts';
import { readFolder } from '../src/files/read-folder.ts';
import { loadLibrary } from '../src/library/load-library.ts';
import { clientSchema } from '../src/model/client.ts';
import { describeSchema, type SchemaShape } from '../src/model/describe-schema.ts';
import { FIELD_NAMES, FIELDS, type Field } from '../src/model/field.ts';
import { LEVELS } from '../src/model/level.ts';
import { parseClient } from '../src/model/parse-client.ts';
import { renderCallSheet } from '../src/render/call-sheet-text.ts';
import { withBlock } from './readme-block.ts';

/** The README with its generated parts as the program has them now: an example's output, the fields, the client's keys. */
export async function currentReadme(readme: string): Promise<string> {
  const blocks = { voicemail: await exampleVoicemail(), fields: fieldReference(), client: clientReference() };
  return Object.entries(blocks).reduce((text, [name, block]) => withBlock(text, name, block), readme);
}

async function exampleVoicemail(): Promise<string> {
  const path = 'examples/permission-unknown.yaml';
  const library = loadLibrary((await readFolder('.')).files).value;
  const file = parseClient(readFileSync(path, 'utf8'), path).value;
  if (library === undefined || file === undefined) throw new Error('the sample does not load');
  const sheet = composeCallSheet(
    { library, file, on: '2026-11-23', today: '2026-11-23', use: {}, without: [] },
    'first-call',
  );
  const lines = renderCallSheet(sheet, library.practice.policy).split('\n');
  const start = lines.findIndex((line) => line.startsWith('── Voicemail'));
  const end = lines.findIndex((line, index) => index > start && line.startsWith('──'));
  return ['```text', ...lines.slice(start, end).join('\n').trimEnd().split('\n'), '```'].join('\n');
}

function fieldReference(): string {
  const all = FIELD_NAMES.map((name): [string, Field] => [name, FIELDS[name]]);
  return LEVELS.flatMap((level) => [
    `**${level}**`,
    '',
    '| field | what it is | kind |',
    '|---|---|---|',
    ...all
      .filter(([, field]) => field.level === level)
      .map(([name, { label, kind, always, example }]) => {
        const sample = example === undefined || kind === 'choice' ? '' : `, such as "${example}"`;
        return `| \`${name}\` | ${label}${sample} | ${kind}${always ? ', always there' : ''} |`;
      }),
    '',
  ])
    .join('\n')
    .trimEnd();
}

function clientReference(): string {
  const rows = listKeys(describeSchema(clientSchema), '', true);
  return ['| key | what it is | heard at |', '|---|---|---|', ...rows].join('\n');
}

function listKeys(shape: SchemaShape, path: string, required: boolean): string[] {
  if (shape.kind === 'list') return listKeys(shape.item, `${path}[]`, required);
  if (shape.kind === 'record') {
    return shape.keys.flatMap((inner) =>
      listKeys(inner.shape, path === '' ? inner.key : `${path}.${inner.key}`, inner.required),
    );
  }
  const { question, label, level } = shape.about;
  const values = shape.values === undefined ? '' : ` (${shape.values.join(', ')})`;
  const key = required ? `**\`${path}\`**` : `\`${path}\``;
  return [`| ${key} | ${question ?? `${label}.`}${values} | ${level ?? ''} |`];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync('README.md', await currentReadme(readFileSync('README.md', 'utf8')));
}

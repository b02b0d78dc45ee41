import { HEADERS } from './policy.ts';

/** The page's headers in the words of servers that are common, to lie beside a published page. */

/** A copy may be kept if the server is asked each time whether it still holds. */
const PUBLISHED: readonly (readonly [string, string])[] = Object.entries({
  ...HEADERS,
  'Cache-Control': 'no-cache',
});

/** The one file is to be kept and opened, not shown by a server, whose policy for the folder does not fit it. */
const SAVED = 'attachment';

/** The files by name, for a folder that holds the single file under the name. */
export const headerFiles = (single: string): ReadonlyMap<string, string> =>
  new Map([
    ['_headers', netlify(single)],
    ['.htaccess', apache(single)],
    ['nginx-headers.conf', nginx(single)],
  ]);

const netlify = (single: string) =>
  `/*\n${PUBLISHED.map(([name, value]) => `  ${name}: ${value}\n`).join('')}/${single}\n  Content-Disposition: ${SAVED}\n`;

const apache = (single: string) =>
  `<IfModule mod_headers.c>\n${PUBLISHED.map(([name, value]) => `Header always set ${name} "${value}"\n`).join('')}<Files "${single}">\nHeader always set Content-Disposition "${SAVED}"\n</Files>\n</IfModule>\n`;

/** To be included in the server's block; what nginx sets in a location replaces what it set outside. */
function nginx(single: string): string {
  const lines = (indent: string) =>
    PUBLISHED.map(([name, value]) => `${indent}add_header ${name} "${value}" always;\n`).join('');
  return `${lines('')}location = /${single} {\n${lines('  ')}  add_header Content-Disposition "${SAVED}" always;\n}\n`;
}

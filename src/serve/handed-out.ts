import { pageBeside } from './page-html.ts';

/** What the server hands out without a bearer: a fixed list, so that no path of a request ever leads to a file. */

/** One file as it is answered. */
export interface HandedOut {
  readonly body: string | Uint8Array;
  readonly type: string;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  ttf: 'font/ttf',
};

/** The one script that is for the single file alone. */
const SINGLE = /^single\./;

/** By path: the page, its scripts and styles, and the fonts of the letters. */
export function handedOut(
  page: ReadonlyMap<string, Uint8Array>,
  fonts: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, HandedOut> {
  const files = [...page].filter(([name]) => !SINGLE.test(name));
  return new Map<string, HandedOut>([
    ['/', { body: pageBeside('served'), type: 'text/html; charset=utf-8' }],
    ...files.map(([name, body]) => [`/${name}`, { body, type: typeOf(name) }] as const),
    ...[...fonts]
      .filter(([name]) => /\.(?:ttf|txt)$/.test(name))
      .map(([name, body]) => [`/fonts/${name}`, { body, type: typeOf(name) }] as const),
  ]);
}

const typeOf = (name: string) => TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

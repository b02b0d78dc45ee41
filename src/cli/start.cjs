#!/usr/bin/env node
// Starts the built program. V8's code cache, made by the build, saves compiling it anew each time; one made by another
// version of Node is ignored by V8 itself.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { isMainThread } = require('node:worker_threads');

const parts = new Map();

function readCache(name) {
  try {
    return readFileSync(join(__dirname, `${name}.cache`));
  } catch {
    return undefined;
  }
}

/** Runs a part of the program once; gives back what it exports and the script, from which the build makes the cache. */
function load(name = 'main.cjs') {
  const known = parts.get(name);
  if (known !== undefined) return known;
  const filename = join(__dirname, name);
  const source = `(function (exports, require, module) {${readFileSync(filename, 'utf8')}\n})`;
  const script = new Script(source, { filename, cachedData: readCache(name) });
  const bundle = { exports: {} };
  const part = { script, bundle };
  parts.set(name, part);
  script.runInThisContext()(bundle.exports, requirePart, bundle);
  return part;
}

/** What a part of the program asks for: another part, or a module of Node. */
function requirePart(name) {
  return name.startsWith('./') ? load(name.slice(2)).bundle.exports : require(name);
}

module.exports = { load };

if (require.main === module) {
  const { main, nodeIo, serveLetters } = load().bundle.exports;
  const io = nodeIo(join(__dirname, '..', '..'));
  if (isMainThread)
    main(process.argv.slice(2), io).then((code) => {
      process.exitCode = code;
    });
  else serveLetters(io);
}

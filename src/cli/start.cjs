#!/usr/bin/env node
// Starts the built program. V8's code cache, made by the build, saves compiling it anew each time; one made by another
// version of Node is ignored by V8 itself.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { isMainThread } = require('node:worker_threads');

const filename = join(__dirname, 'main.cjs');
const source = `(function (exports, require, module) {${readFileSync(filename, 'utf8')}\n})`;

function readCache() {
  try {
    return readFileSync(join(__dirname, 'main.cache'));
  } catch {
    return undefined;
  }
}

/** Runs the bundle; gives back what it exports and the script, from which the build makes the cache. */
function load() {
  const script = new Script(source, { filename, cachedData: readCache() });
  const bundle = { exports: {} };
  script.runInThisContext()(bundle.exports, require, bundle);
  return { script, ...bundle.exports };
}

module.exports = { load };

if (require.main === module) {
  const { main, nodeIo, serveLetters } = load();
  const io = nodeIo(join(__dirname, '..', '..'));
  if (isMainThread)
    main(process.argv.slice(2), io).then((code) => {
      process.exitCode = code;
    });
  else serveLetters(io);
}

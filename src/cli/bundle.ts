/** What the build bundles: `start.cjs` runs `main`, on further threads `serveLetters`; the build itself runs `prebuild`. */
export { serveLetters } from './letter-hands.ts';
export { main } from './main.ts';
export { nodeIo } from './node-io.ts';
export { prebuild } from './prebuild.ts';

/** What the build bundles: `start.cjs` runs `main`, the build itself runs `prebuild`. */
export { main } from './main.ts';
export { nodeIo } from './node-io.ts';
export { prebuild } from './prebuild.ts';

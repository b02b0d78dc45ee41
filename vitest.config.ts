import { defineConfig } from 'vitest/config';

/**
 * Dates must not depend on where the machine stands: everything runs far east, what counts days and whole texts far west
 * as well. The files of one worker share their modules, the loaded sample first of all.
 */
const zone = (name: string, zoneName: string, include: string) => ({
  test: {
    name,
    include: [include],
    env: { TZ: zoneName },
    setupFiles: ['test/support/seed.ts'],
    isolate: false,
    testTimeout: 120_000,
  },
});

export default defineConfig({
  test: {
    // One less than there are processors by itself, which of two would leave one idle.
    maxWorkers: '100%',
    globalSetup: 'test/support/own-folder.ts',
    reporters: process.env['CI'] ? ['dot'] : ['default'],
    projects: [
      zone('east', 'Pacific/Kiritimati', 'test/**/*.test.ts'),
      zone('west', 'America/Los_Angeles', 'test/{course,golden,cases}/**/*.test.ts'),
    ],
  },
});

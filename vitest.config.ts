import { defineConfig } from 'vitest/config';

/** Dates must not depend on where the machine stands: everything runs far east, what counts days and whole texts far west as well. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'east',
          include: ['test/**/*.test.ts'],
          env: { TZ: 'Pacific/Kiritimati' },
          testTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          name: 'west',
          include: ['test/{course,golden,cases}/**/*.test.ts'],
          env: { TZ: 'America/Los_Angeles' },
          testTimeout: 60_000,
          isolate: false,
        },
      },
    ],
  },
});

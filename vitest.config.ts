import {defineConfig} from 'vitest/config';

/** What these put in the place of a module would stay there for the files after them: each has a process of its own. */
export const MOCKING = ['test/cli/finished.test.ts', 'test/files/append.test.ts'];

export default defineConfig({
  test: {
    // The usual is one core less than there are: of two, one.
    maxWorkers: '100%',
    // A test that starts the command line, or reads a whole library of guides, on a busy machine.
    testTimeout: process.env['CALIBRATE'] === undefined ? 60_000 : 3_600_000,
    projects: [
      {
        extends: true,
        // The sources are loaded once for each process and not for each file, which took a third of the time.
        test: {name: 'shared', include: ['test/**/*.test.ts'], exclude: MOCKING, isolate: false},
      },
      {extends: true, test: {name: 'mocking', include: MOCKING}},
    ],
  },
});

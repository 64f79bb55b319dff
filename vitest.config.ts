import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The usual is one core less than there are: of two, one.
    maxWorkers: '100%',
    // A test that starts the command line, or reads a whole library of guides, on a busy machine.
    testTimeout: 60_000,
  },
});

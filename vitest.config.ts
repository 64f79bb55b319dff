import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A test that starts the command line, or reads a whole library of guides, on a busy machine.
    testTimeout: 60_000,
  },
});

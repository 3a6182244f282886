import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Forks, not threads: Pagefind and Sass hold native handles, and tests may change directory or environment.
    pool: 'forks',
    maxWorkers: 2,
  },
});

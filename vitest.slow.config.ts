import { defineConfig } from 'vitest/config'

/** The slow suite: simulations of coverage and power, minutes rather than seconds. */
export default defineConfig({
  test: {
    include: ['**/*.slow.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 1_800_000,
    pool: 'forks',
    setupFiles: ['test/propertySeed.ts'],
  },
})

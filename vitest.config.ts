import { defineConfig } from 'vitest/config'

/** Everything but the slow suite (`*.slow.test.ts`: simulated coverage, full-size worlds). */
export default defineConfig({
  test: {
    include: [
      'packages/*/test/**/*.test.ts',
      'datasets/*/**/*.test.ts',
      'experiments/*/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/*.slow.test.ts', '**/build/**', '**/results/**'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    pool: 'forks',
    setupFiles: ['test/propertySeed.ts'],
  },
})

import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    globalSetup: ['__tests__/node-version.ts'],
    // Processes are started by many tests, and two-core machines run them.
    testTimeout: 30_000,
  },
})

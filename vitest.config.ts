import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/builtStudio.ts'],
    // Whole exports and a real browser run inside single tests, on machines with two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

// Three kinds of tests, by what they start. `npm run test:unit` is for every change and takes about a
// minute; `npm test` runs all three kinds.

import {defineConfig} from 'vitest/config'

/** Tests that drive a real Chromium, most of them on the built Studio. */
const browser = ['tests/browser/**/*.test.ts']

/** Long stories in a browser: networks, logins, several people, every pane. `npm run test:long` runs them. */
const stories = [
  'tests/browser/{accessible,bad-network,checks,create-beside,desk,forms,new-texts}.test.ts',
  'tests/browser/{own-logins,preview,reviewing,session,sign-off,studio,writing}.test.ts',
]

/** Tests that start child processes or threads: whole commands, and lakes that they kill. */
const processes = [
  'tests/bench/measure.test.ts',
  'tests/scripts/**/*.test.ts',
  'tests/lake/store/{concurrency,crash}.test.ts',
  'tests/lake/verify/verify.test.ts',
  'tests/pipeline/{bad-input,killed,lock,odd-content,threads}.test.ts',
  'tests/policy/fix.test.ts',
  'tests/settings.test.ts',
]

export default defineConfig(({mode}) => {
  const isLong = mode === 'long'
  return {
    test: {
      // No test file leaves state in the modules that it imports, so files can share them.
      isolate: false,
      // Vitest's default leaves one core free, but most tests wait for processes that they started.
      maxWorkers: '100%',
      // Whole exports and a real browser run inside single tests, on machines with two cores.
      testTimeout: isLong ? 3_600_000 : 120_000,
      hookTimeout: isLong ? 600_000 : 120_000,
      // tests/support/long.ts reads this.
      env: isLong ? {COUNTERSIGN_LONG: '1'} : {},
      // Vitest runs projects in the order of their names. The longest tests come first, so that no
      // worker is left with one at the end.
      projects: [
        {
          extends: true,
          test: {
            name: 'browser',
            include: isLong ? stories : browser,
            exclude: isLong ? [] : stories,
            // On a busy machine a browser can miss a moment that a test waits for.
            retry: 1,
            globalSetup: ['tests/support/browser-setup.ts'],
          },
        },
        {extends: true, test: {name: 'process', include: processes}},
        {
          extends: true,
          test: {
            name: 'unit',
            include: ['tests/**/*.test.ts'],
            exclude: [...browser, ...processes],
          },
        },
      ],
    },
  }
})

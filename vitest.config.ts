import {defineConfig} from 'vitest/config'
import {BaseSequencer, type TestSpecification} from 'vitest/node'

/** Files that take a minute or more: begun first, so that no worker is left with one at the end. */
const LONG = /studio\.test|crash\.test|preview\.test|desk\.test|scripts\/export\.test/

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({moduleId}: TestSpecification): boolean => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/built-studio.ts'],
    // No test file leaves anything behind, so none needs modules of its own.
    isolate: false,
    // By itself it leaves one core to others, and most tests wait for processes that they started.
    maxWorkers: '100%',
    sequence: {sequencer: LongFirst},
    // Whole exports and a real browser run inside single tests, on machines with two cores.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

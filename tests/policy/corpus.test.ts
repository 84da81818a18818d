// Measures the rules on the labelled sentences that they were tuned on. `npm run bench -- policy`
// reports how well they do on the others, which must not become a target.

import {expect, test} from 'vitest'
import {scoresOf} from './corpus/scores.ts'

test.each(scoresOf('tuning'))(
  '$rule: nine in ten labelled sentences are found, and nine in ten found are labelled',
  ({precision, recall, atTheWords = 1}) => {
    expect(precision).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.9)
    expect(atTheWords).toBeGreaterThanOrEqual(0.9)
  },
)

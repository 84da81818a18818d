// The lake accepts far larger documents than the Studio can check while a writer types.

import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {emptyContext} from '../../policy/rule.ts'
import {LARGEST_DOCUMENT} from '../../schemas/data/limits.ts'
import {compose} from '../../studio/preview/compose.ts'
import {article, paragraph} from '../support/library.ts'

function sized(length: number) {
  const padded = (words: string) => ({...article, body: [paragraph('a', words)]})
  const padding = length - JSON.stringify(padded('')).length
  return padded('a'.repeat(padding))
}

test('a document of the largest size is checked', () => {
  const findings = check(sized(LARGEST_DOCUMENT), emptyContext)
  expect(findings.map(({rule}) => rule)).not.toContain('size')
})

test('a larger document gets one error, which says that it was not checked', () => {
  expect(check(sized(LARGEST_DOCUMENT + 1), emptyContext)).toEqual([
    expect.objectContaining({
      rule: 'size',
      severity: 'error',
      message: expect.stringContaining('was not checked'),
    }),
  ])
})

test('the preview of a larger document says so instead of rendering it', () => {
  expect(compose(sized(LARGEST_DOCUMENT + 1), [], '2026-01-01T00:00:00Z')).toEqual({
    problems: [expect.objectContaining({rule: 'size'})],
  })
})

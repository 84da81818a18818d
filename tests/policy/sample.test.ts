// The sample library follows its own rules.

import {expect, test} from 'vitest'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {isOpen} from '../../policy/finding.ts'

test('the sample content passes with no error and no unanswered warning', async () => {
  await using source = await openPathSource('content')
  const {findings, withheld, settings} = await survey(source, {today: '2026-11-24'})
  expect(findings.filter(isOpen)).toEqual([])
  expect(withheld).toEqual([])
  // No rule is switched off for it.
  expect(settings).toEqual([])
})

// Which requests a reviewer finds in the list of what waits, as their texts change.

import {expect, test} from 'vitest'
import {revisionOf} from '../../review/revision.ts'
import {withTexts} from '../../studio/review/waiting.ts'
import {faq} from '../support/library.ts'

const draft = {...faq, _id: 'drafts.faq-rest'}
const published = {...faq, _id: 'faq-rest', question: 'What did readers get before?'}
const request = {
  id: 'submission-1',
  subject: 'faq-rest',
  revision: revisionOf(draft),
  reviewers: ['person-ann'],
  requirements: [],
  together: undefined,
  note: undefined,
  neededBy: undefined,
  submittedAt: '2026-01-01T10:00:00Z',
}

test('a text that was submitted waits, as a draft or published', () => {
  expect(withTexts([request], [draft, published])).toEqual([{...request, isChanged: false}])
  expect(withTexts([request], [{...draft, _id: 'faq-rest'}])).toEqual([
    {...request, isChanged: false},
  ])
})

test('a draft that was discarded does not wait any more', () => {
  expect(withTexts([request], [])).toEqual([])
  expect(withTexts([request], [published])).toEqual([])
})

test('a text that was changed waits on, and the list can say so', () => {
  const changed = {...draft, question: 'How long shall I rest now?'}
  expect(withTexts([request], [changed, published])).toEqual([{...request, isChanged: true}])
})

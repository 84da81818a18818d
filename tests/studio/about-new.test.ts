// What the form says of references to new texts.

import {expect, test} from 'vitest'
import {withNewTexts} from '../../studio/checks/about-new.ts'

const document = {
  _id: 'drafts.a',
  _type: 'faq',
  _rev: '1',
  _createdAt: '2026-01-01T10:00:00Z',
  _updatedAt: '2026-01-01T10:00:00Z',
  sources: [
    {_key: 'new', _ref: 'work-new'},
    {_key: 'gone', _ref: 'work-gone'},
  ],
}

function errorAt(...path: (string | {_key: string})[]) {
  return {level: 'error' as const, message: 'This document is not published.', path}
}

test('a reference to a new text is no error, since both go to review together', () => {
  const markers = [
    errorAt('sources', {_key: 'new'}),
    errorAt('sources', {_key: 'gone'}),
    errorAt('question'),
  ]
  const [first, ...others] = withNewTexts(markers, document, [{id: 'work-new'}])
  expect(first).toEqual({
    level: 'info',
    message: 'This document is new. It goes to review and to readers together with this text.',
    path: ['sources', {_key: 'new'}],
  })
  expect(others).toEqual(markers.slice(1))
})

// Every field in which an editor can type words for readers is read by the editorial rules.

import {describe, expect, test} from 'vitest'
import {passagesOf} from '../../policy/text/passages.ts'
import {governedTypes} from '../../review/governed.ts'
import {filled, notWords} from '../support/filled.ts'

/** A cited work has no words of ours: its publisher wrote them. */
const writtenHere = governedTypes.filter((type) => type !== 'citedWork')

describe.each(writtenHere)('%s', (type) => {
  const {document, words} = filled(type)
  const read = passagesOf({_id: 'document', ...document})
    .map(({text}) => text)
    .join('\n')
  const unread = new Set([...words].filter(([word]) => !read.includes(word)).map(([, at]) => at))

  test('rules read every string that an editor can type, except those that are not words', () => {
    expect([...unread].filter((at) => !(at in notWords))).toEqual([])
  })

  test('rules read the heading', () => {
    expect(read).toMatch(/^word\d+x/)
  })
})

// A draft and the same text in a release can hold their fields in different orders. Rules always use
// the order in which readers see the words.

import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {isObject} from '../../policy/references.ts'
import {emptyContext} from '../../policy/rule.ts'
import {passagesOf} from '../../policy/text/passages.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {flawedDocuments} from '../support/flawed.ts'
import {article, library, paragraph} from '../support/library.ts'

/** The same document with the fields of every object in reverse order. */
function reversed({_id, _type, ...fields}: StoredDocument): StoredDocument {
  return {...reversedFields(fields), _type, _id}
}

function reversedFields(value: object): object {
  const fields = Object.entries(value).toReversed()
  return Object.fromEntries(fields.map(([name, member]) => [name, reversedValue(member)]))
}

function reversedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedValue)
  return isObject(value) ? reversedFields(value) : value
}

test('findings do not depend on the order of fields', () => {
  for (const document of [...library, ...flawedDocuments('2026-01-01').approved]) {
    expect(check(reversed(document), emptyContext)).toEqual(check(document, emptyContext))
  }
})

test('a word that the summary explains is explained in the body', () => {
  const page = {
    ...article,
    summary: 'A haematoma, which is a large bruise, may follow. It goes away.',
    body: [paragraph('b', 'Tell the nurse about a haematoma.')],
  }
  for (const document of [page, reversed(page)]) {
    expect(check(document, emptyContext).map(({rule}) => rule)).not.toContain('plain/jargon')
  }
})

test('words are in the order of the page, also inside a callout', () => {
  const callout = {
    body: [paragraph('p', 'Call 911.')],
    title: 'Do not wait',
    tone: 'urgent',
    _key: 'c',
    _type: 'callout',
  }
  const texts = passagesOf({
    body: [callout],
    summary: 'What to do.',
    title: 'In need',
    _id: 'page',
    _type: 'article',
  })
  expect(texts.map(({text}) => text)).toEqual([
    'In need',
    'What to do.',
    'Do not wait',
    'Call 911.',
  ])
})

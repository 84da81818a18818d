// A revision covers every comma of a document, and depends only on its content.

import {createHash} from 'node:crypto'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {canonicalJson, contentOf, revisionOf, type StoredDocument} from '../../review/revision.ts'
import {article} from '../support/library.ts'
import {runs} from '../support/long.ts'

const json = fc.jsonValue({maxDepth: 6})

const documents = fc
  .dictionary(fc.string(), json)
  .map((fields): StoredDocument => ({...fields, _id: 'subject', _type: 'article'}))

test('canonical JSON is the same as from the implementation by the author of RFC 8785', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(canonicalJson(document)).toBe(canonicalize(document))
    }),
    {numRuns: runs(500, 50_000)},
  )
})

test('a deep or wide document is digested completely', () => {
  let deep: unknown = 'bottom'
  for (let depth = 0; depth < 500; depth++) deep = [deep]
  const wide = Array.from({length: 5000}, (_, index) => index)
  const document = {_id: 'subject', _type: 'article', deep, wide}
  expect(canonicalJson(document)).toBe(canonicalize(document))
})

test('a revision is the SHA-256 of the canonical content, so that any tool can check it', () => {
  const canonical = canonicalize(contentOf(article)) ?? ''
  expect(revisionOf(article)).toBe(createHash('sha256').update(canonical).digest('hex'))
})

test('a change of any character makes another revision', () => {
  fc.assert(
    fc.property(
      fc.string({minLength: 1, unit: 'grapheme'}),
      fc.string({unit: 'grapheme'}),
      (one, other) => {
        fc.pre(one !== other)
        expect(revisionOf({...article, title: one})).not.toBe(
          revisionOf({...article, title: other}),
        )
      },
    ),
  )
})

test('the order of fields does not matter', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const reversed = Object.fromEntries(Object.entries(document).toReversed())
      expect(revisionOf({...reversed, _id: 'subject', _type: 'article'})).toBe(revisionOf(document))
    }),
  )
})

test('a draft, a version in a release and the published document share their revision', () => {
  const revision = revisionOf(article)
  expect(revisionOf({...article, _id: 'drafts.article'})).toBe(revision)
  expect(revisionOf({...article, _id: 'versions.r1.article'})).toBe(revision)
  expect(revisionOf({...article, _id: 'another'})).not.toBe(revision)
})

test('the fields that the lake adds do not change the revision', () => {
  const noted = {...article, _rev: 'x', _createdAt: 'y', _updatedAt: 'z', _system: {base: {}}}
  expect(revisionOf(noted)).toBe(revisionOf(article))
})

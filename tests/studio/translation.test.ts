// A translation begins as a copy of its source, without what belongs to the source alone.

import {expect, test} from 'vitest'
import {revisionOf} from '../../review/revision.ts'
import {translationOf} from '../../studio/renditions/translation.ts'
import {article, slug} from '../support/library.ts'

test('a translation begins with the words of its source, and not with its history', () => {
  const source = {
    ...article,
    slug: slug('prolo'),
    formerSlugs: ['before'],
    firstPublished: '2026-01-05',
    changeNote: 'The section about costs is new.',
  }
  const begun = translationOf(source, {id: 'article-es', language: 'es-US'})
  expect(begun).toMatchObject({
    _id: 'article-es',
    title: article.title,
    language: 'es-US',
    slug: {current: 'prolo-es'},
    rendition: {of: {_ref: 'article'}, revision: revisionOf(source)},
  })
  expect(Object.keys(begun)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(formerSlugs|firstPublished|changeNote)$/)]),
  )
})

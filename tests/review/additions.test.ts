// Sanity adds to fields while a document waits for others, and takes it away on publishing. That is no content.

import fc from 'fast-check'
import {afterAll, expect, test} from 'vitest'
import {pointersIn} from '../../model/references.ts'
import {shapeFindings} from '../../model/validate.ts'
import {governedTypes} from '../../review/governed.ts'
import {contentOf, revisionOf, storedDocument} from '../../review/revision.ts'
import {changesBetween} from '../../studio/review/changes.ts'
import {filled} from '../support/filled.ts'
import {freshLake} from '../support/lake.ts'
import {runs} from '../support/long.ts'
import {documentType, openStudio} from '../support/validity.ts'

const studio = await openStudio()
afterAll(studio.close)

const TARGET = 'created-beside'

/** What *Create* leaves in a reference, or what a user of the API may write there; or nothing. */
const addition = fc.constantFrom<object>(
  {},
  {_weak: true},
  {_weak: true, _strengthenOnPublish: {type: 'article', template: {id: 'article', params: {}}}},
  {_weak: true, _strengthenOnPublish: {type: 'article', weak: true}},
)

/** What an upload leaves in an image. */
const upload = {_upload: {progress: 4, file: {name: 'knee.png', type: 'image/png'}}}

/** A document as the Studio makes it, with a target and an addition in each of its references. */
function withAdditions(value: unknown, additions: Iterator<object>, _key?: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => withAdditions(item, additions, `key-${index}`))
  }
  if (typeof value !== 'object' || value === null) return value
  const type = '_type' in value ? value._type : undefined
  const entries = Object.entries(value).map(([name, member]) => [
    name,
    withAdditions(member, additions),
  ])
  return {
    ...(_key === undefined ? {} : {_key}),
    ...Object.fromEntries(entries),
    ...(type === 'reference' ? {_ref: TARGET, ...additions.next().value} : {}),
    ...(type === 'figure' ? upload : {}),
  }
}

test.each(governedTypes)(
  'publishing any draft of the type %s that the Studio can make changes nothing that a reviewer approved',
  async (type) => {
    const {client} = freshLake()
    await client.create({_id: TARGET, _type: 'article'})
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(addition), async (additions) => {
        const draftId = 'drafts.made'
        const made = withAdditions({...filled(type).document, _id: draftId}, additions)
        await client.createOrReplace(storedDocument.parse(made))
        const draft = storedDocument.parse(await client.getDocument(draftId))
        await client.action({
          actionType: 'sanity.action.document.publish',
          draftId,
          publishedId: 'made',
        })
        const published = storedDocument.parse(await client.getDocument('made'))
        expect(revisionOf(published)).toBe(revisionOf(draft))
        expect(
          changesBetween(draft, published, {type: documentType(studio, type), titles: new Map()}),
        ).toEqual([])
        const judged = [draft, published].map(contentOf)
        const [before, after] = judged.map((text) => shapeFindings(text, type))
        expect(after).toEqual(before)
        expect(JSON.stringify(before)).not.toMatch(/_weak|_strengthenOnPublish|_upload/)
        const [pointersBefore, pointersAfter] = judged.map(pointersIn)
        expect(pointersAfter).toEqual(pointersBefore)
      }),
      {numRuns: runs(10, 200)},
    )
  },
)

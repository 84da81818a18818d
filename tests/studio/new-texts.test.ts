// The new texts to which a text leads. They go to review and to readers together with it.

import {filter, firstValueFrom, map, timeout} from 'rxjs'
import {expect, test} from 'vitest'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {submissionOf} from '../../studio/actions/submission-form.tsx'
import {ledTo, newTextRecords, newTextsIn, targetsIn} from '../../studio/review/new-texts.ts'
import {governanceWith} from '../support/governance.ts'
import {guardedLake, importPeople, peopleOfAccounts} from '../support/lake.ts'

function reference(target: string) {
  return {_key: target, _type: 'reference', _ref: target, _weak: true, _strengthenOnPublish: {}}
}

function article(id: string, markDefs: readonly object[] = [], fields: object = {}) {
  const body = [{_key: 'b', _type: 'block', markDefs, children: []}]
  return {_id: id, _type: 'article', title: id, body, ...fields}
}

const link = (id: string) => ({_type: 'internalLink', _key: id, reference: reference(id)})
const citation = (id: string) => ({_type: 'citation', _key: id, reference: reference(id)})

// `first` links to `second` and back, `second` cites `source`, and `source` leads nowhere.
const first = article('first', [link('second')])
const second = article('second', [link('first'), citation('source')])
const source = {_id: 'source', _type: 'citedWork', title: 'source'}
const texts: readonly StoredDocument[] = [first, second, source]

const governance = governanceWith(peopleOfAccounts.filter(({_type}) => _type === 'person'))

/** A lake with drafts of the texts, and of a text that leads to them. */
async function lakeWithDrafts() {
  const {lake, as} = guardedLake()
  await importPeople(lake)
  const other = article('other', [link('first')])
  for (const text of [...texts, other]) {
    await as('writer').create({...text, _id: `drafts.${text._id}`})
  }
  const approve = (text: StoredDocument) =>
    as('reviewer').create({
      _type: 'review',
      subject: {_type: 'reference', _ref: text._id, _weak: true},
      revision: revisionOf(text),
      decision: 'approved',
      reviewer: {_type: 'reference', _ref: 'person-reviewer', _weak: true},
      decidedAt: new Date().toISOString(),
    })
  const publish = (...published: readonly StoredDocument[]) =>
    as('writer').action(
      published.map(({_id}) => ({
        actionType: 'sanity.action.document.publish' as const,
        draftId: `drafts.${_id}`,
        publishedId: _id,
      })),
    )
  /** The new texts to which a document leads, as soon as they are of some number. */
  const ledToFrom = (document: StoredDocument, count: number) =>
    firstValueFrom(
      newTextRecords(as('writer'), new Set(targetsIn(document))).pipe(
        map((records) => ledTo(document, newTextsIn(records, governance))),
        filter(({length}) => length === count),
        timeout(10_000),
      ),
    )
  return {as, approve, publish, ledToFrom}
}

test('a text leads to new texts directly and through each other, and circles end', async () => {
  const {ledToFrom} = await lakeWithDrafts()
  const found = async (document: StoredDocument, count: number) =>
    (await ledToFrom(document, count)).map(({id}) => id)
  expect(await found(first, 2)).toEqual(['second', 'source'])
  expect(await found(second, 2)).toEqual(['first', 'source'])
  expect(await found(source, 0)).toEqual([])
  expect(await found(article('other', [link('first')]), 3)).toEqual(['first', 'second', 'source'])
})

test('a published text is no new text any more, also if it has a draft', async () => {
  const {as, approve, publish, ledToFrom} = await lakeWithDrafts()
  await approve(source)
  await publish(source)
  await as('writer').create({...source, title: 'Changed', _id: 'drafts.source'})
  expect((await ledToFrom(first, 1)).map(({id}) => id)).toEqual(['second'])
})

test('a reference that may outlive its target brings no text to review', async () => {
  const {ledToFrom} = await lakeWithDrafts()
  const request = {_id: 'request', _type: 'submission', subject: reference('first')}
  expect(await ledToFrom(request, 0)).toEqual([])
})

test('each new text has the status of its own draft, and says whether it waits', async () => {
  const {as, approve, ledToFrom} = await lakeWithDrafts()
  await approve(source)
  const asked = (await ledToFrom(first, 2)).find(({id}) => id === 'second')
  if (!asked) throw new Error('It is not led to')
  await as('writer').create(
    submissionOf(
      {id: asked.id, type: asked.type, ...asked.text, together: ['first', 'source']},
      {by: 'person-writer', note: '', neededBy: '', reviewers: ['person-reviewer']},
    ),
  )
  expect(
    (await ledToFrom(first, 2)).map(({id, status, isWaiting}) => ({id, status, isWaiting})),
  ).toEqual([
    {id: 'second', status: 'inReview', isWaiting: true},
    {id: 'source', status: 'approved', isWaiting: false},
  ])
})

test('new texts follow the lake: a draft that leads to another brings it in', async () => {
  const {as, ledToFrom} = await lakeWithDrafts()
  const grown = ledToFrom(first, 3)
  await as('writer').create({_id: 'drafts.question', _type: 'faq', question: 'Why?'})
  await as('writer')
    .patch('drafts.second')
    .set({faqs: [reference('question')]})
    .commit()
  expect((await grown).map(({id}) => id)).toEqual(['second', 'source', 'question'])
})

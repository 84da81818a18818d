// A published text is an approved text. Each attempt to publish another one is made at a real port.

import type {SanityClient} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {formatDay} from '../../review/day-words.ts'
import {dayOf, daysAfter, monthsAfter} from '../../review/days.ts'
import type {DecisionKind} from '../../review/decision.ts'
import {revisionOf, type StoredDocument} from '../../review/revision.ts'
import {guardedServer, importPeople, refusal, type Username} from '../support/lake.ts'

const OLD = {_id: 'a', _type: 'article', title: 'Old'}
const NEW = {...OLD, title: 'New'}
const WARNING = {_id: 'warning', _type: 'disclaimer', title: 'Ask a doctor'}

let decisions = 0

function decide(
  client: SanityClient,
  by: Username,
  document: StoredDocument,
  decision: DecisionKind = 'approved',
  more: object = {},
) {
  return client.create({...decisionBy(by, document, decision), ...more})
}

function decisionBy(
  by: Username,
  document: StoredDocument,
  decision: DecisionKind = 'approved',
): StoredDocument {
  return {
    _id: `decision-${(decisions += 1)}`,
    _type: 'review',
    subject: {_type: 'reference', _ref: document._id, _weak: true},
    revision: revisionOf(document),
    decision,
    reviewer: {_type: 'reference', _ref: `person-${by}`, _weak: true},
    decidedAt: new Date().toISOString(),
  }
}

/** A lake on a port with an approved article and an approved warning, and a draft of the article. */
async function publishingHouse() {
  const {lake, as} = await guardedServer()
  await importPeople(lake)
  for (const document of [OLD, WARNING]) {
    await as('writer').create({...document, _id: `drafts.${document._id}`})
    await decide(as('reviewer'), 'reviewer', document)
    await publish(as('writer'), document._id)
  }
  await as('writer').create({...NEW, _id: 'drafts.a'})
  const published = async () =>
    (await as('build').fetch<unknown>('*[_id == "a"][0].title', {}, {perspective: 'published'})) ??
    undefined
  return {as, published}
}

function publish(client: SanityClient, id = 'a') {
  return client.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${id}`,
    publishedId: id,
  })
}

/** The reason for a refusal. */
async function refused(request: Promise<unknown>): Promise<string> {
  const error = await refusal(request)
  expect(error.statusCode).toBe(403)
  return error.message
}

describe('a text without an approval that counts is not published', () => {
  const roads: Record<string, (client: SanityClient) => Promise<unknown>> = {
    'by an action': (client) => publish(client),
    'by a replacement': (client) => client.createOrReplace(NEW),
    'by a patch': (client) => client.patch('a').set({title: 'New'}).commit(),
    'by a patch by query': (client) =>
      client.patch({query: '*[_id == "a"]'}).set({title: 'New'}).commit(),
    'by a creation': (client) => client.create({...NEW, _id: 'b'}),
    'by one that happens if there is none': (client) =>
      client.createIfNotExists({...NEW, _id: 'b'}),
    'after a deletion in the same transaction': (client) =>
      client.transaction().delete('a').create(NEW).commit(),
    'as the last of several changes': (client) =>
      client
        .transaction()
        .createOrReplace(OLD)
        .patch('a', (patch) => patch.set({title: 'New'}))
        .commit(),
    'in a rehearsal': (client) => client.createOrReplace(NEW, {dryRun: true}),
    'as an article that was something else': async (client) => {
      await client.createOrReplace({_id: 'b', _type: 'glossaryTerm'})
      return client.createOrReplace({...NEW, _id: 'b'})
    },
    'in a set with an approved one': async (client) => {
      await client.releases.create({releaseId: 'r', metadata: {releaseType: 'asap'}})
      await client.create({...NEW, _id: 'versions.r.a'})
      await client.create({...WARNING, _id: 'versions.r.warning'})
      return client.releases.publish({releaseId: 'r'})
    },
  }

  test.each(Object.entries(roads))('%s', async (_road, attempt) => {
    const {as, published} = await publishingHouse()
    expect(await refused(attempt(as('writer')))).toMatch(
      /"[ab]" cannot be published: (?:it was edited after its last approval|no reviewer has approved it)\. A reviewer/,
    )
    expect(await published()).toBe('Old')
  })

  test('after a request for changes', async () => {
    const {as} = await publishingHouse()
    await decide(as('reviewer'), 'reviewer', NEW, 'changesRequested')
    expect(await refused(publish(as('writer')))).toContain('a reviewer has asked for changes')
  })

  test('with an approval by a person whom it names as its author', async () => {
    const {as} = await publishingHouse()
    const authors = [{_key: 'a', _type: 'reference', _ref: 'person-reviewer', _weak: true}]
    await as('writer').patch('drafts.a').set({authors}).commit()
    await decide(as('reviewer'), 'reviewer', {...NEW, authors})
    expect(await refused(publish(as('writer')))).toContain('only its own author has approved it')
    await decide(as('other'), 'other', {...NEW, authors})
    await publish(as('writer'))
  })

  test('with an approval that an administrator filed for the reviewer who wrote it', async () => {
    const {as, published} = await publishingHouse()
    const own = {...NEW, title: 'My own'}
    await as('reviewer').createOrReplace({...own, _id: 'drafts.a'})
    await decide(as('administrator'), 'reviewer', own)
    expect(await refused(publish(as('writer')))).toContain(
      'the approval by person-reviewer does not count, because that reviewer wrote some of the text',
    )
    expect(await published()).toBe('Old')
  })

  test('after a retraction, not even a text that was approved before', async () => {
    const {as} = await publishingHouse()
    await decide(as('reviewer'), 'reviewer', NEW)
    await publish(as('writer'))
    await decide(as('reviewer'), 'reviewer', NEW, 'retracted')
    expect(await refused(as('writer').createOrReplace(OLD))).toContain(
      'a reviewer has retracted it',
    )
  })

  test('by an administrator, in place of an approved one', async () => {
    const {as, published} = await publishingHouse()
    await refused(as('administrator').createOrReplace(NEW))
    expect(await published()).toBe('Old')
  })
})

describe('a text is published', () => {
  test('with its approval, also in one transaction, in either order', async () => {
    const {as, published} = await publishingHouse()
    const approval = {create: decisionBy('reviewer', NEW)}
    await as('reviewer').mutate([{createOrReplace: NEW}, approval])
    expect(await published()).toBe('New')
    await as('writer').createOrReplace({...OLD, title: 'Newer', _id: 'drafts.a'})
    const next = {create: decisionBy('reviewer', {...OLD, title: 'Newer'})}
    await as('reviewer').mutate([next, {createOrReplace: {...OLD, title: 'Newer'}}])
    expect(await published()).toBe('Newer')
  })

  test('but not with an approval in one transaction of words by its reviewer', async () => {
    const {as, published} = await publishingHouse()
    const own = {...NEW, title: 'My own'}
    const both = [{createOrReplace: own}, {create: decisionBy('reviewer', own)}]
    for (const order of [both, both.toReversed()]) await refused(as('reviewer').mutate(order))
    expect(await published()).toBe('Old')
  })

  test('and is not judged again as long as it does not change', async () => {
    const {as} = await publishingHouse()
    await decide(as('reviewer'), 'reviewer', OLD, 'retracted')
    await as('writer').createOrReplace(OLD)
    await as('writer').patch('a').set({title: 'Old'}).commit()
  })

  test('by an administrator as the first of a document, because an import works so', async () => {
    const {as} = await publishingHouse()
    await as('administrator').create({...NEW, _id: 'b'})
    await as('administrator').patch('b').set({title: 'Newer'}).commit()
    await refused(as('writer').patch('b').set({title: 'Newest'}).commit())
  })

  test('of a type that needs no approval, and drafts of all types', async () => {
    const {as} = await publishingHouse()
    await as('writer').create({_id: 'term', _type: 'glossaryTerm'})
    await as('writer').create({...NEW, _id: 'drafts.b'})
    await as('writer').create({...NEW, _id: 'versions.r.b'})
    await as('writer').create({_id: 'drafts.leaflet', _type: 'leaflet'})
    await as('writer').releases.create({releaseId: 'r', metadata: {releaseType: 'asap'}})
  })
})

describe('a document of a type that the content model does not know', () => {
  const leaflet = {_id: 'leaflet', _type: 'leaflet'}

  test.each<[string, (client: SanityClient) => Promise<unknown>]>([
    ['by a creation', (client) => client.create(leaflet)],
    [
      'by an action',
      async (client) => {
        await client.create({...leaflet, _id: 'drafts.leaflet'})
        const ids = {draftId: 'drafts.leaflet', publishedId: 'leaflet'}
        return client.action({actionType: 'sanity.action.document.publish', ...ids})
      },
    ],
    [
      'as a document that was something else',
      async (client) => {
        await client.create({_id: 'leaflet', _type: 'glossaryTerm'})
        return client.createOrReplace(leaflet)
      },
    ],
  ])('is not published %s', async (_, publish) => {
    const {as} = await publishingHouse()
    const {statusCode, message} = await refusal(publish(as('writer')))
    expect(statusCode).toBe(403)
    expect(message).toContain(
      '"leaflet" cannot be published: the content model has no type "leaflet"',
    )
    expect(await as('writer').getDocument('leaflet')).not.toMatchObject(leaflet)
  })

  test('can be imported by an administrator, and changed and deleted from then on', async () => {
    const {as} = await publishingHouse()
    await as('administrator').create(leaflet)
    await as('writer').patch('leaflet').set({title: 'One'}).commit()
    await as('writer').delete('leaflet')
    expect(await as('writer').getDocument('leaflet')).toBeUndefined()
  })
})

describe('an approved text', () => {
  const roads: Record<string, (client: SanityClient) => Promise<unknown>> = {
    'is not deleted': (client) => client.delete('warning'),
    'is not deleted by query': (client) =>
      client.delete({query: '*[_type == "disclaimer" && true]'}),
    'is not deleted by an action': (client) =>
      client.action({
        actionType: 'sanity.action.document.delete',
        publishedId: 'warning',
        includeDrafts: [],
      }),
    'is not unpublished': (client) =>
      client.action({
        actionType: 'sanity.action.document.unpublish',
        draftId: 'drafts.warning',
        publishedId: 'warning',
      }),
    'is not unpublished by a release': async (client) => {
      await client.releases.create({releaseId: 'r', metadata: {releaseType: 'asap'}})
      await client.unpublishVersion({releaseId: 'r', publishedId: 'warning'})
      return client.releases.publish({releaseId: 'r'})
    },
  }

  test.each(Object.entries(roads))('%s, until a reviewer retracts it', async (_road, attempt) => {
    const {as} = await publishingHouse()
    expect(await refused(attempt(as('writer')))).toContain('Have a reviewer retract it first')
    expect(await as('build').getDocument('warning')).toMatchObject(WARNING)
    await decide(as('reviewer'), 'reviewer', WARNING, 'retracted')
    expect(await refused(as('writer').delete('warning'))).toContain('only an administrator')
    await as('administrator').delete('warning')
    // The history keeps what is deleted.
    expect(
      await as('administrator').request<unknown>({
        uri: '/data/history/production/documents/warning?lastRevision=true',
      }),
    ).toMatchObject({documents: [WARNING]})
  })

  test('of any type stays: an article goes after its retraction, by an administrator', async () => {
    const {as} = await publishingHouse()
    const unpublish = {
      actionType: 'sanity.action.document.unpublish',
      draftId: 'drafts.a',
      publishedId: 'a',
    } as const
    for (const user of ['writer', 'reviewer', 'administrator'] as const) {
      expect(await refused(as(user).action(unpublish))).toContain(
        'Have a reviewer retract it first',
      )
    }
    await decide(as('reviewer'), 'reviewer', OLD, 'retracted')
    expect(await refused(as('reviewer').action(unpublish))).toContain('only an administrator')
    await as('administrator').action(unpublish)
  })

  test('that is only a draft is deleted by its writer', async () => {
    const {as} = await publishingHouse()
    await as('writer').create({_id: 'drafts.draft', _type: 'disclaimer'})
    await as('writer').delete('drafts.draft')
  })

  test('that was never approved is deleted by an administrator only', async () => {
    const {as} = await publishingHouse()
    await as('administrator').create({...OLD, _id: 'imported'})
    expect(await refused(as('writer').delete('imported'))).toContain('only an administrator')
    await as('administrator').delete('imported')
  })
})

describe('people and settings', () => {
  const PAGE = {_id: 'person-other', _type: 'person', name: 'other', roles: ['reviewer']}
  const SETTINGS = {_id: 'siteSettings', _type: 'siteSettings', title: 'Library'}
  const both = [PAGE, SETTINGS].map((document): [string, StoredDocument] => [
    document._type,
    {...document, name: 'New', title: 'New'},
  ])

  async function house() {
    const {as} = await publishingHouse()
    await as('administrator').create({...SETTINGS, _id: 'drafts.siteSettings'})
    await decide(as('deputy'), 'deputy', SETTINGS, 'approved', {kind: 'administrative'})
    await publish(as('administrator'), 'siteSettings')
    return {as}
  }

  test.each(both)('%s: an administrator writes, and another one approves', async (_, next) => {
    const {as} = await house()
    await as('administrator').createOrReplace({...next, _id: `drafts.${next._id}`})
    expect(await refused(publish(as('administrator'), next._id))).toMatch(
      /it was edited after its last approval. An administrator who did not write it has to approve/,
    )
    const word = {kind: 'administrative'}
    expect(
      await refused(decide(as('administrator'), 'administrator', next, 'approved', word)),
    ).toContain('You wrote some of the text')
    await refused(decide(as('reviewer'), 'reviewer', next, 'approved', word))
    await refused(decide(as('reviewer'), 'reviewer', next))
    await decide(as('deputy'), 'deputy', next, 'approved', word)
    await publish(as('administrator'), next._id)
  })

  test('no administrator approves the page about themselves', async () => {
    const {as} = await house()
    const own = {_id: 'person-deputy', _type: 'person', name: 'New', roles: ['administrator']}
    await as('administrator').createOrReplace({...own, _id: 'drafts.person-deputy'})
    const word = {kind: 'administrative'}
    expect(await refused(decide(as('deputy'), 'deputy', own, 'approved', word))).toContain(
      'This page is about you',
    )
  })

  test('old settings do not come back, and while none are approved, no text is published', async () => {
    const {as} = await house()
    const next = {...SETTINGS, title: 'New'}
    await as('administrator').createOrReplace({...next, _id: 'drafts.siteSettings'})
    await decide(as('deputy'), 'deputy', next, 'approved', {kind: 'administrative'})
    await publish(as('administrator'), 'siteSettings')
    expect(await refused(as('deputy').createOrReplace(SETTINGS))).toContain(
      'a text that was approved later replaced it',
    )
    await decide(as('administrator'), 'administrator', next, 'changesRequested', {
      kind: 'administrative',
    })
    await decide(as('reviewer'), 'reviewer', NEW)
    expect(await refused(publish(as('writer')))).toContain('the site settings are not approved')
  })

  test('the approved page of a person is deleted only after a retraction', async () => {
    const {as} = await house()
    expect(await refused(as('administrator').delete('person-deputy'))).toContain(
      'Have an administrator retract it first',
    )
  })

  test('an administrator whose page was retracted approves nothing', async () => {
    const {as} = await house()
    const page = await as('build').getDocument('person-administrator')
    if (!page) throw new Error('There is no such page')
    await decide(as('deputy'), 'deputy', page, 'retracted', {kind: 'administrative'})
    const next = {...SETTINGS, title: 'New'}
    await as('deputy').createOrReplace({...next, _id: 'drafts.siteSettings'})
    expect(
      await refused(
        decide(as('administrator'), 'administrator', next, 'approved', {kind: 'administrative'}),
      ),
    ).toContain('You have no approved person page')
  })

  test('a reviewer does not become an administrator by a page', async () => {
    const {as} = await house()
    const page = {...PAGE, roles: ['reviewer', 'administrator']}
    await as('administrator').createOrReplace({...page, _id: 'drafts.person-other'})
    await decide(as('deputy'), 'deputy', page, 'approved', {kind: 'administrative'})
    await publish(as('administrator'), 'person-other')
    const next = {...SETTINGS, title: 'New'}
    await as('administrator').createOrReplace({...next, _id: 'drafts.siteSettings'})
    expect(
      await refused(decide(as('other'), 'other', next, 'approved', {kind: 'administrative'})),
    ).toContain('Only an administrator can decide on people and site settings')
  })

  test('settings that were approved are never deleted, not even after a retraction', async () => {
    const {as} = await house()
    expect(await refused(as('administrator').delete('siteSettings'))).toContain(
      'Site settings cannot be deleted',
    )
    await decide(as('deputy'), 'deputy', SETTINGS, 'retracted', {kind: 'administrative'})
    await refused(as('administrator').delete('siteSettings'))
  })
})

describe('who may decide', () => {
  const rae = {_id: 'person-reviewer', _type: 'person', name: 'Rae', roles: ['reviewer']}

  /** The page of the reviewer as it becomes, approved. */
  async function houseWith(page: StoredDocument) {
    const {as} = await publishingHouse()
    await as('administrator').createOrReplace({...page, _id: `drafts.${page._id}`})
    await decide(as('deputy'), 'deputy', page, 'approved', {kind: 'administrative'})
    await publish(as('administrator'), page._id)
    return {as}
  }

  test('no user without a page: the lake says what is missing', async () => {
    const {as} = await guardedServer()
    await as('writer').create({...NEW, _id: 'drafts.a'})
    expect(await refused(decide(as('reviewer'), 'reviewer', NEW))).toContain(
      'You have no approved person page, so you cannot decide. Ask an administrator to publish one with the id "person-reviewer"',
    )
  })

  test('nothing can be retracted without a page either', async () => {
    const {as} = await guardedServer()
    await as('administrator').create(OLD)
    expect(await refused(decide(as('reviewer'), 'reviewer', OLD, 'retracted'))).toContain(
      'You have no approved person page',
    )
  })

  test('no user whose page no administrator approved', async () => {
    const {as} = await guardedServer()
    await as('administrator').create(rae)
    await as('writer').create({...NEW, _id: 'drafts.a'})
    expect(await refused(decide(as('reviewer'), 'reviewer', NEW))).toContain(
      'You have no approved person page',
    )
  })

  test.each<[string, object, object, string]>([
    ['without the role', {roles: ['editor']}, {}, 'does not name the role "reviewer"'],
    ['with a word of another kind', {}, {kind: 'legal'}, 'does not name the role "legalReviewer"'],
    ['with an administrative word', {}, {kind: 'administrative'}, 'needs no administrative word'],
    [
      'whose registration has ended',
      {registration: {body: 'R', number: '1', validFrom: '2020-01-01', validUntil: '2021-01-01'}},
      {},
      'The registration on your person page is not valid today',
    ],
  ])('no reviewer %s', async (_, page, word, reason) => {
    const {as} = await houseWith({...rae, ...page})
    expect(await refused(decide(as('reviewer'), 'reviewer', NEW, 'approved', word))).toContain(
      reason,
    )
  })
})

test('a text is published only when its plan is met, and the refusal names what is missing', async () => {
  const {as, published} = await publishingHouse()
  const settings = {
    _id: 'siteSettings',
    _type: 'siteSettings',
    title: 'Library',
    description: 'A library.',
    publisher: 'A publisher',
    language: 'en-US',
    signOff: [
      {
        _type: 'planRule',
        _key: 'r',
        types: ['article'],
        requirements: [{_type: 'planRequirement', _key: 'n', kind: 'clinical', people: 2}],
      },
    ],
  }
  const put = () => as('administrator').createOrReplace({...settings, _id: 'drafts.siteSettings'})
  await put()
  await decide(as('deputy'), 'deputy', settings, 'approved', {kind: 'administrative'})
  await publish(as('administrator'), 'siteSettings')
  await decide(as('reviewer'), 'reviewer', NEW)
  expect(await refused(publish(as('writer')))).toContain(
    'its sign-off is not complete (1 of 2 clinical)',
  )
  await decide(as('reviewer'), 'reviewer', NEW)
  await refused(publish(as('writer')))
  await decide(as('other'), 'other', NEW)
  await publish(as('writer'))
  expect(await published()).toBe('New')
})

describe('a decision sets a next review from the day after it to 36 months after it', () => {
  const today = dayOf(new Date().toISOString())

  test.each([daysAfter(today, -1), today, daysAfter(monthsAfter(today, 36), 1), '2999-01-01'])(
    'so not on %s',
    async (nextReview) => {
      const {as, published} = await publishingHouse()
      const attempt = decide(as('reviewer'), 'reviewer', NEW, 'approved', {nextReview})
      expect(await refused(attempt)).toContain(
        `The next review cannot be on ${formatDay(nextReview)}. Set a day from ${formatDay(daysAfter(today, 1))} to ${formatDay(monthsAfter(today, 36))}, or none for the usual interval`,
      )
      await refused(publish(as('writer')))
      expect(await published()).toBe('Old')
    },
  )

  test.each([daysAfter(today, 1), monthsAfter(today, 36)])('but on %s', async (nextReview) => {
    const {as, published} = await publishingHouse()
    await decide(as('reviewer'), 'reviewer', NEW, 'approved', {nextReview})
    await publish(as('writer'))
    expect(await published()).toBe('New')
  })
})

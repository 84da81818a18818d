// The Studio and the lake agree on who may sign what off.

import {expect, test} from 'vitest'
import {revisionOf} from '../../review/revision.ts'
import {governanceOf} from '../../studio/review/governance.ts'
import {objectionToOther} from '../../studio/review/objection.ts'
import {GOVERNANCE_QUERY, parseGovernance} from '../../studio/review/records.ts'
import {guardedLake, importPeople, peopleOfAccounts, refusal} from '../support/lake.ts'
import {faq, makeDecision, settings} from '../support/library.ts'

/** A lake with users, of which `other` lost the approval of their page. */
async function lakeWithUsers() {
  const {lake, as} = guardedLake()
  await importPeople(lake)
  const page = peopleOfAccounts.find(({_id}) => _id === 'person-other')
  if (!page) throw new Error('There is no page of the user "other".')
  await as('administrator').create({
    ...makeDecision(page, 'retracted', {
      by: 'person-administrator',
      decidedAt: new Date().toISOString(),
    }),
    _id: 'retraction',
  })
  const read = async () =>
    governanceOf(
      parseGovernance(
        await as('reviewer').fetch<unknown>(GOVERNANCE_QUERY, {}, {perspective: 'raw'}),
      ),
    )
  return {as, read}
}

test('the word of a reviewer counts while the page of the reviewer is approved', async () => {
  const {as, read} = await lakeWithUsers()
  await as('writer').create({...faq, _id: 'drafts.faq'})
  const governance = await read()
  for (const [user, objection] of [
    ['reviewer', undefined],
    ['other', 'noPage'],
  ] as const) {
    const me = `person-${user}`
    expect(objectionToOther('changesRequested', {type: 'faq', me, governance})).toBe(objection)
    const decision = {
      _id: `by-${user}`,
      _type: 'review',
      subject: {_type: 'reference', _ref: 'faq', _weak: true},
      revision: revisionOf(faq),
      decision: 'changesRequested',
      reviewer: {_type: 'reference', _ref: me, _weak: true},
      decidedAt: new Date().toISOString(),
    }
    const filed = as(user).create(decision)
    if (objection === undefined) await filed
    else expect((await refusal(filed)).message).toContain('You have no approved person page')
  }
})

test('an administrator whose page was retracted decides on no settings', async () => {
  const {as, read} = await lakeWithUsers()
  expect((await read()).signersFor('siteSettings').has('person-administrator')).toBe(true)
  const page = peopleOfAccounts.find(({_id}) => _id === 'person-administrator')
  if (!page) throw new Error('There is no page of the administrator.')
  await as('deputy').create({
    ...makeDecision(page, 'retracted', {
      by: 'person-deputy',
      decidedAt: new Date().toISOString(),
    }),
    _id: 'retraction-of-administrator',
  })
  expect((await read()).signersFor('siteSettings').has('person-administrator')).toBe(false)
})

test('plans apply once an administrator has approved the site settings', async () => {
  const {as, read} = await lakeWithUsers()
  const requirements = [{_type: 'planRequirement', _key: 'c', kind: 'clinical', people: 2}]
  const strict = {...settings, signOff: [{_type: 'planRule', _key: 'p', requirements}]}
  await as('administrator').create(strict)
  expect((await read()).plans.rules).toEqual([])
  await as('deputy').create(
    makeDecision(strict, 'approved', {by: 'person-deputy', decidedAt: new Date().toISOString()}),
  )
  expect((await read()).plans.rules).toMatchObject([
    {requirements: [{kind: 'clinical', people: 2}]},
  ])
})

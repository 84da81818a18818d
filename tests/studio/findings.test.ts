// What the approve form says of a text: what stays wrong once the text is approved.

import {expect, test} from 'vitest'
import {alike, findingsIn, findingsOnceApproved} from '../../studio/checks/findings.ts'
import {lakeWith} from '../support/lake.ts'
import {
  article,
  library,
  makeDecision,
  paragraph,
  reviewer,
  withDocument,
  work,
} from '../support/library.ts'

test('an approval cures an expired review, and nothing that is wrong with the words', async () => {
  // The Studio remembers for some seconds what it knows of a document, by its id.
  const body = [paragraph('b', 'Prolotherapy cures back pain.')]
  const wrong = {...article, _id: 'expired', body}
  const others = library.filter(
    ({_id, subject}) => _id !== 'article' && !JSON.stringify(subject ?? '').includes('"article"'),
  )
  const {client} = await lakeWith([
    ...others,
    wrong,
    makeDecision(wrong, 'approved', {decidedAt: '2020-01-01T10:00:00Z'}),
  ])
  const rulesOf = (findings: Awaited<ReturnType<typeof findingsIn>>) =>
    new Set(findings.filter(({severity}) => severity === 'error').map(({rule}) => rule))
  const before = rulesOf(await findingsIn(client, wrong))
  expect(before).toContain('freshness/expired')
  const after = rulesOf(await findingsOnceApproved(client, wrong, reviewer._id))
  expect([...after]).toEqual([...before].filter((rule) => rule !== 'freshness/expired'))
  expect(after.size).toBeGreaterThan(0)
})

test('findings that differ in names, numbers, days and addresses only stand together', () => {
  const one = {severity: 'warning', document: 'a', type: 'article', path: 'body', hint: ''} as const
  const length = {...one, rule: 'plain/sentence-length'}
  const link = {...one, rule: 'links/insecure'}
  const findings = [
    {...length, message: 'has 31 words in one sentence'},
    {...link, message: 'links to http://a.example/, which is not encrypted'},
    {...length, message: 'has 44 words in one sentence'},
    {...link, message: 'links to http://b.example/?c=1, which is not encrypted'},
    {...link, message: 'leads to a shop, and is not marked as commercial'},
    {...one, rule: 'evidence/lapses-soon', message: 'is valid only until May 2, 2026'},
    {...one, rule: 'evidence/lapses-soon', message: 'is valid only until June 30, 2026'},
  ]
  const [first, second, third, fourth, fifth, sixth, seventh] = findings
  expect(alike(findings)).toEqual([[first, third], [second, fourth], [fifth], [sixth, seventh]])
})

test('a draft that cites a work which was retracted says so, and names the newer work', async () => {
  const newer = {...work, _id: 'newer', title: 'A larger trial', doi: '10.1234/newer'}
  const fallen = {
    ...work,
    status: 'superseded',
    supersededBy: {_type: 'reference', _ref: 'newer'},
  }
  const {client} = await lakeWith([...withDocument(fallen), newer])
  const draft = {...article, _id: 'drafts.leaning'}
  const found = (await findingsIn(client, draft)).filter(({rule}) => rule === 'evidence/lapsed')
  expect(found).toMatchObject([
    {
      severity: 'error',
      path: 'body[_key=="b2"]',
      quote: {text: 'One review found that studies disagree.'},
      sentence: 'One review found that studies disagree.',
      message: 'leans on “A trial of something”, which a newer work has superseded',
      hint: expect.stringContaining('Cite “A larger trial” instead'),
    },
  ])
})

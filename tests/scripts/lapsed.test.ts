// npm run lapsed: one list of retracted works marks those of a library, and names every sentence that leans on them.

import {expect, test} from 'vitest'
import {z} from 'zod'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {runCommand, temporaryFolder, writeDataset} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {
  article,
  keyed,
  library,
  makeDecision,
  paragraph,
  reference,
  therapy,
  TODAY,
  work,
} from '../support/library.ts'
import {listOf} from '../support/list.ts'

const SENTENCE = 'One review found that studies disagree.'

const draft = {
  ...article,
  _id: 'drafts.article',
  body: [
    ...z.array(z.looseObject({})).parse(article['body']),
    paragraph('new', 'A first sentence. It rests on the same review.', {
      marks: ['c'],
      markDefs: [{_type: 'citation', _key: 'c', reference: reference('work')}],
    }),
  ],
}

const seriousRisks = [
  {_type: 'seriousRisk', _key: 'r', risk: 'A stroke', frequency: 'rare', sources: [keyed('work')]},
]

test('a list marks its works in drafts, names each sentence that leans on them, and changes nothing when it is read again', async () => {
  const {dir, client} = await lakeWith([
    ...library,
    draft,
    {...therapy, _id: 'drafts.therapy', seriousRisks},
  ])
  const list = await listOf(
    'list.csv',
    'doi,pmid,status,date,reason',
    '10.9999/elsewhere,,retracted,2025-01-31,',
    'https://doi.org/10.1234/TEST,,retracted,2025-05-02,"The data, it says, are not sound"',
  )
  const lapsed = (...options: string[]) => runCommand('lapsed', [list, '--source', dir, ...options])
  const trial = await lapsed('--dry-run')
  expect(trial.code).toBe(2)
  expect(trial.stdout).toContain('1 reference would be marked')
  expect(await client.getDocument('drafts.work')).toBeUndefined()

  const first = await lapsed()
  expect(first.stderr).toBe('')
  expect(first.code).toBe(2)
  expect(first.stdout).toContain(
    'citedWork work "A trial of something": retracted on May 2, 2025. Reason in the list: The data, it says',
  )
  expect(first.stdout.replaceAll(/\s+/g, ' ')).toContain(
    [
      'article article "What is prolotherapy?"',
      `body[_key=="b2"] “${SENTENCE}” cites work, in the published text and in the draft`,
      'body[_key=="new"] “A first sentence.” cites work, in the draft',
      'body[_key=="new"] “It rests on the same review.” cites work, in the draft',
      'therapyType therapy "Dextrose prolotherapy"',
      'seriousRisks[_key=="r"].risk “A stroke” cites work, in the draft',
    ].join(' '),
  )
  expect(first.stdout).toContain('1 draft written')
  const marked = await client.getDocument('drafts.work')
  expect(marked).toMatchObject({status: 'retracted', title: work['title']})
  expect(await client.getDocument('work')).not.toHaveProperty('status')

  const again = await lapsed('--json')
  expect(again.code).toBe(2)
  expect(JSON.parse(again.stdout)).toMatchObject({
    ok: true,
    rows: 2,
    passedOver: 0,
    found: [{id: 'work', isNew: false, reason: 'The data, it says, are not sound'}],
    drafts: [],
    sentences: [
      {document: 'article'},
      {document: 'article'},
      {document: 'article'},
      {document: 'article'},
      {document: 'therapy'},
    ],
  })
  expect(await client.getDocument('drafts.work')).toEqual(marked)

  // Once a reviewer has approved the mark, an export withholds the page.
  const approved = {...work, status: 'retracted'}
  await client.createOrReplace(approved)
  await client.create(makeDecision(approved, 'approved', {decidedAt: '2026-11-01T10:00:00Z'}))
  await using source = await openPathSource(dir)
  const {withheld} = await survey(source, {today: TODAY})
  expect(withheld).toMatchObject([
    {id: 'article', reason: expect.stringContaining('evidence/lapsed')},
  ])
})

test('a row that cannot be true of the library is refused in words', async () => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, library)
  const list = await listOf(
    'list.csv',
    'doi,status,supersededBy',
    '10.1234/test,superseded,10.1234/test',
  )
  const {code, stdout} = await runCommand('lapsed', [list, '--source', source, '--dry-run'])
  expect(code).toBe(2)
  expect(stdout).toContain('0 references in')
  expect(stdout).toContain('(1 row, 1 refused)')
  expect(stdout).toContain(
    'Line 2 of list.csv says of work “A trial of something” that its newer work is this work itself.',
  )
})

test('a list that names no work of the library ends with 0, and one that cannot be used with 1', async () => {
  using folder = temporaryFolder()
  const source = writeDataset(folder.path, library)
  const elsewhere = await listOf('list.csv', 'doi,status', '10.9999/elsewhere,withdrawn')
  const wrong = await listOf('list.csv', 'doi,status', '10.1234/test,retractd')
  const here = await listOf('list.csv', 'doi,status', '10.1234/test,retracted')
  const [none, bad, unwritable] = await Promise.all([
    runCommand('lapsed', [elsewhere, '--source', source, '--dry-run']),
    runCommand('lapsed', [wrong, '--source', source, '--dry-run']),
    runCommand('lapsed', [here, '--source', source]),
  ])
  expect(none.stdout).toMatch(/No reference in .* is on the list \(1 row\)/)
  expect(bad.stderr).toContain('Line 2 of list.csv, column status: “retractd” is not a status')
  expect(unwritable.stderr).toContain('cannot be changed: it is a file')
  expect([none.code, bad.code, unwritable.code]).toEqual([0, 1, 1])
})

// Lists of works that no longer stand, and what they change in a library.

import {describe, expect, test} from 'vitest'
import {Failure} from '../../pipeline/failure.ts'
import {listedIn} from '../../pipeline/lapsed/list.ts'
import {markListed} from '../../pipeline/lapsed/mark.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {lakeWith} from '../support/lake.ts'
import {library, reference, withDocument, work} from '../support/library.ts'
import {listOf} from '../support/list.ts'

const newer = {...work, _id: 'newer', title: 'A larger trial', doi: '10.1234/newer'}

/** Marks what a list names in a lake. */
async function marked(dir: string, list: string, isTrial = false) {
  await using source = await openPathSource(dir)
  return await markListed(source, listedIn(list), isTrial)
}

test('a draft of a work keeps its other changes, learns which published work has superseded it, and only gets worse', async () => {
  const ofWork = {...work, _id: 'drafts.work', page: '1-9', pmid: '123'}
  const {dir, client} = await lakeWith([...library, newer, ofWork])
  const list = await listOf(
    'list.ndjson',
    JSON.stringify({
      pmid: 123,
      status: 'superseded',
      supersededBy: 'https://doi.org/10.1234/NEWER',
    }),
  )
  expect(await marked(dir, list)).toMatchObject({
    found: [{newer: 'newer'}],
    drafts: ['drafts.work'],
  })
  expect(await client.getDocument('drafts.work')).toMatchObject({
    page: '1-9',
    status: 'superseded',
    supersededBy: {_ref: 'newer'},
  })
  const worse = await listOf(
    'worse.csv',
    'doi,status',
    '10.1234/test,Retracted',
    '10.1234/test,superseded',
  )
  await marked(dir, worse)
  expect(await client.getDocument('drafts.work')).toMatchObject({status: 'retracted'})
  expect(await marked(dir, list)).toMatchObject({drafts: []})
  expect(await client.getDocument('drafts.work')).toMatchObject({status: 'retracted'})
})

test('of the data file of Retraction Watch only retractions count, and it says how many rows it passed over', async () => {
  const {dir} = await lakeWith([
    ...library,
    {...work, _id: 'doubted', doi: '10.1234/doubted'},
    {...work, _id: 'by-pmid', doi: undefined, pmid: '7654321'},
  ])
  const list = await listOf(
    'retraction_watch.csv',
    '\uFEFFRecord ID,Title,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason',
    '1,A trial,4/2/2020 0:00,10.1234/Test,0,Retraction,+Error in Data;',
    '2,Doubts,4/2/2020 0:00,10.1234/doubted,0,Expression of concern,',
    '3,"Two\nlines",12/31/2024 0:00,unavailable,7654321,Retraction,',
    '4,No name,1/2/2020 0:00,Unavailable,0,Retraction,',
  )
  expect(await marked(dir, list, true)).toMatchObject({
    rows: 4,
    passedOver: 2,
    found: [
      {id: 'work', status: 'retracted', date: '2020-04-02', reason: '+Error in Data;'},
      {id: 'by-pmid', date: '2024-12-31'},
    ],
  })
})

test('a row whose DOI and PMID belong to two works marks neither, and names both', async () => {
  const {dir, client} = await lakeWith([...library, {...newer, pmid: '7654321'}])
  const list = await listOf(
    'list.csv',
    'doi,pmid,status',
    '10.1234/test,7654321,retracted',
    '10.1234/newer,7654321,withdrawn',
  )
  expect(await marked(dir, list)).toMatchObject({
    found: [{id: 'newer', status: 'withdrawn'}],
    refused: [
      {
        line: 2,
        works: ['work', 'newer'],
        problem:
          'names two references: its DOI is that of work “A trial of something”, and its PMID that of newer “A larger trial”',
      },
    ],
    drafts: ['drafts.newer'],
  })
  expect(await client.getDocument('drafts.work')).toBeUndefined()
})

test('two references with the identifiers of one work are both marked', async () => {
  const both = {...work, pmid: '1'}
  const {dir} = await lakeWith([...withDocument(both), {...both, _id: 'double'}])
  const list = await listOf('list.csv', 'doi,pmid,status', '10.1234/test,1,retracted')
  expect(await marked(dir, list)).toMatchObject({
    found: [{id: 'double'}, {id: 'work'}],
    refused: [],
  })
})

describe('rows by which works would supersede each other mark none of them:', () => {
  const third = {...work, _id: 'third', title: 'The largest trial', doi: '10.1234/third'}
  test.each<[string, readonly StoredDocument[], string[], object[]]>([
    [
      'two works',
      [...library, newer],
      ['10.1234/test,superseded,10.1234/newer', '10.1234/newer,superseded,10.1234/test'],
      [
        {line: 2, works: ['work', 'newer']},
        {line: 3, works: ['newer', 'work']},
      ],
    ],
    [
      'three works, one of which is marked already',
      [
        ...withDocument({...work, status: 'superseded', supersededBy: reference('newer')}),
        newer,
        third,
      ],
      ['10.1234/newer,superseded,10.1234/third', '10.1234/third,superseded,10.1234/test'],
      [
        {line: 2, works: ['newer', 'third', 'work']},
        {line: 3, works: ['third', 'work', 'newer']},
      ],
    ],
    [
      'a work and itself',
      library,
      ['10.1234/test,superseded,10.1234/test'],
      [{line: 2, problem: expect.stringContaining('is this work itself')}],
    ],
  ])('%s', async (_, documents, lines, refused) => {
    const {dir} = await lakeWith(documents)
    const list = await listOf('list.csv', 'doi,status,supersededBy', ...lines)
    expect(await marked(dir, list)).toMatchObject({found: [], refused, drafts: []})
  })
})

describe('a list that cannot be used says where, what is wrong and what to do:', () => {
  test.each([
    [
      'list.csv',
      ['doi,status', '10.1234/a,retractd'],
      'Line 2 of list.csv, column status: “retractd” is not a status',
      'Write one of these words',
    ],
    [
      'list.csv',
      ['pmid,status', '1,retracted', 'x1,retracted'],
      'Line 3 of list.csv, column pmid: “x1” is not a PMID',
      'Write only the number',
    ],
    [
      'list.csv',
      ['doi;status', '10.1234/a;retracted'],
      'names no column doi or pmid: “doi;status”',
      'doi,pmid,status',
    ],
    ['list.csv', ['doi,status', '10.1234/a'], 'on line 2', 'quotation marks'],
    ['list.csv', ['doi,status', '10.1234/a,"retracted'], 'line 2', 'quotation marks'],
    ['list.csv', [], 'list.csv is empty', 'Get the list again'],
    [
      'list.ndjson',
      ['{"doi":"10.1234/a"'],
      'Line 1 of list.ndjson is not a JSON object',
      'an object on a line of its own',
    ],
    [
      'list.ndjson',
      ['{"pmid":1,"status":"retracted","date":"2/3/2020"}'],
      'column date: “2/3/2020” is not a day',
      'YYYY-MM-DD',
    ],
  ])('%s %j', async (name, lines, problem, hint) => {
    const {dir} = await lakeWith(library)
    await using source = await openPathSource(dir)
    const list = await listOf(name, ...lines)
    const reading = markListed(source, listedIn(list), true)
    await expect(reading).rejects.toThrow(Failure)
    await expect(reading).rejects.toMatchObject({
      message: expect.stringContaining(problem),
      hint: expect.stringContaining(hint),
    })
  })
})

// An article that describes a treatment lets readers weigh it and look up its sources.

import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {identifier} from '../../policy/evidence/identifier.ts'
import {lapsed} from '../../policy/evidence/lapsed.ts'
import {lapsesSoon} from '../../policy/evidence/lapses-soon.ts'
import {requiredParts} from '../../policy/evidence/parts.ts'
import {unusedReference} from '../../policy/evidence/unused-reference.ts'
import {emptyContext, type Context, type WorkRecord} from '../../policy/rule.ts'
import {todayIs} from '../../policy/today.ts'
import {article, keyed, paragraph, reference, richTable, therapy, work} from '../support/library.ts'

function sections(...headings: string[]): object[] {
  return headings.flatMap((heading) => [
    paragraph(heading, heading, {style: 'h2'}),
    paragraph(`below ${heading}`, 'Some words.'),
  ])
}

function missing(body: unknown, more: object = {}): string[] {
  return check({...article, ...more, body}, emptyContext, [requiredParts]).map(
    ({message}) => message,
  )
}

const NO_EVIDENCE = 'has no part on what the evidence says'
const NO_RISKS = 'has no part on risks'
const NO_ALTERNATIVE = 'names no alternative'

describe('the parts of an article on a therapy', () => {
  test('an article with all three has no finding, in any order and at any heading level', () => {
    expect(missing(article.body)).toEqual([])
    expect(missing(sections('Other choices', 'Is it safe?', 'Does prolotherapy work?'))).toEqual([])
    const body = [
      ...sections('About it'),
      paragraph('e', 'What the evidence says', {style: 'h3'}),
      paragraph('e1', 'Little.'),
      ...sections('Risks', 'Other choices'),
    ]
    expect(missing(body)).toEqual([])
  })

  test('each missing part is reported on the body', () => {
    expect(missing(sections('What it is'))).toEqual([NO_EVIDENCE, NO_RISKS, NO_ALTERNATIVE])
    expect(missing(sections('Evidence', 'Other choices'))).toEqual([NO_RISKS])
    expect(check({...article, body: []}, emptyContext, [requiredParts])[0]).toMatchObject({
      path: 'body',
      severity: 'error',
    })
  })

  test.each([
    'What the evidence says',
    'What studies have found',
    'How well does it work?',
    'Do the injections help?',
    'Research so far',
  ])('“%s” is a heading for the evidence', (heading) => {
    expect(missing(sections(heading, 'Risks', 'Other choices'))).toEqual([])
  })

  test.each([
    'Risks and who should not have it',
    'Side effects',
    'Possible side-effects',
    'Is PRP safe?',
    'What can go wrong',
    'Who shouldn’t have it',
    'Complications',
  ])('“%s” is a heading for the risks', (heading) => {
    expect(missing(sections('Evidence', heading, 'Other choices'))).toEqual([])
  })

  test.each([
    'Other choices',
    'Alternatives to PRP',
    'Other treatments',
    'What else you can do',
    'What you can try instead',
    'Your options',
  ])('“%s” is a heading for alternatives', (heading) => {
    expect(missing(sections('Evidence', 'Risks', heading))).toEqual([])
  })

  test.each(['How it is thought to work', 'What to expect', 'Getting another appointment'])(
    '“%s” is a heading for none of these',
    (heading) => {
      expect(missing(sections(heading))).toHaveLength(3)
    },
  )

  test('a heading counts only if words follow it, directly or under a lower heading', () => {
    const empty = paragraph('h', 'Other choices', {style: 'h2'})
    expect(missing([...sections('Evidence', 'Risks'), empty])).toEqual([NO_ALTERNATIVE])
    expect(missing([empty, ...sections('Evidence', 'Risks')])).toEqual([NO_ALTERNATIVE])
    expect(missing([...sections('Evidence', 'Risks'), empty, paragraph('p', ' ')])).toEqual([
      NO_ALTERNATIVE,
    ])
    const lesser = [paragraph('l', 'At home', {style: 'h3'}), paragraph('p', 'Walk.')]
    expect(missing([...sections('Evidence', 'Risks'), empty, ...lesser])).toEqual([])
  })

  test('a table or a card below the heading counts as words', () => {
    const card = {_type: 'therapyEmbed', _key: 'c', therapy: {_type: 'reference', _ref: 'other'}}
    const heading = paragraph('h', 'Other choices', {style: 'h2'})
    expect(missing([...sections('Evidence', 'Risks'), heading, card])).toEqual([])
  })

  test('a page that describes no therapy needs none of them, even if it shows a card', () => {
    const card = {_type: 'therapyEmbed', _key: 'c', therapy: {_type: 'reference', _ref: 'therapy'}}
    expect(missing([...sections('Before the visit'), card], {therapies: []})).toEqual([])
    expect(missing(sections('Before the visit'), {therapies: undefined})).toEqual([])
  })
})

function lookedUp(fields: object): string[] {
  return check({...work, doi: undefined, ...fields}, emptyContext, [identifier]).map(
    ({path}) => path,
  )
}

test('a journal article needs a valid DOI or PMID', () => {
  expect(lookedUp({doi: '10.1234/test'})).toEqual([])
  expect(lookedUp({pmid: '17443537'})).toEqual([])
  expect(lookedUp({})).toEqual(['doi'])
  expect(lookedUp({url: 'https://journal.example/42'})).toEqual(['doi'])
  expect(lookedUp({doi: 'doi:10.1234/test'})).toEqual(['doi'])
  expect(lookedUp({doi: '10.1234/te st', pmid: 'PMC123'})).toEqual(['doi'])
})

test('any other work needs a DOI or a web address', () => {
  for (const type of ['book', 'chapter', 'report', 'webpage']) {
    const page = {type, url: 'https://www.fda.gov/page'}
    const mayChange = type === 'report' || type === 'webpage'
    expect(lookedUp({...page, accessed: '2026-01-05'})).toEqual([])
    expect(lookedUp(page)).toEqual(mayChange ? ['accessed'] : [])
    expect(lookedUp({type, doi: '10.1234/test'})).toEqual([])
    expect(lookedUp({type})).toEqual(['url'])
    expect(lookedUp({type, url: 'www.fda.gov', pmid: '1'})).toEqual(['url'])
  }
})

test('a work that no page cites is reported, and others are not', () => {
  const unused = (cited: string[]) =>
    check(work, {...emptyContext, cited: new Set(cited)}, [unusedReference])
  expect(unused(['work'])).toEqual([])
  expect(unused(['other'])).toMatchObject([{path: '(document)', severity: 'warning'}])
})

describe('a work that does not stand any more is named wherever a document cites it', () => {
  const today = '2026-01-01'
  const record = {
    title: 'A trial',
    status: 'retracted',
    validUntil: undefined,
    newer: undefined,
  } as const
  const ending = {...record, status: 'current', validUntil: '2026-01-31'} as const
  const citing = (fields: object, works: Context['agingWorks']) =>
    check({...therapy, ...fields}, {...emptyContext, today: todayIs(today), agingWorks: works}, [
      lapsed,
      lapsesSoon,
    ]).map(({rule, path, quote}) => [rule, path, quote?.text])

  test('in a mark of a text, and in a list of sources of any object and of any name', () => {
    const mark = {
      marks: ['c'],
      markDefs: [{_type: 'citation', _key: 'c', reference: reference('old')}],
    }
    const works = new Map<string, WorkRecord>([
      ['old', record],
      ['ending', ending],
    ])
    expect(
      citing(
        {
          evidence: [paragraph('e', 'One trial found no effect.', mark)],
          seriousRisks: [
            {
              _type: 'seriousRisk',
              _key: 'r',
              risk: 'A lung that collapses',
              sources: [keyed('old')],
            },
          ],
          addedLater: [{_key: 'x', risk: 'A stroke', reportedBy: {in: [keyed('ending')]}}],
        },
        works,
      ),
    ).toEqual([
      ['evidence/lapsed', 'evidence[_key=="e"]', 'One trial found no effect.'],
      ['evidence/lapsed', 'seriousRisks[_key=="r"].risk', 'A lung that collapses'],
      ['evidence/lapses-soon', 'addedLater[_key=="x"].risk', 'A stroke'],
    ])
  })

  test('with the words beside the list of sources that has it', () => {
    const sources = [keyed('old')]
    const alt = 'A bar for each group'
    expect(
      citing(
        {
          summary: 'Most people were better.',
          summarySources: sources,
          description: [
            {_type: 'figure', _key: 'f', alt, caption: '9 of 10', sources},
            {_type: 'figure', _key: 'g', alt, sources},
            richTable('t', [['Better']], {caption: 'Who was better', sources}),
          ],
        },
        new Map([['old', record]]),
      ),
    ).toEqual([
      ['evidence/lapsed', 'summary', 'Most people were better.'],
      ['evidence/lapsed', 'description[_key=="f"].caption', '9 of 10'],
      ['evidence/lapsed', 'description[_key=="g"].alt', alt],
      ['evidence/lapsed', 'description[_key=="t"].caption', 'Who was better'],
    ])
  })

  test('with its title, if a field of the document itself cites it', () => {
    expect(citing({restsOn: [keyed('old')]}, new Map([['old', record]]))).toEqual([
      ['evidence/lapsed', 'name', therapy['name']],
    ])
  })

  test('but not where a mark is defined and no words have it, or in a reference to another work', () => {
    const unused = {markDefs: [{_type: 'citation', _key: 'c', reference: reference('old')}]}
    const works = new Map([['old', record]])
    expect(citing({evidence: [paragraph('e', 'Nothing is known.', unused)]}, works)).toEqual([])
    expect(
      citing({seriousRisks: [{_key: 'r', risk: 'A stroke', sources: [keyed('new')]}]}, works),
    ).toEqual([])
  })
})

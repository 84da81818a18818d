// Claims that readers must not see are found at their exact words, anywhere in a document.

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {efficacy} from '../../policy/claims/efficacy.ts'
import {framing} from '../../policy/claims/framing.ts'
import {regulatory} from '../../policy/claims/regulatory.ts'
import {safety} from '../../policy/claims/safety.ts'
import {emptyContext, type Context, type TherapyRecord} from '../../policy/rule.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {bareArticle} from '../support/bare-article.ts'
import {readCorpus} from './corpus/corpus.ts'

const rules = [efficacy, safety, framing, regulatory]

function found(document: StoredDocument, context: Context = emptyContext): string[] {
  return check(document, context, rules).map(({rule, quote}) => `${rule}: ${quote?.text}`)
}

test.each([
  ['It is a non-invasive treatment.', 'claims/framing: non-invasive'],
  ['It works without the use of harmful drugs.', 'claims/framing: harmful drugs'],
  ['The injection repairs injured tissue.', 'claims/efficacy: repairs injured tissue'],
  ['In many cases it helps patients to avoid surgery.', 'claims/framing: avoid surgery'],
])('a claim from an old article is found at its exact words: %s', (text, finding) => {
  expect(found(bareArticle(text))).toContain(finding)
})

test.each([
  ['A sure pain relief for you.', 'claims/efficacy: sure pain relief'],
  ['Sure recovery is yours.', 'claims/efficacy: Sure recovery'],
])('a claim is found with any of its first words: %s', (text, finding) => {
  expect(found(bareArticle(text))).toContain(finding)
})

test.each([
  ['a study that found it', 'A study found that PRP cures arthritis.'],
  ['a denial before a colon', 'Nothing hurts like arthritis: our injections cure it.'],
  ['a doubt in another statement', 'Our injections cure it; the idea that rest helps is a myth.'],
  ['a question that sells', 'Looking for a cure?'],
  ['a denial of a denial', 'No one can deny that our PRP cures arthritis.'],
  ['a doubt that is denied', 'Nobody doubts that our PRP is completely safe.'],
  ['a refuted denial', 'It is a myth that our PRP does not cure arthritis.'],
  ['a hedge', 'It could be a relatively side-effect free treatment.'],
])('%s does not excuse a claim', (_says, text) => {
  expect(found(bareArticle(text))).not.toEqual([])
})

test.each([
  'Antibiotics cure most bladder infections.',
  'An operation usually cures the hernia.',
  'Research aims to find a cure for the disease.',
  'The medicine is licensed to treat high blood pressure.',
  'The blood test is harmless.',
  'Clinical cure was defined as no symptoms after four weeks.',
  'She has a history of back pain.',
  'It is not true that PRP cures arthritis.',
  'The doctor who promises that PRP works for everyone is wrong.',
  'Malaria can be treated and cured if it is found early.',
  'Doctors once believed that bed rest cured tuberculosis.',
  'A blood pressure check is quick and harmless.',
  'Iron tablets can turn your stools black, which is harmless.',
  'Doctors who treat strokes look at a scan first.',
  'The treatment for leukemia aims to destroy the cancer cells.',
  'Treating infections',
  'Bypass surgery improves the blood flow.',
  'The immune system destroys harmful foreign substances.',
  'You will be given medicine so you do not feel any pain.',
  'They are not at higher risk.',
  'Be sure to bring a list of your medicines.',
])('a sound statement is no claim: %s', (text) => {
  expect(found(bareArticle(text))).toEqual([])
})

test.each([
  ['error', 'Our injections cure arthritis.'],
  ['error', 'PRP is completely safe.'],
  ['warning', 'The liver disease can be completely eliminated in most cases, and no risk remains.'],
  ['warning', 'Ozone is highly effective.'],
])('an %s: %s', (severity, text) => {
  const findings = check(bareArticle(text), emptyContext, rules)
  expect([...new Set(findings.map((finding) => finding.severity))]).toEqual([severity])
})

test('a citation beside a claim does not silence it', () => {
  const [block] = [bareArticle('PRP repairs injured tissue.')['body']].flat()
  const [child] = [Object(block).children].flat()
  const cited = {
    ...Object(block),
    children: [{...child, marks: ['m']}],
    markDefs: [{_type: 'citation', _key: 'm', reference: {_ref: 'work'}}],
  }
  expect(found({_id: 'article', _type: 'article', body: [cited]})).toHaveLength(1)
})

test('spaces and hyphens that do not break, and unseen characters, hide no claim from its place', () => {
  for (const text of [
    'It is a non\u2011invasive treatment.',
    'It is a non\u00ADinva\u200Bsive treatment.',
    'It has no\u00A0side\u00A0effects.',
    'It is a nоn-invаsive treatment.',
    'It is a ｎｏｎ-invasive treatment.',
    'It is a non\u2013invasive treatment.',
  ]) {
    const finding = check(bareArticle(text), emptyContext, rules).find(({quote}) => quote)
    expect(finding?.quote?.text).toBe(text.slice(finding?.quote?.start, finding?.quote?.end))
    expect(finding?.quote?.text).toMatch(/^(?:.{3}.*sive|no.side.effects)$/)
  }
})

test('the line before a list governs its items', () => {
  const item = {
    ...Object([bareArticle('It cures arthritis.')['body']].flat()[0]),
    _key: 'i',
    listItem: 'bullet',
  }
  const after = (line: string) => {
    const [lead] = [bareArticle(line)['body']].flat()
    return found({_id: 'article', _type: 'article', body: [lead, item]})
  }
  expect(after('Be wary of adverts that say:')).toEqual([])
  expect(after('We never say:')).toEqual([])
  for (const line of [
    'Our clinic’s promise:',
    'Be wary? Not with us:',
    'No clinic offers more:',
    'Why we are not like others:',
  ]) {
    expect(after(line), line).toHaveLength(1)
  }
})

const sentences = readCorpus('tuning')
const claims = sentences.filter(({text}) => found(bareArticle(text)).length > 0)
const anyClaim = fc.constantFrom(...claims.map(({text}) => text))
const anySentence = fc.constantFrom(...sentences.map(({text}) => text))

test('a claim in capitals is found', () => {
  fc.assert(
    fc.property(anyClaim, (text) => {
      expect(found(bareArticle(text.toUpperCase()))).not.toEqual([])
    }),
  )
})

test('a question claims nothing', () => {
  fc.assert(
    fc.property(anySentence, (text) => {
      expect(found(bareArticle(`${text.replace(/[.!?]*$/, '')}?`))).toEqual([])
    }),
  )
})

test('a sentence gets the same findings in a title, a heading, a cell, an alternative text and a list', () => {
  fc.assert(
    fc.property(anySentence, (text) => {
      const expected = found(bareArticle(text))
      const [block] = [bareArticle(text)['body']].flat()
      for (const place of [
        {title: text},
        {body: [{_type: 'table', rows: [{cells: [text]}]}]},
        {images: [{_type: 'figure', alt: text}]},
        {body: [{...Object(block), style: 'h2'}]},
        {body: [{...Object(block), listItem: 'bullet'}]},
      ]) {
        expect(found({_id: 'article', _type: 'article', ...place})).toEqual(expected)
      }
    }),
  )
})

test('a claim is found and quoted at the same words after another sentence', () => {
  fc.assert(
    fc.property(anyClaim, (text) => {
      const later = bareArticle(`Sit down first. ${text}`)
      expect(found(later)).toEqual(found(bareArticle(text)))
      for (const {quote} of check(later, emptyContext, rules)) {
        expect(`Sit down first. ${text}`.slice(quote?.start, quote?.end)).toBe(quote?.text)
      }
    }),
  )
})

function therapy(id: string, names: string[], approvedBy: string[]): [string, TherapyRecord] {
  return [id, {id, names, evidenceLevel: 'limited', approvedBy}]
}

const library: Context = {
  ...emptyContext,
  therapies: new Map([
    therapy('dextrose', ['Dextrose prolotherapy', 'Sugar-water injections'], []),
    therapy('prp', ['Platelet-rich plasma (PRP)', 'PRP'], ['FDA']),
  ]),
}

test('a text may state an approval that is in the therapy’s record, by that regulator only', () => {
  expect(found(bareArticle('The FDA has approved PRP.'), library)).toEqual([])
  expect(found(bareArticle('The MHRA has approved PRP.'), library)).toEqual([
    'claims/regulatory: MHRA has approved',
  ])
  expect(found(bareArticle('The FDA has approved sugar-water injections.'), library)).toHaveLength(
    1,
  )
})

test('a sentence that names no therapy is about the therapies of its document', () => {
  const about = (...ids: string[]): StoredDocument => ({
    ...bareArticle('This treatment is approved by the FDA.'),
    therapies: ids.map((id) => ({_type: 'reference', _ref: id})),
  })
  expect(found(about('prp'), library)).toEqual([])
  expect(found(about('dextrose'), library)).toHaveLength(1)
  expect(found(about('prp', 'dextrose'), library)).toHaveLength(1)
  expect(found({...about(), _id: 'prp', _type: 'therapyType'}, library)).toEqual([])
  expect(found(about(), library)).toHaveLength(1)
})

test('a text may state an approval for another use', () => {
  expect(found(bareArticle('Approved for other uses; off-label here'), library)).toEqual([])
  expect(found(bareArticle('Devices cleared for other uses; off-label here'), library)).toEqual([])
  expect(found(bareArticle('The FDA has approved dextrose for low blood sugar.'), library)).toEqual(
    [],
  )
})

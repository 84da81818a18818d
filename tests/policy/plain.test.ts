// Writers are told which words readers would not understand, and what to write instead. Plain words
// have no findings.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {formatFinding, placesOf, type Finding} from '../../policy/finding.ts'
import {abbreviation} from '../../policy/plain/abbreviation.ts'
import {readingGrade} from '../../policy/plain/grade.ts'
import {jargon} from '../../policy/plain/jargon.ts'
import {passiveVoice} from '../../policy/plain/passive.ts'
import {sentenceLength} from '../../policy/plain/sentence-length.ts'
import {emptyContext, type Context, type Rule} from '../../policy/rule.ts'
import {passagesOf} from '../../policy/text/passages.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {article, paragraph, therapy, work} from '../support/library.ts'

function articleOf(...texts: string[]): StoredDocument {
  return {
    ...article,
    title: 'Back pain',
    summary: 'What it is and what helps.',
    body: texts.map((text, index) => paragraph(`p${index}`, text)),
  }
}

function findingsIn(
  rule: Rule,
  document: StoredDocument,
  context: Partial<Context> = {},
): Finding[] {
  return check(document, {...emptyContext, ...context}, [rule])
}

function quotesIn(rule: Rule, text: string, context: Partial<Context> = {}) {
  return findingsIn(rule, articleOf(text), context)
    .flatMap(placesOf)
    .map(({quote}) => quote?.text)
}

describe('the reading grade', () => {
  const hard =
    'Interventional procedures are associated with potentially significant complications. ' +
    'Multidisciplinary assessment facilitates early identification of numerous psychosocial determinants. ' +
    'Pharmacological treatment demonstrates considerable heterogeneity of therapeutic outcomes. '
  const easy = 'Back pain is common. It gets better with time. Keep moving if you can. '
  const between =
    'Most patients with a painful back recover after several weeks without any special treatment. ' +
    'Moving around every day usually helps and may prevent the pain from returning at another time. ' +
    'Your doctor can recommend suitable exercises and explain which medicines could help you. '

  test('hard text is reported with its grade and the sentence to fix first', () => {
    const [finding] = findingsIn(readingGrade, articleOf(hard.repeat(5)))
    expect(finding).toMatchObject({path: 'body', severity: 'warning'})
    expect(finding && formatFinding(finding)).toMatch(
      /^The reading grade is \d+\.\d, over 8 \(Flesch–Kincaid\)/,
    )
    expect(finding?.hint).toContain('Multidisciplinary assessment facilitates')
  })

  test('easy text is not reported', () => {
    expect(findingsIn(readingGrade, articleOf(easy.repeat(10)))).toEqual([])
  })

  test('the grade is the one calculated by hand', () => {
    // 4 words and 13 syllables.
    const sentence = 'Hospital procedures necessitate medicine. '
    const document = {...articleOf(sentence.repeat(29)), summary: sentence}
    const grade = 0.39 * 4 + 11.8 * (13 / 4) - 15.59
    expect(findingsIn(readingGrade, document)[0]?.message).toContain(
      `is ${grade.toFixed(1)}, over 8`,
    )
  })

  test('text for health professionals may be harder than text for patients', () => {
    const document = articleOf(between.repeat(5))
    expect(findingsIn(readingGrade, document)).toHaveLength(1)
    expect(findingsIn(readingGrade, {...document, audience: 'professionals'})).toEqual([])
  })

  test('a text of a few words is not checked', () => {
    expect(findingsIn(readingGrade, articleOf(hard))).toEqual([])
    expect(findingsIn(readingGrade, articleOf('Heterogeneity matters. '.repeat(30)))).toEqual([])
  })

  test('short items of a list do not make hard text look easy', () => {
    const document = articleOf(hard.repeat(5))
    const items = Array.from({length: 40}, (_, index) => ({
      ...paragraph(`i${index}`, 'sore back'),
      listItem: 'bullet',
    }))
    const withList = {...document, body: [paragraph('p0', hard.repeat(5)), ...items]}
    expect(findingsIn(readingGrade, withList)).toEqual(findingsIn(readingGrade, document))
  })
})

describe('the length of sentences', () => {
  const words = (count: number) => `${Array.from({length: count}, () => 'Word').join(' ')}.`

  test('a sentence of more than 25 words is quoted whole; for professionals, of more than 35', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 60}), (count) => {
        const document = articleOf(`Short. ${words(count)} Short.`)
        const long = words(count)
        const found = (each: StoredDocument) =>
          findingsIn(sentenceLength, each).map(({quote}) => quote?.text)
        expect(found(document)).toEqual(count > 25 ? [long] : [])
        expect(found({...document, audience: 'professionals'})).toEqual(count > 35 ? [long] : [])
      }),
    )
  })

  test('the message says how many words there are', () => {
    expect(findingsIn(sentenceLength, articleOf(words(31)))[0]?.message).toContain('31 words')
  })
})

describe('the passive voice', () => {
  const textOf = (passives: number, sentences: number): string =>
    Array.from({length: sentences}, (_, index) =>
      index < passives ? 'The skin is cleaned.' : 'You feel well.',
    ).join(' ')

  test('is reported if more than a fifth of at least 15 sentences use it', () => {
    fc.assert(
      // A text without words has a finding of its own.
      fc.property(fc.nat(40), fc.integer({min: 1, max: 40}), (a, b) => {
        const passives = Math.min(a, b)
        // The summary is a sentence too.
        const sentences = Math.max(a, b) + 1
        const found = findingsIn(passiveVoice, articleOf(textOf(passives, sentences - 1)))
        const isReported = sentences >= 15 && passives > sentences / 5
        expect(found).toHaveLength(isReported ? 1 : 0)
      }),
    )
  })

  test('is accepted in a fifth of the sentences', () => {
    expect(findingsIn(passiveVoice, articleOf(textOf(4, 19)))).toEqual([])
  })

  test('the report counts them and shows the first', () => {
    const [finding] = findingsIn(passiveVoice, articleOf(textOf(8, 19)))
    expect(finding).toMatchObject({path: 'body', message: expect.stringContaining('8 of 20')})
    expect(finding?.hint).toContain('“is cleaned”')
  })
})

describe('medical words', () => {
  test('are reported with a plain replacement', () => {
    const [finding] = findingsIn(jargon, articleOf('Take an analgesic if it hurts.'))
    expect(finding).toMatchObject({
      path: 'body[_key=="p0"]',
      quote: {text: 'analgesic', start: 8, end: 17},
      sentence: 'Take an analgesic if it hurts.',
    })
    expect(finding?.message).toContain('“painkiller”')
  })

  test.each(['Analgesics', 'comorbidities', 'exacerbated', 'stenoses', 'excising', 'edema'])(
    'are found in every form: %s',
    (word) => {
      expect(quotesIn(jargon, `${word} may come up.`)).toEqual([word])
    },
  )

  test.each([
    'Take an analgesic, which means a painkiller.',
    'Take an analgesic (a painkiller).',
    'Take a painkiller (analgesic).',
    'Take a painkiller, also called an analgesic.',
    'Take an analgesic – a painkiller.',
    'Take an analgesic, that is, a painkiller.',
    'An analgesic is a medicine against pain.',
    'Analgesic: a medicine against pain.',
  ])('are accepted if they are explained: %s', (text) => {
    expect(quotesIn(jargon, `${text} The analgesic may make you sleepy.`)).toEqual([])
  })

  test('are reported once, where they first appear', () => {
    const document = articleOf('Take an analgesic.', 'An analgesic (painkiller) helps.')
    expect(findingsIn(jargon, document).map(({path}) => path)).toEqual(['body[_key=="p0"]'])
  })

  test('are accepted in a title if the text explains them at their first use', () => {
    const explained = articleOf('Haematoma means a large bruise.')
    expect(findingsIn(jargon, {...explained, title: 'After a haematoma'})).toEqual([])
    const above = {...articleOf('A haematoma may hurt.'), title: 'After a haematoma (bruise)'}
    expect(findingsIn(jargon, above)).toEqual([])
    const left = articleOf('Rest and wait.')
    expect(findingsIn(jargon, {...left, title: 'After a haematoma'})).toMatchObject([
      {path: 'title'},
    ])
  })

  test('are accepted in names: of the subject of the page, of therapies, of institutes', () => {
    const aliases = ['Autologous platelet concentrate']
    const named = {...therapy, aliases, summary: 'Also sold as autologous platelet concentrate.'}
    expect(findingsIn(jargon, named)).toEqual([])
    const therapies = new Map([
      ['t', {id: 't', names: aliases, evidenceLevel: 'limited', approvedBy: []}],
    ])
    const text = 'We describe autologous platelet concentrate.'
    expect(quotesIn(jargon, text)).toEqual(['autologous'])
    expect(quotesIn(jargon, text, {therapies})).toEqual([])
    expect(quotesIn(jargon, 'It is at the Institute of Musculoskeletal Diseases.')).toEqual([])
  })

  test('in cited works, search descriptions and alternative texts are not reported', () => {
    expect(findingsIn(jargon, {...work, title: 'Analgesic efficacy in edema'})).toEqual([])
    expect(findingsIn(jargon, {...articleOf('Rest.'), seo: {title: 'Analgesics'}})).toEqual([])
    const images = [{_type: 'figure', _key: 'f', alt: 'An analgesic in a blister'}]
    expect(findingsIn(jargon, {...articleOf('Rest.'), images})).toEqual([])
  })

  test('that editors add are found too, and the editors’ plain words take precedence', () => {
    const glossary = [
      {term: 'bolus', plain: 'single large dose'},
      {term: 'Analgesic', plain: 'pain reliever'},
    ]
    const found = findingsIn(jargon, articleOf('A bolus of an analgesic.'), {glossary})
    expect(found.flatMap(placesOf).map(({message}) => message)).toEqual([
      expect.stringContaining('single large dose'),
      expect.stringContaining('pain reliever'),
    ])
  })

  test('that editors add may contain any character', () => {
    fc.assert(
      fc.property(fc.string({minLength: 1}), fc.string(), (term, text) => {
        const glossary = [{term, plain: 'x'}]
        expect(() => findingsIn(jargon, articleOf(text), {glossary})).not.toThrow()
      }),
    )
    const glossary = [{term: 'β-blocker (oral)', plain: 'heart pill'}]
    expect(quotesIn(jargon, 'A β-blocker (oral) helps.', {glossary})).toEqual(['β-blocker (oral)'])
  })

  test('are not found inside other words', () => {
    expect(quotesIn(jargon, 'Adrenaline is collateral.')).toEqual([])
  })
})

describe('abbreviations', () => {
  test('are reported where they first appear without an explanation', () => {
    const [finding] = findingsIn(abbreviation, articleOf('You may need an MRI.', 'An MRI is loud.'))
    expect(finding).toMatchObject({
      path: 'body[_key=="p0"]',
      quote: {text: 'MRI', start: 16, end: 19},
    })
  })

  test.each(['COX-2', 'BMAC', 'PRPs', 'IV', 'ER'])('of all kinds are found: %s', (letters) => {
    expect(quotesIn(abbreviation, `It is about ${letters} here.`)).toEqual([
      letters.replace(/s$/, ''),
    ])
  })

  test.each([
    'Platelet-rich plasma (PRP) is made from blood.',
    'PRP (platelet-rich plasma) is made from blood.',
    'PRP stands for something else.',
    'Doctors call platelet-rich plasma PRP.',
    'Cyclooxygenase-2 (COX-2) is a protein.',
    'COX-2 (cyclooxygenase-2) is a protein.',
    'Your fear of the needle (FN) may go.',
    'PRP, or platelet-rich plasma, is made from blood.',
    'Some non-steroidal anti-inflammatory drugs (NSAIDs) may help.',
    'It is given into a vein by an intravenous (IV) drip.',
  ])('are accepted if they are expanded: %s', (text) => {
    expect(quotesIn(abbreviation, text)).toEqual([])
  })

  test('are not explained by unrelated words in brackets', () => {
    expect(quotesIn(abbreviation, 'PRP (see below) is made from blood.')).toEqual(['PRP'])
  })

  test.each([
    'The FDA and the NHS are in the US and the UK.',
    'Jane Doe, MD, is a DPT.',
    'A phase II trial found a type IV allergy.',
    'Do NOT stop.',
    'AFTER YOUR INJECTION',
  ])('that are common knowledge, and other capitals, are accepted: %s', (text) => {
    expect(quotesIn(abbreviation, text)).toEqual([])
  })

  test('are accepted in a title if the text expands them at their first use', () => {
    const document = {...articleOf('PRP stands for platelet-rich plasma.'), title: 'What is PRP?'}
    expect(findingsIn(abbreviation, document)).toEqual([])
    const late = articleOf('PRP is made from blood.', 'PRP means platelet-rich plasma.')
    expect(findingsIn(abbreviation, {...late, title: 'What is PRP?'})).toMatchObject([
      {path: 'body[_key=="p0"]'},
    ])
  })

  test('that are other names of the document’s own therapy are accepted there', () => {
    const named = {...therapy, aliases: ['PRP'], summary: 'To make PRP, a machine spins blood.'}
    expect(findingsIn(abbreviation, named)).toEqual([])
    const therapies = new Map([
      ['t', {id: 't', names: ['PRP'], evidenceLevel: 'limited', approvedBy: []}],
    ])
    expect(quotesIn(abbreviation, 'We use PRP.', {therapies})).toEqual(['PRP'])
  })
})

test('every quote matches the text at its offsets and is part of its sentence', () => {
  const words = fc.constantFrom('analgesic', 'MRI', 'Word', 'word', '(', ') ', '. ', ' ', '\n', '–')
  const text = fc.array(words, {minLength: 1, maxLength: 60}).map((pieces) => pieces.join(''))
  const rules = [sentenceLength, jargon, abbreviation]
  fc.assert(
    fc.property(text, (words) => {
      const document = articleOf(words)
      const passages = new Map(passagesOf(document).map((passage) => [passage.path, passage.text]))
      const found = check(document, emptyContext, rules)
      for (const {path, quote, sentence} of found.filter(({rule}) => rule.startsWith('plain/'))) {
        expect(passages.get(path)?.slice(quote?.start, quote?.end)).toBe(quote?.text)
        expect(sentence).toContain(quote?.text)
      }
    }),
  )
})

// A reference that a writer pastes fills in the fields of a reference, from any usual format.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {citedWork} from '../../model/cited-work.ts'
import {readReference} from '../../studio/references/read-reference.ts'
import {runs} from '../support/long.ts'

const trial = {
  type: 'article-journal',
  title: 'Dextrose injections for knee pain: a randomized trial',
  author: [
    {family: 'Okafor', given: 'Nadia'},
    {family: 'Berg', given: 'Jan P van der'},
  ],
  containerTitle: 'Journal of Pain Studies',
  issued: 2013,
  volume: '11',
  issue: '3',
  page: '229-237',
  doi: '10.1234/jps.1504',
}

const formats = {
  RIS: `TY  - JOUR
AU  - Okafor, Nadia
AU  - van der Berg, Jan P
TI  - Dextrose injections for knee pain: a randomized trial
T2  - Journal of Pain Studies
PY  - 2013
VL  - 11
IS  - 3
SP  - 229
EP  - 237
DO  - 10.1234/jps.1504
UR  - https://doi.org/10.1234/jps.1504
ER  - `,
  BibTeX: `@article{okafor2013,
  title = {Dextrose injections for knee pain: a randomized trial},
  author = {Okafor, Nadia and van der Berg, Jan P},
  journal = {Journal of Pain Studies},
  year = {2013}, volume = {11}, number = {3}, pages = {229--237},
  doi = {10.1234/jps.1504}
}`,
  'CSL-JSON': JSON.stringify([
    {
      type: 'article-journal',
      title: 'Dextrose injections for knee pain: a randomized trial',
      author: [
        {family: 'Okafor', given: 'Nadia'},
        {family: 'Berg', given: 'Jan P', 'non-dropping-particle': 'van der'},
      ],
      'container-title': 'Journal of Pain Studies',
      issued: {'date-parts': [[2013, 5]]},
      volume: 11,
      issue: '3',
      page: '229-237',
      DOI: 'https://doi.org/10.1234/jps.1504',
      publisher: 'Pain Press',
    },
  ]),
  '.nbib': `PMID- 12345678
OWN - NLM
DP  - 2013 May-Jun
TI  - Dextrose injections for knee pain: a randomized
      trial.
PG  - 229-237
LID - 10.1234/jps.1504 [doi]
VI  - 11
IP  - 3
FAU - Okafor, Nadia
AU  - Okafor N
FAU - Berg, Jan P van der
AU  - Berg JPvd
JT  - Journal of Pain Studies
TA  - J Pain Stud
PT  - Journal Article
`,
}

describe('a reference is read', () => {
  test.each(Object.entries(formats))('from %s', (format, text) => {
    const {fields} = readReference(text)
    expect({...fields, pmid: undefined, author: particlesBehind(fields?.author)}).toEqual({
      ...trial,
      pmid: undefined,
    })
    expect(fields?.pmid).toBe(format === '.nbib' ? '12345678' : undefined)
  })

  test('with a suffix, an organisation and letters of other languages', () => {
    const {fields} = readReference(
      '@report{a, title={Guidance on back pain}, author={{World Health Organization} and M{\\"u}ller, Jr, Karl}, year=2021, institution={WHO Press}}',
    )
    expect(fields).toEqual({
      type: 'report',
      title: 'Guidance on back pain',
      author: [{family: 'World Health Organization'}, {family: 'Müller', given: 'Karl, Jr'}],
      issued: 2021,
      publisher: 'WHO Press',
    })
  })

  test('with a title whose markup is written out', () => {
    const title = 'Effects of CO<sub>2</sub> &amp; 10<sup>6</sup> cells <i>in vitro</i>'
    expect(readReference(JSON.stringify({type: 'book', title})).fields?.title).toBe(
      'Effects of CO₂ & 10⁶ cells in vitro',
    )
  })

  test('with its web address only if it has no DOI and no PMID', () => {
    const page = {type: 'webpage', title: 'Back pain', URL: 'https://example.org/back'}
    expect(readReference(JSON.stringify(page)).fields?.url).toBe('https://example.org/back')
    const scripted = {...page, URL: 'javascript:alert(1)'}
    expect(readReference(JSON.stringify(scripted)).fields).not.toHaveProperty('url')
    const known = {...page, PMID: '123'}
    expect(readReference(JSON.stringify(known)).fields).not.toHaveProperty('url')
  })
})

describe('a reference is refused, with words', () => {
  test('if there are two', () => {
    expect(readReference(`${formats['.nbib']}\n${formats['.nbib']}`).problem).toBe(
      'This text holds 2 references. Paste one of them.',
    )
  })

  test.each([
    '',
    'Okafor N. Dextrose injections. 2013.',
    '{"a": 1}',
    '@article{',
    'TY  - JOUR',
    '[]',
  ])('if there is none: %j', (text) => {
    expect(readReference(text).problem).toMatch(
      /^No reference was found in this text\. Paste it as RIS/,
    )
  })
})

test('whatever is pasted, the fields fit a reference', () => {
  const author = citedWork.shape.author.element.partial({_type: true, _key: true}).array()
  const fields = citedWork.partial().extend({author: author.optional()})
  const value = fc.oneof(fc.string(), fc.integer(), fc.jsonValue())
  const name = fc.record({family: value, given: value, literal: value, suffix: value})
  const csl = fc.record({
    title: fc.oneof({weight: 9, arbitrary: fc.string({minLength: 1})}, value),
    type: fc.oneof(fc.constantFrom('article-journal', 'book', 'webpage'), value),
    author: fc.oneof(fc.array(name), value),
    issued: fc.record({'date-parts': fc.tuple(fc.tuple(fc.oneof(fc.integer(), value)))}),
    DOI: value,
    PMID: fc.oneof(fc.nat(), value),
    URL: fc.oneof(fc.webUrl(), value),
    page: value,
  })
  const text = fc.oneof(
    csl.map((work) => JSON.stringify(work)),
    variations(),
    fc.string(),
  )
  fc.assert(
    fc.property(text, (pasted) => {
      const reading = readReference(pasted)
      if (reading.fields) expect(fields.safeParse(reading.fields).error).toBeUndefined()
      else expect(reading.problem).not.toBe('')
    }),
    {numRuns: runs(500, 20_000)},
  )
})

/** A reference with a line left out, or another text in its place. */
function variations(): fc.Arbitrary<string> {
  return fc
    .record({
      text: fc.constantFrom(...Object.values(formats)),
      line: fc.nat(15),
      other: fc.string(),
    })
    .map(({text, line, other}) =>
      text
        .split('\n')
        .with(Math.min(line, text.split('\n').length - 1), other)
        .join('\n'),
    )
}

type Names = readonly {readonly family: string; readonly given?: string}[]

/** Formats differ in where they keep a particle, and references show it in the same way. */
function particlesBehind(names: Names | undefined): Names | undefined {
  return names?.map(({family, given}) =>
    family === 'van der Berg' ? {family: 'Berg', given: `${given} van der`} : {family, given},
  )
}

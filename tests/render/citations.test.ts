// References look as readers of medical journals know them, and lead to the work. The expected texts
// follow the National Library of Medicine (Citing Medicine).

import {expect, test} from 'vitest'
import type {CitedWork} from '../../model/cited-work.ts'
import {linksOf} from '../../render/components/citation/links.ts'
import {vancouver} from '../../render/components/citation/vancouver.ts'

type Author = readonly [family: string, given?: string]

const trial = {
  type: 'article-journal',
  title: 'A trial of rest',
  containerTitle: 'J. Pain Res.',
  volume: '29',
  issue: '1',
  page: '321-328',
} as const

function work(fields: Partial<CitedWork>, authors: readonly Author[] = [['Doe', 'JQ']]): CitedWork {
  return {
    _id: 'work',
    _type: 'citedWork',
    type: 'book',
    title: 'Rest',
    issued: 2020,
    ...fields,
    author: authors.map(([family, given], index) => ({
      _type: 'name',
      _key: `a${index}`,
      family,
      ...(given === undefined ? {} : {given}),
    })),
  }
}

function authorsOf(...authors: Author[]): string {
  return vancouver(work({title: 'Rest'}, authors)).split(' Rest.')[0] ?? ''
}

test('each kind of work has the parts by which readers find it', () => {
  const {containerTitle, volume, issue, page} = trial
  const parts = {containerTitle, volume, issue, page, publisher: 'Wiley'}
  const texts = [
    work(trial),
    work({...trial, issue: undefined, page: 'CD004059'}),
    work({...trial, volume: undefined}),
    work({...trial, containerTitle: undefined}),
    work({...parts, type: 'book', containerTitle: undefined}),
    work({...parts, type: 'chapter', containerTitle: 'Rest and play, 2nd ed.'}),
    work({...parts, type: 'chapter', containerTitle: undefined, volume: undefined}),
    work({...parts, type: 'report', containerTitle: undefined, volume: undefined}),
    work({type: 'webpage', containerTitle: 'FDA.gov', publisher: 'US FDA'}, [['US FDA']]),
    work({type: 'webpage'}),
  ].map(vancouver)
  expect(texts).toEqual([
    'Doe JQ. A trial of rest. J Pain Res. 2020;29(1):321–8.',
    'Doe JQ. A trial of rest. J Pain Res. 2020;29:CD004059.',
    'Doe JQ. A trial of rest. J Pain Res. 2020;(1):321–8.',
    'Doe JQ. A trial of rest. 2020;29(1):321–8.',
    'Doe JQ. Rest. Vol. 29. Wiley; 2020.',
    'Doe JQ. Rest. In: Rest and play, 2nd ed. Wiley; 2020. p. 321–8.',
    'Doe JQ. Rest. Wiley; 2020. p. 321–8.',
    'Doe JQ. Rest. Wiley; 2020. p. 321–8.',
    'US FDA. FDA.gov. US FDA; 2020. Rest.',
    'Doe JQ. Rest. 2020.',
  ])
})

test.each([
  ['JQ', 'JQ'],
  ['J.Q.', 'JQ'],
  ['John Quincy', 'JQ'],
  ['Jean-Pierre', 'JP'],
  ['Élodie', 'É'],
  ['\u0045\u0301lodie', '\u0045\u0301'],
  ['Yu. A.', 'YuA'],
  ['Martin L, Jr', 'ML Jr'],
  ['ML, 3rd', 'ML 3rd'],
  ['Jan van der', 'J van der'],
  ['john', 'J'],
  ['ABCD', 'ABCD'],
  ['constructor', 'C'],
])('the given names %s are the initials %s', (given, initials) => {
  expect(authorsOf(['Smith', given])).toBe(`Smith ${initials}.`)
})

test('family names, organisations and names without initials stay as they are', () => {
  expect(authorsOf(['van der Berg', 'J'], ['O\u0027Neill', 'S'])).toBe('van der Berg J, O’Neill S.')
  expect(authorsOf(['Acme Inc.'])).toBe('Acme Inc.')
  expect(authorsOf(['山田', '太郎'])).toBe('山田太郎.')
  expect(authorsOf(['כהן', 'דוד'])).toBe('כהן דוד.')
  expect(authorsOf(['Dupont', 'Émile\u2010Zoë'])).toBe('Dupont ÉZ.')
})

test('names in capitals are no initials', () => {
  expect(authorsOf(['SMITH', 'JOHN'], ['LEE', 'MARY ANN'])).toBe('SMITH J, LEE MA.')
  expect(authorsOf(['SMITH', 'JQ'])).toBe('SMITH JQ.')
})

test('a reference names six authors', () => {
  const authors = [...'ABCDEFG'].map((given): Author => ['Doe', given])
  expect(authorsOf(...authors.slice(0, 6))).toBe('Doe A, Doe B, Doe C, Doe D, Doe E, Doe F.')
  expect(authorsOf(...authors)).toBe('Doe A, Doe B, Doe C, Doe D, Doe E, Doe F, et al.')
})

test.each([
  ['Does it hurt?', 'Does it hurt? 2020.'],
  ['It hurts.', 'It hurts. 2020.'],
  ['The name of “care”', 'The name of “care.” 2020.'],
  ['The \u0022best\u0022 care', 'The “best” care. 2020.'],
  ['Is it “safe?”', 'Is it “safe?” 2020.'],
])('the title %s ends once', (title, ending) => {
  expect(vancouver(work({title}))).toBe(`Doe JQ. ${ending}`)
})

test.each([
  ['321–328', '321–8'],
  ['S12-S18', 'S12–8'],
  ['1998-2003', '1998–2003'],
  ['12, 15-18', '12, 15–8'],
  ['99-103', '99–103'],
  ['321-321', '321–321'],
  ['i-xii', 'i–xii'],
  ['p. 5', '5'],
])('the pages %s are %s', (page, short) => {
  expect(vancouver(work({...trial, page}))).toContain(`29(1):${short}.`)
})

test('the link of a DOI leads to the work, whatever signs it has', () => {
  const doi = '10.1002/(SICI)1099(199823)37:3/4<197::AID-XYZ2>3.0.CO;2-#?x=50%'
  const [link] = linksOf(work({doi}))
  expect(link?.label).toBe(`doi:${doi}`)
  const {hash, search, pathname} = new URL(link?.href ?? '')
  expect({hash, search}).toEqual({hash: '', search: ''})
  expect(decodeURIComponent(pathname)).toBe(`/${doi}`)
})

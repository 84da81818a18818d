// Links lead to pages that readers get, over an encrypted connection.

import {describe, expect, test} from 'vitest'
import {fixed} from '../../pipeline/editorial/fix.ts'
import {check} from '../../policy/check.ts'
import {exampleSettled} from '../../policy/examples/settled.ts'
import {insecureLink} from '../../policy/links/insecure.ts'
import {linkTarget} from '../../policy/links/target.ts'
import {wrappedLink} from '../../policy/links/wrapped.ts'
import {emptyContext, type SettledRecord} from '../../policy/rule.ts'
import {article, clinic, paragraph, work} from '../support/library.ts'

function settledAs(state: SettledRecord['state']): SettledRecord {
  return exampleSettled({state})
}

const settled = new Map([
  ['shown', settledAs('approved')],
  ['held', settledAs('held')],
  ['retracted', settledAs('retracted')],
])

/** The findings in a paragraph, given as spans with their marks and the definitions of the marks. */
function found(spans: [string, ...string[]][], markDefs: object[]) {
  return check(
    {
      ...article,
      body: [
        {
          _type: 'block',
          _key: 'b',
          children: spans.map(([text, ...marks]) => ({_type: 'span', text, marks})),
          markDefs,
        },
      ],
    },
    {...emptyContext, settled},
    [linkTarget, insecureLink, wrappedLink],
  )
}

function internal(_ref: string) {
  return [{_type: 'internalLink', _key: 'm', reference: {_type: 'reference', _ref}}]
}

describe('links within the library', () => {
  test('a link to a page that readers get passes', () => {
    expect(found([['Read '], ['more', 'm']], internal('shown'))).toEqual([])
  })

  test.each(['hidden', 'held', 'retracted'])(
    'a link to a page that is %s is reported with its words',
    (id) => {
      expect(found([['Read '], ['more', 'm'], ['.']], internal(id))).toMatchObject([
        {
          rule: 'links/target',
          severity: 'warning',
          path: 'body[_key=="b"]',
          quote: {text: 'more', start: 5, end: 9},
          sentence: 'Read more.',
          message: `links to ${id}, which readers cannot see, so they get the words without the link`,
        },
      ])
    },
  )

  test('a partly bold link is one link, and its repetition in other words is another', () => {
    const spans: [string, ...string[]][] = [
      ['one ', 'm'],
      ['bold', 'm', 'strong'],
      [' and '],
      ['two', 'm'],
    ]
    expect(found(spans, internal('hidden')).map(({quote}) => quote?.text)).toEqual([
      'one bold',
      'two',
    ])
  })
})

describe('links to other websites', () => {
  const link = (href: string) => found([['here', 'm']], [{_type: 'link', _key: 'm', href}])

  test('http is reported with its address', () => {
    for (const href of ['http://nhs.uk/', 'HTTP://NHS.UK']) {
      expect(link(href)).toMatchObject([
        {rule: 'links/insecure', quote: {text: 'here'}, message: expect.stringContaining(href)},
      ])
    }
  })

  test.each(['https://nhs.uk/', 'mailto:a@b.example', 'tel:1', 'https://a.example/?u=http://b.c'])(
    '%s passes',
    (href) => {
      expect(link(href)).toEqual([])
    },
  )
})

describe('links through a service', () => {
  const PAGE = 'https://www.nhs.uk/conditions/back-pain/?a=1#causes'
  const inParameter = encodeURIComponent(PAGE)
  const wrapped = [
    `https://www.google.com/url?sa=t&url=${inParameter}&usg=x`,
    `https://google.co.uk/url?q=${inParameter}`,
    `https://eur02.safelinks.protection.outlook.com/?url=${inParameter}&data=x`,
    `https://l.facebook.com/l.php?u=${inParameter}&h=x`,
  ]
  const twice = `https://www.google.com/url?q=${encodeURIComponent(wrapped[2] ?? '')}`

  const documents = (href: string) => [
    {
      ...article,
      body: [paragraph('b', 'here', {marks: ['m'], markDefs: [{_type: 'link', _key: 'm', href}]})],
    },
    {...work, url: href},
    {...clinic, website: href},
  ]

  test.each([...wrapped, twice])('%s is reported, and fixed to lead to the page', (href) => {
    for (const document of documents(href)) {
      expect(check(document, emptyContext, [wrappedLink])).toMatchObject([
        {rule: 'links/wrapped', message: expect.stringContaining(`leads to ${PAGE} through`)},
      ])
    }
    expect(documents(href).map((document) => fixed(document, emptyContext))).toEqual(
      documents(PAGE),
    )
  })

  test.each([
    PAGE,
    'https://www.google.com/maps?q=https://www.nhs.uk/',
    'https://www.google.com/url?q=back+pain',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com.evil.example/url?q=https://www.nhs.uk/',
    'mailto:a@b.example',
    'https://',
  ])('%s stays', (href) => {
    for (const document of documents(href)) {
      expect(check(document, emptyContext, [wrappedLink])).toEqual([])
      expect(fixed(document, emptyContext)).toEqual(document)
    }
  })
})

// Readers learn who gains from what they read, and the library advertises no clinic.

import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {exampleSettled} from '../../policy/examples/settled.ts'
import {clinicEndorsement} from '../../policy/interests/clinic-endorsement.ts'
import {commercialLink} from '../../policy/interests/commercial-link.ts'
import {declaredInterests} from '../../policy/interests/declared.ts'
import {emptyContext} from '../../policy/rule.ts'
import {article, faq, paragraph} from '../support/library.ts'

describe('stated interests', () => {
  const approved = exampleSettled({type: 'article'})
  const undeclared = (
    author: string | undefined,
    reviewer: string | undefined,
    document = article,
  ) =>
    check(
      document,
      {
        ...emptyContext,
        persons: new Map([
          ['author', {id: 'author', name: 'Ada Author', interests: author}],
          ['reviewer', {id: 'reviewer', name: 'Rae Reviewer', interests: reviewer}],
        ]),
        settled: new Map([[document._id, approved]]),
      },
      [declaredInterests],
    ).map(({path, message}) => `${path} ${message}`)

  test('“None declared.” is a statement, and so is any other text', () => {
    expect(undeclared('None declared.', 'Owns shares.')).toEqual([])
  })

  test('an author or reviewer without a statement is named', () => {
    expect(undeclared(undefined, 'None declared.')).toEqual([
      'authors[_key=="author"] is Ada Author, who has stated no interests',
    ])
    expect(undeclared('None declared.', ' ')).toEqual([
      '(document) was approved by Rae Reviewer, who has stated no interests',
    ])
  })

  test('on a page without authors only the reviewer is reported', () => {
    expect(undeclared(undefined, undefined, faq)).toHaveLength(1)
  })

  test('an unknown person is not reported', () => {
    expect(check(article, emptyContext, [declaredInterests])).toEqual([])
  })
})

const clinics = [
  {id: 'c1', name: 'Sample Spine Clinic (invented)', website: 'https://spine.example/home'},
  {id: 'c2', name: 'Back & Neck, Inc.', website: undefined},
]

describe('praise of clinics', () => {
  const praised = (text: string) =>
    check({...article, body: [paragraph('b', text)]}, {...emptyContext, clinics}, [
      clinicEndorsement,
    ]).map(({quote}) => quote?.text)

  test.each([
    ['We recommend Sample Spine Clinic for PRP.', 'We recommend'],
    ['Sample Spine Clinic (invented) is a leading center.', 'leading'],
    ['The doctors at sample spine clinic are experts in pain.', 'experts in'],
    ['Ask at Back & Neck, Inc., the top-rated clinic in town.', 'top-rated'],
    ['Back & Neck, Inc. is award-winning.', 'award-winning'],
    ['Many say that the best place is Back & Neck, Inc.', 'best'],
    ['Sample Spine Clinic is trusted by thousands.', 'trusted'],
  ])('%s', (text, words) => {
    expect(praised(text)).toEqual([words])
  })

  test.each([
    'Sample Spine Clinic offers PRP and dextrose on weekdays.',
    'We recommend exercise. Sample Spine Clinic offers classes.',
    'The best studies found no difference.',
    'Sample Spine Clinic is listed, which is not a recommendation.',
    'Sample Spine Clinic is listed here, not recommended.',
    'An injury at Back & Neck, Inc. leading to a lawsuit was reported.',
    'The best time to call Back & Neck, Inc. is the morning.',
  ])('no praise: %s', (text) => {
    expect(praised(text)).toEqual([])
  })

  test('a clinic cannot praise itself in its own name', () => {
    const named = (name: string) =>
      check({_id: 'c', _type: 'clinic', name}, emptyContext, [clinicEndorsement])
    expect(named('Portland’s Best Spine Clinic')).toMatchObject([
      {path: 'name', quote: {text: 'Best', start: 11, end: 15}},
    ])
    expect(named('Portland Spine Clinic')).toEqual([])
  })
})

describe('commercial links', () => {
  const flawsOf = (href: unknown, more: object = {}) =>
    check(
      {
        ...article,
        body: [
          paragraph('b', 'Read more', {
            marks: ['m'],
            markDefs: [{_type: 'link', _key: 'm', href, ...more}],
          }),
        ],
      },
      {...emptyContext, clinics},
      [commercialLink],
    )

  test.each([
    ['a clinic', 'https://spine.example'],
    ['a page of a clinic', 'https://www.spine.example/prp?a=1#x'],
    ['a campaign', 'https://news.example/a?utm_source=x'],
    ['an affiliate', 'https://news.example/a?id=1&ref=me'],
    ['an affiliate by another name', 'https://news.example/a?affiliate_id=4'],
    ['an advert', 'https://news.example/?gclid=abc'],
    ['a tag of a partner', 'https://books.example/b?tag=me-21'],
    ['a big shop', 'https://www.amazon.com/dp/B000'],
    ['a shop of its own', 'https://shop.maker.example/belt'],
    ['a shop on a website', 'https://maker.example/shop/belts'],
  ])('a link to %s that is not marked is reported', (_, href) => {
    expect(flawsOf(href)).toMatchObject([
      {severity: 'warning', path: 'body[_key=="b"]', quote: {text: 'Read more'}},
    ])
    expect(flawsOf(href, {commercial: true})).toEqual([])
    expect(flawsOf(href, {commercial: 'yes'})).toHaveLength(1)
  })

  test.each([
    'https://medlineplus.gov/backpain.html',
    'https://www.nhs.uk/conditions/back-pain/',
    'https://pubmed.ncbi.nlm.nih.gov/?term=prolotherapy&filter=years.2020',
    'https://notspine.example/',
    'https://news.example/workshop/store-your-medicines',
    'mailto:feedback@library.example',
    'tel:+15035550142',
    'nowhere',
    undefined,
  ])('%s is not a commercial link', (href) => {
    expect(flawsOf(href)).toEqual([])
  })
})

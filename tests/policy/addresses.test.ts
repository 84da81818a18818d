// Readers who come by an address that a page once had are led to where it stands.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {movedPage} from '../../policy/links/moved.ts'
import {formerAddresses} from '../../policy/links/redirect.ts'
import {emptyContext, type Example, type Rule} from '../../policy/rule.ts'

/** What a rule finds in one of its examples. */
function findingsIn(rule: Rule, example: Example) {
  if (typeof example === 'string') throw new Error('These rules judge documents')
  return check(example.document, {...emptyContext, ...example.context}, [rule])
}

describe.each([formerAddresses, movedPage])('$id', (rule) => {
  test('lets pass what it says that it lets pass', () => {
    for (const example of rule.examples.passes) expect(findingsIn(rule, example)).toEqual([])
  })

  test('finds what it says that it finds, as an error', () => {
    for (const example of rule.examples.fails) {
      expect(findingsIn(rule, example)).toMatchObject([{rule: rule.id, severity: 'error'}])
    }
  })
})

function pageWith(current: string, formerSlugs: unknown) {
  return {
    _id: 'page',
    _type: 'article',
    slug: {_type: 'slug', current},
    formerSlugs,
  }
}

function redirectFindings(current: string, formerSlugs: unknown) {
  return check(pageWith(current, formerSlugs), emptyContext, [formerAddresses])
}

test('each former address that cannot be one is named with its place', () => {
  expect(redirectFindings('here', ['there', 'here', 'there', 'No Such'])).toMatchObject([
    {path: 'formerSlugs[1]', message: 'is "here", where the page stands now'},
    {path: 'formerSlugs[2]', message: 'is "there" for the second time'},
    {path: 'formerSlugs[3]', message: 'is "No Such", which no page can have as its address'},
  ])
})

test('a list that is half filled in is told of, and breaks nothing', () => {
  expect(redirectFindings('here', ['', undefined, 7])).toMatchObject([
    {message: 'is empty'},
    {message: 'is empty'},
    {message: 'is empty'},
  ])
  expect(redirectFindings('here', 'there')).toEqual([])
  expect(
    check({_id: 'page', _type: 'article'}, emptyContext, [formerAddresses, movedPage]),
  ).toEqual([])
})

test('a list without its own address, without repeats and of the right form has no findings', () => {
  const slug = fc.stringMatching(/^[a-z0-9]{1,3}(?:-[a-z0-9]{1,3})?$/)
  fc.assert(
    fc.property(fc.uniqueArray(slug, {minLength: 1}), ([current = '', ...former]) => {
      expect(redirectFindings(current, former)).toEqual([])
      expect(redirectFindings(current, [...former, current])).toHaveLength(1)
    }),
  )
})

test('a page may move again and again, as long as it keeps the address that readers have', () => {
  const [example] = movedPage.examples.fails
  if (example === undefined || typeof example === 'string') throw new Error('No example')
  const [finding] = findingsIn(movedPage, example)
  expect(finding).toMatchObject({path: 'slug.current'})
  expect(finding?.hint).toContain('"prolotherapy-basics"')
  const kept = {...example.document, formerSlugs: ['older', 'prolotherapy-basics']}
  expect(check(kept, {...emptyContext, ...example.context}, [movedPage])).toEqual([])
})

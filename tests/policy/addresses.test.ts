// Readers who follow a former address of a page are redirected to its current one.

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {isAddress} from '../../policy/addresses.ts'
import {check} from '../../policy/check.ts'
import {movedPage} from '../../policy/links/moved.ts'
import {formerAddresses} from '../../policy/links/redirect.ts'
import {emptyContext, type Example, type Rule} from '../../policy/rule.ts'

/** The findings of a rule in one of its examples. */
function findingsIn(rule: Rule, example: Example) {
  if (typeof example === 'string') throw new Error('These rules check documents')
  return check(example.document, {...emptyContext, ...example.context}, [rule])
}

describe.each([formerAddresses, movedPage])('$id', (rule) => {
  test('finds nothing in its examples of what passes', () => {
    for (const example of rule.examples.passes) expect(findingsIn(rule, example)).toEqual([])
  })

  test('finds one error in each of its examples of what fails', () => {
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

test('each unusable former address is reported at its place in the list', () => {
  expect(redirectFindings('here', ['there', 'here', 'there', 'No Such'])).toMatchObject([
    {path: 'formerSlugs[1]', message: 'is "here", the page’s current address'},
    {path: 'formerSlugs[2]', message: 'is "there", which is already in the list'},
    {path: 'formerSlugs[3]', message: 'is "No Such", which cannot be the address of a page'},
  ])
})

test('a half filled list is reported and breaks nothing', () => {
  expect(redirectFindings('here', [undefined, 7])).toMatchObject([
    {message: 'is empty'},
    {message: 'is empty'},
  ])
  expect(redirectFindings('here', 'there')).toEqual([])
  expect(
    check({_id: 'page', _type: 'article'}, emptyContext, [formerAddresses, movedPage]),
  ).toEqual([])
})

test('a list of well-formed addresses without repeats and without the current one has no findings', () => {
  const slug = fc.stringMatching(/^[a-z0-9]{1,3}(?:-[a-z0-9]{1,3})?$/).filter(isAddress)
  fc.assert(
    fc.property(fc.uniqueArray(slug, {minLength: 1}), ([current = '', ...former]) => {
      expect(redirectFindings(current, former)).toEqual([])
      expect(redirectFindings(current, [...former, current])).toHaveLength(1)
    }),
  )
})

test('a page may move repeatedly if it keeps its published address as a former one', () => {
  const [example] = movedPage.examples.fails
  if (example === undefined || typeof example === 'string') throw new Error('No example')
  const [finding] = findingsIn(movedPage, example)
  expect(finding).toMatchObject({path: 'slug.current'})
  expect(finding?.hint).toContain('"prolotherapy-basics"')
  const kept = {...example.document, formerSlugs: ['older', 'prolotherapy-basics']}
  expect(check(kept, {...emptyContext, ...example.context}, [movedPage])).toEqual([])
})

test('no page has an address that Windows keeps for a device, in any of its files', () => {
  const devices = ['con', 'prn', 'aux', 'nul', ...'0123456789'].flatMap((name) =>
    /\d/.test(name) ? [`com${name}`, `lpt${name}`] : name,
  )
  expect(devices.filter(isAddress)).toEqual([])
  expect(redirectFindings('here', devices)).toHaveLength(devices.length)
})

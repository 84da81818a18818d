// Every page carries the disclaimers that apply to it, highest priority first.

import fc from 'fast-check'
import {expect, test} from 'vitest'
import {applicableDisclaimers, type Coverage} from '../../policy/disclaimers/applies.ts'

const always = {_id: 'always', scope: 'always', priority: 50} as const
const byTherapy = {
  _id: 'by-therapy',
  scope: 'therapies',
  therapies: [{_ref: 'biocellular'}],
  priority: 80,
} as const
const byEvidence = {
  _id: 'by-evidence',
  scope: 'evidence',
  evidenceLevels: ['conflicting'],
  priority: 60,
} as const
const byCondition = {
  _id: 'by-condition',
  scope: 'conditions',
  conditions: [{_ref: 'back-pain'}],
  priority: 40,
} as const
const byChannel = {_id: 'by-channel', scope: 'channels', channels: ['app'], priority: 30} as const
const byCountry = {
  _id: 'by-country',
  scope: 'jurisdictions',
  jurisdictions: ['GB'],
  priority: 20,
} as const
const disclaimers = [always, byCountry, byChannel, byCondition, byEvidence, byTherapy]

const plain: Coverage = {therapies: [], conditions: [], channel: 'web', country: 'US'}

function idsFor(page: Partial<Coverage>): string[] {
  return applicableDisclaimers(disclaimers, {...plain, ...page}).map(({_id}) => _id)
}

test('general disclaimers apply to every page', () => {
  expect(idsFor({})).toEqual(['always'])
})

test('a disclaimer for a therapy applies to pages that cover it, highest priority first', () => {
  const covering = (_id: string) => ({therapies: [{_id, evidenceLevel: 'limited'}]})
  expect(idsFor(covering('biocellular'))).toEqual(['by-therapy', 'always'])
  expect(idsFor(covering('dextrose'))).toEqual(['always'])
})

test('a disclaimer for a level of evidence applies to pages that cover a therapy of that level', () => {
  const therapies = [
    {_id: 'dextrose', evidenceLevel: 'limited'},
    {_id: 'biocellular', evidenceLevel: 'conflicting'},
  ]
  expect(idsFor({therapies})).toEqual(['by-therapy', 'by-evidence', 'always'])
})

test('a disclaimer for a condition applies to pages that name it', () => {
  expect(idsFor({conditions: ['neck-pain', 'back-pain']})).toEqual(['always', 'by-condition'])
  expect(idsFor({conditions: ['neck-pain']})).toEqual(['always'])
})

test('a disclaimer for a channel applies in that channel only', () => {
  expect(idsFor({channel: 'app'})).toEqual(['always', 'by-channel'])
})

test('a disclaimer for a country applies to pages for readers in that country', () => {
  expect(idsFor({country: 'GB'})).toEqual(['always', 'by-country'])
  expect(idsFor({country: undefined})).toEqual(['always'])
})

test('only the field of its scope counts, even if other fields still hold values', () => {
  const narrowed = {...byCountry, channels: ['web'], conditions: [{_ref: 'back-pain'}]}
  expect(applicableDisclaimers([narrowed], {...plain, conditions: ['back-pain']})).toEqual([])
})

test('a page that covers more never loses a disclaimer', () => {
  const therapy = fc.record({
    _id: fc.constantFrom('biocellular', 'dextrose'),
    evidenceLevel: fc.constantFrom('limited', 'conflicting'),
  })
  const condition = fc.constantFrom('back-pain', 'neck-pain')
  const covered = fc.record({therapies: fc.array(therapy), conditions: fc.array(condition)})
  fc.assert(
    fc.property(covered, covered, (some, more) => {
      const both = {
        therapies: [...some.therapies, ...more.therapies],
        conditions: [...some.conditions, ...more.conditions],
      }
      expect(idsFor(both)).toEqual(expect.arrayContaining(idsFor(some)))
    }),
  )
})

test('equal priorities are in order of id, regardless of the order in the dataset', () => {
  const twins = ['b', 'a'].map((_id) => ({_id, scope: 'always', priority: 1}) as const)
  expect(applicableDisclaimers(twins, plain).map(({_id}) => _id)).toEqual(['a', 'b'])
  expect(applicableDisclaimers(twins.toReversed(), plain).map(({_id}) => _id)).toEqual(['a', 'b'])
})

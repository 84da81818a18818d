// Every page carries the disclaimers that apply to it, the weightiest first.
import {expect, test} from 'vitest'

import {applicableDisclaimers} from '../../policy/disclaimers.ts'

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
const disclaimers = [always, byTherapy, byEvidence]

const idsFor = (...covered: [string, string][]): string[] =>
  applicableDisclaimers(
    disclaimers,
    covered.map(([_id, evidenceLevel]) => ({_id, evidenceLevel})),
  ).map(({_id}) => _id)

test('general disclaimers stand on every page', () => {
  expect(idsFor()).toEqual(['always'])
})

test('a disclaimer for a therapy stands where that therapy is covered, highest priority first', () => {
  expect(idsFor(['biocellular', 'limited'])).toEqual(['by-therapy', 'always'])
  expect(idsFor(['dextrose', 'limited'])).toEqual(['always'])
})

test('a disclaimer for a level of evidence stands where a covered therapy has that level', () => {
  expect(idsFor(['dextrose', 'limited'], ['biocellular', 'conflicting'])).toEqual([
    'by-therapy',
    'by-evidence',
    'always',
  ])
})

test('equal priorities come in order of id, whatever the order of the dataset', () => {
  const twins = ['b', 'a'].map((_id) => ({_id, scope: 'always', priority: 1}) as const)
  expect(applicableDisclaimers(twins, []).map(({_id}) => _id)).toEqual(['a', 'b'])
  expect(applicableDisclaimers(twins.toReversed(), []).map(({_id}) => _id)).toEqual(['a', 'b'])
})

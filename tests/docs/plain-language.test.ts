// The documentation follows the plain-language rules that the project asks writers to follow.

import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {passiveVoice} from '../../policy/plain/passive.ts'
import {sentenceLength} from '../../policy/plain/sentence-length.ts'
import {emptyContext} from '../../policy/rule.ts'
import {markdownFiles, proseOf} from './markdown.ts'

// The rules on jargon and abbreviations list medical words, and the reading grade counts names such as
// "administrator" as hard words. So they do not fit texts about software. The rule on the passive runs
// only on guides that tell people what to do. In the other texts, programs do most things.
const forPeople = ['docs/writers.md', 'docs/reviewers.md']

/** Files that do not follow the rules, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'docs/policy.md': 'its examples break the rules on purpose',
  'docs/licences.md': 'a list that a program makes',
}

const forDevelopers = markdownFiles.filter(
  (path) => !forPeople.includes(path) && !(path in exceptions),
)

function findingsIn(path: string, rules: Parameters<typeof check>[2]): string[] {
  return check(proseOf(path), emptyContext, rules).map(
    ({message, sentence, quote}) => `${message}: ${sentence ?? quote?.text ?? ''}`,
  )
}

test.each(forPeople)('%s has short sentences that say who does what', (path) => {
  expect(findingsIn(path, [sentenceLength, passiveVoice])).toEqual([])
})

test.each(forDevelopers)('%s has short sentences', (path) => {
  expect(findingsIn(path, [sentenceLength])).toEqual([])
})

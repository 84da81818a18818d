// Every rule agrees with its own examples, which docs/policy.md shows to writers.

import {expect, test} from 'vitest'
import {check} from '../../policy/check.ts'
import {formatFinding} from '../../policy/finding.ts'
import {emptyContext, type Example} from '../../policy/rule.ts'
import {rules} from '../../policy/rules.ts'
import {bareArticle} from '../support/bare-article.ts'

function labelOf(example: Example): string {
  return typeof example === 'string' ? example : example.says
}

const cases = rules.flatMap((rule) =>
  (['passes', 'fails'] as const).flatMap((outcome) =>
    rule.examples[outcome].map(
      (example) => [rule.id, outcome, labelOf(example), rule, example] as const,
    ),
  ),
)

/** The words that are wrong, or what is: a message is read alone, so it may not begin with a verb. */
const BEGINS_WITH_SUBJECT =
  /^(?:“[^”]*[^”\s][^”]*”(?: \(and \d+ more\))?|(?:The|This|An?) [a-zA-Z ]+?) [a-z]/

test.each(cases)('%s %s: %s', (_id, outcome, _label, rule, example) => {
  const document = typeof example === 'string' ? bareArticle(example) : example.document
  const context = typeof example === 'string' ? {} : example.context
  const findings = check(document, {...emptyContext, ...context}, [rule])
  expect(findings.length > 0 ? 'fails' : 'passes').toBe(outcome)
  for (const finding of findings) expect(formatFinding(finding)).toMatch(BEGINS_WITH_SUBJECT)
})

test.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s has examples of what passes and of what fails',
  (_id, {examples}) => {
    expect(examples.passes).not.toHaveLength(0)
    expect(examples.fails).not.toHaveLength(0)
  },
)

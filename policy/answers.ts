// A writer's answers to findings: the reasons why a sentence should stay as it is. Answers are part of
// the document, so a reviewer who approves a revision approves them too. Each answer belongs to one
// sentence. When the sentence changes, the answer no longer applies.

import {z} from 'zod'
import type {StoredDocument} from '../review/revision.ts'
import {isBlank} from './characters.ts'
import type {Finding} from './finding.ts'

const answer = z.object({rule: z.string(), sentence: z.string(), reason: z.string()})

export type Answer = z.output<typeof answer>

/** The answers in a document. Incomplete ones, as in a half filled form, are left out. */
export function answersOf({answers}: StoredDocument): Answer[] {
  return Array.isArray(answers)
    ? answers.flatMap((item: unknown) => {
        const {data} = answer.safeParse(item)
        return data && !isBlank(data.reason) ? [data] : []
      })
    : []
}

/** Finds the first answer to a finding. A finding without a sentence has none. */
export function answerFinder(
  answers: readonly Answer[],
): (finding: Pick<Finding, 'rule' | 'sentence'>) => Answer | undefined {
  const byPlace = new Map<string, Answer>()
  for (const answer of answers.toReversed()) byPlace.set(placeOf(answer), answer)
  return (finding) => (finding.sentence === undefined ? undefined : byPlace.get(placeOf(finding)))
}

/** The id of a rule has no space. */
function placeOf({rule, sentence}: Pick<Finding, 'rule' | 'sentence'>): string {
  return `${rule} ${sentence}`
}

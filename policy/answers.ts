// A writer's answers to findings: the reasons why a sentence should stay as it is. Answers are part of
// the document, so a reviewer who approves a revision approves them too. Each answer belongs to one
// sentence. When the sentence changes, the answer no longer applies.

import {z} from 'zod'
import type {StoredDocument} from '../review/revision.ts'

const answer = z.object({rule: z.string(), sentence: z.string(), reason: z.string()})

export type Answer = z.output<typeof answer>

/** The answers in a document. Incomplete ones, as in a half filled form, are left out. */
export function answersOf({answers}: StoredDocument): Answer[] {
  return Array.isArray(answers)
    ? answers.flatMap((item: unknown) => {
        const {data} = answer.safeParse(item)
        return data && data.reason.trim() !== '' ? [data] : []
      })
    : []
}

/** The reason that a writer gave for a sentence, if any. A finding without a sentence has no answer. */
export function answerTo(
  answers: readonly Answer[],
  rule: string,
  sentence: string | undefined,
): string | undefined {
  return sentence === undefined
    ? undefined
    : answers.find((given) => given.rule === rule && given.sentence === sentence)?.reason
}

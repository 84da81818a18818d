// Why a writer holds that what a rule found may stand. Answers are part of the document, so that a
// reviewer who approves its revision approves them too, and each is bound to one sentence: once the
// sentence changes, it answers nothing.

import {z} from 'zod'
import type {StoredDocument} from '../review/revision.ts'

const answer = z.object({rule: z.string(), sentence: z.string(), reason: z.string()})

export type Answer = z.output<typeof answer>

/** The answers that a document holds; what is none, as in a form half filled in, is left out. */
export function answersOf({answers}: StoredDocument): Answer[] {
  return Array.isArray(answers)
    ? answers.flatMap((item: unknown) => {
        const {data} = answer.safeParse(item)
        return data && data.reason.trim() !== '' ? [data] : []
      })
    : []
}

/** The reason that is given for a sentence, if one is. Findings about no sentence have no answer. */
export function answerTo(
  answers: readonly Answer[],
  rule: string,
  sentence: string | undefined,
): string | undefined {
  return sentence === undefined
    ? undefined
    : answers.find((given) => given.rule === rule && given.sentence === sentence)?.reason
}

import {z} from 'zod'
import {limits} from '../schemas/data/limits.ts'
import {urgencyOptions, valuesOf, type Urgency} from '../schemas/data/options.ts'
import {answers, documentId, keyedReference, language, line, reviewInterval} from './fields.ts'
import {rendition} from './rendition.ts'

const signGroup = z.strictObject({
  _type: z.literal('signGroup'),
  action: line.max(limits['signGroup.action'].max),
  signs: z.array(line).min(limits['signGroup.signs'].min),
})

/** The signs for which a reader must get help, as schemas/documents/warning-signs.ts defines them. */
export const warningSigns = z
  .strictObject({
    _id: documentId,
    _type: z.literal('warningSigns'),
    title: line.max(limits['warningSigns.title'].max),
    now: signGroup.optional(),
    today: signGroup.optional(),
    soon: signGroup.optional(),
    therapies: z.array(keyedReference).optional(),
    conditions: z.array(keyedReference).optional(),
    language,
    reviewInterval,
    rendition: rendition.optional(),
    answers: answers.optional(),
  })
  .check(({value, issues}) => {
    if (groupsOf(value).length > 0) return
    issues.push({
      code: 'custom',
      input: value.now,
      path: ['now'],
      message: 'is missing, and so are the less urgent signs, so the list is empty',
      params: {hint: 'Enter the signs, and what a reader with one of them does.'},
    })
  })

export type SignGroup = z.output<typeof signGroup>

/** The groups of a list that have signs, the most urgent first. */
export function groupsOf(
  list: Readonly<{[One in Urgency]?: SignGroup | undefined}>,
): (SignGroup & {readonly urgency: Urgency})[] {
  return valuesOf(urgencyOptions).flatMap((urgency) => {
    const group = list[urgency]
    return group ? [{urgency, ...group}] : []
  })
}

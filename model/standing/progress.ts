// What of a sign-off plan is met and what is open, in words. The lake, the reports and the Studio say the same.

import type {Plan, RequirementProgress} from '../../review/plan.ts'
import {kindNames} from '../../review/sign-off-kind.ts'
import {fieldOptions} from '../../schemas/data/options.ts'

/** "1 of 2 clinical (Pain medicine), 0 of 1 legal" */
export function progressText(requirements: readonly RequirementProgress[]): string {
  return requirements
    .map(({words, ...requirement}) => `${words.length} of ${requirementText(requirement)}`)
    .join(', ')
}

/** What a plan asks for: "2 clinical, 1 legal (Health law)". */
export function planText(plan: Plan): string {
  return plan.map(requirementText).join(', ')
}

function requirementText({kind, people, field}: Plan[number]): string {
  const named = `${people} ${kindNames[kind]}`
  return field === undefined ? named : `${named} (${fieldTitle(field)})`
}

/** The title of a field in which a person can be qualified. */
export function fieldTitle(field: string): string {
  return fieldOptions.find(({value}) => value === field)?.title ?? field
}

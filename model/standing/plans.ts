// The sign-off plan of each text, by the site settings.

import {coveredTherapies, namedConditions} from '../../policy/coverage.ts'
import {stringOf} from '../../policy/references.ts'
import {renditionIn} from '../../policy/rendition.ts'
import {planFor, type Plan, type PlanRule} from '../../review/plan.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {mainLanguage} from '../../schemas/data/languages.ts'
import {settingsOf} from '../site-settings.ts'

/** What a library asks for before readers may see its texts. */
export type Plans = readonly PlanRule[]

/**
 * The plans in site settings.
 *
 * @param siteSettings The document, if there is one. One that does not fit the model asks for nothing.
 */
export function plansIn(siteSettings: StoredDocument | undefined): Plans {
  const rules = siteSettings && settingsOf(siteSettings)?.signOff
  return (rules ?? []).map(({types, therapies, conditions, audiences, requirements}) => ({
    types,
    therapies: therapies?.map(({_ref}) => _ref),
    conditions: conditions?.map(({_ref}) => _ref),
    audiences,
    requirements,
  }))
}

/** A condition itself, and the one of which it is a rendition. */
function conditionsOf(condition: StoredDocument): string[] {
  const original = renditionIn(condition)?.of
  return original === undefined ? [condition._id] : [condition._id, original]
}

/** The plan of a text, given its content. */
export function planOf(content: StoredDocument, plans: Plans): Plan {
  return planFor(
    {
      type: content._type,
      therapies: coveredTherapies(content),
      conditions: [
        ...namedConditions(content),
        ...(content._type === 'condition' ? conditionsOf(content) : []),
      ],
      translatedInto: renditionIn(content)?.isTranslation
        ? mainLanguage(stringOf(content.language))
        : undefined,
      audience: typeof content.audience === 'string' ? content.audience : undefined,
    },
    plans,
  )
}

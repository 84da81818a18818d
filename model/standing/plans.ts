// The sign-off plan of each text, by the site settings.

import {coveredTherapies, namedConditions} from '../../policy/coverage.ts'
import {stringOf} from '../../policy/references.ts'
import {renditionIn} from '../../policy/rendition.ts'
import {planFor, type Plan, type PlanRule} from '../../review/plan.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {mainLanguage, usualLanguages} from '../../schemas/data/languages.ts'
import {settingsOf} from '../site-settings.ts'

/** What a library asks for before readers may see its texts. */
export interface Plans {
  readonly rules: readonly PlanRule[]
  /** The language of the site, without country. Words around texts in another one are translations. */
  readonly language: string
}

/**
 * The plans in site settings.
 *
 * @param siteSettings The document, if there is one. One that does not fit the model asks for nothing.
 */
export function plansIn(siteSettings: StoredDocument | undefined): Plans {
  const settings = siteSettings && settingsOf(siteSettings)
  const {signOff = [], language = usualLanguages[0]} = settings ?? {}
  return {
    rules: signOff.map(({types, therapies, conditions, audiences, requirements}) => ({
      types,
      therapies: therapies?.map(({_ref}) => _ref),
      conditions: conditions?.map(({_ref}) => _ref),
      audiences,
      requirements,
    })),
    language: mainLanguage(language),
  }
}

/** The plans of a library without approved site settings. */
export const NO_PLANS: Plans = plansIn(undefined)

/** A condition itself, and the one of which it is a rendition. */
function conditionsOf(condition: StoredDocument): string[] {
  const original = renditionIn(condition)?.of
  return original === undefined ? [condition._id] : [condition._id, original]
}

/** The plan of a text, given its content. */
export function planOf(content: StoredDocument, {rules, language}: Plans): Plan {
  return planFor(
    {
      type: content._type,
      therapies: coveredTherapies(content),
      conditions: [
        ...namedConditions(content),
        ...(content._type === 'condition' ? conditionsOf(content) : []),
      ],
      translatedInto: translatedInto(content, language),
      audience: typeof content.audience === 'string' ? content.audience : undefined,
    },
    rules,
  )
}

/** The language into which a text was translated, without country; undefined if it is no translation. */
function translatedInto(content: StoredDocument, site: string): string | undefined {
  const language = mainLanguage(stringOf(content.language))
  const isTranslation =
    content._type === 'siteWords' ? language !== site : renditionIn(content)?.isTranslation
  return isTranslation ? language : undefined
}

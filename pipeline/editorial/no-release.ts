// Decides whether content can become a release at all. An export fails for this reason, and a survey reports it.

import {SITE_SETTINGS} from '../../model/site-settings.ts'
import {isAdministrative} from '../../review/governed.ts'
import {Failure} from '../failure.ts'
import type {ContentSource} from '../source/source.ts'
import type {GatedAndJudged} from './editorial.ts'

/** Why no release of a source is possible; undefined if one is. */
export function whyNoRelease(source: ContentSource, judged: GatedAndJudged): Failure | undefined {
  const {gated, held} = judged
  if (gated.read === 0) {
    return new Failure(
      `There is no published content in ${source.description}.`,
      'Publish something in the Studio, or name another source with --source.',
    )
  }
  if (gated.decisions.length === 0) {
    return new Failure(
      `Nothing in ${source.description} is approved, so there is nothing to export.`,
      'Have a reviewer approve what should be published.',
    )
  }
  return held.has(SITE_SETTINGS) ? unusableSettings(source, judged) : undefined
}

/** No release can do without the site settings: every page, the rules and the plans depend on them. */
function unusableSettings(
  {description}: ContentSource,
  {withheld, gated, findings}: GatedAndJudged,
): Failure {
  const settings = withheld.find(({id}) => id === SITE_SETTINGS)
  const reason = settings?.reason ?? 'an administrator has retracted it'
  const waiting = withheld.filter(({id, type}) => id !== SITE_SETTINGS && isAdministrative(type))
  const others = waiting.map(({id}) => id).join(', ')
  return new Failure(
    `The document "${SITE_SETTINGS}" in ${description} cannot be used: ${reason}. No release can do without it.`,
    [
      'Correct it if it has an error, and have an administrator approve it who did not write it.',
      ...(others === ''
        ? []
        : [`The same holds for ${others}: the words of these people do not count.`]),
      'Nothing was exported, and the current release did not change.',
    ].join(' '),
    {
      findings: [...gated.findings, ...findings].filter(({document}) => document === SITE_SETTINGS),
    },
  )
}

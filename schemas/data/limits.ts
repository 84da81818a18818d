// Every length, number and count that the content model limits, by type and field. The Studio's
// forms and the pipeline's checks both read them here.

import {LONGEST_INTERVAL} from '../../review/due.ts'

/** Both bounds are allowed values: characters of a text, items of a list, or a number itself. */
export interface Limit {
  readonly min?: number
  readonly max?: number
}

/** Characters of a document's JSON. A larger one is not checked, so readers do not get it. */
export const LARGEST_DOCUMENT = 300_000

/** Degrees on the earth. */
export const LATITUDE = {min: -90, max: 90} as const satisfies Limit
export const LONGITUDE = {min: -180, max: 180} as const satisfies Limit

export const limits = {
  'article.title': {max: 110},
  'article.summary': {min: 40, max: 400},
  'article.authors': {min: 1},
  'governed.reviewInterval': {min: 1, max: LONGEST_INTERVAL},
  'page.changeNote': {max: 300},
  'page.slug': {max: 80},
  'callout.title': {max: 90},
  'citedWork.author': {min: 1},
  'citedWork.issued': {min: 1800, max: 2100},
  'clinic.openingNote': {max: 200},
  'disclaimer.title': {max: 90},
  'disclaimer.priority': {min: 0, max: 100},
  'faq.question': {max: 140},
  'figure.alt': {min: 5, max: 250},
  'openingSpan.days': {min: 1},
  'person.roles': {min: 1},
  'planRequirement.people': {min: 1, max: 9},
  'planRule.requirements': {min: 1},
  'richTable.rows': {min: 2, max: 100},
  'row.cells': {min: 1},
  'ruleSetting.reason': {min: 10},
  'seriousRisk.risk': {max: 200},
  'sideEffect.effect': {max: 200},
  'seo.title': {max: 70},
  'seo.description': {max: 170},
  'signGroup.action': {max: 300},
  'signGroup.signs': {min: 1},
  'siteSettings.title': {max: 60},
  'siteWords.title': {max: 60},
  'table.rows': {min: 2},
  'tableCell.value': {min: 1, max: 20},
  'tableRow.cells': {min: 1, max: 12},
  'therapyType.name': {max: 90},
  'therapyType.summary': {min: 40, max: 300},
  'therapyType.commonSideEffects': {min: 1},
  'therapyType.sideEffects': {min: 1},
  'therapyType.regulatoryStatus': {min: 20},
  'warningSigns.title': {max: 90},
} as const satisfies Record<string, Limit>

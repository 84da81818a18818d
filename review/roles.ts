// Who may do what, as GROQ filters on documents. An embedded lake enforces these roles. A hosted
// project needs custom roles with the same filters.

import {IS_RECORD} from './record-types.ts'

/** Everything except decisions and requests for review, which are written once. */
const WRITTEN = `!(${IS_RECORD})`

/**
 * A decision in the name of the signed-in user: the id of a user's `person` document is `person-` and
 * the id of the user. Only published documents count as decisions. A date in the future is refused,
 * because no later decision could overrule it; clocks may differ by five minutes.
 */
const OWN_DECISION = `_type == "review" && _id in path("*") && reviewer._ref == "person-" + identity() && dateTime(decidedAt) <= dateTime(now()) + 300`

/** A request for review. The log knows who made it. */
const SUBMITTED = '_type == "submission" && _id in path("*")'

/** Deleting counts as an update. The guards of an embedded lake (`model/guards.ts`) refuse any other one. */
const DELETABLE = '_type == "submission"'

/** The report of the last export. */
const EXPORTED = '_type == "exportReport" && _id == "exportReport"'

// Deleting counts as an update. Writers may not change `person` documents, because these say who
// reviews; reports, because only exports write them; or site settings, which can switch rules off.
// The place of the report is reserved too: in it, a document of another type would keep the report out.
const CONTENT = `${WRITTEN} && !(_type in ["person", "exportReport", "siteSettings"]) && !(_id in ["exportReport", "drafts.exportReport"])`

export const roles = [
  {
    name: 'writer',
    title: 'Writer',
    description: 'Writes and publishes content, but makes no decisions',
    grants: [
      {filter: 'true', permissions: ['read', 'history']},
      {filter: CONTENT, permissions: ['create', 'update']},
      {filter: SUBMITTED, permissions: ['create']},
    ],
  },
  {
    name: 'reviewer',
    title: 'Reviewer',
    description: 'Makes decisions, only in their own name; can also write content',
    grants: [
      {filter: 'true', permissions: ['read', 'history']},
      {filter: CONTENT, permissions: ['create', 'update']},
      {filter: SUBMITTED, permissions: ['create']},
      {filter: OWN_DECISION, permissions: ['create']},
    ],
  },
  {
    name: 'administrator',
    title: 'Administrator',
    description:
      'Can do everything except change decisions; can import a dataset that contains decisions',
    grants: [
      {filter: 'true', permissions: ['read', 'history', 'create']},
      {filter: WRITTEN, permissions: ['update']},
      {filter: DELETABLE, permissions: ['update']},
    ],
  },
  {
    name: 'build',
    title: 'Build job',
    description: 'Reads published content and its history; reports what it exported',
    grants: [
      {filter: '_id in path("*")', permissions: ['read', 'history']},
      {filter: EXPORTED, permissions: ['create', 'update']},
    ],
  },
] as const

export type RoleName = (typeof roles)[number]['name']

/** @param user The signed-in user, if there is one, as Sanity's Studio tells it. */
export function hasRole(
  user: {readonly roles: readonly {readonly name: string}[]} | null,
  role: RoleName,
): boolean {
  return user?.roles.some(({name}) => name === role) ?? false
}

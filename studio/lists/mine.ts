// Which texts belong to a user, as GROQ filters: their drafts, and those that were sent back.

import {administrativeTypes, governedTypes} from '../../review/governed.ts'
import {personOf} from '../../review/person.ts'
import {IS_RECORD} from '../../review/record-types.ts'
import {hasRole} from '../../review/roles.ts'
import {NEWEST_FIRST} from '../review/records.ts'

/**
 * What the filters take: `$me` is the signed-in user's person, `$governed` the governed types, and `$shared` the
 * types that users with this account role write together.
 */
export type Params = Readonly<Record<'governed' | 'shared', string[]> & {me: string}>

export function paramsFor(
  user: (Parameters<typeof hasRole>[0] & {readonly id: string}) | null,
): Params {
  return {
    me: personOf(user?.id ?? ''),
    governed: [...governedTypes],
    shared: hasRole(user, 'administrator') ? [...administrativeTypes] : [],
  }
}

/** A list reads a draft under its published id, and reads its type under the draft's own id. */
const IS_DRAFT = '(_id in path("drafts.**") || _originalId in path("drafts.**"))'
const PUBLISHED_ID = 'string::split(_id, "drafts.")[-1]'
/** Most types name no authors. There, a text belongs to the people who asked for its review. */
const MINE = `($me in authors[]._ref || _type in $shared || ${PUBLISHED_ID} in *[_type == "submission" && submittedBy._ref == $me].subject._ref)`
/** The newest decision or request about a document asks for changes. */
const SENT_BACK = `*[${IS_RECORD} && subject._ref == string::split(^._id, "drafts.")[-1]] | ${NEWEST_FIRST}[0].decision == "changesRequested"`
/** All documents that were ever sent back: few, so that the lake need not look further at all others. */
export const EVER_SENT_BACK = '*[_type == "review" && decision == "changesRequested"].subject._ref'
export const IS_SENT_BACK = `_type in $governed && ${PUBLISHED_ID} in ${EVER_SENT_BACK} && ${MINE} && ${SENT_BACK}`

export const MY_DRAFTS = `*[_id in path("drafts.**") && _type in $governed && ${MINE}]`

export const IS_MY_DRAFT = `${IS_DRAFT} && _type in $governed && ${MINE}`

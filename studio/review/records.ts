// The queries for decisions and for requests for review, and the shapes of their answers.

import {z} from 'zod'
import {decisionKinds, type Decision} from '../../review/decision.ts'
import {administrativeTypes} from '../../review/governed.ts'
import {IS_RECORD, recordTypes} from '../../review/record-types.ts'
import {storedDocument} from '../../review/revision.ts'
import {signOffKinds, type SignOffKind} from '../../review/sign-off-kind.ts'
import type {Submission} from '../../review/submission.ts'

/** What decides whether a decision counts, and until when. */
const JUDGED = `"id": _id, "subject": subject._ref, revision, decision, kind, urgent, cosmetic,
  "reviewer": reviewer._ref, nextReview, decidedAt`
/** The fields of a decision, with the name of the reviewer. */
export const DECISION = `{${JUDGED}, "by": reviewer->name, field, comment}`
/** The fields of a request for review, with the names of the reviewers. */
const SUBMISSION = `{
  "id": _id, "subject": subject._ref, revision, "reviewers": reviewers[]._ref,
  "asked": reviewers[]->name, requirements[] {kind, people, field},
  "together": together[]._ref, note, submittedAt
}`

/** All decisions on the document `$id`, and all requests to review it, in any order. */
export const RECORDS_QUERY = `{
  "decisions": *[_type == "review" && subject._ref == $id] ${DECISION},
  "submissions": *[_type == "submission" && subject._ref == $id] ${SUBMISSION}
}`

/** The published site settings. */
/** The published site settings, in GROQ. */
export const SETTINGS = '*[_id == "siteSettings"][0]'

/**
 * What `governanceOf` needs: the published people and site settings, and the decisions on these. Other
 * approvals do not count on them, and are left out first, because there are many.
 */
const GOVERNANCE = `
  "people": *[_type == "person" && _id in path("*")],
  "settings": ${SETTINGS},
  "rulings": *[_type == "review" && (kind == "administrative" || decision != "approved") && subject->_type in ${JSON.stringify(administrativeTypes)}] {${JUDGED}}
`
export const GOVERNANCE_QUERY = `{${GOVERNANCE}}`

const GOVERNS = `_type in ${JSON.stringify([...recordTypes, ...administrativeTypes])}`

/** Documents that change the answer to GOVERNANCE_QUERY or REQUESTS_QUERY. */
export const GOVERNANCE_LISTENER = `*[${GOVERNS}]`

/** The documents `$ids` and their `$drafts`, with all decisions and requests about them. */
export const MANY_RECORDS_QUERY = `{
  ${GOVERNANCE},
  "documents": *[_id in $ids || _id in $drafts],
  "decisions": *[_type == "review" && subject._ref in $ids] ${DECISION},
  "submissions": *[_type == "submission" && subject._ref in $ids] ${SUBMISSION}
}`

/**
 * The drafts `$drafts`, with all decisions and requests about their documents `$ids`, and the ids of those that are
 * published.
 */
export const NEW_TEXTS_QUERY = `{
  "drafts": *[_id in $drafts],
  "published": *[_id in $ids]._id,
  "decisions": *[_type == "review" && subject._ref in $ids] ${DECISION},
  "submissions": *[_type == "submission" && subject._ref in $ids] ${SUBMISSION}
}`

/** Documents that change the answer to NEW_TEXTS_QUERY. */
export const NEW_TEXTS_LISTENER = `*[_id in $drafts || _id in $ids || ${IS_RECORD} && subject._ref in $ids]`

/** Those of the documents `$ids` that are published. */
export const PUBLISHED_QUERY = '*[_id in $ids]._id'

/** Sorts decisions and requests like `newest`: the newest first, and of two in one instant the stricter. */
export const NEWEST_FIRST = `order(dateTime(coalesce(decidedAt, submittedAt)) desc, select(${[
  ...decisionKinds,
]
  .reverse()
  .map((kind, index) => `decision == "${kind}" => ${decisionKinds.length - index}`)
  .join(', ')}, 0) desc, _id desc)`

/** The requests that ask the person `$me`, and all decisions on their documents. */
export const REQUESTS_QUERY = `{
  ${GOVERNANCE},
  "submissions": *[_type == "submission" && $me in reviewers[]._ref] {
    "id": _id, "subject": subject._ref, revision,
    "type": coalesce(subject->_type, *[_id == "drafts." + ^.subject._ref][0]._type),
    "reviewers": reviewers[]._ref, requirements[] {kind, people, field},
    "together": together[]._ref, note, "by": submittedBy->name, neededBy, submittedAt
  },
  "decisions": *[_type == "review" && subject._ref in *[_type == "submission" && $me in reviewers[]._ref].subject._ref] {${JUDGED}}
}`

/** Decisions and requests about any document. */
export const ALL_RECORDS_LISTENER = `*[${IS_RECORD}]`

/** A batch of all decisions, and one of all requests. It begins after the id `$after`. */
export const DECISIONS_BATCH_QUERY = `*[_type == "review" && _id > $after] | order(_id) [0...1000] ${DECISION}`
export const SUBMISSIONS_BATCH_QUERY = `*[_type == "submission" && _id > $after] | order(_id) [0...1000] ${SUBMISSION}`

/** What a document is called. Each type has one of these fields. */
export const TITLE = '"title": coalesce(title, name, question, term, _id)'

/** The parts of a text that decide what it covers. Its other words are left out. */
export const COVERAGE = `therapies, conditions, "body": body[_type == "therapyEmbed"],
  "description": description[_type == "therapyEmbed"],
  "administration": administration[_type == "therapyEmbed"], "evidence": evidence[_type == "therapyEmbed"]`

/**
 * The published documents of the types `$governed`, with everything that sets their next reviews and checks. The
 * plan of a document depends on what it covers.
 */
export const DUE_QUERY = `{
  ${GOVERNANCE},
  "documents": *[_type in $governed && _id in path("*")] {
    _id, _type, _rev, reviewInterval, status, checkedOn, authors, audience, ${COVERAGE}
  },
  "decisions": *[_type == "review"] {${JUDGED}}
}`

/** Documents that change the answer to DUE_QUERY: a draft does so only once it is published. */
export const DUE_LISTENER = `*[${GOVERNS} || _type in $governed && _id in path("*")]`

/** Documents that change the answer to RECORDS_QUERY. */
export const RECORDS_LISTENER = `*[${IS_RECORD} && subject._ref == $id]`

function optional<T extends z.ZodType>(schema: T) {
  return schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional()
}

const instant = z.iso.datetime({offset: true})

/** An item of the answer to DECISIONS_BATCH_QUERY. */
export const decisionRecord = z.object({
  id: z.string(),
  subject: z.string(),
  revision: z.string(),
  decision: z.enum(decisionKinds),
  kind: z
    .enum(signOffKinds)
    .nullish()
    .transform((kind): SignOffKind => kind ?? 'clinical'),
  urgent: optional(z.boolean()),
  cosmetic: optional(z.boolean()),
  reviewer: z.string(),
  by: optional(z.string()),
  field: optional(z.string()),
  comment: optional(z.string()),
  nextReview: optional(z.iso.date()),
  decidedAt: instant,
})

/** An item of the answer to SUBMISSIONS_BATCH_QUERY. */
export const submissionRecord = z.object({
  id: z.string(),
  subject: z.string(),
  revision: z.string(),
  reviewers: z.array(z.string()),
  asked: z.array(z.string().nullable()),
  requirements: z
    .array(z.object({kind: z.enum(signOffKinds), people: z.int(), field: optional(z.string())}))
    .nullish()
    .transform((requirements) => requirements ?? []),
  together: optional(z.array(z.string())),
  note: optional(z.string()),
  neededBy: optional(z.iso.date()),
  submittedAt: instant,
})

/**
 * The items of a shape. Others are left out: a record that came in malformed counts for nothing, and
 * must not keep the Studio from working.
 */
export function wellFormed<Item>(shape: z.ZodType<Item>) {
  return z
    .array(z.unknown())
    .transform((items): Item[] => items.flatMap((item) => shape.safeParse(item).data ?? []))
}

const records = z.object({
  decisions: wellFormed(decisionRecord),
  submissions: wellFormed(submissionRecord),
})

const governanceRecords = z.object({
  people: z.array(storedDocument),
  settings: optional(storedDocument),
  rulings: wellFormed(decisionRecord),
})

const manyRecords = records.extend(governanceRecords.shape).extend({
  documents: z.array(storedDocument),
})

const newTextRecords = records.extend({
  drafts: z.array(
    storedDocument.extend({_rev: z.string(), _createdAt: z.string(), _updatedAt: z.string()}),
  ),
  published: z.array(z.string()),
})

const requestRecords = governanceRecords.extend({
  submissions: wellFormed(
    submissionRecord
      .omit({asked: true})
      .extend({type: optional(z.string()), by: optional(z.string())}),
  ),
  decisions: wellFormed(decisionRecord),
})

const dueRecords = governanceRecords.extend({
  documents: z.array(storedDocument.extend({_rev: z.string()})),
  decisions: wellFormed(decisionRecord),
})

export interface ReviewRecords {
  readonly decisions: readonly (Decision & {readonly by?: string | undefined})[]
  readonly submissions: readonly (Submission & {readonly asked: readonly (string | null)[]})[]
}

export type GovernanceRecords = z.output<typeof governanceRecords>

export type NewTextRecords = z.output<typeof newTextRecords>

export type RequestRecords = z.output<typeof requestRecords>

export type DueRecords = z.output<typeof dueRecords>

export const noRecords: ReviewRecords = {decisions: [], submissions: []}

/** @throws ZodError for an answer that is not one to RECORDS_QUERY */
export function parseRecords(answer: unknown): ReviewRecords {
  return records.parse(answer)
}

/** @throws ZodError for an answer that is not one to GOVERNANCE_QUERY */
export function parseGovernance(answer: unknown): GovernanceRecords {
  return governanceRecords.parse(answer)
}

/** @throws ZodError for an answer that is not one to MANY_RECORDS_QUERY */
export function parseManyRecords(answer: unknown): z.output<typeof manyRecords> {
  return manyRecords.parse(answer)
}

/** @throws ZodError for an answer that is not one to NEW_TEXTS_QUERY */
export function parseNewTexts(answer: unknown): NewTextRecords {
  return newTextRecords.parse(answer)
}

/** @throws ZodError for an answer that is not one to REQUESTS_QUERY */
export function parseRequests(answer: unknown): RequestRecords {
  return requestRecords.parse(answer)
}

/** @throws ZodError for an answer that is not one to DUE_QUERY */
export function parseDueRecords(answer: unknown): DueRecords {
  return dueRecords.parse(answer)
}

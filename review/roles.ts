// Who may do what, as GROQ filters on documents: the roles of an embedded lake, and what custom roles
// of a hosted project have to say.

/** What is written once: decisions, and requests for them. */
const WRITTEN = '!(_type in ["review", "submission"])'

/**
 * A decision by whoever signs in as this very reviewer: the `person` document of a user has the
 * user's id after `person-`. Made as published, and not dated ahead, where nothing later could
 * overrule it; five minutes are for clocks that differ.
 */
const OWN_DECISION = `_type == "review" && _id in path("*") && reviewer._ref == "person-" + identity() && dateTime(decidedAt) <= dateTime(now()) + 300`

/** A request for review, as published: whoever makes it is in the log. */
const SUBMITTED = '_type == "submission" && _id in path("*")'

/** What the last export came to. */
const EXPORTED = '_type == "exportReport" && _id == "exportReport"'

// Nobody may update a decision, which includes deleting it; a person's document says whom readers
// are told to trust, so that it is not for those whom it names; only exports tell of exports; and site
// settings can switch editorial rules off.
const CONTENT = `${WRITTEN} && !(_type in ["person", "exportReport", "siteSettings"])`

export const roles = [
  {
    name: 'writer',
    title: 'Writer',
    description: 'Writes and publishes content, and decides on nothing',
    grants: [
      {filter: 'true', permissions: ['read', 'history']},
      {filter: CONTENT, permissions: ['create', 'update']},
      {filter: SUBMITTED, permissions: ['create']},
    ],
  },
  {
    name: 'reviewer',
    title: 'Reviewer',
    description: 'Decides on revisions, in their own name only; may write content as well',
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
    description: 'Does everything but change decisions; may bring in a dataset that holds some',
    grants: [
      {filter: 'true', permissions: ['read', 'history', 'create']},
      {filter: WRITTEN, permissions: ['update']},
    ],
  },
  {
    name: 'build',
    title: 'Build job',
    description: 'Reads what is published, and its history; leaves word of what it exported',
    grants: [
      {filter: '_id in path("*")', permissions: ['read', 'history']},
      {filter: EXPORTED, permissions: ['create', 'update']},
    ],
  },
] as const

export type RoleName = (typeof roles)[number]['name']

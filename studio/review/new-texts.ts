// The new texts to which a document leads. They were never published, and the lake publishes no text that leads
// nowhere, so they go to review and to readers together with it.

import {map, of, switchMap, type Observable} from 'rxjs'
import {getDraftId, getPublishedId} from 'sanity'
import {z} from 'zod'
import {pointersIn} from '../../model/references.ts'
import {titleOf} from '../../model/standing/settled.ts'
import {candidateOf} from '../../model/standing/verdict.ts'
import {today} from '../../review/days.ts'
import {isGoverned} from '../../review/governed.ts'
import {onceFor} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {isWaiting, statusOf, type Status} from '../../review/status.ts'
import {liveQuery, persistent, type LiveClient} from '../live-query.ts'
import {caseIn, type Governance} from './governance.ts'
import {
  NEW_TEXTS_LISTENER,
  NEW_TEXTS_QUERY,
  parseNewTexts,
  PUBLISHED_QUERY,
  type NewTextRecords,
  type ReviewRecords,
} from './records.ts'
import {openText, type OpenText} from './use-review.ts'

/** A draft of a governed document that was never published. */
export interface NewText {
  /** The published id. */
  readonly id: string
  readonly type: string
  readonly title: string
  readonly draft: NewTextRecords['drafts'][number]
  readonly status: Status
  /** Whether reviewers were asked about exactly this text, and their words have not followed. */
  readonly isWaiting: boolean
  readonly text: OpenText
  readonly decisions: ReviewRecords['decisions']
}

/** The ids of the documents that have to be published before a document can be, or with it. */
export const targetsIn = onceFor((document: StoredDocument): readonly string[] => [
  ...new Set(pointersIn(document).flatMap(({target, weak}) => (weak ? [] : [target]))),
])

const NONE: NewTextRecords = {drafts: [], published: [], decisions: [], submissions: []}

/**
 * What the lake knows of the documents under some ids that are not published, and of those to which they lead. It
 * follows the lake, and never fails.
 */
export function newTextRecords(
  client: LiveClient,
  wanted: ReadonlySet<string>,
): Observable<NewTextRecords> {
  const asked = [...wanted]
  if (asked.length === 0) return of(NONE)
  return client.observable.fetch(PUBLISHED_QUERY, {ids: asked}, {perspective: 'raw'}).pipe(
    persistent(),
    switchMap((answer) => {
      const published = z.array(z.string()).parse(answer)
      const ids = asked.filter((id) => !published.includes(id))
      if (ids.length === 0) return of(NONE)
      const params = {ids, drafts: ids.map((id) => getDraftId(id))}
      return liveQuery(client, {
        fetch: NEW_TEXTS_QUERY,
        listen: NEW_TEXTS_LISTENER,
        params,
        perspective: 'raw',
      }).pipe(map(parseNewTexts))
    }),
    // A draft may lead to further ones.
    switchMap((records) => {
      const all = new Set([...asked, ...records.drafts.flatMap(targetsIn)])
      return all.size === asked.length ? of(records) : newTextRecords(client, all)
    }),
  )
}

/** The new texts among some records, in order of title. */
export function newTextsIn(
  {drafts, published, decisions, submissions}: NewTextRecords,
  governance: Governance,
): NewText[] {
  const decisionsOn = Map.groupBy(decisions, ({subject}) => subject)
  const submissionsOf = Map.groupBy(submissions, ({subject}) => subject)
  return drafts
    .filter(({_id, _type}) => isGoverned(_type) && !published.includes(getPublishedId(_id)))
    .map((draft): NewText => {
      const {_type: type} = draft
      const id = getPublishedId(draft._id)
      const candidate = candidateOf(draft, governance.plans)
      const own = decisionsOn.get(id) ?? []
      const facts = {
        decided: caseIn(governance, type, own),
        submissions: submissionsOf.get(id) ?? [],
      }
      return {
        id,
        type,
        title: titleOf(draft),
        draft,
        status: statusOf({...facts, type, draft: candidate, published: undefined, today: today()}),
        isWaiting: isWaiting(candidate, facts),
        text: openText(candidate, {type, decided: facts.decided}),
        decisions: own,
      }
    })
    .toSorted((a, b) => a.title.localeCompare(b.title))
}

/** Those of some new texts to which a document leads, directly or through each other. The document is not among them. */
export function ledTo(document: StoredDocument, texts: readonly NewText[]): NewText[] {
  const drafts = new Map(texts.map(({id, draft}) => [id, draft]))
  const reached = new Set(targetsIn(document))
  // The loop also visits what it adds.
  for (const id of reached) {
    const draft = drafts.get(id)
    for (const target of draft ? targetsIn(draft) : []) reached.add(target)
  }
  const self = getPublishedId(document._id)
  return texts.filter(({id}) => id !== self && reached.has(id))
}

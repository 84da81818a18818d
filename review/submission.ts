// A writer's request to have one revision reviewed.

import type {Plan} from './plan.ts'
import type {Revision} from './revision.ts'

export interface Submission {
  /** The id of the `submission` document. */
  readonly id: string
  /** The published id of the document that is to be reviewed. */
  readonly subject: string
  readonly revision: Revision
  /** The ids of the `person` documents of the reviewers who are asked. */
  readonly reviewers: readonly string[]
  /** The words that were missing when it was made. If it names none, any decision answers it. */
  readonly requirements: Plan
  /** The ids of the new texts that were submitted together with this one. */
  readonly together?: readonly string[] | undefined
  readonly note?: string | undefined
  /** YYYY-MM-DD */
  readonly neededBy?: string | undefined
  /** ISO 8601, UTC. */
  readonly submittedAt: string
}

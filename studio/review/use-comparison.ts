// What a reviewer compares: the open text with the last approved one.

import type {SanityDocument} from 'sanity'
import type {StoredDocument} from '../../review/revision.ts'
import type {TextChange} from './changes.ts'
import {useApprovedText} from './use-approved-text.ts'
import {useChanges} from './use-changes.ts'
import type {Retryable} from './use-loadable.ts'
import type {Base} from './use-review.ts'

export interface Comparison extends Retryable<StoredDocument | undefined> {
  /** Undefined while something is loading, and if the approved text could not be loaded. */
  readonly changes: readonly TextChange[] | undefined
  /** Whether the history no longer holds the approved text, so that all words count as new. */
  readonly isLost: boolean
}

/** @param base The earlier text; undefined if there is none, so that all words are new. */
export function useComparison(
  id: string,
  document: SanityDocument | null,
  base: Base | undefined,
): Comparison {
  const before = useApprovedText(id, base?.word.revision)
  const {loadable} = before
  return {
    ...before,
    changes: useChanges(loadable, document),
    isLost: base !== undefined && loadable.state === 'here' && !loadable.value,
  }
}

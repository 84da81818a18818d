// What readers must know about a cited work that no longer stands, in plain words.

import type {CitedWork} from '../../../model/cited-work.ts'
import type {InterfaceWords} from '../../../schemas/data/interface-words.ts'

/**
 * The words beside a reference; undefined if the work is current.
 *
 * @param newer The work that has superseded it, if readers get that.
 */
export function noticeOf(
  {status = 'current'}: Pick<CitedWork, 'status'>,
  newer: Pick<CitedWork, 'title'> | undefined,
  words: InterfaceWords,
): string | undefined {
  if (newer) return `${words.citation.newer} ${newer.title}`
  return status === 'current' ? undefined : words.workStatus[status]
}

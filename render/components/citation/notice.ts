// What readers must know about a cited work that no longer stands, in plain words.

import type {CitedWork} from '../../../model/cited-work.ts'
import type {WorkStatus} from '../../../schemas/data/options.ts'

const notices: Readonly<Record<WorkStatus, string | undefined>> = {
  current: undefined,
  superseded: 'A newer work has replaced this one.',
  withdrawn: 'Withdrawn by its makers.',
  retracted: 'This work was retracted.',
}

/** Stands before the title of the work that has superseded another. */
export const NEWER = 'A newer version:'

/**
 * The words beside a reference; undefined if the work is current.
 *
 * @param newer The work that has superseded it, if readers get that.
 */
export function noticeOf(
  {status = 'current'}: Pick<CitedWork, 'status'>,
  newer: Pick<CitedWork, 'title'> | undefined,
): string | undefined {
  return newer === undefined ? notices[status] : `${NEWER} ${newer.title}`
}

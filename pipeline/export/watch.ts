// Waits for changes of an embedded lake, so that an export can follow each.

import {setTimeout as wait} from 'node:timers/promises'
import {logPosition} from '../../lake/store/position.ts'
import {EXPORT_REPORT} from '../../review/export-report.ts'

/** How often to look, in milliseconds. */
const PAUSE = 50

/** How long the lake must be quiet, in milliseconds: people publish several texts at once. */
const QUIET = 100

/** How long to wait for that at most, in milliseconds: an import or many writers may never be quiet. */
const LONGEST_WAIT = 2000

/**
 * Yields after each burst of changes of a lake since this call, and after each new day. What an export writes about itself is no change.
 *
 * @param lake The folder of the lake.
 * @param today Tells the current day.
 */
export function changesOf(lake: string, today: () => string): AsyncGenerator<void> {
  const state = (): string => `${logPosition(lake, EXPORT_REPORT)} ${today()}`
  return changesSince(state(), state)
}

async function* changesSince(first: string, state: () => string): AsyncGenerator<void> {
  let known = first
  for (;;) {
    await wait(PAUSE)
    const found = state()
    if (found === known) continue
    known = await settled(state, found)
    yield
  }
}

/** The first state that stays for a while, or the one after the longest wait. */
async function settled(state: () => string, first: string): Promise<string> {
  let last = first
  for (const end = performance.now() + LONGEST_WAIT; performance.now() < end;) {
    await wait(QUIET)
    const found = state()
    if (found === last) return found
    last = found
  }
  return last
}

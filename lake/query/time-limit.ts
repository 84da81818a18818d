// Bounds how long synchronous work may take. GROQ is evaluated synchronously, so a query that never
// ended would keep everybody else waiting for ever.
//
// V8 gives up on a script when its time is over, and with it on all functions that the script has
// called, regular expressions and those of other contexts too. It unwinds without running `catch` or
// `finally`: whatever has to be undone must stand outside of the call.

import {createContext, Script} from 'node:vm'
import {describedError} from '../errors.ts'

const room: {work: () => unknown} = {work: idle}
createContext(room)
const call = new Script('work()')

/**
 * Calls a function, for so many milliseconds at most. Costs a fraction of a millisecond.
 *
 * @param what is being done, to name it in the error
 * @throws LakeError 400 when the time is over, and whatever `work` throws
 */
export function within<T>(what: 'query' | 'transaction', milliseconds: number, work: () => T): T {
  room.work = work
  try {
    return call.runInContext(room, {timeout: milliseconds})
  } catch (error) {
    // The error is of the other context, so it is no instance of this one's `Error`.
    if (!isTimeout(error)) throw error
    throw describedError(
      400,
      `${what}TimeoutError`,
      `The ${what} was given up after ${milliseconds / 1000} seconds: ask for less at once`,
    )
  } finally {
    room.work = idle
  }
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  )
}

function idle(): void {}

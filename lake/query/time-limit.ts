// Limits how long synchronous work may take. GROQ is evaluated synchronously, so an endless query would
// block all other callers.
//
// When the time is over, V8 terminates the script and every function that it called, including regular
// expressions and functions of other contexts. It unwinds without running `catch` or `finally`, so any
// cleanup must be outside the call.

import {createContext, Script} from 'node:vm'
import {describedError} from '../errors.ts'

const room: {work: () => unknown} = {work: idle}
createContext(room)
const call = new Script('work()')

/**
 * Calls a function with a time limit in milliseconds. Costs a fraction of a millisecond.
 *
 * @param what names the work in the error
 * @throws LakeError 400 when the time is over, and any error of `work`
 */
export function within<T>(what: 'query' | 'transaction', milliseconds: number, work: () => T): T {
  room.work = work
  try {
    return call.runInContext(room, {timeout: milliseconds})
  } catch (error) {
    // The error comes from the other context, so it is not an instance of this context's `Error`.
    if (!isTimeout(error)) throw error
    throw describedError(
      400,
      `${what}TimeoutError`,
      `The ${what} was stopped after ${milliseconds / 1000} seconds: ask for less at once`,
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

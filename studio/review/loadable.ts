// A value that comes from the lake: not there yet, failed to load, or loaded.

export type Loadable<Value> =
  | {readonly state: 'loading'}
  | {readonly state: 'failed'; readonly problem: string}
  | {readonly state: 'here'; readonly value: Value}

export const loading = {state: 'loading'} as const

/** A value that failed to load. Its `problem` is the message of the error. */
export function failedWith(error: unknown): Loadable<never> {
  return {state: 'failed', problem: error instanceof Error ? error.message : String(error)}
}

/** The value; undefined while there is none. */
export function valueOf<Value>(loadable: Loadable<Value>): Value | undefined {
  return loadable.state === 'here' ? loadable.value : undefined
}

/** Why there is no value; undefined if nothing failed. */
export function problemOf(loadable: Loadable<unknown>): string | undefined {
  return loadable.state === 'failed' ? loadable.problem : undefined
}

/** Loads a value. A rejection becomes a failure, so the promise never rejects. */
export async function load<Value>(ask: () => Promise<Value>): Promise<Loadable<Value>> {
  try {
    return {state: 'here', value: await ask()}
  } catch (error) {
    return failedWith(error)
  }
}

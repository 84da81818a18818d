// The state of a question to the lake: no answer yet, a failure, or the answer.

export type Answer<Value> =
  | {readonly state: 'loading'}
  | {readonly state: 'failed'; readonly problem: string}
  | {readonly state: 'here'; readonly value: Value}

export const loading = {state: 'loading'} as const

/** A failure as an answer. Its `problem` is the message of the error. */
export function failedWith(error: unknown): Answer<never> {
  return {state: 'failed', problem: error instanceof Error ? error.message : String(error)}
}

/** Waits for an answer. A rejection becomes a failure, so the promise never rejects. */
export async function answerOf<Value>(ask: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return {state: 'here', value: await ask()}
  } catch (error) {
    return failedWith(error)
  }
}

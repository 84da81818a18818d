// Asks the lake a question while a component is open.

import {useCallback, useEffect, useState} from 'react'
import {answerOf, loading, type Answer} from './answer.ts'

/** An answer, and a way to ask the same question again. */
export interface Asked<Value> {
  readonly answer: Answer<Value>
  readonly retry: () => void
}

type Ask<Value> = (signal: AbortSignal) => Promise<Value>

/**
 * Asks again whenever the question changes, and never returns the answer to an earlier question.
 *
 * @param ask Memoised: a new function is a new question. The signal aborts when the component closes.
 */
export function useAnswer<Value>(ask: Ask<Value>): Asked<Value> {
  const [known, setKnown] = useState<{
    readonly ask: Ask<Value>
    readonly answer: Answer<Value>
  }>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    setKnown(undefined)
    const show = async (): Promise<void> => {
      const answer = await answerOf(() => ask(leaving.signal))
      if (!leaving.signal.aborted) setKnown({ask, answer})
    }
    void show()
    return () => leaving.abort()
  }, [ask, round])
  return {
    answer: known?.ask === ask ? known.answer : loading,
    retry: useCallback(() => setRound((before) => before + 1), []),
  }
}

// Loads a value from the lake while a component is open.

import {useCallback, useEffect, useState} from 'react'
import {failedWith, load, loading, type Loadable} from './loadable.ts'

/** After this time the user hears that there is no answer. The question stays open, and its answer is still taken. */
const PATIENCE_MS = 10_000
const LATE = 'the server does not answer'

/** A value from the lake, and a way to load it again. */
export interface Retryable<Value> {
  readonly loadable: Loadable<Value>
  readonly retry: () => void
}

type Ask<Value> = (signal: AbortSignal) => Promise<Value>

interface Known<Value> {
  readonly ask: Ask<Value>
  readonly round: number
  readonly loadable: Loadable<Value>
}

/**
 * Loads again whenever `ask` changes, and never returns what an earlier `ask` loaded.
 *
 * @param ask Memoised, because a new function loads again. Undefined loads nothing. The signal aborts
 *   when the component closes.
 * @param pauseMs How long `ask` must stay the same before the value is loaded.
 */
export function useLoadable<Value>(ask: Ask<Value> | undefined, pauseMs = 0): Retryable<Value> {
  const [known, setKnown] = useState<Known<Value>>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (!ask) return undefined
    const leaving = new AbortController()
    const keep = (loadable: Loadable<Value>): void => {
      if (!leaving.signal.aborted) setKnown({ask, round, loadable})
    }
    const show = async (): Promise<void> => {
      const late = setTimeout(() => keep(failedWith(LATE)), PATIENCE_MS)
      const loadable = await load(() => ask(leaving.signal))
      clearTimeout(late)
      keep(loadable)
    }
    const timer = setTimeout(() => void show(), pauseMs)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [ask, round, pauseMs])
  return {
    loadable: known?.ask === ask && known?.round === round ? known.loadable : loading,
    retry: useCallback(() => setRound((before) => before + 1), []),
  }
}

/** A value, or the last one before it that was not undefined. */
export function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(() => value)
  return value ?? last
}

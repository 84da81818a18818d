// Loads a value from the lake while a component is open.

import {useCallback, useEffect, useState} from 'react'
import {load, loading, type Loadable} from './loadable.ts'

/** A value from the lake, and a way to load it again. */
export interface Retryable<Value> {
  readonly loadable: Loadable<Value>
  readonly retry: () => void
}

type Ask<Value> = (signal: AbortSignal) => Promise<Value>

/**
 * Loads again whenever `ask` changes, and never returns what an earlier `ask` loaded.
 *
 * @param ask Memoised, because a new function loads again. The signal aborts when the component
 *   closes.
 */
export function useLoadable<Value>(ask: Ask<Value>): Retryable<Value> {
  const [known, setKnown] = useState<{
    readonly ask: Ask<Value>
    readonly loadable: Loadable<Value>
  }>()
  const [round, setRound] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    setKnown(undefined)
    const show = async (): Promise<void> => {
      const loadable = await load(() => ask(leaving.signal))
      if (!leaving.signal.aborted) setKnown({ask, loadable})
    }
    void show()
    return () => leaving.abort()
  }, [ask, round])
  return {
    loadable: known?.ask === ask ? known.loadable : loading,
    retry: useCallback(() => setRound((before) => before + 1), []),
  }
}

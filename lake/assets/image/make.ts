// Makes images in processes of their own, because nothing else ends the work of an encoder. So no image
// takes too long, and none holds up a server that closes.

import {fork, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {httpError} from '../../errors.ts'
import {inTurn} from './in-turn.ts'
import type {Answer, Job} from './maker.ts'

/** Processes that wait for the next image. They keep no other process from ending. */
const idle = new Set<ChildProcess>()

/**
 * The bytes of an image made by a plan, when its turn comes.
 *
 * @param read reads the original
 * @param timeoutMs how long it may take
 * @param signal ends the work
 * @throws LakeError 400 if it takes too long, or the image cannot be read; 503 if too many others wait, or
 *   if the signal ended the work; and anything that `read` throws
 */
export function makeImage(
  read: () => Promise<Uint8Array>,
  plan: Job['plan'],
  {timeoutMs, signal}: {readonly timeoutMs: number; readonly signal: AbortSignal},
): Promise<Uint8Array> {
  return inTurn(async () => {
    const bytes = await read()
    const late = AbortSignal.timeout(timeoutMs)
    const answer = await ask({bytes, plan}, AbortSignal.any([signal, late]))
    if (answer && 'image' in answer) return answer.image
    if (signal.aborted) throw httpError(503, 'The lake is closing, or its client has left')
    const problem = late.aborted
      ? `it takes longer than ${timeoutMs / 1000} seconds`
      : answer?.problem
    throw httpError(400, `The image cannot be made: ${problem ?? 'it ended its process'}`)
  })
}

/** The answer of a process; undefined if the process ended, as it does when the signal is aborted. */
async function ask(job: Job, signal: AbortSignal): Promise<Answer | undefined> {
  if (signal.aborted) return undefined
  const maker = take()
  const end = (): boolean => maker.kill('SIGKILL')
  signal.addEventListener('abort', end)
  const answered = new AbortController()
  try {
    maker.send(job)
    const [answer] = await Promise.race([
      once(maker, 'message', answered),
      once(maker, 'exit', answered).then(() => []),
    ])
    if (answer !== undefined) giveBack(maker)
    return answer
  } finally {
    answered.abort()
    signal.removeEventListener('abort', end)
  }
}

function take(): ChildProcess {
  const [waiting] = idle
  const maker = waiting ?? start()
  idle.delete(maker)
  maker.ref()
  maker.channel?.ref()
  return maker
}

function giveBack(maker: ChildProcess): void {
  maker.unref()
  maker.channel?.unref()
  idle.add(maker)
}

function start(): ChildProcess {
  const maker = fork(new URL('maker.ts', import.meta.url), {
    // Node strips the types itself. A loader would only slow the start.
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  maker.once('exit', () => idle.delete(maker))
  return maker
}

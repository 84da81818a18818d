// Measures how soon readers get a text once it is approved: from the lake's answer to an approval over
// HTTP, until an export with --watch has made another release current.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {readlinkSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {Failure} from '../pipeline/failure.ts'
import {changeWith} from './change.ts'
import {AS_OF_APPROVALS, exportCommand} from './countersign.ts'
import {serve} from './lake/server.ts'
import {memoryOf, percentile} from './measure.ts'
import {lakeOf, removeAll, type Trial} from './trial.ts'

export interface WatchResult {
  /** From each approval until its release is current. */
  readonly seconds: readonly number[]
  readonly p50: number
  readonly p95: number
  /** Of the export that watches, in bytes. Undefined if the system does not tell it. */
  readonly peakMemory: number | undefined
}

/** An administrator may write the approval of any reviewer. The server adds this user when it starts. */
const ADMINISTRATOR = 'administrator'

/** How often to look at `current`, in milliseconds. */
const LOOK = 2

/** How long to wait between two approvals, so that an export has ended before the next one. */
const REST = 1500

/** How long a release may take, in milliseconds. */
const PATIENCE = 120_000

/** Changes and approves one article so many times, while an export watches. */
export async function measureWatch(trial: Trial, approvals: number): Promise<WatchResult> {
  const out = join(process.cwd(), trial.dir, 'watch-out')
  const current = join(out, 'current')
  removeAll([out])
  await using server = await serve({dir: lakeOf(trial)}, ADMINISTRATOR)
  await using watcher = startWatching(lakeOf(trial), out)
  await another(current, undefined, PATIENCE * Math.max(1, trial.articles / 10_000), watcher)
  await wait(REST)
  const client = server.client.withConfig({perspective: 'raw'})
  const seconds: number[] = []
  for (let turn = 0; turn < approvals; turn++) {
    const before = releaseAt(current)
    await changeWith(client, 'article')
    const acknowledged = performance.now()
    await another(current, before, PATIENCE, watcher)
    seconds.push((performance.now() - acknowledged) / 1000)
    await wait(REST)
  }
  return {
    seconds,
    p50: percentile(seconds, 0.5),
    p95: percentile(seconds, 0.95),
    peakMemory: memoryOf(watcher.pid)?.peak,
  }
}

interface Watcher extends AsyncDisposable {
  readonly pid: number | undefined
  /** Whether it still watches. */
  readonly isAlive: () => boolean
}

function startWatching(lake: string, out: string): Watcher {
  const {program, args} = exportCommand(lake, out, [...AS_OF_APPROVALS, '--watch'])
  const child = spawn(program, args, {stdio: ['ignore', 'ignore', 'inherit']})
  const closed = once(child, 'close')
  return {
    pid: child.pid,
    isAlive: () => child.exitCode === null,
    [Symbol.asyncDispose]: async () => {
      child.kill()
      await closed
    },
  }
}

/** Waits until another release is current. */
async function another(
  current: string,
  before: string | undefined,
  patience: number,
  watcher: Watcher,
): Promise<void> {
  const deadline = performance.now() + patience
  while (releaseAt(current) === before) {
    if (!watcher.isAlive() || performance.now() > deadline) {
      throw new Failure(
        'The export with --watch made no other release.',
        'Try npm run export -- --watch.',
      )
    }
    await wait(LOOK)
  }
}

/** The release to which a link leads. Undefined before the first one. */
function releaseAt(current: string): string | undefined {
  try {
    return readlinkSync(current)
  } catch {
    return undefined
  }
}

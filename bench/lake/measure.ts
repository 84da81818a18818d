// Measures lakes of several sizes, each in a server process of its own: how long requests take, and
// how much memory the server uses.

import {percentile, type ProcessMemory} from '../measure.ts'
import {Random} from '../random.ts'
import {say} from '../say.ts'
import {kinds, type Kind} from './requests.ts'
import {serve, type ServedLake} from './server.ts'
import {prepareLake, USERNAME, type LakeTrial} from './trial.ts'

/** How long requests of one kind took a lake, in milliseconds. */
export interface Times {
  readonly name: string
  readonly rounds: number
  readonly p50: number
  readonly p99: number
  /** The error after which the bench sent no more requests of this kind. */
  readonly failed: string | undefined
  /** The server's memory after these requests. Undefined if the system does not tell it. */
  readonly memory: ProcessMemory | undefined
}

export interface LakeResult {
  readonly documents: number
  /** In the order in which they were measured. */
  readonly times: readonly Times[]
}

/** Measures a lake of each size, in the order given. */
export async function measureLakes(sizes: readonly number[]): Promise<LakeResult[]> {
  await using servers = new AsyncDisposableStack()
  const lakes: ServedLake<LakeTrial>[] = []
  for (const size of sizes) {
    say(`Making a lake of ${size} documents, unless an earlier run made it`)
    lakes.push(servers.use(await serve(await prepareLake(size, reportProgress), USERNAME)))
  }
  const times: Times[][] = []
  for (const kind of kinds) times.push(await timesOf(kind, lakes))
  return lakes.map(({trial}, index) => ({
    documents: trial.documents,
    times: times.flatMap((ofKind) => ofKind[index] ?? []),
  }))
}

function reportProgress(documents: number): void {
  if (documents % 10_000 === 0) say(`  ${documents} documents`)
}

/** Sends requests to all lakes in turn, so that a busy minute of the machine affects them equally. */
async function timesOf(kind: Kind, lakes: readonly ServedLake<LakeTrial>[]): Promise<Times[]> {
  say(`Timing: ${kind.name}`)
  const random = new Random(1)
  const asked = lakes.map((lake): Asked => ({lake, times: [], failed: undefined}))
  // Rounds with a negative number warm the lakes up and do not count.
  for (let round = -kind.rounds / 10; round < kind.rounds; round++) {
    for (const one of asked) {
      if (one.failed === undefined) await ask(one, kind, random, round >= 0)
    }
  }
  return asked.map(({lake, times, failed}) => ({
    name: kind.name,
    rounds: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    failed,
    memory: lake.memory(),
  }))
}

interface Asked {
  readonly lake: ServedLake<LakeTrial>
  readonly times: number[]
  failed: string | undefined
}

// A refused request, such as one that takes too long, is a result. The bench goes on.
async function ask(one: Asked, {time}: Kind, random: Random, counts: boolean): Promise<void> {
  try {
    const milliseconds = await time(one.lake, random)
    if (counts) one.times.push(milliseconds)
  } catch (error) {
    one.failed = error instanceof Error ? error.message : String(error)
  }
}

// Runs a command and measures it from outside: wall-clock time, and the most memory that it and
// the processes it started held. Works the same for Node and for Hugo.

import {spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {Failure} from '../pipeline/failure.ts'

export interface Measurement {
  readonly seconds: number
  /** In bytes; undefined where the system has no /proc to read it from. */
  readonly peakMemory: number | undefined
}

export interface Command {
  readonly program: string
  readonly args: readonly string[]
}

const POLL_MILLISECONDS = 20

/**
 * Runs a command to its end.
 *
 * Memory is the sum, over every process of the command's tree, of its peak resident set as the
 * kernel keeps it (`VmHWM`), read every 20 ms while it runs. Worker threads are part of their
 * process. It is never less than what the tree held at any one moment, but for what a process took
 * in its last 20 ms.
 *
 * @throws Failure if it ends with another code than 0.
 */
export async function measure({program, args}: Command): Promise<Measurement> {
  const peaks = new Map<number, number>()
  const started = performance.now()
  const child = spawn(program, args, {stdio: ['ignore', 'ignore', 'pipe']})
  const complaints: Uint8Array[] = []
  child.stderr.on('data', (chunk: Uint8Array) => complaints.push(chunk))
  const timer = setInterval(() => notePeaks(child.pid, peaks), POLL_MILLISECONDS)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).finally(() => clearInterval(timer))
  const seconds = (performance.now() - started) / 1000
  if (code !== 0) {
    const message = `${program} ${args.join(' ')} ended with code ${code ?? 'none'}`
    throw new Failure(`${message}: ${Buffer.concat(complaints).toString()}`, 'Run it by hand.')
  }
  const peakMemory = [...peaks.values()].reduce((sum, bytes) => sum + bytes, 0)
  return {seconds, peakMemory: peaks.size === 0 ? undefined : peakMemory}
}

function notePeaks(root: number | undefined, peaks: Map<number, number>): void {
  if (root === undefined || !existsSync('/proc/self/status')) return
  for (const pid of processTree(root)) {
    const peak = memoryOf(pid)?.peak
    if (peak !== undefined) peaks.set(pid, peak)
  }
}

/** A process and all that it started, directly or not. */
function processTree(pid: number): number[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`)) ?? []
  const children = threads.flatMap((thread) => {
    const list = attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? ''
    return list.split(' ').filter((id) => id !== '')
  })
  return [pid, ...children.flatMap((id) => processTree(Number(id)))]
}

/** What a process holds in memory, in bytes. */
export interface ProcessMemory {
  /** At any time since it began. */
  readonly peak: number
  readonly now: number
}

/** The memory of a process; undefined if it has gone, or where the system has no /proc. */
export function memoryOf(pid: number | undefined): ProcessMemory | undefined {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? ''
  const bytes = (name: string): number | undefined => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
  }
  const [peak, now] = [bytes('VmHWM'), bytes('VmRSS')]
  return peak === undefined || now === undefined ? undefined : {peak, now}
}

/** Processes come and go: what has gone has nothing to say. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The least of some numbers that so great a share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN
}

/** The medians of some runs of one command. */
export function medians(runs: readonly Measurement[]): Measurement {
  const memory = runs.map(({peakMemory}) => peakMemory).filter((bytes) => bytes !== undefined)
  return {
    seconds: median(runs.map(({seconds}) => seconds)),
    peakMemory: memory.length === 0 ? undefined : median(memory),
  }
}

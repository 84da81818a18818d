// Runs a command and measures it from outside: its wall-clock time, and the peak memory of it and of
// the processes that it started. It measures Node and Hugo in the same way.

import {spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {Failure} from '../pipeline/failure.ts'

export interface Measurement {
  readonly seconds: number
  /** In bytes. Undefined if the system has no /proc to read it from. */
  readonly peakMemory: number | undefined
}

export interface Command {
  readonly program: string
  readonly args: readonly string[]
}

const POLL_MILLISECONDS = 20

/**
 * Runs a command and waits for its end.
 *
 * The memory is a sum over the command's process and all processes that it started. Each counts with
 * its peak resident set (`VmHWM` of the kernel, read every 20 ms). Worker threads are part of their
 * process. The sum is never too low, except for memory that a process took in its last 20 ms.
 *
 * @throws Failure if the exit code is not 0.
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
    throw new Failure(
      `${message}: ${Buffer.concat(complaints).toString()}`,
      'Run this command by hand to see what is wrong.',
    )
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

/** A process and all processes that it started, directly or through others. */
function processTree(pid: number): number[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`)) ?? []
  const children = threads.flatMap((thread) => {
    const list = attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? ''
    return list.split(' ').filter((id) => id !== '')
  })
  return [pid, ...children.flatMap((id) => processTree(Number(id)))]
}

/** The memory of a process, in bytes. */
export interface ProcessMemory {
  /** The most since the process began. */
  readonly peak: number
  readonly now: number
}

/** The memory of a process. Undefined if it has ended, or if the system has no /proc. */
export function memoryOf(pid: number | undefined): ProcessMemory | undefined {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? ''
  const bytes = (name: string): number | undefined => {
    const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024
  }
  const [peak, now] = [bytes('VmHWM'), bytes('VmRSS')]
  return peak === undefined || now === undefined ? undefined : {peak, now}
}

/** Reads about a process. Undefined if it has ended meanwhile. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** The median of numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** The smallest number that at least this share of the numbers does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN
}

/** The medians of several runs of a command. */
export function medians(runs: readonly Measurement[]): Measurement {
  const memory = runs.map(({peakMemory}) => peakMemory).filter((bytes) => bytes !== undefined)
  return {
    seconds: median(runs.map(({seconds}) => seconds)),
    peakMemory: memory.length === 0 ? undefined : median(memory),
  }
}

// Runs a command and measures it from outside: its wall-clock time, and the processor time and peak
// memory of it and of the processes that it started. It measures all programs in the same way.

import {spawn} from 'node:child_process'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {totalmem} from 'node:os'
import {Readable} from 'node:stream'
import {text} from 'node:stream/consumers'
import {Failure} from '../pipeline/failure.ts'

export interface Measurement {
  readonly seconds: number
  /** Of the processors, for the program and for the system on its behalf. */
  readonly cpuSeconds: number
  /** The same of a server that it read from. Undefined if there is none, or if the system does not tell. */
  readonly serverCpuSeconds?: number | undefined
  /** In bytes. Undefined if the system has no /proc to read it from. */
  readonly peakMemory: number | undefined
}

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  /** The folder to run it in; otherwise the current one. */
  readonly folder?: string
  /** Variables of the environment, besides those of the bench. */
  readonly environment?: Readonly<Record<string, string>>
}

const POLL_MILLISECONDS = 20

/** The share of this machine's memory that a command may take. More would stop other programs. */
const MOST_MEMORY = 0.8

/**
 * Runs a command and waits for its end.
 *
 * The memory is a sum over the command's process and all processes that it started. Each counts with
 * its peak resident set (`VmHWM` of the kernel, read every 20 ms). Worker threads are part of their
 * process. The sum is never too low, except for memory that a process took in its last 20 ms.
 *
 * The processor time is what the shell's `times` tells at the end: of the command and of all processes
 * whose end their parents waited for.
 *
 * @param minutes After how many minutes to end the command.
 * @throws Failure if the exit code is not 0, or if the command took too long or too much memory.
 */
export async function measure(
  {program, args, folder, environment}: Command,
  minutes = Infinity,
): Promise<Measurement> {
  const peaks = new Map<number, number>()
  const started = performance.now()
  const child = spawn(
    'sh',
    ['-c', '"$@"; code=$?; times >&3; exit $code', 'sh', program, ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      cwd: folder,
      env: {...process.env, ...environment},
    },
  )
  const [, , complaints, times] = child.stdio.map(wordsOf)
  let tooMuch: string | undefined
  const timer = setInterval(() => {
    const memory = notePeaks(child.pid, peaks)
    if (performance.now() - started > minutes * 60_000) tooMuch ??= `${minutes} minutes`
    if (memory > totalmem() * MOST_MEMORY) tooMuch ??= `${MOST_MEMORY * 100} % of the memory`
    if (tooMuch !== undefined) endTree(child.pid)
  }, POLL_MILLISECONDS)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).finally(() => clearInterval(timer))
  const seconds = (performance.now() - started) / 1000
  if (tooMuch !== undefined) {
    throw new Failure(
      `${program} took more than ${tooMuch}, so the bench ended it.`,
      'Give it more time with --limit, or measure fewer articles.',
    )
  }
  if (code !== 0) {
    const message = `${program} ${args.join(' ')} ended with code ${code ?? 'none'}`
    throw new Failure(
      `${message}: ${await complaints}`,
      'Run this command by hand to see what is wrong.',
    )
  }
  const peakMemory = [...peaks.values()].reduce((sum, bytes) => sum + bytes, 0)
  return {
    seconds,
    cpuSeconds: cpuSecondsIn((await times) ?? ''),
    peakMemory: peaks.size === 0 ? undefined : peakMemory,
  }
}

/** All that a stream says until its end. */
async function wordsOf(stream: unknown): Promise<string> {
  return stream instanceof Readable ? text(stream) : ''
}

/** The last line of `times` has what the processes of a shell used, for programs and for the system. */
function cpuSecondsIn(times: string): number {
  const spent =
    times
      .trim()
      .split('\n')
      .at(-1)
      ?.match(/[\d.]+/g)
      ?.map(Number) ?? []
  const [minutes = 0, seconds = 0, systemMinutes = 0, systemSeconds = 0] = spent
  return (minutes + systemMinutes) * 60 + seconds + systemSeconds
}

/** Notes the peaks of the processes below a shell. Returns the memory that they have now. */
function notePeaks(shell: number | undefined, peaks: Map<number, number>): number {
  if (shell === undefined || !existsSync('/proc/self/status')) return 0
  let sum = 0
  for (const pid of processTree(shell).slice(1)) {
    const memory = memoryOf(pid)
    if (memory === undefined) continue
    peaks.set(pid, memory.peak)
    sum += memory.now
  }
  return sum
}

function endTree(root: number | undefined): void {
  if (root === undefined) return
  for (const pid of processTree(root).slice(1)) attempt(() => process.kill(pid, 'SIGKILL'))
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

/** The kernel counts the time of processes in these parts of a second. */
const TICKS_A_SECOND = 100

/** The processor time that a process has used until now. Undefined without /proc. */
export function cpuSecondsOf(pid: number | undefined): number | undefined {
  const status = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  const fields = status?.slice(status.lastIndexOf(')') + 2).split(' ')
  return fields && (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
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
  return {
    seconds: median(runs.map(({seconds}) => seconds)),
    cpuSeconds: median(runs.map(({cpuSeconds}) => cpuSeconds)),
    serverCpuSeconds: medianOfKnown(runs.map(({serverCpuSeconds}) => serverCpuSeconds)),
    peakMemory: medianOfKnown(runs.map(({peakMemory}) => peakMemory)),
  }
}

function medianOfKnown(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : median(known)
}

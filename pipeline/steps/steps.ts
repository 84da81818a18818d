// The steps of an export that need not be repeated: what each made, and what that depended on.

import {z} from 'zod'
import {digest} from '../digest.ts'
import type {Memory} from '../memory/memory.ts'
import {seenBy, type DigestOf, type Reads} from './reads.ts'

/** What a step made, and what that depends on. The program itself is not listed: another one forgets all steps. */
export interface Step<Result> {
  /** A digest of what the step was given. */
  readonly input: string
  readonly reads: readonly string[]
  readonly result: Result
}

/** A step that was just done, perhaps in another thread. */
export interface Trace<Result> extends Step<Result> {
  /** The digest of what the reads gave (`seenBy`). */
  readonly seen: string
}

/** The trace of a step that was just done. */
export function traceOf<Result>(
  result: Result,
  {
    input,
    reads: {names},
    digestOf,
  }: {readonly input: string; readonly reads: Reads; readonly digestOf: DigestOf},
): Trace<Result> {
  return {input, reads: names, seen: seenBy(names, digestOf), result}
}

/** Whether a step would read the same again. */
export function holds({reads, seen}: Trace<unknown>, digestOf: DigestOf): boolean {
  return seenBy(reads, digestOf) === seen
}

/** The digest of what a step is given: plain data. */
export function inputDigest(...given: readonly unknown[]): string {
  return digest(JSON.stringify(given))
}

/** The steps of one kind: those of the last export, and those of this one. `Result` is plain data. */
export class StepsOf<Result> {
  readonly #kind: string
  readonly #memory: Memory | undefined
  #last: Steps<Result> | undefined
  #now: Steps<Result> = none()
  /** Reads that gave different things at different times of this export. */
  readonly #unsteady = new Set<string>()

  /** @param memory Without one, no step is known. */
  constructor(kind: string, memory: Memory | undefined) {
    this.#kind = kind
    this.#memory = memory
  }

  /** Begins an export. What the last one added and did not keep is forgotten. */
  begin(): void {
    this.#now = none()
    this.#unsteady.clear()
  }

  /**
   * The step on a subject, if it was done before and was given the same. Whether it would read the same again is not
   * known: see `holds`.
   *
   * @param subject What it is about, such as the id of a document.
   */
  find(subject: string, input: string): Step<Result> | undefined {
    const step = this.#before.steps.get(subject)
    return step?.input === input ? step : undefined
  }

  /** Whether a step that was found would read the same again. */
  holds({reads}: Step<Result>, digestOf: DigestOf): boolean {
    return reads.every((read) => this.#before.seen.get(read) === digestOf(read))
  }

  /**
   * Adds a step of this export, which was found or done.
   *
   * @param digestOf Gives the digest of what its reads gave.
   */
  add(subject: string, step: Step<Result>, digestOf: DigestOf): void {
    this.#now.steps.set(subject, step)
    for (const read of step.reads) {
      const seen = digestOf(read)
      const earlier = this.#now.seen.get(read)
      if (earlier === undefined) this.#now.seen.set(read, seen)
      else if (earlier !== seen) this.#unsteady.add(read)
    }
  }

  /** The subjects of the steps that were done in this export, and not found. */
  get done(): string[] {
    return [...this.#now.steps].flatMap(([subject, step]) =>
      this.#before.steps.get(subject) === step ? [] : subject,
    )
  }

  /** Gives the steps of this export to the memory. The next one, in this process or another, then finds them. */
  keep(): void {
    const {done} = this
    const before = this.#before
    for (const [subject, {reads}] of this.#now.steps) {
      if (reads.some((read) => this.#unsteady.has(read))) this.#now.steps.delete(subject)
    }
    const gone = [...before.steps.keys()].filter((subject) => !this.#now.steps.has(subject))
    const changed = new Set([...done, ...gone].map(partOf))
    const byPart = Map.groupBy(this.#now.steps, ([subject]) => partOf(subject))
    for (const part of changed) {
      this.#memory?.keepSteps(this.#kind, part, asPart(byPart.get(part) ?? [], this.#now.seen))
    }
    this.#last = this.#now
    this.begin()
  }

  get #before(): Steps<Result> {
    this.#last ??= this.#recalled()
    return this.#last
  }

  #recalled(): Steps<Result> {
    const {steps, seen} = none<Result>()
    const schema = partSchema<Result>()
    for (const value of this.#memory?.steps(this.#kind) ?? []) {
      const {data} = schema.safeParse(value)
      if (!data) continue
      for (const [index, read] of data.reads.entries()) {
        const gave = data.seen[index] ?? ''
        // What two parts do not agree on is not known.
        seen.set(read, (seen.get(read) ?? gave) === gave ? gave : '')
      }
      for (const [subject, input, numbers, result] of data.steps) {
        const reads = numbers.flatMap((number) => data.reads[number] ?? [])
        steps.set(subject, {input, reads, result})
      }
    }
    return {steps, seen}
  }
}

/** The steps of one export by their subjects, and the digest of what each read gave. */
interface Steps<Result> {
  readonly steps: Map<string, Step<Result>>
  readonly seen: Map<string, string>
}

function none<Result>(): Steps<Result> {
  return {steps: new Map(), seen: new Map()}
}

/** The memory keeps steps in so many parts. A change of one step writes one part anew. */
const PARTS = 256

/** The part that a subject belongs to. */
function partOf(subject: string): number {
  let sum = 0
  for (let index = 0; index < subject.length; index += 1) {
    sum = (sum * 31 + subject.charCodeAt(index)) % 1_000_003
  }
  return sum % PARTS
}

/**
 * A part: the reads of its steps, what each gave, and each step with the numbers of its reads. The memory gives only what
 * this very program wrote there, so what a step made needs no further look.
 */
function partSchema<Result>() {
  return z.object({
    reads: z.array(z.string()),
    seen: z.array(z.string()),
    steps: z.array(z.tuple([z.string(), z.string(), z.array(z.int()), z.custom<Result>()])),
  })
}

function asPart<Result>(
  steps: readonly (readonly [subject: string, step: Step<Result>])[],
  seen: ReadonlyMap<string, string>,
): z.output<ReturnType<typeof partSchema<Result>>> {
  const numbers = new Map<string, number>()
  const numberOf = (read: string): number => {
    const number = numbers.get(read) ?? numbers.size
    numbers.set(read, number)
    return number
  }
  const kept = steps.map(
    ([subject, {input, reads, result}]): [string, string, number[], Result] => [
      subject,
      input,
      reads.map(numberOf),
      result,
    ],
  )
  const reads = [...numbers.keys()]
  return {reads, seen: reads.map((read) => seen.get(read) ?? ''), steps: kept}
}

// The steps of an export that need not be repeated: what each made, and what that depended on.

import {z} from 'zod'
import {digest} from '../digest.ts'
import type {Memory} from '../memory/memory.ts'
import {seenBy, type DigestOf, type Reads} from './reads.ts'

/** What a step made, and what that depends on. The program itself is not listed: another one forgets all steps. */
export interface Trace<Result> {
  /** A digest of what the step was given. */
  readonly input: string
  readonly reads: readonly string[]
  /** The digest of what the reads gave (`seenBy`). */
  readonly seen: string
  readonly result: Result
}

/** A kind of step, by its name and the type of what it makes: plain data. */
export interface Kind<Result> {
  readonly name: string
  readonly schema: z.ZodType<Trace<Result>>
}

/** The memory gives only what this very program wrote there, so what a step made needs no further look. */
export function kindOfStep<Result>(name: string): Kind<Result> {
  const schema = z.object({
    input: z.string(),
    reads: z.array(z.string()),
    seen: z.string(),
    result: z.custom<Result>(),
  })
  return {name, schema}
}

/** The trace of a step that was just done. */
export function traceOf<Result>(
  result: Result,
  {input, reads: {names}, digestOf}: StepDone,
): Trace<Result> {
  return {input, reads: names, seen: seenBy(names, digestOf), result}
}

interface StepDone {
  readonly input: string
  readonly reads: Reads
  readonly digestOf: DigestOf
}

/** Whether a step would read the same again. */
export function holds({reads, seen}: Trace<unknown>, digestOf: DigestOf): boolean {
  return seenBy(reads, digestOf) === seen
}

/** The digest of what a step is given: plain data. */
export function inputDigest(...given: readonly unknown[]): string {
  return digest(JSON.stringify(given))
}

/** The steps of earlier exports, and those of this one. */
export class Steps {
  readonly #memory: Memory | undefined
  /** The steps of this export, old and new. */
  readonly #current = new Set<string>()

  /** @param memory Without one, no step is known. */
  constructor(memory: Memory | undefined) {
    this.#memory = memory
  }

  /**
   * What a step makes, if it was done before, was given the same, and would read the same again.
   *
   * @param subject What it is about, such as the id of a document.
   */
  recall<Result>(
    kind: Kind<Result>,
    subject: string,
    input: string,
    digestOf: DigestOf,
  ): Result | undefined {
    const trace = this.trace(kind, subject, input)
    return trace && holds(trace, digestOf) ? trace.result : undefined
  }

  /** The trace of a step that was given the same. Whether it would read the same again is not known. */
  trace<Result>(
    {name, schema}: Kind<Result>,
    subject: string,
    input: string,
  ): Trace<Result> | undefined {
    this.#current.add(nameOf(name, subject))
    const {data} = schema.safeParse(this.#memory?.step(name, subject))
    return data?.input === input ? data : undefined
  }

  /** Adds a step that was done. */
  keep<Result>({name}: Kind<Result>, subject: string, trace: Trace<Result>): void {
    this.#current.add(nameOf(name, subject))
    this.#memory?.keepStep(name, subject, trace)
  }

  /** Forgets the steps that this export did not need. */
  forgetOthers(): void {
    this.#memory?.forgetSteps(({kind, subject}) => !this.#current.has(nameOf(kind, subject)))
  }
}

function nameOf(kind: string, subject: string): string {
  return `${kind} ${subject}`
}

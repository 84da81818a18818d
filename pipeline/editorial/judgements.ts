// What the rules found in each document: in an earlier export, or in this one.

import type {Finding} from '../../policy/finding.ts'
import type {DigestOf} from '../steps/reads.ts'
import {holds, type Step, type StepsOf, type Trace} from '../steps/steps.ts'

/** Judging one document. */
type Judgement = Step<readonly Finding[]>

/** What the rules find in a document, and what they read. */
export interface Judged {
  readonly id: string
  readonly trace: Trace<readonly Finding[]>
}

/** Collects judgements. Documents may be judged several times: what they read may turn out otherwise. */
export class Judgements {
  readonly #steps: StepsOf<readonly Finding[]>
  readonly #fresh = new Map<string, Judged['trace']>()
  readonly #current = new Map<string, Judgement>()

  /** @param steps What earlier exports found. */
  constructor(steps: StepsOf<readonly Finding[]>) {
    this.#steps = steps
  }

  /** Whether a document was judged, whatever the rules read. */
  has(id: string, input: string): boolean {
    return this.#steps.find(id, input) !== undefined
  }

  /** What the rules found in a document, if they would read the same again. */
  find(id: string, input: string, digestOf: DigestOf): readonly Finding[] | undefined {
    const found = this.#freshOf(id, digestOf) ?? this.#knownOf(id, input, digestOf)
    if (found) this.#current.set(id, found)
    return found?.result
  }

  add({id, trace}: Judged): void {
    this.#fresh.set(id, trace)
    this.#current.set(id, trace)
  }

  /**
   * Remembers the judgements that were found or added last.
   *
   * @param digestOf Gives what the rules read at the end.
   */
  remember(digestOf: DigestOf): void {
    for (const [id, judgement] of this.#current) this.#steps.add(id, judgement, digestOf)
  }

  #freshOf(id: string, digestOf: DigestOf): Judgement | undefined {
    const trace = this.#fresh.get(id)
    return trace && holds(trace, digestOf) ? trace : undefined
  }

  #knownOf(id: string, input: string, digestOf: DigestOf): Judgement | undefined {
    const step = this.#steps.find(id, input)
    return step && this.#steps.holds(step, digestOf) ? step : undefined
  }
}

// A document that readers do not get as published, for reports.

import type {Shortfall} from './verdict.ts'

/**
 * A document whose newest published text readers do not see. Of a type that the model does not know, the first
 * document stands for all.
 */
export interface Withheld extends Shortfall {
  readonly id: string
  readonly type: string
  /** Its title as published. It is for reports, not for readers. */
  readonly title: string
  /** How many documents the entry stands for, if it is more than one. */
  readonly count?: number
}

/** How many documents are withheld. */
export function countWithheld(withheld: readonly Withheld[]): number {
  return withheld.reduce((sum, {count = 1}) => sum + count, 0)
}

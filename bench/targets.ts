// What an export must achieve, and whether measured figures do.

import type {Measurement} from './measure.ts'

interface SizedMeasurement extends Measurement {
  readonly articles: number
}

/** What a bench measures: medians, and the runs they come from. */
export interface Results {
  readonly large: SizedMeasurement
  readonly small: SizedMeasurement
  /** One article: what starting up and the shared documents cost. */
  readonly least: SizedMeasurement
  /** On as many articles as `large`. */
  readonly hugo?: Measurement & {readonly version: string}
  readonly runs: Readonly<Record<string, readonly Measurement[]>>
}

export interface TargetCheck {
  readonly name: string
  /** Undefined if it could not be measured. */
  readonly value: number | undefined
  readonly atMost: number
  readonly met: boolean | undefined
}

/** Holds results against the targets. */
export function judge({large, small, least, hugo}: Results): TargetCheck[] {
  const {peakMemory} = large
  const growth = costPerArticle(large, least) / costPerArticle(small, least)
  return [
    checkTarget("wall time over Hugo's", hugo && large.seconds / hugo.seconds, 1),
    checkTarget('peak memory in GB', peakMemory === undefined ? undefined : peakMemory / 1e9, 1),
    checkTarget(
      `cost of an article at ${large.articles} over that at ${small.articles}, start-up aside,`,
      small.articles > least.articles && small.seconds > least.seconds ? growth : undefined,
      1.3,
    ),
  ]
}

/** The seconds that each further article takes. */
function costPerArticle(size: SizedMeasurement, least: SizedMeasurement): number {
  return (size.seconds - least.seconds) / (size.articles - least.articles)
}

/** Holds one figure against its target. */
export function checkTarget(name: string, value: number | undefined, atMost: number): TargetCheck {
  return {
    name,
    value,
    atMost,
    met: value === undefined ? undefined : value <= atMost,
  }
}

// The targets of an export, and whether its results meet them.

import type {Measurement} from './measure.ts'

interface SizedMeasurement extends Measurement {
  readonly articles: number
}

/** What the bench of the export measures: medians, and the runs that they come from. */
export interface Results {
  readonly large: SizedMeasurement
  /** A second export of as many articles, without a change. */
  readonly again: Measurement
  /** After an approved change of one article, of a disclaimer that all pages show, and of the name of the site. */
  readonly article: Measurement
  readonly disclaimer: Measurement
  readonly setting: Measurement
  readonly small: SizedMeasurement
  /** One article. It shows the cost of starting up and of the shared documents. */
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

/** Compares results with the targets. */
export function judge({
  large,
  again,
  article,
  disclaimer,
  small,
  least,
  hugo,
}: Results): TargetCheck[] {
  const {peakMemory} = large
  const growth = costPerArticle(large, least) / costPerArticle(small, least)
  return [
    checkTarget("wall time over Hugo's", hugo && large.seconds / hugo.seconds, 1),
    checkTarget(
      'time of an export without a change over that of a full one',
      again.seconds / large.seconds,
      0.03,
    ),
    checkTarget(
      'time of an export after a change of one article over that of a full one',
      article.seconds / large.seconds,
      0.06,
    ),
    checkTarget(
      'time of an export after a change of a disclaimer of all pages over that of a full one',
      disclaimer.seconds / large.seconds,
      0.6,
    ),
    checkTarget('peak memory in GB', peakMemory === undefined ? undefined : peakMemory / 1e9, 1),
    checkTarget(
      `time per article without start-up, with ${large.articles} articles over ${small.articles}`,
      small.articles > least.articles && small.seconds > least.seconds ? growth : undefined,
      1.3,
    ),
  ]
}

/** The seconds that each article adds. */
function costPerArticle(size: SizedMeasurement, least: SizedMeasurement): number {
  return (size.seconds - least.seconds) / (size.articles - least.articles)
}

/** Compares one figure with its target. */
export function checkTarget(name: string, value: number | undefined, atMost: number): TargetCheck {
  return {
    name,
    value,
    atMost,
    met: value === undefined ? undefined : value <= atMost,
  }
}

// The targets of an export, and whether its results meet them.

import type {Scenario} from './contender.ts'
import type {Results, SizeResult} from './export.ts'

export interface TargetCheck {
  readonly name: string
  /** Undefined if it could not be measured. */
  readonly value: number | undefined
  readonly atMost: number
  readonly met: boolean | undefined
}

/** The numbers of articles for which there are targets. */
const NORMAL = 10_000
const LARGE = 100_000

const MB = 1e6

/** Compares results with the targets. */
export function judge({sizes, startUp}: Results): TargetCheck[] {
  const normal = sizes.find(({articles}) => articles === NORMAL)
  const large = sizes.find(({articles}) => articles === LARGE)
  const overFull = (scenario: Scenario): number | undefined =>
    ratio(normal && secondsOf(normal, 'countersign', scenario), normal && fullOf(normal))
  const overPeer = (name: string): number | undefined =>
    ratio(normal && fullOf(normal), normal && secondsOf(normal, name, 'full'))
  return [
    checkTarget('full export over Hugo', overPeer('hugo'), 0.5),
    checkTarget('full export over a script by hand', overPeer('by-hand'), 1.5),
    checkTarget('nothing changed over a full export', overFull('unchanged'), 0.03),
    checkTarget('one article changed and approved over a full export', overFull('article'), 0.06),
    checkTarget(
      'seconds from an approval to its release with --watch, p95',
      normal?.watch?.p95,
      0.5,
    ),
    checkTarget('a disclaimer of all pages over a full export', overFull('disclaimer'), 0.6),
    checkTarget('peak memory of a full export in MB', memoryOf(normal), 512),
    checkTarget(
      `time an article, with ${LARGE} articles over ${NORMAL}`,
      ratio(large && fullOf(large, LARGE), normal && fullOf(normal, NORMAL)),
      1.1,
    ),
    checkTarget(`peak memory of ${LARGE} articles in MB`, memoryOf(large), 900),
    checkTarget(
      'first export of the sample over a Node that does nothing',
      startUp.cold.seconds / startUp.node.seconds,
      4,
    ),
    checkTarget(
      'unchanged export of the sample over a Node that does nothing',
      startUp.unchanged.seconds / startUp.node.seconds,
      4,
    ),
  ]
}

/** The wall time of a contender in a scenario. */
function secondsOf({contenders}: SizeResult, name: string, scenario: Scenario): number | undefined {
  return contenders.find((one) => one.name === name)?.medians[scenario]?.seconds
}

/** The wall time of a full export, or that of each of so many articles. */
function fullOf(size: SizeResult, articles = 1): number | undefined {
  const seconds = secondsOf(size, 'countersign', 'full')
  return seconds && seconds / articles
}

function ratio(value: number | undefined, over: number | undefined): number | undefined {
  return value === undefined || over === undefined ? undefined : value / over
}

function memoryOf(size: SizeResult | undefined): number | undefined {
  return ratio(size?.contenders[0]?.medians.full?.peakMemory, MB)
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

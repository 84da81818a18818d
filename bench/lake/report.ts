// Reports the results of the lakes to people, and compares them with the targets.

import {formatSize} from '../../scripts/shared/print.ts'
import {checkTarget, type TargetCheck} from '../targets.ts'
import type {LakeResult, Times} from './measure.ts'
import {fetchById, ping} from './requests.ts'

/** A fetch by id must not get slower with more documents, and no request may fail. */
export function judgeLakes(lakes: readonly LakeResult[]): TargetCheck[] {
  const [fewest, most] = [lakes.at(0), lakes.at(-1)]
  if (fewest === undefined || most === undefined) return []
  const growth = median(most, fetchById.name) / median(fewest, fetchById.name)
  const failed = lakes.flatMap(({times}) => times).filter(({failed}) => failed !== undefined)
  return [
    checkTarget(
      `time of a fetch by id, with ${most.documents} documents over ${fewest.documents}`,
      fewest === most || Number.isNaN(growth) ? undefined : growth,
      2,
    ),
    checkTarget('kinds of request that a lake failed to answer', failed.length, 0),
  ]
}

/**
 * A table for each kind of request, with a line for each lake: its times, their ratio to /ping and to
 * the smallest lake, and the server's memory afterwards.
 */
export function lakeLines(lakes: readonly LakeResult[]): string[] {
  const [fewest] = lakes
  if (fewest === undefined) return []
  const over = `over ${fewest.documents}`
  const titles = ['rounds', 'p50 ms', 'p99 ms', 'over /ping', over, 'memory', 'peak']
  return fewest.times.flatMap(({name}) => [
    `${name.padEnd(LABEL_WIDTH)}${titles.map(cell).join('')}`,
    ...lakes.map((lake) => {
      const times = timesOf(lake, name)
      const label = `  ${lake.documents} documents`.padEnd(LABEL_WIDTH)
      return `${label}${times === undefined ? '' : lineOf(times, lake, fewest)}`
    }),
  ])
}

function lineOf(times: Times, lake: LakeResult, fewest: LakeResult): string {
  const {name, rounds, p50, p99, failed, memory} = times
  const figures = [
    String(rounds),
    formatNumber(p50, 1),
    formatNumber(p99, 1),
    formatNumber(p50 / median(lake, ping.name), 1),
    formatNumber(p50 / median(fewest, name), 2),
    memory === undefined ? 'not known' : formatSize(memory.now),
    memory === undefined ? 'not known' : formatSize(memory.peak),
  ]
  const failure = failed === undefined ? '' : `  then failed: ${failed}`
  return `${figures.map(cell).join('')}${failure}`
}

function formatNumber(value: number, digits: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits)
}

const LABEL_WIDTH = 23

function cell(text: string): string {
  return text.padStart(11)
}

function timesOf({times}: LakeResult, name: string): Times | undefined {
  return times.find((one) => one.name === name)
}

function median(lake: LakeResult, name: string): number {
  return timesOf(lake, name)?.p50 ?? Number.NaN
}

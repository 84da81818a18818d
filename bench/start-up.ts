// Measures how long the smallest exports take: of the sample library, over a Node that does nothing.

import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {makeLake} from '../pipeline/source/source.ts'
import {exportCommand} from './countersign.ts'
import {measure, medians, type Measurement} from './measure.ts'
import {say} from './say.ts'
import {makeOnce, removeAll, WORK_FOLDER} from './trial.ts'

export interface StartUp {
  /** `node --import tsx -e 0`. */
  readonly node: Measurement
  readonly cold: Measurement
  readonly unchanged: Measurement
}

const sample = fileURLToPath(new URL('../content', import.meta.url))
const makers = [sample, fileURLToPath(new URL('../lake', import.meta.url))]

/** Exports the sample library so many times, from nothing and again. */
export async function measureStartUp(runs: number): Promise<StartUp> {
  const lake = join(WORK_FOLDER, 'sample', 'lake')
  const out = join(process.cwd(), WORK_FOLDER, 'sample', 'out')
  await makeOnce(lake, makers, () => makeLake(lake, sample))
  const nothing = {
    program: process.execPath,
    args: ['--import', import.meta.resolve('tsx'), '-e', '0'],
  }
  const node: Measurement[] = []
  const cold: Measurement[] = []
  const unchanged: Measurement[] = []
  for (let run = 1; run <= runs; run++) {
    say(`Start-up, run ${run} of ${runs}`)
    removeAll([out])
    node.push(await measure(nothing))
    cold.push(await measure(exportCommand(lake, out)))
    unchanged.push(await measure(exportCommand(lake, out)))
  }
  return {node: medians(node), cold: medians(cold), unchanged: medians(unchanged)}
}

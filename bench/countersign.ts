// The export of this project, as a contender: the real command, on the lake of a trial.

import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {dayOf} from '../review/days.ts'
import {changeAndApprove} from './change.ts'
import {scenarioNames, type Contender} from './contender.ts'
import {DECIDED_AT} from './dataset.ts'
import type {Command} from './measure.ts'
import {lakeOf, prepareLake, removeAll, type Trial} from './trial.ts'

export const countersign: Contender = {
  name: 'countersign',
  title: 'Countersign',
  makes: 'HTML and JSON from the lake, through the gate and the checks',
  scenarios: scenarioNames,
  prepare: prepareLake,
  open: async (trial) => ({
    command: exportCommand(lakeOf(trial), outOf(trial), AS_OF_APPROVALS),
    reset: () => removeAll([outOf(trial)]),
    change: (what) => changeAndApprove(trial, what),
  }),
}

/** The exports folder of a trial. */
export function outOf({dir}: Trial): string {
  return join(process.cwd(), dir, 'out')
}

/** Approvals expire, so an export of a trial is as of the day of its approvals. */
export const AS_OF_APPROVALS = ['--as-of', dayOf(DECIDED_AT)]

const exportScript = fileURLToPath(new URL('../scripts/export.ts', import.meta.url))

/** The export command for both channels. */
export function exportCommand(
  lake: string,
  out: string,
  options: readonly string[] = [],
  nodeOptions: readonly string[] = [],
): Command {
  return {
    program: process.execPath,
    args: [
      ...nodeOptions,
      '--import',
      import.meta.resolve('tsx'),
      exportScript,
      '--source',
      lake,
      '--out',
      out,
      '--json',
      ...options,
    ],
  }
}

// The script that one writes by hand, as a contender. It reads the same lake from a server that runs
// already, as hosted Sanity does.

import {join} from 'node:path'
import {changeAndApprove} from '../change.ts'
import {scenarioNames, type Contender} from '../contender.ts'
import {serve} from '../lake/server.ts'
import {cpuSecondsOf} from '../measure.ts'
import {lakeOf, prepareLake, removeAll} from '../trial.ts'

/** The user of build jobs that each lake gets when it is first served. */
const BUILD_USER = 'build'

export const byHand: Contender = {
  name: 'by-hand',
  title: 'By hand',
  makes: 'HTML and JSON from the lake, by a script without a gate and without checks',
  scenarios: scenarioNames,
  prepare: prepareLake,
  open: async (trial) => {
    const server = await serve({dir: lakeOf(trial)}, BUILD_USER)
    const out = join(process.cwd(), trial.dir, 'by-hand-out')
    return {
      command: {
        program: process.execPath,
        args: [join(import.meta.dirname, 'by-hand', 'build.ts')],
        environment: {SANITY_API_HOST: server.origin, SANITY_API_TOKEN: server.token, OUT: out},
      },
      reset: () => removeAll([out]),
      change: (what) => changeAndApprove(trial, what),
      serverCpuSeconds: () => cpuSecondsOf(server.pid),
      [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
    }
  },
}

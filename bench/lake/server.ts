// Starts the embedded lake as users do: `npm start` in a process of its own, with access control. A
// client with a token uses it.

import {spawn} from 'node:child_process'
import {once} from 'node:events'
import type {Readable} from 'node:stream'
import {fileURLToPath} from 'node:url'
import {createClient, type SanityClient} from '@sanity/client'
import {Accounts, usersFile} from '../../lake/index.ts'
import {Failure} from '../../pipeline/failure.ts'
import {API_VERSION} from '../../schemas/data/api-version.ts'
import {memoryOf, type ProcessMemory} from '../measure.ts'
import {USERNAME, type LakeTrial} from './trial.ts'

export interface ServedLake extends AsyncDisposable {
  readonly trial: LakeTrial
  readonly client: SanityClient
  /** The server's memory. Undefined if the system has no /proc to read it from. */
  readonly memory: () => ProcessMemory | undefined
}

const startScript = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url))

/** Starts a server on a free port. */
export async function serve(trial: LakeTrial): Promise<ServedLake> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      import.meta.resolve('tsx'),
      startScript,
      '--dir',
      trial.dir,
      '--port',
      '0',
      '--no-studio',
    ],
    {stdio: ['ignore', 'pipe', 'inherit']},
  )
  const closed = once(child, 'close')
  return {
    trial,
    client: createClient({
      apiHost: await originOf(child.stdout),
      useProjectHostname: false,
      projectId: 'countersign',
      dataset: 'production',
      apiVersion: API_VERSION,
      useCdn: false,
      token: newToken(trial),
    }),
    memory: () => memoryOf(child.pid),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      await closed
    },
  }
}

/** The origin that the server prints once it listens. If it cannot listen, it prints why and ends. */
async function originOf(output: Readable): Promise<string> {
  let text = ''
  // The server writes more later, so its output must stay open.
  for await (const chunk of output.setEncoding('utf8').iterator({destroyOnReturn: false})) {
    text += String(chunk)
    const [, origin] = /apiHost: '(http:[^']+)'/.exec(text) ?? []
    if (origin !== undefined) return origin
  }
  throw new Failure('The server of the lake did not start.', 'Try npm start.')
}

function newToken({dir}: LakeTrial): string {
  using accounts = new Accounts(usersFile(dir))
  return accounts.newToken(USERNAME, {label: 'bench', days: 1})
}

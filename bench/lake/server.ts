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

/** A lake in a folder. */
interface LakeFolder {
  readonly dir: string
}

export interface ServedLake<T extends LakeFolder> extends AsyncDisposable {
  readonly trial: T
  readonly origin: string
  /** The token of the user, and a client that has it. */
  readonly token: string
  readonly client: SanityClient
  readonly pid: number | undefined
  /** The server's memory. Undefined if the system has no /proc to read it from. */
  readonly memory: () => ProcessMemory | undefined
}

const startScript = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url))

/**
 * Starts a server on a free port.
 *
 * @param username Who uses it. The server adds its first users when it starts.
 */
export async function serve<T extends LakeFolder>(
  trial: T,
  username: string,
): Promise<ServedLake<T>> {
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
  const origin = await originOf(child.stdout)
  const token = newToken(trial, username)
  return {
    trial,
    origin,
    token,
    pid: child.pid,
    client: createClient({
      apiHost: origin,
      useProjectHostname: false,
      projectId: 'countersign',
      dataset: 'production',
      apiVersion: API_VERSION,
      useCdn: false,
      token,
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

function newToken({dir}: LakeFolder, username: string): string {
  using accounts = new Accounts(usersFile(dir))
  return accounts.newToken(username, {label: 'bench', days: 1})
}

// Runs the project's commands as a person would, each in a process of its own.

import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {StoredDocument} from '../../review/revision.ts'

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

type CommandName = 'export' | 'validate' | 'lapsed' | 'start' | 'users' | 'verify' | 'licences'

/** The arguments with which Node runs a command of scripts/, from any folder. */
export function commandLine(name: CommandName): string[] {
  return [
    '--import',
    import.meta.resolve('tsx'),
    join(import.meta.dirname, '..', '..', 'scripts', `${name}.ts`),
  ]
}

/**
 * Runs a command of scripts/ and waits until it ends.
 *
 * @param options its `limit` holds the arguments of the shell's `ulimit`, such as "-n 100"
 */
export function runCommand(
  name: CommandName,
  args: readonly string[],
  {
    env = {},
    cwd = process.cwd(),
    user = {},
    limit,
  }: {
    env?: Record<string, string>
    cwd?: string
    user?: {uid?: number; gid?: number}
    limit?: string
  } = {},
): Promise<Outcome> {
  const {promise, resolve, reject} = Promise.withResolvers<Outcome>()
  const line = [process.execPath, ...commandLine(name), ...args]
  const [file = '', ...rest] =
    limit === undefined ? line : ['sh', '-c', `ulimit ${limit} && exec "$@"`, 'sh', ...line]
  const child = spawn(file, rest, {
    cwd,
    ...user,
    env: {...process.env, ...env},
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.on('error', reject)
  child.on('close', (code) => resolve({code, stdout, stderr}))
  return promise
}

/** A folder that is removed at the end of the scope. */
export function temporaryFolder(): {readonly path: string} & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'countersign-test-'))
  return {path, [Symbol.dispose]: () => rmSync(path, {recursive: true, force: true})}
}

/** Writes documents as a dataset file and returns its path. */
export function writeDataset(folder: string, documents: readonly StoredDocument[]): string {
  const file = join(folder, `dataset-${Math.random().toString(36).slice(2)}.ndjson`)
  writeFileSync(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(''))
  return file
}

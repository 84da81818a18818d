// npm start: serves the Studio and a lake on this machine until the user stops it.

import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {z} from 'zod'
import {
  accessControl,
  Accounts,
  importDataset,
  lakeClient,
  openLake,
  serveLake,
  usersFile,
  type Imported,
  type Lake,
  type LakeServer,
  type Replies,
} from '../lake/index.ts'
import {contentGuards} from '../model/guards.ts'
import {Failure} from '../pipeline/failure.ts'
import {administratorsAmong} from '../pipeline/source/administrators.ts'
import {DEFAULT_LAKE, SAMPLE_CONTENT} from '../pipeline/source/default-lake.ts'
import {ensureLake, makeLake} from '../pipeline/source/source.ts'
import {counted} from '../review/counted.ts'
import {roles} from '../review/roles.ts'
import {API_VERSION} from '../schemas/data/api-version.ts'
import {argument, base, run, wholeNumber} from './shared/command.ts'
import {addFirstUsers, type Credentials} from './shared/first-users.ts'
import {guides} from './shared/guides.ts'
import {printProblem, styled} from './shared/print.ts'
import {repliesFor} from './shared/replies.ts'
import {ensureStudio} from './shared/studio.ts'

/** The command that exports. */
const EXPORT = join(import.meta.dirname, 'export.ts')

const options = base(
  'start',
  'Serves the Studio and its content lake, which any Sanity client on this machine can use.',
)
  .option(
    '--port <number>',
    'listen on this port; 0 takes any free port',
    argument(wholeNumber(0, 65_535), 'Expected a number from 0 to 65535.'),
    4000,
  )
  .option('--dir <folder>', 'use the lake in this folder, or make one there', DEFAULT_LAKE)
  .option('--reset', 'replace the lake without asking; everything written to it is gone')
  .option('--no-studio', 'serve only the lake')
  .option(
    '--import <dataset>',
    'import an .ndjson, .ndjson.gz or .tar.gz dataset, or a folder with one',
  )
  .option('--export [folder]', 'export after each change, into this folder; exports by default')
  .addHelpText(
    'after',
    `
A new lake gets its content from --import, or else from ${SAMPLE_CONTENT}/, and its first users.
--reset keeps the users. See also npm run users -- --help. Stop the server with Ctrl+C.
Exit codes: 0 done, 1 failed.`,
  )
  .parse()
  .opts()

await run(false, async () => {
  const stopped = stopSignal()
  const dataset = options.import ?? SAMPLE_CONTENT
  if (options.reset) await makeLake(options.dir, dataset)
  const made = options.reset || (await ensureLake(options.dir, dataset))
  using accounts = new Accounts(usersFile(options.dir))
  const guards = contentGuards(() => administratorsAmong(accounts))
  using lake = openLake({dir: options.dir, access: accessControl(accounts, roles, guards)})
  const imported =
    options.import !== undefined && !made ? await importDataset(lake, options.import) : undefined
  const studio = options.studio ? await ensureStudio(reportBuilding) : undefined
  using trusted = openLake({dir: options.dir})
  await using server = await serve(lake, studio, repliesFor(lakeClient(trusted)))
  const credentials = await firstUsers(accounts, trusted)
  printAddress(server.origin, made, imported)
  if (credentials) printCredentials(credentials)
  using _exporting = options.export === undefined ? undefined : exportAlong(options.export)
  process.stdout.write(`\n  Stop it with Ctrl+C.\n`)
  await stopped
  return 'done'
})

// It listens from the start, so that a signal leaves nothing half done. It keeps listening, because
// one Ctrl+C can send several signals: the terminal sends one, and npm passes on another.
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => resolve())
  })
}

/** Exports after each change, in a process of its own, so that writers do not wait for it. */
function exportAlong(folder: string | true): Disposable {
  const out = folder === true ? [] : ['--out', folder]
  const args = [EXPORT, '--watch', '--source', options.dir, ...out]
  const child = spawn(process.execPath, [...process.execArgv, ...args], {stdio: 'inherit'})
  let isStopped = false
  child.on('exit', () => {
    if (isStopped) return
    printProblem(
      new Failure(
        'The export beside the server ended. New approvals are not exported.',
        'Stop the server with Ctrl+C, and start it again.',
      ),
    )
  })
  return {
    [Symbol.dispose]: () => {
      isStopped = true
      child.kill()
    },
  }
}

// Called once the server listens. If it could not listen, or could add only some users, their new passwords
// would never be printed.
async function firstUsers(accounts: Accounts, trusted: Lake): Promise<Credentials | undefined> {
  if (accounts.users().length > 0) return undefined
  return accounts.atomically(() => addFirstUsers(accounts, trusted))
}

async function serve(
  lake: Lake,
  studio: string | undefined,
  replies: Replies,
): Promise<LakeServer> {
  const {port} = options
  try {
    return await serveLake(lake, {port, studio, guides, replies})
  } catch (error) {
    const {data} = z.object({code: z.enum(['EADDRINUSE', 'EACCES'])}).safeParse(error)
    if (!data) throw error
    throw new Failure(
      data.code === 'EADDRINUSE'
        ? `Port ${port} is in use by another program.`
        : `The system does not let this user listen on port ${port}.`,
      'Choose another port with --port. --port 0 takes any free port.',
      {cause: error},
    )
  }
}

// The Studio also uses names below localhost, such as l1.localhost. An IP address has none.
function studioAddress(origin: string): string {
  return `http://localhost:${new URL(origin).port}`
}

function reportBuilding(): void {
  process.stderr.write('Building the Studio. The first time, this takes a while…\n')
}

function printAddress(origin: string, made: boolean, imported: Imported | undefined): void {
  const source = options.import ?? `${SAMPLE_CONTENT}/`
  const lines = [
    ...(made ? [`${styled('green', '✔')} Made a lake in ${options.dir} from ${source}`] : []),
    ...(imported ? importLines(imported) : []),
    `${styled('green', '✔')} The lake in ${options.dir} is at ${styled('bold', origin)}`,
    ...(options.studio
      ? [`${styled('green', '✔')} The Studio is at ${styled('bold', studioAddress(origin))}`]
      : []),
    '',
    '  To connect a client:',
    '',
    "    import {createClient} from '@sanity/client'",
    '    const client = createClient({',
    `      apiHost: '${origin}',`,
    '      useProjectHostname: false,',
    "      projectId: 'countersign',",
    "      dataset: 'production',",
    `      apiVersion: '${API_VERSION}',`,
    '      useCdn: false,',
    '      token: process.env.SANITY_API_TOKEN,',
    '    })',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function importLines({documents, assets, madeIds, replaced}: Imported): string[] {
  const what = [counted(documents, 'document'), ...(assets > 0 ? [counted(assets, 'asset')] : [])]
  return [
    `${styled('green', '✔')} Imported ${what.join(' and ')} into the lake in ${options.dir}`,
    ...(madeIds > 0
      ? [`  ${counted(madeIds, 'document')} without an id got one, made from the content`]
      : []),
    ...(replaced > 0
      ? [
          `  ${counted(replaced, 'document')} with other content here ${replaced === 1 ? 'was' : 'were'} replaced; the history keeps what was there before`,
        ]
      : []),
  ]
}

function printCredentials({passwords, buildToken}: Credentials): void {
  const lines = [
    '',
    '  Log in with these names and passwords. They are not shown again:',
    '',
    ...passwords.map(({username, password}) => `    ${username.padEnd(16)}${password}`),
    '',
    '  A token for build jobs, which reads what is published:',
    '',
    `    ${buildToken}`,
    '',
    '  For more users, new passwords and tokens, see npm run users -- --help',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

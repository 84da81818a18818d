// npm start: serves a lake on this machine until it is told to stop.

import {z} from 'zod'
import {
  accessControl,
  Accounts,
  importDataset,
  openLake,
  serveLake,
  usersFile,
  type Lake,
  type LakeServer,
} from '../lake/index.ts'
import {Failure} from '../pipeline/failure.ts'
import {DEFAULT_LAKE, ensureLake, makeLake, SAMPLE_CONTENT} from '../pipeline/source/source.ts'
import {fourEyes} from '../review/four-eyes.ts'
import {roles} from '../review/roles.ts'
import {argument, base, run, wholeNumber} from './shared/command.ts'
import {addFirstUsers, type Credentials} from './shared/first-users.ts'
import {styled} from './shared/print.ts'
import {ensureStudio} from './shared/studio.ts'

const options = base(
  'start',
  'Serves the Studio and the content lake that it works on, for any Sanity client.',
)
  .option(
    '--port <number>',
    'the port to listen on; 0 for any that is free',
    argument(wholeNumber(0, 65_535), 'Expected a number from 0 to 65535.'),
    4000,
  )
  .option('--dir <folder>', 'where the lake is, or is to be', DEFAULT_LAKE)
  .option('--reset', 'make the lake anew, without asking: all that was written to it is gone')
  .option('--no-studio', 'serve the lake alone')
  .option('--import <dataset>', 'bring in an .ndjson or .tar.gz dataset, or a folder with one')
  .addHelpText(
    'after',
    `
A new lake is made from --import, or else from ${SAMPLE_CONTENT}/. Its users are made with it, and
stay when the lake is made anew; see npm run users -- --help. Stop it with Ctrl+C.
Exit codes: 0 stopped, 1 failed.`,
  )
  .parse()
  .opts()

await run(false, async () => {
  const toldToStop = stopSignal()
  const dataset = options.import ?? SAMPLE_CONTENT
  if (options.reset) await makeLake(options.dir, dataset)
  const made = options.reset || (await ensureLake(options.dir, dataset))
  using accounts = new Accounts(usersFile(options.dir))
  using lake = openLake({dir: options.dir, access: accessControl(accounts, roles, [fourEyes])})
  if (options.import !== undefined && !made) await importDataset(lake, options.import)
  const studio = options.studio ? await ensureStudio(sayBuilding) : undefined
  await using server = await serve(lake, studio)
  const credentials = await firstUsers(accounts)
  printAddress(server.origin, made)
  if (credentials) printCredentials(credentials)
  process.stdout.write(`\n  Stop it with Ctrl+C.\n`)
  await toldToStop
  return 'done'
})

// Handled from the start, so that nothing is left half done; and for good, since one Ctrl+C may come
// as several signals: from the terminal, and from npm, which passes it on.
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => resolve())
  })
}

// Before anybody can ask the lake for anything.
async function firstUsers(accounts: Accounts): Promise<Credentials | undefined> {
  if (accounts.users().length > 0) return undefined
  using trusted = openLake({dir: options.dir})
  return addFirstUsers(accounts, trusted)
}

async function serve(lake: Lake, studio: string | undefined): Promise<LakeServer> {
  const {port} = options
  try {
    return await serveLake(lake, {port, studio})
  } catch (error) {
    const {data} = z.object({code: z.enum(['EADDRINUSE', 'EACCES'])}).safeParse(error)
    if (!data) throw error
    throw new Failure(
      data.code === 'EADDRINUSE'
        ? `Port ${port} is in use by another program.`
        : `Port ${port} is not for this user to use.`,
      'Choose another with --port, or --port 0 for any that is free.',
      {cause: error},
    )
  }
}

// By the name under which browsers find the other names of the lake as well.
function studioAddress(origin: string): string {
  return `http://localhost:${new URL(origin).port}`
}

function sayBuilding(): void {
  process.stderr.write('Building the Studio, which takes a while the first time…\n')
}

function printAddress(origin: string, made: boolean): void {
  const source = options.import ?? `${SAMPLE_CONTENT}/`
  const lines = [
    ...(made ? [`${styled('green', '✔')} Made a lake in ${options.dir} from ${source}`] : []),
    ...(!made && options.import !== undefined
      ? [`${styled('green', '✔')} Imported ${options.import} into the lake in ${options.dir}`]
      : []),
    `${styled('green', '✔')} The lake in ${options.dir} is at ${styled('bold', origin)}`,
    ...(options.studio
      ? [`${styled('green', '✔')} The Studio is at ${styled('bold', studioAddress(origin))}`]
      : []),
    '',
    '  Point a client at it:',
    '',
    "    import {createClient} from '@sanity/client'",
    '    const client = createClient({',
    `      apiHost: '${origin}',`,
    '      useProjectHostname: false,',
    "      projectId: 'countersign',",
    "      dataset: 'production',",
    "      apiVersion: '2025-02-19',",
    '      useCdn: false,',
    '      token: process.env.SANITY_API_TOKEN,',
    '    })',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function printCredentials({passwords, buildToken}: Credentials): void {
  const lines = [
    '',
    '  Log in with these names and passwords, which are not shown again:',
    '',
    ...passwords.map(({username, password}) => `    ${username.padEnd(16)}${password}`),
    '',
    '  A token that reads what is published, for build jobs:',
    '',
    `    ${buildToken}`,
    '',
    '  More users, new passwords and tokens: npm run users -- --help',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

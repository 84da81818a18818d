// npm run users: who may use an embedded lake.

import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {Command, InvalidArgumentError, Option} from 'commander'
import {z} from 'zod'
import {AccountError, Accounts, usersFile} from '../lake/index.ts'
import packageJson from '../package.json' with {type: 'json'}
import {Failure} from '../pipeline/failure.ts'
import {DEFAULT_LAKE} from '../pipeline/source/source.ts'
import {roles} from '../review/roles.ts'
import {run} from './shared/command.ts'
import {printJson} from './shared/print.ts'

const common = z.object({dir: z.string(), json: z.boolean().default(false)})

const program = new Command('users')
  .description('Says who may use an embedded lake: people with passwords, programs with tokens.')
  .version(packageJson.version)
  .addHelpText(
    'after',
    `
Passwords and tokens are printed when they are made, and kept as hashes only.
Roles:
${roles.map(({name, description}) => `  ${name.padEnd(14)} ${description}`).join('\n')}
A reviewer's decisions are in the name of the person document "person-<id of the user>".
Exit codes: 0 done, 1 failed.`,
  )

function subcommand(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--dir <folder>', 'where the lake is', DEFAULT_LAKE)
    .option('--json', 'print the result as JSON on standard output')
}

subcommand('list', 'Lists users, and the tokens of programs').action((options) =>
  perform(options, async (accounts) => {
    const [users, tokens] = [accounts.users(), accounts.tokens()]
    const lines = users.map(({username, role, id, name}) =>
      [username.padEnd(16), role.padEnd(14), id.padEnd(20), name].join('  '),
    )
    const tokenLines = tokens.map(
      ({id, username, label, expires}) =>
        `  token ${id} of ${username}, "${label}", until ${expires.slice(0, 10)}`,
    )
    return {result: {users, tokens}, lines: [...lines, ...tokenLines]}
  }),
)

subcommand('add <username>', 'Adds a user, with a password unless they are a build job')
  .addOption(
    new Option('--role <role>', 'what they may do')
      .choices(roles.map(({name}) => name))
      .makeOptionMandatory(),
  )
  .requiredOption('--name <name>', 'what others see, such as "Dana Okafor"')
  .option('--id <id>', 'what the log says; the username unless given')
  .option('--email <address>')
  .action((username: string, options) =>
    perform(options, async (accounts) => {
      const details = z
        .object({
          role: z.string(),
          name: z.string(),
          id: z.string().optional(),
          email: z.string().optional(),
        })
        .parse(options)
      const user = accounts.add({email: undefined, ...details, username})
      if (user.role === 'build') {
        return {result: {user}, lines: [`Added ${username}. Make a token with: users token`]}
      }
      const password = await accounts.newPassword(username)
      return {result: {user, password}, lines: [`Added ${username}, with the password`, password]}
    }),
  )

subcommand('password <username>', 'Gives a user a new password').action(
  (username: string, options) =>
    perform(options, async (accounts) => {
      const password = await accounts.newPassword(username)
      return {result: {password}, lines: [`The new password of ${username} is`, password]}
    }),
)

subcommand('token <username>', 'Makes a token, with which a program acts as that user')
  .requiredOption('--label <text>', 'what it is for')
  .option('--days <number>', 'how long it holds', asDays, 365)
  .action((username: string, options) =>
    perform(options, async (accounts) => {
      const {label, days} = z.object({label: z.string(), days: z.number()}).parse(options)
      const token = accounts.newToken(username, {label, days})
      return {result: {token}, lines: [`A token of ${username} for ${days} days:`, token]}
    }),
  )

subcommand('revoke <token>', 'Ends a token, given whole or by its id in the list').action(
  (token: string, options) =>
    perform(options, async (accounts) => {
      if (!accounts.revoke(token)) {
        throw new AccountError('There is no such token', 'See: users list')
      }
      return {result: {}, lines: ['Revoked.']}
    }),
)

subcommand('remove <username>', 'Takes away all of a user’s access').action(
  (username: string, options) =>
    perform(options, async (accounts) => {
      accounts.remove(username)
      return {result: {}, lines: [`Removed ${username}. What they wrote stays theirs in the log.`]}
    }),
)

await program.parseAsync()

async function perform(
  options: unknown,
  action: (accounts: Accounts) => Promise<{result: object; lines: readonly string[]}>,
): Promise<void> {
  const {dir, json} = common.parse(options)
  await run(json, async () => {
    const {result, lines} = await withAccounts(dir, action)
    if (json) printJson({ok: true, ...result})
    else process.stdout.write(`${lines.join('\n')}\n`)
    return 'done'
  })
}

async function withAccounts<T>(
  dir: string,
  action: (accounts: Accounts) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(dir, 'lake.db'))) {
    throw new Failure(`There is no lake in ${dir}.`, 'npm start makes one.')
  }
  using accounts = new Accounts(usersFile(dir))
  try {
    return await action(accounts)
  } catch (error) {
    if (!(error instanceof AccountError)) throw error
    throw new Failure(`${error.message}.`, `${error.hint}.`, {cause: error})
  }
}

function asDays(text: string): number {
  const {data} = z.coerce.number().int().min(1).max(3650).safeParse(text)
  if (data === undefined) throw new InvalidArgumentError('Expected a number from 1 to 3650.')
  return data
}

// npm run users: who may use an embedded lake.

import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {Option} from '@commander-js/extra-typings'
import {Accounts, usersFile} from '../lake/index.ts'
import {Failure} from '../pipeline/failure.ts'
import {DEFAULT_LAKE} from '../pipeline/source/source.ts'
import {roles} from '../review/roles.ts'
import {argument, base, jsonOption, run, wholeNumber} from './shared/command.ts'
import {printJson} from './shared/print.ts'

const program = base(
  'users',
  'Says who may use an embedded lake: people with passwords, programs with tokens.',
).addHelpText(
  'after',
  `
Passwords and tokens are printed when they are made, and kept as hashes only.
Roles:
${roles.map(({name, description}) => `  ${name.padEnd(14)} ${description}`).join('\n')}
A reviewer's decisions are in the name of the person document "person-<id of the user>".
Exit codes: 0 done, 1 failed.`,
)

function subcommand<Usage extends string>(usage: Usage, description: string) {
  return program
    .command(usage)
    .description(description)
    .option('--dir <folder>', 'where the lake is', DEFAULT_LAKE)
    .addOption(jsonOption())
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
  .action((username, options) =>
    perform(options, async (accounts) => {
      const {role, name, id, email} = options
      const user = accounts.add({username, role, name, id, email})
      if (user.role === 'build') {
        return {result: {user}, lines: [`Added ${username}. Make a token with: users token`]}
      }
      const password = await accounts.newPassword(username)
      return {result: {user, password}, lines: [`Added ${username}, with the password`, password]}
    }),
  )

subcommand('password <username>', 'Gives a user a new password').action((username, options) =>
  perform(options, async (accounts) => {
    const password = await accounts.newPassword(username)
    return {result: {password}, lines: [`The new password of ${username} is`, password]}
  }),
)

subcommand('token <username>', 'Makes a token, with which a program acts as that user')
  .requiredOption('--label <text>', 'what it is for')
  .option(
    '--days <number>',
    'how long it holds',
    argument(wholeNumber(1, 3650), 'Expected a number from 1 to 3650.'),
    365,
  )
  .action((username, options) =>
    perform(options, async (accounts) => {
      const {label, days} = options
      const token = accounts.newToken(username, {label, days})
      return {result: {token}, lines: [`A token of ${username} for ${days} days:`, token]}
    }),
  )

subcommand('revoke <token>', 'Ends a token, given whole or by its id in the list').action(
  (token, options) =>
    perform(options, async (accounts) => {
      if (!accounts.revoke(token)) {
        throw new Failure('There is no such token.', 'See: users list.')
      }
      return {result: {}, lines: ['Revoked.']}
    }),
)

subcommand('remove <username>', 'Takes away all of a user’s access').action((username, options) =>
  perform(options, async (accounts) => {
    accounts.remove(username)
    return {result: {}, lines: [`Removed ${username}. What they wrote stays theirs in the log.`]}
  }),
)

await program.parseAsync()

async function perform(
  {dir, json}: {readonly dir: string; readonly json?: true | undefined},
  action: (accounts: Accounts) => Promise<{result: object; lines: readonly string[]}>,
): Promise<void> {
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
  return await action(accounts)
}

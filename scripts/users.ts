// npm run users: manages who may use an embedded lake.

import {Option} from '@commander-js/extra-typings'
import {Accounts, hasLake, usersFile} from '../lake/index.ts'
import {Failure} from '../pipeline/failure.ts'
import {DEFAULT_LAKE} from '../pipeline/source/default-lake.ts'
import {roles} from '../review/roles.ts'
import {argument, base, jsonOption, run, wholeNumber} from './shared/command.ts'
import {printJson, visible} from './shared/print.ts'

const program = base(
  'users',
  'Manages who may use an embedded lake: people with passwords, programs with tokens.',
).addHelpText(
  'after',
  `
Each password and token is printed once. The lake keeps only its hash.
Roles:
${roles.map(({name, description}) => `  ${name.padEnd(14)} ${description}`).join('\n')}
A reviewer decides in the name of the person whose id is "person-<id of the user>".
Exit codes: 0 done, 1 failed.`,
)

function subcommand<Usage extends string>(usage: Usage, description: string) {
  return program
    .command(usage)
    .description(description)
    .option('--dir <folder>', 'use the lake in this folder', DEFAULT_LAKE)
    .addOption(jsonOption())
}

subcommand('list', 'Lists the users and the tokens').action((options) =>
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

subcommand('add <username>', 'Adds a user. Prints a password, except for a build job')
  .addOption(
    new Option('--role <role>', 'what the user may do')
      .choices(roles.map(({name}) => name))
      .makeOptionMandatory(),
  )
  .requiredOption('--name <name>', 'the name that others see, such as "Dana Okafor"')
  .option('--id <id>', 'the id in the log; by default the username')
  .option('--email <address>', 'the email address of the user')
  .action((username, options) =>
    perform(options, async (accounts) => {
      const {role, name, id, email} = options
      return accounts.atomically(async () => {
        const user = accounts.add({username, role, name, id, email})
        if (user.role === 'build') {
          return {
            result: {user},
            lines: [
              `Added ${username}. Make a token with: npm run users -- token ${username} --label <text>`,
            ],
          }
        }
        const password = await accounts.newPassword(username)
        return {result: {user, password}, lines: [`Added ${username}. The password is`, password]}
      })
    }),
  )

subcommand('password <username>', 'Gives a user a new password and prints it').action(
  (username, options) =>
    perform(options, async (accounts) => {
      const password = await accounts.newPassword(username)
      return {result: {password}, lines: [`The new password of ${username} is`, password]}
    }),
)

subcommand(
  'token <username>',
  'Makes a token and prints it. A program with the token acts as the user',
)
  .requiredOption('--label <text>', 'what the token is for')
  .option(
    '--days <number>',
    'for how many days it is valid',
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

subcommand('revoke <token>', 'Revokes a token. Give the token or its id in the list').action(
  (token, options) =>
    perform(options, async (accounts) => {
      if (!accounts.revoke(token)) {
        throw new Failure('There is no such token.', 'List the tokens with: npm run users -- list')
      }
      return {result: {}, lines: ['Revoked.']}
    }),
)

subcommand('remove <username>', 'Removes a user, with all of their access').action(
  (username, options) =>
    perform(options, async (accounts) => {
      accounts.remove(username)
      return {
        result: {},
        lines: [`Removed ${username}. The log keeps their name on what they wrote.`],
      }
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
    else process.stdout.write(`${lines.map(visible).join('\n')}\n`)
    return 'done'
  })
}

async function withAccounts<T>(
  dir: string,
  action: (accounts: Accounts) => Promise<T>,
): Promise<T> {
  if (!hasLake(dir)) {
    throw new Failure(
      `There is no lake in ${dir}.`,
      'Make one with npm start, or name its folder with --dir.',
    )
  }
  using accounts = new Accounts(usersFile(dir))
  return await action(accounts)
}

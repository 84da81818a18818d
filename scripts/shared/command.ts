// What every command shares: its options, where content comes from, how a run ends.

import {Command, InvalidArgumentError, Option} from 'commander'
import {z} from 'zod'
import packageJson from '../../package.json' with {type: 'json'}
import {Failure} from '../../pipeline/failure.ts'
import {
  openDefaultSource,
  openHostedSource,
  openPathSource,
  type ContentSource,
} from '../../pipeline/source/source.ts'
import {today} from '../../review/days.ts'
import {hostedProject} from './environment.ts'
import {printFailure} from './print.ts'

/** How a command ends. */
export const exitCodes = {done: 0, failed: 1, withheld: 2} as const

/** A command with the options that all of them have. */
export function command(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .version(packageJson.version)
    .addOption(
      new Option(
        '--source <source>',
        'a lake folder, an .ndjson or .tar.gz dataset, or "sanity" for the hosted project that the environment names',
      ).default(undefined, 'the embedded lake in .lake, made from content/ at first use'),
    )
    .option('--json', 'print the result as JSON on standard output')
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 failed, 2 done with something withheld.
"sanity" reads SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_TOKEN from the environment or .env.`,
    )
}

/** The day that commands judge by, where it matters. */
export function asOfOption() {
  return new Option('--as-of <day>', 'judge what is due for review as of this day, YYYY-MM-DD')
    .argParser((value) => {
      if (z.iso.date().safeParse(value).success) return value
      throw new InvalidArgumentError('It is not a day: write YYYY-MM-DD.')
    })
    .default(today(), 'today, UTC')
}

/** Opens what `--source` names. */
export async function openSource(name: string | undefined): Promise<ContentSource> {
  if (name === undefined) return openDefaultSource()
  if (name === 'sanity') return openHostedSource(hostedProject())
  return openPathSource(name)
}

/**
 * Runs a command to its end and sets the exit code. An expected failure is printed in words; an
 * unexpected one too, with a request to report it, and its stack only if DEBUG is set.
 */
export async function run(
  json: boolean,
  action: () => Promise<keyof typeof exitCodes>,
): Promise<void> {
  try {
    process.exitCode = exitCodes[await action()]
  } catch (error) {
    printFailure(
      error instanceof Failure
        ? error
        : new Failure(
            `Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}`,
            'This is a fault of the program: please report it, with what DEBUG=1 prints.',
            {cause: error},
          ),
      json,
    )
    process.exitCode = exitCodes.failed
  }
}

// What all commands share: how they start, how they read arguments and content, and how they end.

import {Command, InvalidArgumentError, Option} from '@commander-js/extra-typings'
import {z} from 'zod'
import {LakeProblem} from '../../lake/index.ts'
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

/** A new command. Its options get their types from their declarations. */
export function base(name: string, description: string) {
  return new Command(name).description(description).version(packageJson.version)
}

export function jsonOption() {
  return new Option('--json', 'print the result as JSON on standard output')
}

/** A command that reads content from a source. */
export function contentCommand(name: string, description: string) {
  return base(name, description)
    .addOption(
      new Option(
        '--source <source>',
        'a lake folder, an .ndjson or .tar.gz dataset, or "sanity" for the hosted project that the environment names',
      ).default(undefined, 'the embedded lake in .lake, made from content/ at first use'),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Exit codes: 0 done, 1 failed, 2 done with something withheld.
"sanity" reads SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_TOKEN from the environment or .env.`,
    )
}

/** The day, as YYYY-MM-DD, on which a command judges whether content is due for review. */
export function asOfOption() {
  return new Option('--as-of <day>', 'judge what is due for review as of this day, YYYY-MM-DD')
    .argParser(argument(z.iso.date(), 'It is not a day: write YYYY-MM-DD.'))
    .default(today(), 'today, UTC')
}

/**
 * A parser for one value on the command line.
 *
 * @param message What commander prints if the value does not fit the schema.
 */
export function argument<T>(schema: z.ZodType<T>, message: string): (text: string) => T {
  return (text) => {
    const {success, data} = schema.safeParse(text)
    if (!success) throw new InvalidArgumentError(message)
    return data
  }
}

/** The text of a whole number within bounds. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER) {
  return z.string().trim().min(1).transform(Number).pipe(z.int().min(least).max(most))
}

/** Opens what `--source` names. */
export async function openSource(name: string | undefined): Promise<ContentSource> {
  if (name === undefined) return openDefaultSource()
  if (name === 'sanity') return openHostedSource(hostedProject())
  return openPathSource(name)
}

/** Runs a command to its end, prints an error in words for people, and sets the exit code. */
export async function run(
  json: boolean | undefined,
  action: () => Promise<keyof typeof exitCodes>,
): Promise<void> {
  try {
    process.exitCode = exitCodes[await action()]
  } catch (error) {
    printFailure(failureOf(error), json)
    process.exitCode = exitCodes.failed
  }
}

/** The only place that translates errors for people. An unexpected error asks to be reported. */
function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof LakeProblem) return new Failure(error.message, error.hint, {cause: error})
  return new Failure(
    `Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}`,
    'This is a fault of the program: please report it, with what DEBUG=1 prints.',
    {cause: error},
  )
}

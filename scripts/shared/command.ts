// Parts that all commands share: arguments, sources of content, exit codes and errors.

import {Command, InvalidArgumentError, Option} from '@commander-js/extra-typings'
import {z} from 'zod'
import {LakeProblem} from '../../lake/problem.ts'
import packageJson from '../../package.json' with {type: 'json'}
import {diskFailure, Failure} from '../../pipeline/failure.ts'
import type {ContentSource} from '../../pipeline/source/source.ts'
import {today} from '../../review/days.ts'
import {hostedProject} from './environment.ts'
import {printFailure} from './print.ts'

/** The exit code of a command, by its outcome. */
const exitCodes = {done: 0, failed: 1, withheld: 2} as const

/** How a command ended. */
export type Outcome = keyof typeof exitCodes

/** A new command. Commander derives the types of its options from their declarations. */
export function base(name: string, description: string) {
  return new NpmCommand(name).description(description).version(packageJson.version)
}

/** A command that refuses to run without the options that npm took for itself: those before `--`. */
class NpmCommand extends Command {
  override parse(...given: Parameters<Command['parse']>): this {
    super.parse(...given)
    const taken = this.options.find(
      ({long}) =>
        long !== undefined &&
        process.env.npm_lifecycle_event !== undefined &&
        process.env[`npm_config_${long.slice(2).replaceAll('-', '_')}`] !== undefined,
    )
    if (taken && this.getOptionValueSource(taken.attributeName()) !== 'cli') {
      const name = process.env.npm_lifecycle_event
      this.error(
        `error: npm took the option ${taken.long} for itself. Write: npm run ${name} -- ${taken.long}`,
      )
    }
    return this
  }
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
        'read a lake folder, an .ndjson, .ndjson.gz or .tar.gz dataset, or "sanity" for a hosted project',
      ).default(undefined, 'the lake in .lake/; the first use makes it from content/'),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
For "sanity", set SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_TOKEN in the environment or in .env.
Exit codes: 0 done, 1 failed, 2 done with something withheld.`,
    )
}

/** The day of judgement: which reviews are due, and which dates lie in the future. YYYY-MM-DD. */
export function asOfOption() {
  return new Option(
    '--as-of <day>',
    'decide as of this day, YYYY-MM-DD, what is due for review and which dates lie in the future',
  )
    .argParser(argument(z.iso.date(), 'Expected a day as YYYY-MM-DD.'))
    .default(today(), 'today in UTC')
}

/**
 * A parser for one value on the command line.
 *
 * @param message The error that commander prints for a value that does not fit the schema.
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

/** Opens what `--source` names. The lake is loaded only here, because that takes long. */
export async function openSource(name: string | undefined): Promise<ContentSource> {
  const {openDefaultSource, openHostedSource, openPathSource} =
    await import('../../pipeline/source/source.ts')
  if (name === undefined) return openDefaultSource()
  if (name === 'sanity') return openHostedSource(hostedProject())
  return openPathSource(name)
}

/** Runs a command, prints any error in words for people, and sets the exit code. */
export async function run(
  json: boolean | undefined,
  action: () => Promise<Outcome>,
): Promise<void> {
  try {
    process.exitCode = exitCodes[await action()]
  } catch (error) {
    printFailure(failureOf(error), json)
    process.exitCode = exitCodes.failed
  }
}

/** The only place that translates errors for people. It asks users to report an unexpected one. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  if (error instanceof LakeProblem) return new Failure(error.message, error.hint, {cause: error})
  const ofDisk = diskFailure(error, 'The command could not be completed.')
  if (ofDisk) return ofDisk
  return new Failure(
    `Something unexpected went wrong: ${error instanceof Error ? error.message : String(error)}`,
    'This is a fault of the program. Please run it again with DEBUG=1, and report what it prints.',
    {cause: error},
  )
}

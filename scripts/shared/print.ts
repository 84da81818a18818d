// Prints results for people and as JSON, with colours only on a terminal.

import {styleText} from 'node:util'
import {z} from 'zod'
import type {Withheld} from '../../model/standing/withheld.ts'
import {Failure} from '../../pipeline/failure.ts'
import {byDocument, formatPlaced, type Finding} from '../../policy/finding.ts'
import {formatSetting, type ReportedSetting} from '../../policy/settings/format.ts'

type Style = Parameters<typeof styleText>[0]

/** @param stream Where the text will be printed. If that is no terminal, the text stays plain. */
export function styled(
  style: Style,
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  return styleText(style, text, {stream})
}

/** Characters that a terminal acts on, instead of showing them. */
const ACTIVE = /[\p{Cc}\p{Bidi_Control}]/gu

/**
 * A text of the content, for a line of a terminal: a character that the terminal would act on is shown as its
 * code, such as `\u001b`.
 */
export function visible(text: string): string {
  return text.replace(ACTIVE, (active) => {
    const code = active.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${code}`
  })
}

/** The same for a text of several lines, or for JSON, in which the code means the character. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n')
}

export function printJson(result: object): void {
  process.stdout.write(`${visibleLines(JSON.stringify(result, null, 2))}\n`)
}

/** A result among others, on one line, so that a program can read them as they come. */
export function printJsonLine(result: object): void {
  process.stdout.write(`${visibleLines(JSON.stringify(result))}\n`)
}

export function printFailure(failure: Failure, json: boolean | undefined): void {
  const {findings, cause} = failure
  if (json) printJson({ok: false, error: errorOf(failure), findings})
  else {
    if (findings.length > 0)
      process.stderr.write(`${findingLines(findings, process.stderr).join('\n')}\n\n`)
    printProblem(failure)
  }
  if (process.env.DEBUG && cause !== undefined) console.error(cause)
}

/** A failure for JSON. */
export function errorOf({message, hint}: Failure): Pick<Failure, 'message' | 'hint'> {
  return {message, hint}
}

/** Prints what went wrong and what to do, without the findings. */
export function printProblem({message, hint}: Failure): void {
  // A line of the content's own must not look like one of the command's.
  const problem = visibleLines(message).replaceAll('\n', '\n  ')
  process.stderr.write(
    `${styled('red', `✖ ${problem}`, process.stderr)}\n  ${visibleLines(hint)}\n`,
  )
}

const FIXABLE = ' `npm run validate -- --fix` does this for you.'

/** Findings in lines for people, grouped by document, with each piece of advice once. */
export function findingLines(
  findings: readonly Finding[],
  stream: NodeJS.WriteStream = process.stdout,
): string[] {
  const look = (style: Style, text: string): string => styled(style, text, stream)
  const groups = Map.groupBy(
    findings.toSorted(byDocument),
    ({type, document}) => `${type} ${document}`,
  )
  return [...groups].flatMap(([title, found], index) => [
    ...(index > 0 ? [''] : []),
    look('bold', visible(title)),
    ...[...Map.groupBy(found, adviceOn)].flatMap(([advice, alike]) => [
      ...alike.flatMap((finding) => [
        `  ${finding.severity === 'error' ? look('red', '✖') : look('yellow', '⚠')} ${visible(formatPlaced(finding))}`,
        ...(finding.also ?? []).map((place) => `    also ${visible(formatPlaced(place))}`),
      ]),
      `    ${look('dim', visible(advice))}`,
    ]),
  ])
}

/** What to do about a finding, and the rule. Findings of a document for which it is the same stand together. */
function adviceOn({hint, mend, rule}: Finding): string {
  return `${hint}${mend ? FIXABLE : ''} [${rule}]`
}

/** One line for each setting: a report shows which rules the library has changed. */
export function settingLines(settings: readonly ReportedSetting[]): string[] {
  return settings.map(
    (setting) =>
      `  ${styled('yellow', '•')} the rule ${styled('bold', visible(setting.rule))} ${visible(formatSetting(setting))}`,
  )
}

/** What is withheld, in lines for people. */
export function withheldLines(withheld: readonly Withheld[]): string[] {
  return withheld.map(
    ({id, type, title, reason, shown}) =>
      `  ${styled('yellow', '•')} ${visible(type)} ${styled('bold', visible(id))} ${visible(`"${title}": ${reason}`)}. ${
        shown === 'lastApproved' ? 'Its last approved text stays.' : 'Readers get nothing of it.'
      }`,
  )
}

const unit = z.enum(['B', 'kB', 'MB', 'GB'])
const units = unit.options

/** A size for people. */
export function formatSize(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`
}

export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

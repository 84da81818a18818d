// Writes results between the marks of docs/performance.md, and charts beside it. The words around the
// marks are written by hand.

import {readFileSync, writeFileSync} from 'node:fs'
import {cpus, totalmem} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Failure} from '../pipeline/failure.ts'
import {counted} from '../review/counted.ts'
import {formatDay} from '../review/day-words.ts'
import {today} from '../review/days.ts'
import {chart} from './chart.ts'
import type {Results} from './export.ts'
import {sizeMarkdown, startUpMarkdown} from './report.ts'

const docs = fileURLToPath(new URL('../docs', import.meta.url))
const DOCUMENT = 'performance.md'
const END = '<!-- end of the bench -->'

/** The name of the part that has the start-up. */
const START_UP = 'start-up'

/**
 * Checks that the document has a place for the results of each size.
 *
 * @throws Failure if it has not, before anything is measured
 */
export function checkPlaces(sizes: readonly number[]): void {
  const text = readFileSync(join(docs, DOCUMENT), 'utf8')
  for (const name of [...sizes.map(String), START_UP]) replacePart(text, name, '')
}

/** Writes all results, each size in its own place. What was measured in other runs stays. */
export function writeResults({sizes, startUp, runs}: Results): void {
  const machine = machineLine(runs)
  let text = readFileSync(join(docs, DOCUMENT), 'utf8')
  for (const size of sizes) {
    const image = `images/export-${size.articles}.svg`
    writeFileSync(join(docs, image), `${chart(size).trim()}\n`)
    text = replacePart(text, String(size.articles), sizeMarkdown(size, machine, image))
  }
  text = replacePart(text, START_UP, startUpMarkdown(startUp, machine))
  writeFileSync(join(docs, DOCUMENT), text)
}

function machineLine(runs: number): string {
  const processors = counted(cpus().length, 'processor')
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`
  const which =
    runs === 1 ? 'The figures are of one run' : `The figures are medians of ${runs} runs`
  return `${which} on ${formatDay(today(), 'en-GB')}, with ${processors}, ${memory} and Node ${process.versions.node}.`
}

/** Replaces what stands between the marks of a part. */
export function replacePart(text: string, name: string, content: string): string {
  const mark = `<!-- bench: ${name} -->`
  const start = text.indexOf(mark)
  const end = text.indexOf(END, start)
  if (start === -1 || end === -1) {
    throw new Failure(
      `docs/${DOCUMENT} has no place for "${name}".`,
      `Add two lines to it: ${mark} and ${END}`,
    )
  }
  return `${text.slice(0, start)}${mark}\n\n${content}\n\n${text.slice(end)}`
}

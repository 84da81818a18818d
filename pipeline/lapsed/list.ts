// Reads a list of works that no longer stand: a CSV file, or newline-delimited JSON. The CSV file may be the
// data file of Retraction Watch (https://gitlab.com/crossref/retraction-watch-data).

import {createReadStream, statSync} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {basename} from 'node:path'
import {CsvError, parse} from 'csv-parse'
import {z} from 'zod'
import {matching} from '../../model/fields.ts'
import {shorten} from '../../policy/finding.ts'
import {bareDoi, doiForm, pmidForm} from '../../schemas/data/forms.ts'
import {valuesOf, workStatusOptions, type WorkStatus} from '../../schemas/data/options.ts'
import {Failure} from '../failure.ts'

/** What a list says of one work. */
export interface Listed {
  /** The line of the list that says it. */
  readonly line: number
  /** The names of the work: see `namesOf`. */
  readonly names: readonly string[]
  readonly status: Exclude<WorkStatus, 'current'>
  /** The name of the work that has superseded it. */
  readonly newer: string | undefined
  /** The day since when: YYYY-MM-DD. */
  readonly date: string | undefined
  readonly reason: string | undefined
}

/** A row, by the names of its columns in small letters. */
type Row = Readonly<Record<string, unknown>>

interface NumberedRow {
  readonly line: number
  readonly row: Row
}

/**
 * What each row of a list says; undefined for a row that names no work, or one that still stands.
 *
 * @throws Failure if the file is not such a list.
 */
export async function* listedIn(file: string): AsyncGenerator<Listed | undefined> {
  const stats = statSync(file, {throwIfNoEntry: false})
  if (!stats?.isFile()) {
    throw new Failure(`There is no file at ${file}.`, 'Name a .csv, .ndjson or .jsonl file.')
  }
  if (stats.size === 0) {
    throw new Failure(`${basename(file)} is empty.`, 'Get the list again, or name another file.')
  }
  const rows = /\.(?:ndjson|jsonl)$/i.test(file) ? jsonRows(file) : csvRows(file)
  for await (const {line, row} of rows) yield listed(row, {file, line})
}

async function* csvRows(file: string): AsyncGenerator<NumberedRow> {
  const options = {
    bom: true,
    columns: namesIn(file),
    info: true,
    skip_empty_lines: true,
    trim: true,
  }
  const parser = createReadStream(file)
    .on('error', (error) => parser.destroy(error))
    .pipe(parse(options))
  try {
    for await (const item of parser) {
      const {info, record} = csvItem.parse(item)
      yield {line: info.lines, row: record}
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Failure(
      `${basename(file)} is not CSV: ${error.message}.`,
      'Write one work a line. Put a value with a comma or a line break into quotation marks, and double each quotation mark inside.',
      {cause: error},
    )
  }
}

const csvItem = z.object({
  info: z.object({lines: z.int()}),
  record: z.record(z.string(), z.string()),
})

/** Reads the first line of a CSV file. */
function namesIn(file: string) {
  return (header: readonly string[]): string[] => {
    const names = header.map(columnName)
    if (!names.some((name) => name === 'doi' || name === 'pmid' || name === WATCH.doi)) {
      throw new Failure(
        `The first line of ${basename(file)} names no column doi or pmid: “${shorten(header.join(','), 80)}”.`,
        'Begin with a line such as: doi,pmid,status,date,supersededBy,reason',
      )
    }
    return names
  }
}

function columnName(name: string): string {
  return name.trim().toLowerCase()
}

async function* jsonRows(file: string): AsyncGenerator<NumberedRow> {
  for (const [index, text] of (await readFile(file, 'utf8')).split('\n').entries()) {
    if (text.trim() === '') continue
    yield {line: index + 1, row: jsonRow(text, {file, line: index + 1})}
  }
}

function jsonRow(text: string, place: Place): Row {
  try {
    const row = z.record(z.string(), z.unknown()).parse(JSON.parse(text))
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [columnName(name), value]))
  } catch (error) {
    throw faulty(
      place,
      'is not a JSON object',
      'Write each work as an object on a line of its own.',
      error,
    )
  }
}

interface Place {
  readonly file: string
  readonly line: number
}

function faulty({file, line}: Place, problem: string, hint: string, cause?: unknown): Failure {
  return new Failure(`Line ${line} of ${basename(file)} ${problem}.`, hint, {cause})
}

/** The columns of Retraction Watch, in small letters. */
const WATCH = {
  doi: 'originalpaperdoi',
  pmid: 'originalpaperpubmedid',
  nature: 'retractionnature',
  date: 'retractiondate',
} as const

function listed(row: Row, place: Place): Listed | undefined {
  return WATCH.doi in row ? listedByWatch(row, place) : listedByColumns(row, place)
}

const text = z
  .union([z.string(), z.number()], 'is not text')
  .transform((value) => String(value).trim())
  .nullish()
  .transform((value) => (value === '' || value === null ? undefined : value))

const watchRow = z.object({
  [WATCH.doi]: text,
  [WATCH.pmid]: text,
  [WATCH.nature]: text,
  [WATCH.date]: text,
  reason: text,
})

/** Its rows that are no retraction, such as expressions of concern, say nothing here. */
function listedByWatch(row: Row, {line}: Place): Listed | undefined {
  const {reason, ...cells} = watchRow.parse(row)
  // It writes "unavailable" and 0 where a work has no DOI or PMID.
  const names = namesOf({doi: cells[WATCH.doi], pmid: cells[WATCH.pmid]})
  if (cells[WATCH.nature]?.toLowerCase() !== 'retraction' || names.length === 0) return undefined
  const date = watchDay(cells[WATCH.date])
  return {line, names, status: 'retracted', newer: undefined, date, reason}
}

/** A day such as `4/2/2020 0:00`, with the month first, as YYYY-MM-DD. */
function watchDay(moment = ''): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(moment) ?? []
  return z.iso.date().safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data
}

const statuses = valuesOf(workStatusOptions)

const ownRow = z.object({
  doi: text.transform((value) => value && bareDoi(value)).pipe(matching(doiForm).optional()),
  pmid: text.pipe(matching(pmidForm).optional()),
  status: text.transform((value) => value?.toLowerCase()).pipe(z.enum(statuses, 'is not a status')),
  date: text.pipe(z.iso.date('is not a day').optional()),
  supersededby: text
    .transform((value) => value && bareDoi(value))
    .pipe(
      z
        .string()
        .refine((value) => doiForm.pattern.test(value) || pmidForm.pattern.test(value), {
          error: 'is neither a DOI nor a PMID',
        })
        .optional(),
    ),
  reason: text,
})

/** What to do about a wrong value, by its column. */
const hints: Readonly<Record<string, string>> = {
  doi: doiForm.hint,
  pmid: pmidForm.hint,
  status: `Write one of these words: ${statuses.join(', ')}.`,
  date: 'Write it as YYYY-MM-DD, or leave it out.',
  supersededby: 'Write the DOI or the PMID of the newer work, or leave it out.',
}

function listedByColumns(row: Row, place: Place): Listed | undefined {
  const {data, error} = ownRow.safeParse(row)
  if (!data) throw faultyCell(row, place, error)
  const {status, supersededby, date, reason} = data
  const names = namesOf(data)
  if (status === 'current' || names.length === 0) return undefined
  const [newer] = namesOf({doi: supersededby, pmid: supersededby})
  return {line: place.line, names, status, newer, date, reason}
}

function faultyCell(row: Row, {file, line}: Place, {issues}: z.ZodError): Failure {
  const [{path: [column] = [], message} = {message: ''}] = issues
  const value = shorten(String(row[String(column)] ?? ''), 80)
  return new Failure(
    `Line ${line} of ${basename(file)}, column ${String(column)}: “${value}” ${message}.`,
    hints[String(column)] ?? 'Correct it, or leave it out.',
    {cause: issues},
  )
}

/**
 * The names by which a list and a library mean the same work. DOIs have no case
 * (https://www.doi.org/doi-handbook/HTML/case-sensitivity.html).
 */
export function namesOf({doi, pmid}: Readonly<Record<string, unknown>>): string[] {
  const bare = typeof doi === 'string' ? bareDoi(doi) : ''
  return [
    ...(doiForm.pattern.test(bare) ? [`doi:${bare.toLowerCase()}`] : []),
    ...(typeof pmid === 'string' && pmidForm.pattern.test(pmid) ? [`pmid:${pmid}`] : []),
  ]
}

// Newline-delimited JSON: one document a line.

import {createReadStream} from 'node:fs'
import {datasetProblem} from './problem.ts'

export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly text: string
}

const NEWLINE = 0x0a

/**
 * The lines of a file that are not blank. Splits at line feeds only: Node's readline would also
 * split at U+2028, which JSON allows inside a string.
 *
 * @throws LakeProblem for a line that is not UTF-8
 */
export async function* readLines(file: string): AsyncGenerator<Line> {
  let number = 0
  let pending: Uint8Array[] = []
  const next = (end: Uint8Array): Line => {
    number += 1
    const bytes = pending.length === 0 ? end : Buffer.concat([...pending, end])
    pending = []
    return {number, text: decode(bytes, file, number)}
  }
  for await (const chunk of chunks(file)) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      const line = next(chunk.subarray(start, end))
      start = end + 1
      if (line.text.trim() !== '') yield line
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
  }
  const last = next(new Uint8Array())
  if (last.text.trim() !== '') yield last
}

const CHUNK_BYTES = 1 << 20

async function* chunks(file: string): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(file, {highWaterMark: CHUNK_BYTES})) {
    if (chunk instanceof Uint8Array) yield chunk
  }
}

const utf8 = new TextDecoder('utf-8', {fatal: true})

function decode(bytes: Uint8Array, file: string, line: number): string {
  try {
    return utf8.decode(bytes)
  } catch (error) {
    const problem = 'the line is not valid UTF-8'
    throw datasetProblem({file, line}, problem, 'Save the file as UTF-8', {cause: error})
  }
}

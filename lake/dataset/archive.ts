// Datasets packed as `.tar.gz`.

import {createReadStream, createWriteStream} from 'node:fs'
import {mkdir, open, readdir, stat, writeFile} from 'node:fs/promises'
import {dirname, join, relative, sep} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {createGunzip, createGzip} from 'node:zlib'
import {extract, pack} from 'tar-stream'
import {diskTrouble} from '../../disk/trouble.ts'
import {messageOf} from '../errors.ts'
import {LakeProblem} from '../problem.ts'
import {datasetProblem} from './problem.ts'

/**
 * Unpacks an archive into a folder.
 *
 * @throws LakeProblem if it is damaged, holds anything but plain files and folders inside it, or would take
 *   far more room than a dataset of its size
 */
export async function unpack(archive: string, folder: string): Promise<void> {
  const entries = extract()
  const reading = pipeline(gunzipped(archive), entries)
  const writing = (async () => {
    for await (const entry of entries) {
      const {name, type} = entry.header
      if (type === 'file') {
        const target = join(folder, ...safePath(archive, name))
        await mkdir(dirname(target), {recursive: true})
        // Not `pipeline`: it would wait for ever for an entry that was cut off before it began to read.
        await writeFile(target, bytesOf(entry))
      } else if (type === 'directory') {
        entry.resume()
      } else {
        throw unsafe(archive, `the archive holds "${name}", which is a ${type}`)
      }
    }
  })()
  // Both end before this fails, so that nothing is written to the folder afterwards.
  const ended = await Promise.allSettled([reading, writing])
  const errors: unknown[] = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  if (errors.length === 0) return
  // The failure of one ends the other too, with a less telling error.
  const told = errors.find((error) => error instanceof LakeProblem || diskTrouble(error))
  throw told ?? unreadable(archive, errors[0])
}

async function* bytesOf(entry: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk
}

function unreadable(archive: string, error: unknown): LakeProblem {
  // tar-stream and zlib have different words for it.
  const reason = messageOf(error).replace(/^Unexpected end of data$/, 'unexpected end of file')
  const hint = 'It must be a tar archive compressed with gzip, as `sanity dataset export` makes'
  return datasetProblem({file: archive}, `the archive cannot be read (${reason})`, hint, {
    cause: error,
  })
}

/** The first bytes of a file that is compressed with gzip. */
const GZIP = Buffer.from([0x1f, 0x8b])

/** Whether a file is compressed with gzip. */
export async function isGzip(path: string): Promise<boolean> {
  await using file = await open(path)
  const {buffer, bytesRead} = await file.read({buffer: Buffer.alloc(GZIP.length), position: 0})
  return GZIP.equals(buffer.subarray(0, bytesRead))
}

/**
 * What a file holds that is compressed with gzip.
 *
 * @throws LakeProblem if it would take far more room than a dataset of its size, and the error of zlib if it
 *   is damaged
 */
export async function* gunzipped(path: string): AsyncGenerator<Uint8Array> {
  const {size} = await stat(path)
  const chunks = createGunzip()
  // The loop below throws the same error.
  pipeline(createReadStream(path), chunks).catch(() => {})
  yield* notFarBeyond(size, chunks, path)
}

/** Datasets shrink to a tenth or so. A small one may have much that repeats. */
const MAX_GROWTH = 100
const ALWAYS_ALLOWED_BYTES = 100_000_000

async function* notFarBeyond(
  size: number,
  chunks: AsyncIterable<Uint8Array>,
  archive: string,
): AsyncGenerator<Uint8Array> {
  const most = Math.max(MAX_GROWTH * size, ALWAYS_ALLOWED_BYTES)
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > most) {
      throw unsafe(archive, `it unpacks to more than ${MAX_GROWTH} times its own size`)
    }
    yield chunk
  }
}

/** Packs a folder's files, in the order of their names. The same files give the same bytes. */
export async function packFolder(folder: string, archive: string): Promise<void> {
  const entries = pack()
  const writing = pipeline(entries, createGzip(), createWriteStream(archive))
  const adding = (async () => {
    for (const path of await filesIn(folder)) {
      const {size} = await stat(path)
      const name = relative(folder, path).split(sep).join('/')
      const entry = entries.entry({name, size, mtime: new Date(0), mode: 0o644})
      await pipeline(createReadStream(path), entry)
    }
    entries.finalize()
  })()
  await Promise.all([writing, adding])
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true})
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function safePath(archive: string, name: string): string[] {
  const parts = name.split(/[/\\]/)
  if (parts[0] === '' || /^[a-z]:$/i.test(parts[0] ?? '') || parts.includes('..')) {
    throw unsafe(archive, `the archive's entry "${name}" points outside its folder`)
  }
  return parts
}

function unsafe(file: string, problem: string): LakeProblem {
  const hint = 'Do not trust this archive; ask for one made by `sanity dataset export`'
  return datasetProblem({file}, problem, hint)
}

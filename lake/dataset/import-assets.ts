// Brings in the assets of a dataset, and makes its documents refer to them.

import {readdir, readFile, realpath, stat} from 'node:fs/promises'
import {basename, join, resolve, sep} from 'node:path'
import {z} from 'zod'
import {isErrno} from '../../disk/errno.ts'
import {exists} from '../../disk/exists.ts'
import {diskTrouble} from '../../disk/trouble.ts'
import {
  assetDetails,
  describeAsset,
  keepAsset,
  type AssetDocument,
  type AssetHome,
} from '../assets/assets.ts'
import type {AssetKind} from '../assets/files.ts'
import {LakeError, messageOf} from '../errors.ts'
import {mapObjects, type JsonObject} from '../map-objects.ts'
import type {LakeProblem} from '../problem.ts'
import {datasetProblem} from './problem.ts'
import type {Source} from './source.ts'

const assetDetailsFile = z.record(z.string(), z.record(z.string(), z.unknown()))

/** What the dataset says about its assets, by kind and hash. */
export async function readAssetDetails({name, base}: Source): Promise<Record<string, JsonObject>> {
  const path = join(base, 'assets.json')
  if (!exists(path)) return {}
  try {
    return assetDetailsFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    const problem = `its assets.json cannot be read (${messageOf(error)})`
    const hint = 'Expected a JSON object with one object for each asset'
    throw datasetProblem({file: name}, problem, hint, {cause: error})
  }
}

/** The attribute that points to a file of the dataset. */
const POINTER = '_sanityAsset'

const ASSET_POINTER = /^(?<kind>image|file)@file:\/\/(?<path>.+)$/

/** A file of a dataset that a document refers to, and that cannot be an asset. */
export interface UnusableFile {
  /** Its path in the folder of the dataset. */
  readonly file: string
  /** The end of a sentence about the file. */
  readonly problem: string
}

/** The place in the dataset that refers to the file. */
interface UnusablePlace extends UnusableFile {
  readonly line: number
  /** The id in quotes, after a space; empty if the document has none yet. */
  readonly document: string
}

/** Brings in the assets of one dataset, each once. */
export class AssetImport {
  readonly #home: AssetHome
  readonly #source: Source
  readonly #details: Readonly<Record<string, JsonObject>>
  /** The asset that each file became, or the problem with the file. */
  readonly #byPath = new Map<string, AssetDocument | string>()
  readonly #unusable: UnusablePlace[] = []

  constructor(home: AssetHome, source: Source, details: Readonly<Record<string, JsonObject>>) {
    this.#home = home
    this.#source = source
    this.#details = details
  }

  documents(): AssetDocument[] {
    const assets = [...this.#byPath.values()].filter((asset) => typeof asset !== 'string')
    return [...new Map(assets.map((asset) => [asset._id, asset])).values()]
  }

  /** The files that cannot be used, once for each document that refers to them. */
  unusable(): readonly UnusableFile[] {
    return this.#unusable
  }

  /** Says all that is wrong with these files. */
  unusableProblem(): LakeProblem {
    const places = this.#unusable.map(
      ({line, document, file, problem}) =>
        `line ${line}: the document${document} refers to ${file}, which ${problem}`,
    )
    const problem = `asset files cannot be used. Nothing was imported.\n${places.join('.\n')}`
    const hint = 'Add or replace these files, or remove what refers to them'
    return datasetProblem({file: this.#source.name}, problem, hint)
  }

  /**
   * The document, with each pointer to a file replaced by a reference to the asset. If a file cannot be used,
   * the reference leads nowhere: in place of an id, it has the path of the file.
   */
  async resolve(document: JsonObject, line: number): Promise<JsonObject> {
    const ids = new Map<unknown, string>()
    for (const pointer of pointersIn(document)) {
      ids.set(pointer, await this.#idFor(pointer, document._id, line))
    }
    return mapObjects(document, (object) =>
      Object.fromEntries(
        Object.entries(object).map(([name, value]) =>
          name === POINTER ? ['asset', {_type: 'reference', _ref: ids.get(value)}] : [name, value],
        ),
      ),
    )
  }

  async #idFor(pointer: unknown, id: unknown, line: number): Promise<string> {
    const groups = typeof pointer === 'string' ? ASSET_POINTER.exec(pointer)?.groups : undefined
    const {kind, path} = groups ?? {}
    if ((kind !== 'image' && kind !== 'file') || path === undefined) {
      throw this.#error(
        line,
        `the asset "${String(pointer)}" is not a file of this dataset`,
        'Expected image@file://./images/… or file@file://./files/…; assets are not fetched from elsewhere',
      )
    }
    const full = resolve(this.#source.base, decodePath(path))
    if (!(await this.#isInside(full))) {
      const hint = 'Assets must lie inside the folder of the dataset'
      throw this.#error(line, `the asset "${path}" lies outside the dataset`, hint)
    }
    const asset = await this.#load(kind, full)
    if (typeof asset !== 'string') return asset._id
    const file = this.#shortName(full)
    const document = typeof id === 'string' ? ` "${id}"` : ''
    this.#unusable.push({file, problem: asset, line, document})
    return file
  }

  /** Whether a path lies in the folder of the dataset, also after links were followed. */
  async #isInside(path: string): Promise<boolean> {
    const base = resolve(this.#source.base)
    if (!path.startsWith(base + sep)) return false
    const target = await realpath(path).catch(() => undefined)
    return target === undefined || target.startsWith((await realpath(base)) + sep)
  }

  /** Brings in a file, or says what is wrong with it. */
  async #load(kind: AssetKind, path: string): Promise<AssetDocument | string> {
    const key = `${kind}@${path}`
    const loaded = this.#byPath.get(key) ?? (await this.#bringIn(kind, path))
    this.#byPath.set(key, loaded)
    return loaded
  }

  async #bringIn(kind: AssetKind, path: string): Promise<AssetDocument | string> {
    const bytes = await bytesOf(path)
    if (typeof bytes === 'string') return bytes
    const details = assetDetails.parse({filename: basename(path)})
    const asset = await describeAsset(this.#home, kind, bytes, details).catch(problemOf)
    if (typeof asset === 'string') return asset
    await keepAsset(this.#home, asset, bytes)
    return {
      ...asset,
      ...this.#details[`${kind}-${String(asset.assetId)}`],
      ...identityOf(asset),
    }
  }

  /** Also imports assets in the dataset's folders that no document points to, if they can be used. */
  async addUnreferenced(): Promise<void> {
    for (const kind of ['image', 'file'] as const) {
      const folder = join(resolve(this.#source.base), `${kind}s`)
      const names = this.#source.data.endsWith(`${sep}data.ndjson`)
        ? await readdir(folder).catch(() => [])
        : []
      for (const name of names.filter(isVisible).sort()) {
        const path = join(folder, name)
        if (await this.#isInside(path)) await this.#load(kind, path)
      }
    }
  }

  #shortName(path: string): string {
    return path.slice(resolve(this.#source.base).length + 1)
  }

  #error(line: number, problem: string, hint: string): LakeProblem {
    return datasetProblem({file: this.#source.name, line}, problem, hint)
  }
}

/** The bytes of a file, or why there are none. */
async function bytesOf(path: string): Promise<Uint8Array | string> {
  try {
    return (await stat(path)).isFile() ? await readFile(path) : 'is not a file'
  } catch (error) {
    if (diskTrouble(error)) throw error
    return isErrno(error, 'ENOENT')
      ? 'is not in the dataset'
      : `cannot be read (${messageOf(error)})`
  }
}

/** What is wrong with a file that was refused as an image. */
function problemOf(error: unknown): string {
  if (!(error instanceof LakeError) || error.status !== 400) throw error
  return `cannot be used: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`
}

/**
 * False for the text of a document that points to no asset, as most do. It need not be searched. Escapes
 * could hide the name.
 */
export function mayPoint(text: string): boolean {
  return text.includes(POINTER) || text.includes('\\u')
}

function pointersIn(document: JsonObject): ReadonlySet<unknown> {
  const pointers = new Set<unknown>()
  mapObjects(document, (object) => {
    if (POINTER in object) pointers.add(object[POINTER])
    return object
  })
  return pointers
}

// Desktop systems put hidden files of their own into folders.
function isVisible(name: string): boolean {
  return !name.startsWith('.')
}

// assets.json must not override attributes that are derived from the bytes.
function identityOf({_id, _type, assetId, sha1hash, path, url, size, extension}: AssetDocument) {
  return {_id, _type, assetId, sha1hash, path, url, size, extension}
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

// Brings in the assets of a dataset, and makes its documents refer to them.

import {readdir, readFile} from 'node:fs/promises'
import {basename, join, resolve, sep} from 'node:path'
import {z} from 'zod'
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

/** Brings in the assets of one dataset, each once. */
export class AssetImport {
  readonly #home: AssetHome
  readonly #source: Source
  readonly #details: Readonly<Record<string, JsonObject>>
  readonly #byPath = new Map<string, AssetDocument>()

  constructor(home: AssetHome, source: Source, details: Readonly<Record<string, JsonObject>>) {
    this.#home = home
    this.#source = source
    this.#details = details
  }

  documents(): AssetDocument[] {
    const byId = new Map(Array.from(this.#byPath.values(), (asset) => [asset._id, asset]))
    return Array.from(byId.values())
  }

  /** The document, with each pointer to a file replaced by a reference to the asset. */
  async resolve(document: JsonObject, line: number): Promise<JsonObject> {
    const ids = new Map<unknown, string>()
    for (const pointer of pointersIn(document)) ids.set(pointer, await this.#idFor(pointer, line))
    return mapObjects(document, (object) =>
      Object.fromEntries(
        Object.entries(object).map(([name, value]) =>
          name === POINTER ? ['asset', {_type: 'reference', _ref: ids.get(value)}] : [name, value],
        ),
      ),
    )
  }

  async #idFor(pointer: unknown, line: number): Promise<string> {
    const groups = typeof pointer === 'string' ? ASSET_POINTER.exec(pointer)?.groups : undefined
    const {kind, path} = groups ?? {}
    if ((kind !== 'image' && kind !== 'file') || path === undefined) {
      throw this.#error(
        line,
        `the asset "${String(pointer)}" is not a file of this dataset`,
        'Expected image@file://./images/… or file@file://./files/…; assets are not fetched from elsewhere',
      )
    }
    return (await this.#load(kind, this.#inside(path, line), line))._id
  }

  #inside(path: string, line: number): string {
    const full = resolve(this.#source.base, decodePath(path))
    if (full.startsWith(resolve(this.#source.base) + sep)) return full
    const hint = 'Assets must lie inside the folder of the dataset'
    throw this.#error(line, `the asset "${path}" lies outside the dataset`, hint)
  }

  async #load(kind: AssetKind, path: string, line: number | undefined): Promise<AssetDocument> {
    const known = this.#byPath.get(`${kind}@${path}`)
    if (known) return known
    const bytes = await readFile(path).catch((error: unknown) => {
      if (diskTrouble(error)) throw error
      const problem = `the asset file "${this.#shortName(path)}" cannot be read (${messageOf(error)})`
      throw this.#error(line, problem, 'Add the file to the dataset, or remove what points to it')
    })
    const details = assetDetails.parse({filename: basename(path)})
    const asset = await describeAsset(this.#home, kind, bytes, details).catch((error: unknown) => {
      if (!(error instanceof LakeError)) throw error
      const problem = `the asset file "${this.#shortName(path)}" is not usable: ${error.message}`
      const also = line === undefined ? ', or remove it, because no document shows it' : ''
      throw this.#error(line, problem, `Replace it with a valid image${also}`)
    })
    await keepAsset(this.#home, asset, bytes)
    const described = {
      ...asset,
      ...this.#details[`${kind}-${String(asset.assetId)}`],
      ...identityOf(asset),
    }
    this.#byPath.set(`${kind}@${path}`, described)
    return described
  }

  /** Also imports assets in the dataset's folders that no document points to. */
  async addUnreferenced(): Promise<void> {
    for (const kind of ['image', 'file'] as const) {
      const folder = join(resolve(this.#source.base), `${kind}s`)
      const names = this.#source.data.endsWith(`${sep}data.ndjson`)
        ? await readdir(folder).catch(() => [])
        : []
      for (const name of names.filter(isVisible).sort())
        await this.#load(kind, join(folder, name), undefined)
    }
  }

  #shortName(path: string): string {
    return path.slice(resolve(this.#source.base).length + 1)
  }

  #error(line: number | undefined, problem: string, hint: string): LakeProblem {
    return datasetProblem({file: this.#source.name, line}, problem, hint)
  }
}

/**
 * False for the text of a document that points to no asset, as most do. It need not be searched. Escapes
 * could hide the name.
 */
export function mayPoint(text: string): boolean {
  return text.includes(POINTER) || text.includes('\\u')
}

function pointersIn(document: JsonObject): unknown[] {
  const pointers: unknown[] = []
  mapObjects(document, (object) => {
    if (POINTER in object) pointers.push(object[POINTER])
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

// Verifies that the files of assets are there, with the bytes that their names say.

import {createHash} from 'node:crypto'
import {createReadStream, existsSync} from 'node:fs'
import {readdir} from 'node:fs/promises'
import {basename, join} from 'node:path'
import {pipeline} from 'node:stream/promises'
import {ASSETS_FOLDER} from '../assets-folder.ts'
import {assetFile} from '../assets/assets.ts'
import {messageOf} from '../errors.ts'
import type {StoredDocument} from '../store/document.ts'
import {RESTORE, type Run} from './run.ts'

export interface AssetOfDocument {
  readonly id: string
  /** Relative to the lake's folder. */
  readonly path: string
}

/** The file of an asset, relative to the lake's folder; undefined if this document is not an asset. */
export function pathOf({_id: id, _type: type}: StoredDocument): string | undefined {
  if (type !== 'sanity.imageAsset' && type !== 'sanity.fileAsset') return undefined
  const file = assetFile(id)
  return file && join(ASSETS_FOLDER, `${file.kind}s`, file.name)
}

/** True if there is no file at a path within the lake's folder. */
export function isMissing(run: Run, path: string): boolean {
  return !existsSync(join(run.dir, path))
}

/**
 * Reports missing files. Files are not part of the snapshot, so a missing file counts only if its document
 * still exists.
 */
export function checkMissing(run: Run, missing: readonly AssetOfDocument[]): void {
  const document = run.db.prepare('SELECT 1 FROM documents WHERE id = ?')
  for (const {id, path} of missing) {
    if (document.get(id))
      run.report(path, `it is missing, though there is a document "${id}"`, RESTORE)
  }
}

const ASSET_NAME = /^(?<sha1>[0-9a-f]{40})(?:-\d+x\d+)?\.[a-z0-9]+$/

/** The files of assets, within the lake's folder. */
export async function assetPaths(dir: string): Promise<string[]> {
  const folders = ['images', 'files'].map(async (folder) => {
    const names = await readdir(join(dir, ASSETS_FOLDER, folder)).catch(() => [])
    return names
      .filter((name) => ASSET_NAME.test(name))
      .map((name) => join(ASSETS_FOLDER, folder, name))
  })
  return (await Promise.all(folders)).flat()
}

export async function checkAsset(run: Run, path: string): Promise<void> {
  const sha1 = createHash('sha1')
  try {
    await pipeline(createReadStream(join(run.dir, path)), sha1)
  } catch (error) {
    // The document, and the file with it, may just have been deleted.
    if (isMissing(run, path)) return run.progress()
    run.report(path, `it cannot be read (${messageOf(error)})`, RESTORE)
    return run.progress()
  }
  if (!basename(path).startsWith(sha1.digest('hex'))) {
    run.report(path, 'its bytes are not those that its name says', RESTORE)
  }
  run.progress()
}

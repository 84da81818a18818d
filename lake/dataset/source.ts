// A dataset on disk, in one of the forms that Sanity's exporter gives it.

import {mkdtemp, readdir, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {exists} from '../../disk/exists.ts'
import {unpack} from './archive.ts'
import {datasetProblem} from './problem.ts'

/** A dataset on disk, ready to be read. */
export interface Source extends AsyncDisposable {
  /** As the caller named it, for errors. */
  readonly name: string
  readonly data: string
  /** The folder to which asset paths are relative. */
  readonly base: string
}

/** @throws LakeProblem if there is no dataset at this path, or its archive cannot be unpacked */
export async function openSource(source: string): Promise<Source> {
  if (!exists(source)) {
    const hint = 'Check the path'
    throw datasetProblem({file: source}, 'there is no such file or folder', hint)
  }
  if ((await stat(source)).isDirectory())
    return folderSource(source, source, () => Promise.resolve())
  if (/\.(?:tar\.gz|tgz)$/i.test(source)) {
    const folder = await mkdtemp(join(tmpdir(), 'lake-import-'))
    const remove = (): Promise<void> => rm(folder, {recursive: true, force: true})
    try {
      await unpack(source, folder)
      return await folderSource(source, folder, remove)
    } catch (error) {
      await remove()
      throw error
    }
  }
  const base = dirname(source)
  return {name: source, data: source, base, [Symbol.asyncDispose]: () => Promise.resolve()}
}

// Sanity's archives hold one folder, named after the dataset, with everything else in it.
async function folderSource(
  name: string,
  folder: string,
  dispose: () => Promise<void>,
): Promise<Source> {
  const subfolders = (await readdir(folder, {withFileTypes: true}))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
  for (const base of [folder, ...subfolders]) {
    const data = join(base, 'data.ndjson')
    if (exists(data)) {
      return {name, data, base, [Symbol.asyncDispose]: dispose}
    }
  }
  const hint = 'A dataset in a folder or an archive keeps its documents in a file of that name'
  throw datasetProblem({file: name}, 'there is no data.ndjson in it', hint)
}

// Compares two releases, file by file.

import type {Manifest} from './manifest.ts'

/** A file that a release has otherwise than the one before. */
export interface FileChange {
  /** Relative to the release, with forward slashes. It begins with the channel, or with the folder of approved content. */
  readonly path: string
  readonly change: 'added' | 'changed' | 'removed'
}

/** How the files of a release differ from those of the one before, in order of path. */
export function changesBetween(
  before: Pick<Manifest, 'files'> | undefined,
  after: Pick<Manifest, 'files'>,
): FileChange[] {
  const gone = new Map((before?.files ?? []).map(({path, sha256}) => [path, sha256]))
  const changes = after.files.flatMap(({path, sha256}): FileChange[] => {
    const earlier = gone.get(path)
    gone.delete(path)
    if (earlier === sha256) return []
    return [{path, change: earlier === undefined ? 'added' : 'changed'}]
  })
  const removed = Array.from(gone.keys(), (path): FileChange => ({path, change: 'removed'}))
  return [...changes, ...removed].sort((a, b) => (a.path < b.path ? -1 : 1))
}

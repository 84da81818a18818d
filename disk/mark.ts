// Tells without reading a file whether it is still the same.

import type {Stats} from 'node:fs'

/** A file's size, time and place on the disk. A file that has these still has its bytes, unless that was intended. */
export function markIn({size, mtimeMs, ino}: Pick<Stats, 'size' | 'mtimeMs' | 'ino'>): string {
  return `${size} ${mtimeMs} ${ino}`
}

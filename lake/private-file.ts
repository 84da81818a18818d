// Files that only their owner may read. Anyone who can read a lake's files can read its content.

import {closeSync, existsSync, openSync} from 'node:fs'

/**
 * Makes an empty file for a database, unless there is a file. SQLite gives the files that it puts beside a
 * database the same mode.
 *
 * @param path a file, or ':memory:'
 */
export function makePrivately(path: string): void {
  if (path !== ':memory:' && !existsSync(path)) closeSync(openSync(path, 'a', 0o600))
}

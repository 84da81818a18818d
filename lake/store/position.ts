// Where the log of a lake ends. If it ends where it did before, nothing has changed.

import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {optionalText} from './sql.ts'

/**
 * The hash of the last entry of the log, which covers all entries before it. It opens no lake, so it costs little.
 *
 * @param dir the folder of the lake
 * @param except the id of a document. Entries that change nothing else are passed over.
 * @returns undefined if there is no lake that can be read, or if its log is empty or older than its hashes
 */
export function logPosition(dir: string, except: string): string | undefined {
  try {
    using database = new DatabaseSync(join(dir, 'lake.db'), {readOnly: true, timeout: 10_000})
    const last = database
      .prepare(
        `SELECT hash FROM transactions t
         WHERE EXISTS (SELECT 1 FROM revisions r WHERE r.seq = t.seq AND r.document <> ?)
         ORDER BY seq DESC LIMIT 1`,
      )
      .get(except)
    return optionalText(last?.hash)
  } catch {
    return undefined
  }
}

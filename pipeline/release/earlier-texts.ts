// The texts that readers could get before, for sources that keep no earlier texts: those of the current release, and of
// the releases before it. A page that is held back at the moment has its text only there.

import {readdirSync, readFileSync, realpathSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {TextPlace} from '../../model/standing/settled.ts'
import {once} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {approvedPaths, ApprovedReader, approvedText} from './approved.ts'

/** A text, by the folder of its release and its place there. */
interface Found {
  readonly dir: string
  readonly place: TextPlace
}

/** Finds these texts by the ids of their documents. Only their places are kept in memory. */
export class EarlierTexts {
  readonly #current: ReadonlyMap<string, Found>
  readonly #older: () => ReadonlyMap<string, Found>

  /** @param dir The folder of the current release. */
  constructor(dir: string) {
    const current = realpathSync(dir)
    this.#current = textsIn([current])
    // They are many, and seldom needed.
    this.#older = once(() => textsIn(othersBeside(current)))
  }

  /** The newest text of a document. */
  get(id: string): StoredDocument | undefined {
    const found = this.#current.get(id) ?? this.#older().get(id)
    if (!found) return undefined
    using reader = new ApprovedReader(found.dir)
    return reader.read(found.place)
  }
}

/** The other releases of a folder, the newest first. */
function othersBeside(current: string): string[] {
  const folder = dirname(current)
  return readdirSync(folder, {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => join(folder, name))
    .filter((dir) => dir !== current)
    .map((dir) => ({dir, time: statSync(dir).mtimeMs}))
    .toSorted((a, b) => b.time - a.time)
    .map(({dir}) => dir)
}

/** The first text of each document in some releases. Releases share most files, and each is read once. */
function textsIn(releases: readonly string[]): Map<string, Found> {
  const texts = new Map<string, Found>()
  const known = new Set<number>()
  for (const dir of releases) {
    for (const path of approvedPaths(dir)) {
      const {ino} = statSync(join(dir, path))
      if (known.has(ino)) continue
      known.add(ino)
      for (const [id, place] of placesIn(dir, path)) {
        if (!texts.has(id)) texts.set(id, {dir, place})
      }
    }
  }
  return texts
}

const LINE_FEED = 0x0a
const LINE_START = /^\{"_id":"([^"\\]+)"/

function placesIn(dir: string, path: string): [id: string, place: TextPlace][] {
  const bytes = readFileSync(join(dir, path))
  const places: [string, TextPlace][] = []
  for (let offset = 0; offset < bytes.length;) {
    const next = bytes.indexOf(LINE_FEED, offset)
    const end = next === -1 ? bytes.length : next
    const line = bytes.toString('utf8', offset, end)
    const id = LINE_START.exec(line)?.[1] ?? approvedText.safeParse(line).data?._id
    if (id !== undefined) places.push([id, {path, offset, length: end - offset}])
    offset = end + 1
  }
  return places
}

// The approved content of a release is in files of some documents each. A change of one document makes one new file, and
// the files are always those that an export from nothing writes.

import {statSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {StoredDocument} from '../../review/revision.ts'
import {library} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {exportDocuments, freshOut, releasedTexts, snapshot} from '../support/release.ts'

/** Glossary terms need no approval. So many are in several files. */
const TERMS = 300

function term(number: number, plain = 'use'): StoredDocument {
  return {
    _id: `term-${String(number).padStart(4, '0')}`,
    _type: 'glossaryTerm',
    term: `longword${number}`,
    plain,
  }
}

const terms = Array.from({length: TERMS}, (_, number) => term(number))

/** The paths of the files of approved content, with the digest of each. */
function approvedFiles(out: string): [path: string, sha256: string][] {
  return Object.entries(snapshot(out).files).filter(([path]) => path.startsWith('approved/'))
}

test('a change of one document changes one file of about 64 documents, and the others are the same files', async () => {
  const out = freshOut()
  await exportDocuments([...library, ...terms], out)
  const before = new Map(approvedFiles(out))
  const inodes = (): Map<string, number> =>
    new Map(approvedFiles(out).map(([path]) => [path, statSync(join(out, 'current', path)).ino]))
  const earlier = inodes()
  expect([...before.keys()].filter((path) => path.includes('glossaryTerm')).length).toBeGreaterThan(
    2,
  )

  await exportDocuments([...library, ...terms.with(100, term(100, 'apply'))], out)
  const changed = approvedFiles(out).filter(([path, sha256]) => before.get(path) !== sha256)
  expect(changed).toHaveLength(1)
  const now = inodes()
  expect([...now].filter(([path, inode]) => earlier.get(path) !== inode)).toHaveLength(1)
})

/** What people do to some terms: change, remove or add them. */
const change = fc.record({
  at: fc.nat({max: TERMS + 40}),
  to: fc.constantFrom('use', 'apply', undefined, ''),
})

test('after any changes the files are those of an export from nothing, in which each document has one line', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, {maxLength: 12}), {minLength: 1, maxLength: 3}),
      async (rounds) => {
        const [out, fresh] = [freshOut(), freshOut()]
        const now = new Map(terms.map((one) => [one._id, one]))
        await exportDocuments([...library, ...now.values()], out)
        for (const round of rounds) {
          for (const {at, to} of round) {
            const {_id} = term(at)
            if (to === undefined) now.delete(_id)
            else now.set(_id, term(at, to))
          }
          await exportDocuments([...library, ...now.values()], out)
        }
        await exportDocuments([...library, ...now.values()], fresh)
        expect(snapshot(out)).toEqual(snapshot(fresh))
        const ids = releasedTexts(out)
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)._id)
        // An empty word is an error, so this term is withheld.
        const shown = [...now.values()].filter(({plain}) => plain !== '')
        expect(ids.filter((id) => id.startsWith('term-')).toSorted()).toEqual(
          shown.map(({_id}) => _id).toSorted(),
        )
      },
    ),
    {numRuns: runs(2, 100)},
  )
})

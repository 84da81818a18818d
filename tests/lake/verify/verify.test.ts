// The promise of the log: every change made without the lake is found.

import {spawnSync} from 'node:child_process'
import {chmod, copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync, type SQLOutputValue} from 'node:sqlite'
import * as fc from 'fast-check'
import {beforeAll, describe, expect, test} from 'vitest'
import {importDataset, lakeClient, openLake, verifyLake} from '../../../lake/index.ts'
import {runCommand} from '../../support/command.ts'
import {freshFolder, picture} from '../../support/lake.ts'
import {runs} from '../../support/long.ts'

/** A lake with everything that can be tampered with: several authors, an import, assets, a deleted document. */
async function busyLake(dir: string): Promise<void> {
  const dataset = join(dir, 'data.ndjson')
  const imported = ['c', 'd', 'e'].map((_id) => ({
    _id,
    _type: 'page',
    slug: {_type: 'slug', current: `page-${_id}`},
    to: {_type: 'reference', _ref: 'a', _weak: true},
  }))
  await writeFile(dataset, imported.map((document) => JSON.stringify(document)).join('\n'))
  using lake = openLake({dir, identity: 'ann'})
  const client = lakeClient(lake)
  await client
    .transaction()
    .create({_id: 'a', _type: 'note', text: 'One', slug: {_type: 'slug', current: 'a'}})
    .create({_id: 'b', _type: 'note', to: {_ref: 'a'}})
    .commit()
  await client.patch('a').set({text: 'Two'}).commit()
  await importDataset(lake, dataset, {author: 'import'})
  await client.assets.upload('image', await picture(3, 3))
  await client.create({
    _id: 'drafts.a',
    _type: 'note',
    zero: {_ref: 'a\0', _weak: true, current: '\0'},
    half: {_ref: '\ud800', _weak: true},
    otherHalf: {_ref: '\udc00', _weak: true},
    broken: {current: '\ud800'},
  })
  await client.delete('b')
  await importDataset(lake, dataset, {author: 'import'})
  await client.mutate([{patch: {id: 'c', set: {text: 'Tree 🌳'}}}])
}

const HASHED = /^[0-9a-f]{64}$/
let sound: string

beforeAll(async () => {
  sound = await mkdtemp(join(tmpdir(), 'lake-test-'))
  await busyLake(sound)
  return () => rm(sound, {recursive: true})
})

/** A copy of the lake, without SQLite's temporary files. */
async function copiedLake(): Promise<string> {
  const dir = await freshFolder()
  await cp(sound, dir, {recursive: true})
  return dir
}

/** Changes a lake's database as an expert attacker would, with all its safeguards off. */
function tamper(dir: string, work: (db: DatabaseSync) => void): void {
  using db = new DatabaseSync(join(dir, 'lake.db'), {enableForeignKeyConstraints: false})
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const {name} of triggers) db.exec(`DROP TRIGGER ${name}`)
  work(db)
  for (const {sql} of triggers) db.exec(String(sql))
}

/** Removes everything that a lake of version 1 did not have. */
function toFirstVersion(dir: string): void {
  using db = new DatabaseSync(join(dir, 'lake.db'))
  for (const {name} of db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()) {
    db.exec(`DROP TRIGGER ${name}`)
  }
  db.exec(
    'DROP TABLE slugs; DROP TABLE trail; ALTER TABLE transactions DROP COLUMN hash; PRAGMA user_version = 1',
  )
}

test('a lake that only its own code wrote is sound, and its head stays in it', async () => {
  const dir = await copiedLake()
  const before = await verifyLake(dir)
  expect(before).toMatchObject({transactions: 8, documents: 6, assets: 1, findings: [], found: 0})
  expect(before.head).toEqual({seq: 8, hash: expect.stringMatching(HASHED)})
  using lake = openLake({dir})
  await lakeClient(lake).create({_id: 'new', _type: 'note'})
  const after = await verifyLake(dir, {expect: before.head?.hash})
  expect(after).toMatchObject({transactions: 9, documents: 7, head: {seq: 9}, found: 0})
})

test('every single changed value and removed row is found', async () => {
  const dir = await copiedLake()
  const cells = readCells(dir)
  const change = fc.oneof(fc.constant('remove'), fc.string(), fc.integer({min: -9, max: 99}))
  const changes = fc.array(change, {minLength: cells.length, maxLength: cells.length})
  await fc.assert(
    fc.asyncProperty(changes, async (changes) => {
      for (const [index, cell] of cells.entries()) {
        const change = changes[index] ?? 'remove'
        await copyFile(join(sound, 'lake.db'), join(dir, 'lake.db'))
        if (!wasChanged(dir, cell, change)) continue
        const {found} = await verifyLake(dir)
        expect({cell, change, isFound: found > 0}).toEqual({cell, change, isFound: true})
      }
    }),
    // Each run tries every value.
    {numRuns: runs(2, 100), endOnFailure: true},
  )
})

interface Cell {
  readonly table: string
  readonly column: string
  readonly row: Readonly<Record<string, SQLOutputValue>>
}

/** Each value of each row of each table. */
function readCells(dir: string): Cell[] {
  using db = new DatabaseSync(join(dir, 'lake.db'))
  const tables = [
    'transactions',
    'revisions',
    'trail',
    'documents',
    'links',
    'slugs',
    'sqlite_sequence',
  ]
  return tables.flatMap((table) =>
    db
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .flatMap((row) => Object.keys(row).map((column) => ({table, column, row}))),
  )
}

/** Makes a change. Returns false if it changes nothing, or if the tables' constraints refuse it. */
function wasChanged(dir: string, {table, column, row}: Cell, change: string | number): boolean {
  const where = Object.keys(row).map((name) => `${name} IS ?`)
  const values = Object.values(row)
  const old = row[column]
  const sql =
    change === 'remove'
      ? `DELETE FROM ${table} WHERE ${where.join(' AND ')}`
      : `UPDATE ${table} SET ${column} = ? WHERE ${where.join(' AND ')}`
  // A change of one character, not only of the whole value.
  const changed =
    typeof old === 'string' && typeof change === 'number' ? edited(old, change) : change
  // A column of whole numbers stores the text '2' as 2.
  if (String(changed) === String(old)) return false
  try {
    tamper(dir, (db) => {
      const {changes} = db.prepare(sql).run(...(change === 'remove' ? [] : [changed]), ...values)
      expect(changes).toBe(1)
    })
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error) return false
    throw error
  }
}

function edited(text: string, at: number): string {
  return at < 0 ? text.slice(0, at) : `${text.slice(0, at)}~${text.slice(at + 1)}`
}

describe('tampering that is not visible in any single row', () => {
  test.each<[string, string, string]>([
    [
      'an entry removed with all that it did',
      'DELETE FROM revisions WHERE seq = 3; DELETE FROM transactions WHERE seq = 3',
      'transaction 3: it is missing',
    ],
    [
      'several entries removed, and those after them moved up',
      `DELETE FROM revisions WHERE seq IN (2, 3); DELETE FROM transactions WHERE seq IN (2, 3);
       UPDATE transactions SET seq = seq - 2 WHERE seq > 3;
       UPDATE revisions SET seq = seq - 2 WHERE seq > 3`,
      'transaction 2 ("',
    ],
    [
      'two entries in each other’s places',
      `UPDATE transactions SET seq = -seq WHERE seq IN (4, 5);
       UPDATE transactions SET seq = 9 + seq WHERE seq < 0;
       UPDATE revisions SET seq = 9 - seq WHERE seq IN (4, 5)`,
      'transaction 4 ("',
    ],
    [
      'an entry added at the end',
      `INSERT INTO transactions (id, author, time, mutations, hash)
       SELECT 'forged', author, time, mutations, hash FROM transactions WHERE seq = 8`,
      'transaction 9 ("forged" by ',
    ],
    [
      'an entry added before all others',
      `INSERT INTO transactions (seq, id, author, time, mutations, hash)
       SELECT 0, 'forged', author, time, mutations, hash FROM transactions WHERE seq = 1`,
      'transaction 0 ("forged" by ',
    ],
    [
      'a revision that belongs to nothing',
      `INSERT INTO revisions (document, seq, rev, json) VALUES ('a', 99, 'x', '{}')`,
      'of "a": it belongs to no transaction',
    ],
    [
      'a revision slipped under an old entry',
      `INSERT INTO revisions (document, seq, rev, json) VALUES ('z', 1, 'x', NULL)`,
      'transaction 1 ("',
    ],
    [
      'a document set back to a text that it had before',
      `UPDATE documents SET revision =
         (SELECT n FROM revisions WHERE document = 'a' ORDER BY seq LIMIT 1) WHERE id = 'a'`,
      'document "a": it is not at its newest revision',
    ],
    [
      'a document that was deleted, back again',
      `INSERT INTO documents SELECT document, document, 'note', n FROM revisions
       WHERE document = 'b' AND json IS NOT NULL`,
      'document "b": it is not at its newest revision',
    ],
    [
      'the newest entries cut off without a thought for their numbers',
      `DELETE FROM revisions WHERE seq > 6; DELETE FROM transactions WHERE seq > 6`,
      'transactions 7 to 8: they are missing',
    ],
    [
      'a trigger that would change the next write',
      `CREATE TRIGGER mine AFTER INSERT ON transactions BEGIN SELECT 1; END`,
      'lake.db: its trigger mine was not made by Countersign',
    ],
    [
      'the guard of the log taken away',
      `DROP TABLE IF EXISTS none`,
      'lake.db: its trigger transactions_stay is missing',
    ],
  ])('%s', async (what, sql, expected) => {
    const dir = await copiedLake()
    tamper(dir, (db) => db.exec(sql))
    if (what.startsWith('the guard')) {
      using db = new DatabaseSync(join(dir, 'lake.db'))
      db.exec('DROP TRIGGER transactions_stay')
    }
    const {findings} = await verifyLake(dir)
    const lines = findings.map(({what, problem}) => `${what}: ${problem}`)
    expect(lines.join('\n')).toContain(expected)
  })

  test('bytes of the file that belong to no table', async () => {
    const dir = await copiedLake()
    const path = join(dir, 'lake.db')
    const bytes = await readFile(path)
    const at = bytes.lastIndexOf('"Two"')
    bytes.write('"2.0"', at)
    await writeFile(path, bytes)
    expect((await verifyLake(dir)).found).toBeGreaterThan(0)
    await writeFile(path, bytes.fill(7, 3 * 16384, 5 * 16384))
    const {findings} = await verifyLake(dir)
    expect(findings).toContainEqual(expect.objectContaining({what: 'lake.db'}))
  })

  test('an asset with other bytes, and one that is gone', async () => {
    const dir = await copiedLake()
    const [name = ''] = await readdir(join(dir, 'assets', 'images'))
    const path = join('assets', 'images', name)
    await writeFile(join(dir, path), await picture(3, 3, '#ff0000'))
    const changed = {what: path, problem: 'its bytes are not those that its name says'}
    expect((await verifyLake(dir)).findings).toEqual([expect.objectContaining(changed)])
    await rm(join(dir, path))
    const {findings} = await verifyLake(dir)
    expect(findings).toEqual([expect.objectContaining({what: path})])
    expect(findings[0]?.problem).toMatch(/^it is missing, though there is a document "image-/)
  })
})

test('a head noted earlier reveals that the log was cut off or rewritten', async () => {
  const {head} = await verifyLake(sound)
  const cut = await copiedLake()
  tamper(cut, (db) =>
    db.exec(`
      UPDATE documents SET revision =
        (SELECT n FROM revisions WHERE document = 'c' AND seq = 7) WHERE id = 'c';
      DELETE FROM trail WHERE revision IN (SELECT n FROM revisions WHERE seq = 8);
      DELETE FROM revisions WHERE seq = 8;
      DELETE FROM transactions WHERE seq = 8;
      UPDATE sqlite_sequence SET seq = 7 WHERE name = 'transactions'`),
  )
  const rewritten = await copiedLake()
  toFirstVersion(rewritten)
  tamper(rewritten, (db) => db.exec(`UPDATE transactions SET author = 'bob' WHERE seq = 2`))
  openLake({dir: rewritten}).close()
  for (const dir of [cut, rewritten]) {
    expect(await verifyLake(dir)).toMatchObject({findings: []})
    const {findings} = await verifyLake(dir, {expect: head?.hash})
    expect(findings).toEqual([
      expect.objectContaining({
        what: 'the log',
        problem: expect.stringContaining(String(head?.hash)),
      }),
    ])
  }
})

test('the database itself refuses to change or remove what is in the log', () => {
  using db = new DatabaseSync(join(sound, 'lake.db'))
  for (const sql of [
    `UPDATE transactions SET author = 'bob' WHERE seq = 2`,
    `UPDATE transactions SET hash = NULL`,
    `UPDATE revisions SET json = '{}' WHERE document = 'a'`,
    `DELETE FROM transactions WHERE seq = 8`,
    `DELETE FROM revisions WHERE document = 'b'`,
    `INSERT INTO revisions (document, seq, rev, json) VALUES ('z', 1, 'x', NULL)`,
    `REPLACE INTO transactions SELECT seq, id, 'bob', time, mutations, hash FROM transactions WHERE seq = 2`,
    `REPLACE INTO transactions (id, author, time) SELECT id, 'bob', time FROM transactions WHERE seq = 2`,
    `REPLACE INTO revisions SELECT n, 'z', 99, rev, json FROM revisions WHERE n = 1`,
  ]) {
    expect(() => db.exec(sql), sql).toThrow('append-only')
  }
})

test('a lake of the first version is chained, and its slugs found, once it is opened', async () => {
  const dir = await copiedLake()
  using before = openLake({dir})
  const everything = await lakeClient(before).fetch<object[]>('*')
  before.close()
  toFirstVersion(dir)
  await expect(verifyLake(dir)).rejects.toThrow('older version')

  using lake = openLake({dir})
  const client = lakeClient(lake)
  expect(await client.fetch('*')).toEqual(everything)
  expect(await client.fetch('*[slug.current == "page-d"]._id')).toEqual(['d'])
  await client
    .patch('c')
    .set({slug: {_type: 'slug', current: 'moved'}})
    .commit()
  expect(await verifyLake(dir)).toMatchObject({transactions: 9, head: {seq: 9}, findings: []})
})

test('a lake can be verified during writes', async () => {
  const dir = await copiedLake()
  using lake = openLake({dir})
  const client = lakeClient(lake)
  const writing = Promise.all(
    Array.from({length: 40}, (_, n) =>
      client.create({_id: `n${n}`, _type: 'note', to: {_ref: 'a'}}),
    ),
  )
  const during = await verifyLake(dir)
  await writing
  expect(during.findings).toEqual([])
  expect(await verifyLake(dir, {expect: during.head?.hash})).toMatchObject({
    transactions: 48,
    found: 0,
  })
})

describe('npm run verify', () => {
  test('reports success and the head, and finds that head again', async () => {
    const dir = await copiedLake()
    const {code, stdout, stderr} = await runCommand('verify', ['--dir', dir])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    const {head} = await verifyLake(dir)
    expect(stdout).toContain('8 transactions, 6 documents, 1 asset: no sign of tampering')
    expect(stdout).toContain(`Head: ${head?.hash} (transaction 8)`)

    const args = ['--json', '--dir', dir, '--expect']
    const again = await runCommand('verify', [...args, String(head?.hash)])
    expect(again.code).toBe(0)
    expect(JSON.parse(again.stdout)).toMatchObject({ok: true, head, findings: []})
    const other = await runCommand('verify', [...args, '0'.repeat(64)])
    expect(other.code).toBe(1)
    expect(JSON.parse(other.stdout)).toMatchObject({ok: false, found: 1})
  })

  test('says what was changed and what to do, and fails', async () => {
    const dir = await copiedLake()
    tamper(dir, (db) => db.exec(`UPDATE transactions SET author = 'bob' WHERE seq = 2`))
    const {code, stderr} = await runCommand('verify', ['--dir', dir])
    expect(code).toBe(1)
    expect(stderr).toMatch(/✖ transaction 2 \(".+" by bob\): it, or the one before it/)
    expect(stderr).toContain('Restore the lake from a backup')
  })

  // The superuser may write even where writing is forbidden.
  const user = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : {}
  const reads = 'fs.readFileSync(process.argv[1])'
  const {status} = spawnSync(process.execPath, ['-e', reads, import.meta.filename], user)

  test.runIf(status === 0)(
    'a folder that this user may not read does not count as empty, for any command',
    async () => {
      const dir = await copiedLake()
      await chmod(dir, 0o600)
      const out = join(await freshFolder(), 'exports')
      for (const [command, ...args] of [
        ['verify', '--dir', dir],
        ['verify', '--release', dir],
        ['verify', '--exports', dir],
        ['users', 'list', '--dir', dir],
        ['validate', '--source', dir],
        ['validate', '--source', join(dir, 'data.ndjson')],
        ['export', '--source', dir, '--out', out],
        ['start', '--no-studio', '--port', '0', '--dir', dir],
      ] as const) {
        const {code, stderr} = await runCommand(command, args, {user})
        expect(stderr).toContain('The system does not let this user use a file (EACCES')
        expect(code).toBe(1)
      }
    },
  )

  describe.runIf(status === 0)('on a read-only medium', () => {
    async function forbidWriting(dir: string): Promise<void> {
      const files = await readdir(dir, {recursive: true, withFileTypes: true})
      for (const file of files) await chmod(join(file.parentPath, file.name), 0o555)
      await chmod(dir, 0o555)
    }

    test('verifies all the same', async () => {
      const dir = await copiedLake()
      await forbidWriting(dir)
      const {code, stdout, stderr} = await runCommand('verify', ['--dir', dir], {user})
      expect({code, stderr}).toEqual({code: 0, stderr: ''})
      expect(stdout).toContain('8 transactions, 6 documents, 1 asset: no sign of tampering')
    })

    test('says what to do if it cannot read the newest changes there', async () => {
      const [source, dir] = [await copiedLake(), await freshFolder()]
      {
        using lake = openLake({dir: source})
        await lakeClient(lake).create({_type: 'note'})
        for (const name of ['lake.db', 'lake.db-wal']) {
          await copyFile(join(source, name), join(dir, name))
        }
      }
      await forbidWriting(dir)
      const {code, stderr} = await runCommand('verify', ['--dir', dir], {user})
      expect(code).toBe(1)
      expect(stderr).toContain('cannot be read on a read-only medium')
      expect(stderr).toContain('Copy the folder')
      expect(stderr).not.toContain('find out who')
    })
  })

  test('fails if there is no lake', async () => {
    const {code, stderr} = await runCommand('verify', ['--dir', await freshFolder()])
    expect(code).toBe(1)
    expect(stderr).toContain('There is no lake in')
  })
})

test('a lake is sound after importing a draft, a version for a release and their document', async () => {
  const dir = await freshFolder()
  const dataset = join(dir, 'data.ndjson')
  const ids = ['drafts.a', 'versions.r1.a', 'a', 'versions.r1.only.there']
  await writeFile(dataset, ids.map((_id) => JSON.stringify({_id, _type: 'note'})).join('\n'))
  {
    using lake = openLake({dir})
    await importDataset(lake, dataset)
  }
  expect(await verifyLake(dir)).toMatchObject({documents: 4, findings: []})
})

test('a lake whose import stored the wrong published ids is sound once it was opened', async () => {
  const dir = await copiedLake()
  {
    using lake = openLake({dir})
    await lakeClient(lake).create({_id: 'versions.r1.a', _type: 'note'})
  }
  {
    using db = new DatabaseSync(join(dir, 'lake.db'))
    db.exec(`UPDATE documents SET published_id = id WHERE id = 'versions.r1.a';
      DROP TABLE trail;
      PRAGMA user_version = 2`)
  }
  openLake({dir}).close()
  expect(await verifyLake(dir)).toMatchObject({findings: []})
})

test('a lake whose audit trail counted what Sanity adds to fields is sound once it was opened', async () => {
  const dir = await copiedLake()
  const to = {_type: 'reference', _ref: 'later', _weak: true, _strengthenOnPublish: {type: 'note'}}
  {
    using lake = openLake({dir})
    await lakeClient(lake).create({_id: 'drafts.waiting', _type: 'note', to})
  }
  {
    using db = new DatabaseSync(join(dir, 'lake.db'))
    db.exec(`UPDATE trail SET digest = '${'0'.repeat(64)}' WHERE published_id = 'waiting';
      PRAGMA user_version = 4`)
  }
  openLake({dir}).close()
  expect(await verifyLake(dir)).toMatchObject({findings: []})
})

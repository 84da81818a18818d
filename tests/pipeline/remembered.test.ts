// An export of a lake remembers what it told. The next one believes it only if nothing has changed.

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {describe, expect, test} from 'vitest'
import {Accounts, usersFile} from '../../lake/index.ts'
import {exportRelease} from '../../pipeline/export/export.ts'
import {exportUnlessKnown, keyOf} from '../../pipeline/export/remembered.ts'
import {summaryOf} from '../../pipeline/export/summary.ts'
import {MEMORY_FILE} from '../../pipeline/memory/memory.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import {EXPORT_REPORT} from '../../review/export-report.ts'
import {channelNames} from '../../schemas/data/channels.ts'
import {temporaryFolder} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {article, library, TODAY} from '../support/library.ts'
import {freshOut, snapshot} from '../support/release.ts'

/** Exports a lake unless the last export is known, and says what became of the memory. */
async function exportLake(lake: string, out: string) {
  const troubles: string[] = []
  const of = {lake, out, channels: channelNames, today: TODAY}
  const exportNow = async (onBegin: () => void) => {
    await using source = await openPathSource(lake)
    onBegin()
    return summaryOf(await exportRelease({source, out, channels, today: TODAY}), 'the lake')
  }
  const result = await exportUnlessKnown(of, exportNow, {
    onDamage: () => troubles.push('damaged'),
    onForgotten: () => troubles.push('forgotten'),
  })
  return {...result, troubles}
}

test('what an export depends on is the log, the uploads, the administrators, the day and the channels', async () => {
  const {dir, client} = await lakeWith(library)
  const key = (more: object = {}) =>
    keyOf({lake: dir, out: 'exports', channels: channelNames, today: TODAY, ...more})
  const keys = [key(), key({today: '2026-11-16'}), key({channels: ['web']}), key({out: 'others'})]
  await client.createOrReplace({...article, title: 'What prolotherapy is'})
  keys.push(key())
  {
    using accounts = new Accounts(usersFile(dir))
    accounts.add({username: 'ann', name: 'Ann', email: undefined, role: 'administrator'})
  }
  keys.push(key())
  const uploads = join(dir, 'assets', 'images')
  mkdirSync(uploads, {recursive: true})
  writeFileSync(join(uploads, 'picture.png'), 'bytes')
  keys.push(key())
  rmSync(join(uploads, 'picture.png'))
  keys.push(key())
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).not.toContain(undefined)

  await client.createOrReplace({
    _id: EXPORT_REPORT,
    _type: EXPORT_REPORT,
    endedAt: '2026-11-15T00:00:00Z',
    withheldCount: 0,
    withheld: [],
  })
  expect(key()).toBe(keys.at(-1))
  expect(key({lake: join(dir, 'nothing')})).toBeUndefined()
})

test('what was known is what an export tells', async () => {
  const out = freshOut()
  const {dir} = await lakeWith(library)
  const first = await exportLake(dir, out)
  const second = await exportLake(dir, out)
  expect([first.isKnown, second.isKnown]).toEqual([false, true])
  // What is current now was current before the second export.
  expect(second.summary).toEqual({...first.summary, previous: first.summary.release})
})

test('what changes during an export makes it unknown, even if it changes back', async () => {
  const out = freshOut()
  const {dir} = await lakeWith(library)
  using accounts = new Accounts(usersFile(dir))
  const exportNow = async (onBegin: () => void) => {
    await using source = await openPathSource(dir)
    onBegin()
    accounts.add({username: 'ann', name: 'Ann', email: undefined, role: 'administrator'})
    return summaryOf(await exportRelease({source, out, channels, today: TODAY}), 'the lake')
  }
  const trouble = {onDamage: () => {}, onForgotten: () => {}}
  await exportUnlessKnown(
    {lake: dir, out, channels: channelNames, today: TODAY},
    exportNow,
    trouble,
  )
  accounts.remove('ann')
  expect(await exportLake(dir, out)).toMatchObject({isKnown: false})
  expect(await exportLake(dir, out)).toMatchObject({isKnown: true})
})

describe('a file of the release', () => {
  test.each([
    ['was changed', (file: string) => appendFileSync(file, ' ')],
    ['was removed', (file: string) => rmSync(file)],
    ['was replaced by one of the same size', replace],
  ])('that %s is put right', async (_, damage) => {
    const out = freshOut()
    const {dir} = await lakeWith(library)
    await exportLake(dir, out)
    const before = snapshot(out)
    damage(join(out, 'current', 'web', 'index.html'))
    expect(await exportLake(dir, out)).toMatchObject({isKnown: false, summary: {mended: 1}})
    expect(snapshot(out)).toEqual(before)
    expect(await exportLake(dir, out)).toMatchObject({isKnown: true, summary: {mended: 0}})
  })
})

function replace(file: string): void {
  const text = readFileSync(file, 'utf8')
  rmSync(file)
  writeFileSync(file, text.replace('<html', '<htm1'))
  utimesSync(file, 0, 0)
}

describe('a memory', () => {
  test.each([
    [
      'was cut short',
      (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 5000)),
      ['damaged'],
    ],
    ['is another file', (file: string) => writeFileSync(file, 'Shopping list'), ['damaged']],
    [
      'is of another version',
      (file: string) => change(file, 'PRAGMA user_version = 99'),
      ['damaged'],
    ],
    [
      'was edited',
      (file: string) =>
        change(file, `UPDATE notes SET value = replace(value, '"files":', '"files":1')`),
      ['damaged'],
    ],
    ['is gone', (file: string) => rmSync(file), []],
  ])('that %s is not believed', async (_, damage, troubles) => {
    const out = freshOut()
    const {dir} = await lakeWith(library)
    await exportLake(dir, out)
    const before = snapshot(out)
    for (const name of readdirSync(out).filter((each) => each.startsWith(`${MEMORY_FILE}-`))) {
      rmSync(join(out, name))
    }
    damage(join(out, MEMORY_FILE))
    expect(await exportLake(dir, out)).toMatchObject({isKnown: false, troubles})
    expect(snapshot(out)).toEqual(before)
    expect(existsSync(join(out, MEMORY_FILE))).toBe(true)
    expect(await exportLake(dir, out)).toMatchObject({isKnown: true, troubles: []})
  })

  test('that cannot be written does not fail the export', async () => {
    using folder = temporaryFolder()
    const out = join(folder.path, 'exports')
    const {dir} = await lakeWith(library)
    mkdirSync(join(out, `${MEMORY_FILE}-journal`, 'full'), {recursive: true})
    mkdirSync(join(out, `${MEMORY_FILE}-wal`, 'full'), {recursive: true})
    const {troubles, isKnown} = await exportLake(dir, out)
    expect({isKnown, troubles}).toEqual({isKnown: false, troubles: ['forgotten']})
  })
})

function change(file: string, sql: string): void {
  using database = new DatabaseSync(file)
  database.exec(sql)
}

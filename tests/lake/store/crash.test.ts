// Whenever the process is killed, acknowledged writes stay, and no write is half done.
// Processes, clients, ports and kills are real.

import {randomBytes, randomInt} from 'node:crypto'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as passed} from 'node:timers/promises'
import type {SanityClient} from '@sanity/client'
import {expect, test} from 'vitest'
import {lakeClient, openLake, verifyLake} from '../../../lake/index.ts'
import {LakeProcess} from '../../support/lake-process.ts'
import {freshFolder, portClient} from '../../support/lake.ts'
import {runs} from '../../support/long.ts'

const ROUNDS = runs(20, 200)
// Lanes run at the same time, each with its own lake and process.
const LANES = 2
// A lane then starts with a new lake, since each check reads the whole lake.
const ROUNDS_PER_LAKE = 10
const WRITERS = 3
const PARTS = 3

/** Runs a round for each number, each with a process that was started during the one before. */
async function eachWithProcess(
  rounds: number,
  round: (server: LakeProcess, number: number) => Promise<void>,
): Promise<void> {
  let next = new LakeProcess()
  try {
    for (let number = 0; number < rounds; number += 1) {
      await using server = next
      next = new LakeProcess()
      await round(server, number)
    }
  } finally {
    await next.kill()
  }
}

/** Repeats `work` until it fails, as it does when its server is killed. */
async function untilItFails(work: (time: number) => Promise<void>): Promise<void> {
  try {
    for (let time = 0; ; time += 1) await work(time)
  } catch {
    // The connection broke, or was refused.
  }
}

test(
  `${ROUNDS} kills during writes lose nothing that was acknowledged, and leave nothing half done`,
  {timeout: runs(300_000, 3_600_000)},
  async () => {
    const folder = await freshFolder()
    const lane = async (lane: number): Promise<void> => {
      const acknowledged = new Set<string>()
      let dir = ''
      await eachWithProcess(ROUNDS / LANES, async (server, round) => {
        if (round % ROUNDS_PER_LAKE === 0) {
          dir = join(folder, `${lane}-${round}`)
          acknowledged.clear()
        }
        await writeUntilKilled(server, dir, `${round}`, acknowledged)
        const kept = await checkedTransactions(dir)
        expect(Array.from(acknowledged).filter((id) => !kept.has(id))).toEqual([])
        for (const id of kept) acknowledged.add(id)
      })
    }
    await Promise.all(Array.from({length: LANES}, (_, number) => lane(number)))
  },
)

test('a transaction is complete if its process is killed between the commit and the answer', async () => {
  const dir = await freshFolder()
  await using server = new LakeProcess()
  const client = portClient(await server.serve(dir))
  await writeParts(client, 'answered', 'counter')
  const killing = client.withConfig({
    headers: {'x-kill-before-answer': 'true'},
    maxRetries: 0,
  })
  const outcome = await writeParts(killing, 'not-answered', 'counter').then(
    () => 'answered',
    () => 'failed',
  )
  expect(outcome).toBe('failed')
  expect(await checkedTransactions(dir)).toEqual(new Set(['answered', 'not-answered']))
})

test('kills during imports and uploads leave each of these whole, or not there at all', async () => {
  const folder = await freshFolder()
  const datasets = await Promise.all(
    Array.from({length: 4}, (_, index) => writeVersion(folder, index)),
  )
  const dir = join(folder, 'lake')
  const uploaded = new Map<string, Buffer>()
  await eachWithProcess(12, async (server) => {
    const client = portClient(await server.serve(dir))
    let imported: number | undefined
    const {promise: underWay, resolve: begin} = Promise.withResolvers<void>()
    const work = [
      untilItFails(async () => {
        const bytes = randomBytes(100_000)
        const {_id} = await client.assets.upload('file', bytes, {filename: 'leaflet.pdf'})
        uploaded.set(_id, bytes)
      }),
      untilItFails(async (time) => {
        await server.import(datasets[time % datasets.length] ?? '')
        imported = time % datasets.length
        begin()
      }),
    ]
    await underWay
    await passed(randomInt(200))
    await server.kill()
    await Promise.all(work)

    using lake = openLake({dir})
    const reader = lakeClient(lake)
    const versions = await reader.fetch<number[]>('*[_type == "page"].version')
    expect(versions).toHaveLength(PAGES)
    expect([imported, (Number(imported) + 1) % datasets.length]).toContain(versions[0])
    expect(new Set(versions).size).toBe(1)
    const assets = await reader.fetch<{_id: string; url: string}[]>('*[defined(url)]{_id, url}')
    const urls = new Map(assets.map(({_id, url}) => [_id, url]))
    for (const [id, bytes] of uploaded) {
      const response = await lake.fetch(new Request(urls.get(id) ?? expect.fail(`${id} is gone`)))
      expect(bytes.equals(await response.bytes())).toBe(true)
    }
    expect((await verifyLake(dir)).findings).toEqual([])
  })
  expect(uploaded.size).toBeGreaterThan(0)
})

const PAGES = 300

/** Writes a dataset in which all pages have the same text. */
async function writeVersion(folder: string, version: number): Promise<string> {
  const path = join(folder, `${version}.ndjson`)
  const pages = Array.from({length: PAGES}, (_, n) => ({_id: `page-${n}`, _type: 'page', version}))
  await writeFile(path, pages.map((page) => `${JSON.stringify(page)}\n`).join(''))
  return path
}

/** Writes to a lake through its port until the process is killed, at a random moment. */
async function writeUntilKilled(
  server: LakeProcess,
  dir: string,
  round: string,
  acknowledged: Set<string>,
): Promise<void> {
  const origin = await server.serve(dir)
  const {promise: underWay, resolve: begin} = Promise.withResolvers<void>()
  const writers = Array.from({length: WRITERS}, (_, writer) => {
    const client = portClient(origin)
    return untilItFails(async (time) => {
      const id = `${round}-${writer}-${time}`
      await writeParts(client, id, `counter-${writer}`)
      acknowledged.add(id)
      begin()
    })
  })
  await underWay
  await passed(randomInt(30))
  await server.kill()
  await Promise.all(writers)
}

/** One transaction: some documents that belong together, and one more on the writer's counter. */
async function writeParts(client: SanityClient, id: string, counter: string): Promise<void> {
  const transaction = client
    .transaction()
    .transactionId(id)
    .createIfNotExists({_id: counter, _type: 'counter', n: 0})
  for (let part = 0; part < PARTS; part += 1) {
    transaction.create({_id: `part-${id}-${part}`, _type: 'part', transaction: id, counter})
  }
  await transaction.patch(counter, (patch) => patch.inc({n: 1})).commit({returnDocuments: false})
}

/**
 * Opens a lake after its process was killed, and checks that each transaction is complete.
 *
 * @returns the transactions' ids
 */
async function checkedTransactions(dir: string): Promise<Set<string>> {
  using lake = openLake({dir})
  const client = lakeClient(lake)
  const parts = await client.fetch<{transaction: string; counter: string}[]>('*[_type == "part"]')
  const counters = await client.fetch<{_id: string; n: number}[]>('*[_type == "counter"]')
  const byTransaction = Map.groupBy(parts, ({transaction}) => transaction)
  for (const [id, parts] of byTransaction) expect({id, n: parts.length}).toEqual({id, n: PARTS})
  for (const {_id, n} of counters) {
    expect(parts.filter(({counter}) => counter === _id)).toHaveLength(n * PARTS)
  }
  const {findings, transactions} = await verifyLake(dir)
  expect(findings).toEqual([])
  expect(transactions).toBe(byTransaction.size)
  return new Set(byTransaction.keys())
}

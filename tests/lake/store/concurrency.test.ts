// Many clients write to the same documents at once, and no update is lost. Clients and ports are real.

import {ClientError, type SanityClient} from '@sanity/client'
import {expect, test} from 'vitest'
import {lakeClient, openLake, verifyLake} from '../../../lake/index.ts'
import {LakeProcess} from '../../support/lake-process.ts'
import {freshFolder, portClient, servedLake} from '../../support/lake.ts'

const CLIENTS = 8
const INCREMENTS = 8
const counters = ['counter-a', 'counter-b', 'counter-c']

interface Counter {
  readonly _id: string
  readonly _type: 'counter'
  readonly n: number
}

/**
 * Reads counters and adds one to each in one transaction. The lake refuses it if another client has
 * changed a counter in the meantime. The function then starts again.
 *
 * @returns how often another client was first
 */
async function increment(client: SanityClient, ids: readonly string[]): Promise<number> {
  for (let conflicts = 0; ; conflicts += 1) {
    const counters = await client.getDocuments<Counter>([...ids])
    const transaction = client.transaction()
    for (const counter of counters) {
      const {_id, _rev, n} = counter ?? expect.fail('There is no such counter')
      transaction.patch(_id, (patch) => patch.ifRevisionId(_rev).set({n: n + 1}))
    }
    try {
      await transaction.commit({returnDocuments: false})
      return conflicts
    } catch (error) {
      if (!(error instanceof ClientError)) throw error
      expect(error.statusCode).toBe(409)
      expect(error.message).toContain('unexpected revision ID')
    }
  }
}

/** Lets all clients increment at once. Each takes two counters at a time, in turns. */
async function incrementTogether(clients: readonly SanityClient[]): Promise<number> {
  const conflicts = await Promise.all(
    clients.map(async (client, number) => {
      let sum = 0
      for (let time = 0; time < INCREMENTS; time += 1) {
        const left = counters.filter((_, index) => index !== (number + time) % counters.length)
        sum += await increment(client, left)
      }
      return sum
    }),
  )
  return conflicts.reduce((sum, one) => sum + one, 0)
}

async function createCounters(client: SanityClient): Promise<void> {
  const transaction = client.transaction()
  for (const _id of counters) transaction.create({_id, _type: 'counter', n: 0})
  await transaction.commit()
}

test('eight clients that write to the same documents at once lose no update', async () => {
  const {server, client} = await servedLake()
  await createCounters(client)
  const clients = Array.from({length: CLIENTS}, () => portClient(server.origin))
  expect(await incrementTogether(clients)).toBeGreaterThan(0)
  const sum = await client.fetch('math::sum(*[_type == "counter"].n)')
  expect(sum).toBe(CLIENTS * INCREMENTS * 2)
})

test('two processes that serve one folder lose no update either', async () => {
  const dir = await freshFolder()
  await using one = new LakeProcess()
  await using two = new LakeProcess()
  const origins = [await one.serve(dir), await two.serve(dir)]
  await createCounters(portClient(origins[0] ?? ''))
  const clients = Array.from({length: CLIENTS}, (_, number) =>
    portClient(origins[number % origins.length] ?? ''),
  )
  expect(await incrementTogether(clients)).toBeGreaterThan(0)
  using lake = openLake({dir})
  const sum = await lakeClient(lake).fetch('math::sum(*[_type == "counter"].n)')
  expect(sum).toBe(CLIENTS * INCREMENTS * 2)
  expect((await verifyLake(dir)).findings).toEqual([])
})

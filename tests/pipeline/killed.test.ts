// An export is killed at any moment, while a reader follows `current`. The reader never finds a release that is not
// whole, and the next export needs no help.

import {spawn} from 'node:child_process'
import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {readFileSync, realpathSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {z} from 'zod'
import {verifyExports} from '../../pipeline/release/verify.ts'
import {commandLine} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {faq, library, makeDecision, TODAY} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {exportLake, freshOut, snapshot} from '../support/release.ts'

const manifest = z.object({files: z.array(z.object({path: z.string(), sha256: z.string()}))})

/** Reads each file of the current release as its manifest says. */
function readCurrent(out: string): void {
  const dir = realpathSync(join(out, 'current'))
  const {files} = manifest.parse(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')))
  for (const {path, sha256} of files) {
    const found = createHash('sha256')
      .update(readFileSync(join(dir, path)))
      .digest('hex')
    expect([path, found]).toEqual([path, sha256])
  }
}

test('a killed export leaves a whole release, and the next one is right', async () => {
  const out = freshOut()
  const {dir, client} = await lakeWith(library)
  await exportLake(dir, out)
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.nat(2500), async (delay) => {
      const text = {...faq, question: `Does it hurt, for the ${(round += 1)}th time?`}
      await client.createOrReplace(text)
      await client.createOrReplace(makeDecision(text))
      const args = ['--source', dir, '--out', out, '--as-of', TODAY]
      const child = spawn(process.execPath, [...commandLine('export'), ...args])
      const ended = once(child, 'exit')
      const until = performance.now() + delay
      while (performance.now() < until) {
        readCurrent(out)
        await wait(5)
      }
      child.kill('SIGKILL')
      await ended
      readCurrent(out)
      expect(await verifyExports(out)).toMatchObject({findings: []})
    }),
    {numRuns: runs(6, 200)},
  )
  await exportLake(dir, out)
  const fresh = freshOut()
  await exportLake(dir, fresh)
  expect(snapshot(out)).toEqual(snapshot(fresh))
})

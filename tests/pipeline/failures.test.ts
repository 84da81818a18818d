// If a source or this program fails, the message names the real cause. It blames neither the content nor
// a reviewer.

import {join} from 'node:path'
import {serve} from '@hono/node-server'
import {expect, onTestFinished, test, vi} from 'vitest'
import {exportRelease} from '../../pipeline/export/export.ts'
import {openHostedSource, openPathSource} from '../../pipeline/source/source.ts'
import {channels} from '../../render/channels/index.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {lakeWith} from '../support/lake.ts'
import {library, TODAY} from '../support/library.ts'

/** Exports the library from a project whose API gives this answer to a request for its members. */
async function exportWithMembers(answer: Response) {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const {lake} = await lakeWith(library)
  const origin = await new Promise<string>((listening) => {
    const server = serve(
      {
        port: 0,
        hostname: '127.0.0.1',
        fetch: (request) => (request.url.includes('/projects/') ? answer : lake.fetch(request)),
      },
      ({port}) => listening(`http://127.0.0.1:${port}`),
    )
    onTestFinished(() => void server.close())
  })
  await using source = openHostedSource({
    projectId: 'countersign',
    dataset: 'production',
    apiHost: origin,
  })
  return await exportRelease({
    source,
    out: join(folder.path, 'exports'),
    channels,
    today: TODAY,
  })
}

test('an export stops and says so if the members of the project cannot be read', async () => {
  await expect(exportWithMembers(new Response('broken', {status: 500}))).rejects.toThrow(
    /^The members of Sanity project countersign.* could not be read/,
  )
})

test('a token that may not read the members can still export', async () => {
  const refused = Response.json({message: 'no'}, {status: 403})
  expect(await exportWithMembers(refused)).toMatchObject({withheld: []})
})

test('an error of this program is not reported as a problem with the network or the content', async () => {
  using folder = temporaryFolder()
  await using source = await openPathSource(writeDataset(folder.path, library))
  const fault = new TypeError('x is not a function')
  const asked = vi.spyOn(source.client, 'fetch')
  asked.mockRejectedValueOnce(fault)
  const out = join(folder.path, 'exports')
  await expect(exportRelease({source, out, channels, today: TODAY})).rejects.toBe(fault)
  expect(asked).toHaveBeenCalledTimes(1)
})

test('an export to a place where no folder can be made says so, and ends', async () => {
  using folder = temporaryFolder()
  await using source = await openPathSource(writeDataset(folder.path, library))
  for (const out of ['/proc/exports', '/proc/a/b']) {
    await expect(exportRelease({source, out, channels, today: TODAY})).rejects.toThrow(
      `Cannot write to ${out}`,
    )
  }
})

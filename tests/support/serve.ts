// Serves a lake over HTTP on loopback, so that tests can reach it as they would reach hosted Sanity.
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {text} from 'node:stream/consumers'

import type {Lake} from '../../lake/index.ts'

export interface Server extends AsyncDisposable {
  /** http://127.0.0.1:… */
  readonly origin: string
}

export async function serve(lake: Lake): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    const body = incoming.method === 'POST' ? await text(incoming) : undefined
    const headers = Object.entries(incoming.headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
    const response = await lake.fetch(new Request(url, {method: incoming.method, headers, body}))
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
  const {promise, resolve} = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const {port} = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => {
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      server.closeAllConnections()
      return closed.promise
    },
  }
}

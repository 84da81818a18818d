// A wire between a browser and a server that a test can cut, as when a network drops.

import {once} from 'node:events'
import {connect, createServer, type AddressInfo, type Socket} from 'node:net'

export interface Wire extends AsyncDisposable {
  /** The address of the server through the wire. */
  readonly address: string
  /** Drops all connections, and every new one until `mend`. */
  readonly cut: () => void
  readonly mend: () => void
}

/** @param address the server's address, such as `http://localhost:4000` */
export async function wireTo(address: string): Promise<Wire> {
  const port = Number(new URL(address).port)
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.pipe(to)
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
    return undefined
  })
  const drop = (): void => open.forEach((socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port: own} = addressOf(server.address())
  return {
    address: `http://localhost:${own}`,
    cut: () => {
      isCut = true
      drop()
    },
    mend: () => {
      isCut = false
    },
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close')
      server.close()
      drop()
      await closed
    },
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('It does not listen')
  return address
}

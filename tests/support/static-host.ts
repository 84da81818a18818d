// A web server that knows nothing but files, as many readers get a site from one.

import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {extname, join} from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
}

/** @param before Called before each file is sent, with the ending of its name: `.html`. */
type Before = (ending: string) => Promise<void>

/**
 * Serves the files of a folder until it is disposed of. In place of a file that is missing it sends `404.html`.
 *
 * @param web The folder.
 */
export async function staticHost(
  web: string,
  before: Before = async () => {},
): Promise<{readonly origin: string} & AsyncDisposable> {
  const server = createServer(async ({url = '/'}, response) => {
    const {pathname} = new URL(url, 'http://127.0.0.1')
    const path = pathname === '/' ? '/index.html' : pathname
    const ending = extname(path)
    const content = await readFile(join(web, path)).catch(() => undefined)
    await before(ending)
    if (content) response.setHeader('content-type', types[ending] ?? 'text/plain').end(content)
    else {
      const lost = await readFile(join(web, '404.html')).catch(() => 'Not found')
      response.writeHead(404, {'content-type': 'text/html; charset=utf-8'}).end(lost)
    }
  })
  const listening = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', listening.resolve)
  await listening.promise
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      const closed = Promise.withResolvers<void>()
      server.close(() => closed.resolve())
      server.closeAllConnections()
      await closed.promise
    },
  }
}

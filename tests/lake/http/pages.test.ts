// A built Studio beside the API, at one address.

import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {freshFolder, servedLake} from '../../support/lake.ts'

async function servedStudio(): Promise<(path: string, method?: string) => Promise<Response>> {
  const studio = await freshFolder()
  await writeFile(join(studio, 'index.html'), '<title>Studio</title>')
  await writeFile(join(studio, 'app.js'), 'start()')
  await mkdir(join(studio, 'static'))
  await writeFile(join(studio, 'static', 'form-1a2b3c.js'), 'show()')
  const {server} = await servedLake({studio})
  return (path, method = 'GET') => fetch(`${server.origin}${path}`, {method})
}

test('every path outside the API gets the Studio’s page or one of its files', async () => {
  const ask = await servedStudio()
  for (const path of [
    '/',
    '/structure',
    '/structure/article;some-id',
    '/dataset',
    '/imageset/a/b/c',
    '/a/b/c/profiles',
    '/%E0%A4',
  ]) {
    const page = await ask(path)
    expect(await page.text()).toBe('<title>Studio</title>')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  }
  expect(await (await ask('/app.js')).text()).toBe('start()')
  const head = await ask('/structure', 'HEAD')
  expect(head.status).toBe(200)
  expect(head.headers.get('content-type')).toContain('text/html')
})

test('a browser keeps the files whose names change with their content, and asks again for all others', async () => {
  const ask = await servedStudio()
  const caching = async (path: string) => (await ask(path)).headers.get('cache-control')
  expect(await caching('/static/form-1a2b3c.js')).toBe('public, max-age=31536000, immutable')
  expect(await caching('/app.js')).toBe('no-cache')
  expect(await caching('/structure')).toBe('no-cache')
})

test.each([
  ['/ping', 'GET', 200],
  ['/v1/ping', 'GET', 200],
  ['/data/mutate/production', 'GET', 404],
  ['/data/doc/production/app.js', 'GET', 200],
  ['/v1/no-endpoint', 'GET', 404],
  ['/v2025-02-19/app.js', 'GET', 404],
  ['/none.js', 'GET', 404],
  ['/structure', 'POST', 404],
  ['/v2/data/query/production', 'GET', 404],
  ['/v20250219/ping', 'GET', 404],
  ['/v2', 'GET', 404],
  ['/ping/', 'GET', 404],
  ['/auth', 'GET', 404],
  ['/users/a/b', 'GET', 404],
  ['/data/query/production/x', 'GET', 404],
  ['/images/a', 'GET', 404],
])('%s, by %s, is answered %i by the API', async (path, method, status) => {
  const ask = await servedStudio()
  const response = await ask(path, method)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toContain('application/json')
})

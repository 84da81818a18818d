// Malicious assets at a real port: each is refused or does no harm. Requests are
// written by hand, because `fetch` would correct their paths.

import {readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {request, type IncomingMessage} from 'node:http'
import {join} from 'node:path'
import {buffer} from 'node:stream/consumers'
import {crc32, deflateSync} from 'node:zlib'
import sharp from 'sharp'
import {beforeEach, expect, onTestFinished, test} from 'vitest'
import {openLake, serveLake, type Lake} from '../../../lake/index.ts'
import {freshFolder, importDrawing, picture} from '../../support/lake.ts'

let dir: string
let origin: string
let lake: Lake

beforeEach(async () => {
  dir = await freshFolder()
  lake = openLake({dir})
  onTestFinished(() => lake.close())
  const server = await serveLake(lake, {port: 0})
  onTestFinished(() => server.close())
  origin = server.origin
})

/** Sends a path without changing it. */
async function ask(path: string, {body, type}: {body?: Uint8Array; type?: string} = {}) {
  const {hostname, port} = new URL(origin)
  const {promise, resolve, reject} = Promise.withResolvers<IncomingMessage>()
  const method = body ? 'POST' : 'GET'
  const headers = type === undefined ? {} : {'content-type': type}
  request({hostname, port, path, method, headers, agent: false})
    .on('response', resolve)
    .on('error', reject)
    .end(body)
  const response = await promise
  return {
    status: response.statusCode,
    headers: response.headers,
    bytes: await buffer(response),
  }
}

type Uploaded = {document: {_id: string; path: string; originalFilename?: string}}

async function upload(kind: 'image' | 'file', body: Uint8Array, query = '', type?: string) {
  const path = `/v2025-02-19/assets/${kind}s/production?${query}`
  const {status, bytes} = await ask(path, type === undefined ? {body} : {body, type})
  return {status, answer: JSON.parse(bytes.toString())}
}

async function uploaded(...sent: Parameters<typeof upload>): Promise<Uploaded['document']> {
  const {status, answer} = await upload(...sent)
  expect(status).toBe(200)
  return answer.document
}

async function kept(folder: string): Promise<string[]> {
  return readdir(join(dir, 'assets', folder)).catch(() => [])
}

test.each([
  '../../lake.db',
  '../../../../../../etc/passwd',
  '..%2f..%2flake.db',
  '..%2F..%2F..%2F..%2F..%2F..%2Fetc%2Fpasswd',
  '%2e%2e%2f%2e%2e%2flake.db',
  '..%5c..%5clake.db',
  '%2fetc%2fpasswd',
  '/etc/passwd',
  'lake.db',
  'lake.db%00.png',
  'secret.txt',
  '.',
  '..',
  '%2e%2e',
  '%',
  '%ff',
  '%25%32%65',
  'a'.repeat(5000),
  `${'0'.repeat(40)}.${'a'.repeat(5000)}`,
])('%s gives access to nothing but assets', async (name) => {
  await uploaded('file', Buffer.from('something'), 'filename=a.txt')
  await writeFile(join(dir, 'secret.txt'), 'secret')
  await writeFile(join(dir, 'assets', 'files', 'secret.txt'), 'secret')
  for (const kind of ['files', 'images']) {
    const {status, bytes} = await ask(`/${kind}/countersign/production/${name}`)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(JSON.parse(bytes.toString())).toMatchObject({statusCode: status})
  }
})

test('an asset is not served at a URL that is almost its own', async () => {
  const {path} = await uploaded('file', Buffer.from('something'), 'filename=a.txt')
  const status = async (address: string) => (await ask(address)).status
  expect(await status(`/${path}`)).toBe(200)
  const name = path.split('/').at(-1) ?? ''
  for (const address of [
    `/files/other/production/${name}`,
    `/files/countersign/other/${name}`,
    `/images/countersign/production/${name}`,
    `/files/countersign/production/${name}%00`,
    `/files/countersign/production/${name}%0a`,
    `/files/countersign/production/${name.toUpperCase()}`,
    `/files/countersign/production/${name.replace('.txt', '.html')}`,
    `/files/countersign/production/.%2f${name}`,
  ]) {
    expect([address, await status(address)]).toEqual([address, 404])
  }
})

test.each([
  ['../../../evil.html', 'evil.html', 'html'],
  ['C:\\secrets\\plan.pdf', 'plan.pdf', 'pdf'],
  ['/etc/passwd', 'passwd', 'bin'],
  ['a\r\nset-cookie: b.txt', 'aset-cookie: b.txt', 'txt'],
  ['a\0.png', 'a.png', 'png'],
  ['\u202Egpj.exe', 'gpj.exe', 'exe'],
  ['..', undefined, 'bin'],
  ['', undefined, 'bin'],
  [`a.${'b'.repeat(5000)}`, 'b'.repeat(255), 'bin'],
  [`a.${'b'.repeat(240)}`, `a.${'b'.repeat(240)}`, 'bin'],
  [`${'ä'.repeat(2000)}.txt`, `${'ä'.repeat(251)}.txt`, 'txt'],
  ['a./../b', 'b', 'bin'],
])(
  'a file called %j is stored under a name that the lake chooses',
  async (filename, shown, extension) => {
    const bytes = Buffer.from(`content of ${filename}`)
    const query = `filename=${encodeURIComponent(filename)}`
    const {originalFilename, path} = await uploaded('file', bytes, query)
    expect(originalFilename).toBe(shown)
    expect(path).toMatch(new RegExp(`^files/countersign/production/[0-9a-f]{40}\\.${extension}$`))
    expect(await kept('files')).toEqual([path.split('/').at(-1)])
    const {bytes: served, headers} = await ask(`/${path}?dl=`)
    expect(served.equals(bytes)).toBe(true)
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[^"\\/]+"; /)
    expect(headers).not.toHaveProperty('set-cookie')
    expect((await readdir(dir)).filter((name) => !name.startsWith('lake.db'))).toEqual(['assets'])
  },
)

const SCRIPT = '<script>alert(1)</script>'
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${SCRIPT}</svg>`

test.each([
  ['file', 'page.html', `<!doctype html>${SCRIPT}`, 'text/html'],
  ['file', 'page.xhtml', SCRIPT, 'application/octet-stream'],
  // The served type depends on the name, not on the type that the uploader states.
  ['file', 'note.txt', SCRIPT, 'text/plain'],
] as const)('as %s, %s runs no script', async (kind, filename, content, type) => {
  const {path} = await uploaded(kind, Buffer.from(content), `filename=${filename}`, 'text/html')
  const {headers, bytes} = await ask(`/${path}`)
  expect(bytes.toString()).toBe(content)
  expect(headers).toMatchObject({'content-type': type, 'x-content-type-options': 'nosniff'})
  const policy = String(headers['content-security-policy']).split('; ')
  expect(policy).toContain('sandbox')
  expect(policy).toContain("default-src 'none'")
})

test('a drawing is refused, under whatever name', async () => {
  for (const [kind, filename, type] of [
    ['image', 'drawing.svg', 'image/svg+xml'],
    ['image', 'drawing.png', 'image/png'],
    ['file', 'drawing.svg', 'text/plain'],
    ['file', 'DRAWING.SVG', ''],
    ['file', '', 'image/svg+xml'],
  ] as const) {
    const query = `filename=${filename}`
    const {status, answer} = await upload(kind, Buffer.from(DRAWING), query, type)
    expect([filename, status]).toEqual([filename, 400])
    expect(answer.message).toBe(
      'SVG files can contain scripts. Upload a PNG, JPEG, WebP, AVIF or GIF instead',
    )
  }
  expect([...(await kept('images')), ...(await kept('files'))]).toEqual([])
})

test.each(['text/html', 'application/pdf', '', 'x'.repeat(2000), 'image/png; charset=utf-8'])(
  'an image said to be %j is what its bytes say',
  async (type) => {
    const {path} = await uploaded('image', await picture(4, 4), 'filename=page.html', type)
    expect((await ask(`/${path}`)).headers['content-type']).toBe('image/png')
  },
)

test('a truncated or false image is refused and not stored', async () => {
  const noise = {type: 'gaussian', mean: 128, sigma: 60} as const
  const photo = sharp({create: {width: 200, height: 200, channels: 3, background: '#fff', noise}})
  const [jpeg, png] = await Promise.all([photo.jpeg().toBuffer(), photo.png().toBuffer()])
  const huge = '<svg xmlns="http://www.w3.org/2000/svg" width="900000" height="900000"/>'
  for (const body of [
    Buffer.from('GIF89a'),
    Buffer.from('just text'),
    Buffer.from('<html><body>no image</body></html>'),
    Buffer.from('%PDF-1.7'),
    jpeg.subarray(0, jpeg.byteLength / 2),
    png.subarray(0, png.byteLength / 2),
    // No metadata of this image is requested, but the image must still be complete.
    png.subarray(0, png.byteLength - 200),
    Buffer.from(huge),
  ]) {
    for (const query of ['', 'meta=none']) {
      const {status, answer} = await upload('image', body, query)
      expect(status).toBe(400)
      expect(answer.message).toMatch(/^The image cannot be read, because it [^\n]+$/)
    }
  }
  const empty = await upload('image', Buffer.alloc(0))
  expect([empty.status, empty.answer.message]).toEqual([400, 'The asset is empty'])
  expect(await kept('images')).toEqual([])
})

test('a small file that would be a huge image is refused', async () => {
  const side = 16_100
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  // One bit for each pixel.
  header[8] = 1
  const pixels = deflateSync(Buffer.alloc((1 + Math.ceil(side / 8)) * side), {level: 1})
  const bomb = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
  expect(bomb.byteLength).toBeLessThan(500_000)
  const {status, answer} = await upload('image', bomb)
  expect(status).toBe(400)
  expect(answer.message).toMatch(/more than 256 million pixels/)
})

/** A chunk of a PNG. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.byteLength)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

test('a drawing is measured, but never drawn, however long that would take', async () => {
  // Each filter blurs a large area.
  const filters = Array.from({length: 500}, () => '<feGaussianBlur stdDeviation="400"/>').join('')
  const slow = `<svg xmlns="http://www.w3.org/2000/svg" width="8000" height="8000"><filter id="f">${filters}</filter><rect width="8000" height="8000" filter="url(#f)"/></svg>`
  const started = performance.now()
  const path = await importDrawing(lake, slow)
  expect(path).toMatch(/-8000x8000\.svg$/)
  expect((await ask(`/${path}?w=400&fm=png`)).bytes.toString()).toBe(slow)
  expect(performance.now() - started).toBeLessThan(2000)
})

test('a result is never larger than the original', async () => {
  const {path} = await uploaded('image', await picture(6, 4))
  for (const query of [
    'w=8180&h=8192&fit=scale&fm=avif',
    'w=6000',
    'w=4000&pad=1000',
    'h=1000&fit=crop&max-w=9',
    'w=7&h=5&fit=fillmax&pad=1',
    'or=90&pad=8192',
    'rect=0,0,1,1&w=8192&dpr=1',
  ]) {
    const {status, bytes} = await ask(`/${path}?${query}`)
    expect([query, status]).toEqual([query, 200])
    const {width, height} = await sharp(bytes).metadata()
    const [across, down] = query.startsWith('or=90') ? [4, 6] : [6, 4]
    expect([query, width <= across, height <= down]).toEqual([query, true, true])
  }
})

test('a result of too many pixels is refused', async () => {
  const {path} = await uploaded('image', await picture(7000, 5000))
  const {status, bytes} = await ask(`/${path}?w=6000`)
  expect(status).toBe(400)
  expect(JSON.parse(bytes.toString()).message).toContain('more than 25000000 pixels')
})

test('a large image without a size comes in the largest that is allowed', async () => {
  const {path} = await uploaded('image', await picture(7000, 5000))
  const {bytes} = await ask(`/${path}?fm=webp`)
  const {width, height} = await sharp(bytes).metadata()
  expect(width / height).toBeCloseTo(1.4, 3)
  expect(width * height).toBeGreaterThan(24_900_000)
  expect(width * height).toBeLessThanOrEqual(25_000_000)
})

test('only two images are made at once, and few requests wait', async () => {
  const {path} = await uploaded('image', await picture(2000, 2000))
  const making: number[] = []
  const watch = setInterval(() => making.push(processes()), 1)
  const statuses = await Promise.all(
    Array.from({length: 300}, async (_, n) => (await ask(`/${path}?w=${300 + n}&blur=99`)).status),
  )
  clearInterval(watch)
  expect(new Set(statuses)).toEqual(new Set([200, 503]))
  expect(Math.max(...making)).toBeLessThanOrEqual(2)
  expect((await ask(`/${path}?w=200`)).status).toBe(200)
})

/** How many processes make images now. */
function processes(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length
}

/** An image that takes many seconds to make as AVIF. */
function slowImage(): Promise<Buffer> {
  const noise = {type: 'gaussian', mean: 128, sigma: 60} as const
  const [width, height] = [5000, 5000]
  return sharp({create: {width, height, channels: 3, background: '#fff', noise}})
    .jpeg({quality: 50})
    .toBuffer()
}

test('an image ends with its time', {timeout: 60_000}, async () => {
  const {path} = await uploaded('image', await slowImage())
  using hasty = openLake({dir, imageTimeoutMs: 3000})
  const image = (query: string) =>
    hasty.fetch(new Request(`https://cdn.sanity.io/${path}?${query}`))
  const late = await image('fm=avif')
  expect(late.status).toBe(400)
  expect(await late.text()).toContain('takes longer than 3 seconds')
  await expect.poll(processes).toBe(0)
  expect((await image('w=20')).status).toBe(200)
})

test('no image holds up a server or a lake that closes', {timeout: 60_000}, async () => {
  const server = await serveLake(lake, {port: 0})
  onTestFinished(() => server.close())
  const {path} = await uploaded('image', await slowImage())
  const images = Array.from({length: 5}, (_, n) => fetch(`${server.origin}/${path}?fm=avif&q=${n}`))
  const statuses = Promise.all(images.map(async (image) => (await image).status))
  await expect.poll(processes).toBe(2)
  const began = performance.now()
  await server.close()
  expect(performance.now() - began).toBeLessThan(3000)
  expect(await statuses).toEqual([503, 503, 503, 503, 503])
  await expect.poll(processes).toBe(0)

  const image = lake.fetch(new Request(`https://cdn.sanity.io/${path}?fm=avif`))
  await expect.poll(processes).toBe(1)
  lake.close()
  expect((await image).status).toBe(503)
  await expect.poll(processes).toBe(0)
})

test('a lost or damaged file is an error for its own asset only', async () => {
  const {path} = await uploaded('image', await picture(4, 4))
  const {path: other} = await uploaded('image', await picture(5, 5))
  const file = join(dir, 'assets', 'images', path.split('/').at(-1) ?? '')
  await writeFile(file, (await readFile(file)).subarray(0, 20))
  expect((await ask(`/${path}?w=2`)).status).toBe(400)
  await rm(file)
  expect((await ask(`/${path}`)).status).toBe(404)
  expect((await ask(`/${other}?w=2`)).status).toBe(200)
})

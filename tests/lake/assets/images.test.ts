// Image transformations: sharp reads each result pixel by pixel. The picture has four quarters of
// different colors, which show what was cropped, rotated and filled.

import {decode} from 'blurhash'
import sharp, {type Color} from 'sharp'
import {beforeAll, describe, expect, test} from 'vitest'
import {lakeClient, openLake, type Lake} from '../../../lake/index.ts'
import {freshLake, importDrawing, picture, refusal, servedLake} from '../../support/lake.ts'

const names = new Map([
  ['255,0,0', 'red'],
  ['0,255,0', 'green'],
  ['0,0,255', 'blue'],
  ['255,255,0', 'yellow'],
  ['255,255,255', 'white'],
  ['0,255,255', 'cyan'],
  ['0,0,0', 'black'],
])

/** Red and green above blue and yellow. */
async function quarters(width: number, height: number): Promise<Buffer> {
  const quarter = (background: Color) => ({
    create: {width: width / 2, height: height / 2, channels: 3 as const, background},
  })
  return sharp({create: {width, height, channels: 3, background: '#fff'}})
    .composite([
      {input: quarter('#f00'), left: 0, top: 0},
      {input: quarter('#0f0'), left: width / 2, top: 0},
      {input: quarter('#00f'), left: 0, top: height / 2},
      {input: quarter('#ff0'), left: width / 2, top: height / 2},
    ])
    .png()
    .toBuffer()
}

/** The format and size of an image, and the colors close to its corners. */
async function look(response: Response) {
  expect(response.status).toBe(200)
  const bytes = await response.bytes()
  const {format, width, height} = await sharp(bytes).metadata()
  const {data, info} = await sharp(bytes).ensureAlpha().raw().toBuffer({resolveWithObject: true})
  const colorAt = (x: number, y: number): string => {
    const [r = 0, g = 0, b = 0, alpha] = data.subarray((y * info.width + x) * info.channels)
    if (alpha === 0) return 'nothing'
    // Lossy formats change colors slightly.
    const near = [r, g, b].map((value) => (value < 24 ? 0 : value > 231 ? 255 : value)).join(',')
    return names.get(near) ?? near
  }
  const [right, bottom] = [width - 2, height - 2]
  const corners = [colorAt(1, 1), colorAt(right, 1), colorAt(1, bottom), colorAt(right, bottom)]
  return {format, size: `${width}x${height}`, corners: corners.join(' ')}
}

const WHOLE = 'red green blue yellow'

describe('a picture of 80x40', () => {
  let lake: Lake
  let url: string

  beforeAll(async () => {
    lake = openLake({dir: ':memory:'})
    const asset = await lakeClient(lake).assets.upload('image', await quarters(80, 40))
    url = asset.url
    return () => lake.close()
  })

  const get = (query: string, headers: Record<string, string> = {}): Promise<Response> =>
    lake.fetch(new Request(`${url}?${query}`, {headers}))

  test.each([
    // One side keeps the shape. Nothing becomes larger than the original.
    ['w=40', '40x20', WHOLE],
    ['h=80', '80x40', WHOLE],
    ['w=40&dpr=2.5', '80x40', WHOLE],
    ['w=40&h=40', '40x20', WHOLE],
    ['w=200&h=200&fit=clip', '80x40', WHOLE],
    ['w=200&h=200&fit=max', '80x40', WHOLE],
    ['w=40&h=40&fit=max', '40x20', WHOLE],
    ['w=40&h=40&fit=scale', '40x40', WHOLE],
    ['w=200&fit=scale', '80x40', WHOLE],
    ['w=200&h=200&fit=scale', '40x40', WHOLE],
    ['w=100&h=100&fit=fill&bg=0ff', '40x40', 'cyan cyan cyan cyan'],
    ['w=100&h=100&fit=fill', '40x40', 'nothing nothing nothing nothing'],
    ['w=100&h=50&fit=fill&bg=0ff', '80x40', WHOLE],
    ['w=100&h=50&fit=fillmax&bg=f0ff', '80x40', 'cyan cyan cyan cyan'],
    ['w=200&h=100&fit=min', '80x40', WHOLE],
    ['w=200&h=200&fit=min', '40x40', WHOLE],
    ['w=20&h=20&fit=min', '20x20', WHOLE],
    ['w=400&fit=min', '80x40', WHOLE],
    // Crops: around the middle, an edge, a point.
    ['w=40&h=40&fit=crop', '40x40', WHOLE],
    ['w=160&h=20&fit=crop', '80x10', WHOLE],
    ['w=20&h=40&fit=crop&crop=left', '20x40', 'red red blue blue'],
    ['w=20&h=40&fit=crop&crop=right', '20x40', 'green green yellow yellow'],
    ['w=80&h=10&fit=crop&crop=top', '80x10', 'red green red green'],
    ['w=80&h=10&fit=crop&crop=bottom,left', '80x10', 'blue yellow blue yellow'],
    ['w=20&h=40&fit=crop&crop=focalpoint&fp-x=0.2&fp-y=0.5', '20x40', 'red red blue blue'],
    ['w=20&h=40&fit=crop&fp-x=1', '20x40', 'green green yellow yellow'],
    ['w=80&h=10&fit=crop&crop=focalpoint&fp-y=0.9', '80x10', 'blue yellow blue yellow'],
    ['w=20&h=40&crop=left', '20x10', WHOLE],
    ['w=400&max-w=60&h=40&fit=crop', '60x40', WHOLE],
    ['h=80&max-w=100&fit=crop', '50x40', WHOLE],
    ['w=40&min-h=40&fit=crop', '40x40', WHOLE],
    ['w=60&max-w=20', '60x30', WHOLE],
    // Parts.
    ['rect=0,0,40,20', '40x20', 'red red red red'],
    ['rect=40,0,40,40&w=20', '20x20', 'green green yellow yellow'],
    ['rect=0,0,20,10&w=200', '80x40', 'red red red red'],
    ['rect=0,20,80,20&w=40&h=40&fit=crop&crop=right', '40x40', 'yellow yellow yellow yellow'],
    // Rotation: sizes are those of the result.
    ['or=90', '40x80', 'blue red yellow green'],
    ['or=90&w=20&h=20&fit=max', '10x20', 'blue red yellow green'],
    ['or=270&h=160', '40x80', 'green yellow red blue'],
    ['or=90&w=100&h=80&fit=fillmax&bg=0ff', '40x32', 'cyan cyan cyan cyan'],
    ['flip=h', '80x40', 'green red yellow blue'],
    ['flip=v', '80x40', 'blue yellow red green'],
    ['flip=hv', '80x40', 'yellow blue green red'],
    ['pad=5&bg=0ff', '72x40', 'cyan cyan cyan cyan'],
    ['invert=true', '80x40', 'cyan 255,0,255 yellow blue'],
    // Unknown parameters are ignored, as in Sanity.
    ['w=40&size=huge', '40x20', WHOLE],
  ])('%s', async (query, size, corners) => {
    expect(await look(await get(query))).toEqual({format: 'png', size, corners})
  })

  test('the most detailed part is found', async () => {
    const busy = await sharp(await picture(80, 40, '#000'))
      .composite([{input: await quarters(16, 16), left: 60, top: 10}])
      .png()
      .toBuffer()
    const client = lakeClient(lake)
    const asset = await client.assets.upload('image', busy)
    const crop = `${asset.url}?w=20&h=20&fit=crop&crop=`
    const at = async (mode: string) =>
      (await sharp(await (await lake.fetch(new Request(crop + mode))).bytes()).stats()).entropy
    expect(await at('entropy')).toBeGreaterThan(1)
    expect(await at('center')).toBe(0)
  })

  test('grey, blurred and sharpened', async () => {
    expect((await look(await get('sat=-100'))).corners).toMatch(/^(\d+),\1,\1 /)
    const sharpness = async (query: string) =>
      (await sharp(await (await get(query)).bytes()).stats()).sharpness
    expect(await sharpness('blur=10')).toBeLessThan(await sharpness('w=80'))
    expect((await look(await get('sharp=50'))).size).toBe('80x40')
  })

  test.each([
    ['jpg', 'jpeg', 'image/jpeg'],
    ['pjpg', 'jpeg', 'image/jpeg'],
    ['png', 'png', 'image/png'],
    ['webp', 'webp', 'image/webp'],
    ['avif', 'heif', 'image/avif'],
  ])('as %s', async (fm, format, type) => {
    const response = await get(`fm=${fm}&q=90`)
    expect(response.headers.get('content-type')).toBe(type)
    const bytes = await response.clone().bytes()
    expect(await look(response)).toEqual({format, size: '80x40', corners: WHOLE})
    expect((await sharp(bytes).metadata()).isProgressive ?? false).toBe(fm === 'pjpg')
  })

  test('lower quality is smaller, and zero is a quality', async () => {
    const size = async (q: number) => (await (await get(`fm=jpg&w=800&q=${q}`)).bytes()).byteLength
    expect(await size(0)).toBeLessThan(await size(50))
    expect(await size(50)).toBeLessThan(await size(100))
  })

  test('auto=format gives WebP to clients that accept it, and caches can tell the difference', async () => {
    const browser = await get('auto=format&w=40', {accept: 'image/avif,image/webp,*/*;q=0.8'})
    expect(browser.headers.get('vary')).toBe('Accept')
    expect(await look(browser)).toEqual({format: 'webp', size: '40x20', corners: WHOLE})
    for (const accept of ['image/png,*/*', 'image/webp;q=0', '']) {
      const other = await get('auto=format&w=40', {accept})
      expect(other.headers.get('vary')).toBe('Accept')
      expect((await look(other)).format).toBe('png')
    }
    // A format requested by name is sent to every client.
    const named = await get('auto=format&fm=jpg', {accept: 'image/webp'})
    expect((await look(named)).format).toBe('jpeg')
  })

  test('an image without parameters is the uploaded one', async () => {
    const uploaded = await quarters(80, 40)
    for (const query of ['', 'dl=a.png', 'auto=format', 'size=huge']) {
      expect(Buffer.from(await (await get(query)).bytes()).equals(uploaded)).toBe(true)
    }
  })

  test.each([
    ['w=12.5', 'w'],
    ['w=0', 'w'],
    ['w=-1', 'w'],
    ['w=', 'w'],
    ['w=8193', 'w'],
    ['w=5000&dpr=2', '8192'],
    ['h=ten', 'h'],
    ['dpr=4', 'dpr'],
    ['fit=cover', 'fit'],
    ['crop=middle', 'crop'],
    ['fp-x=1.5', 'fp-x'],
    ['rect=0,0,10', 'rect'],
    ['rect=0,0,0,10', 'rect'],
    ['rect=-1,0,10,10', 'rect'],
    ['rect=41,0,40,40', 'rect'],
    ['fm=gif', 'fm'],
    ['q=101', 'q'],
    ['auto=everything', 'auto'],
    ['or=45', 'or'],
    ['flip=x', 'flip'],
    ['bg=red', 'bg'],
    ['blur=0', 'blur'],
    ['sat=50', 'sat'],
    ['invert=perhaps', 'invert'],
  ])('%s makes no sense', async (query, named) => {
    const response = await get(query)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      statusCode: 400,
      error: 'Bad Request',
      message: expect.stringContaining(named),
    })
  })

  test('a client that has an image need not fetch it again', async () => {
    for (const query of ['', 'w=40', 'auto=format']) {
      const etag = (await get(query)).headers.get('etag') ?? ''
      const again = await get(query, {'if-none-match': `"other", ${etag}`})
      expect([again.status, again.headers.get('etag')]).toEqual([304, etag])
      expect(await again.text()).toBe('')
      const other = await get('w=41', {'if-none-match': etag})
      expect(other.status).toBe(200)
    }
    const png = (await get('auto=format')).headers.get('etag') ?? ''
    const webp = await get('auto=format', {accept: 'image/webp', 'if-none-match': png})
    expect(webp.status).toBe(200)
  })

  test('a readable name may follow the URL', async () => {
    const named = await lake.fetch(new Request(`${url}/four-quarters.png?w=40`))
    expect((await look(named)).size).toBe('40x20')
  })
})

test('transparent parts are filled with a color, and with white in JPEG', async () => {
  const {lake, client} = freshLake()
  const holes = sharp({create: {width: 20, height: 20, channels: 4, background: '#0000'}})
  const {url} = await client.assets.upload('image', await holes.png().toBuffer())
  const corner = async (query: string) =>
    (await look(await lake.fetch(new Request(`${url}?${query}`)))).corners.split(' ')[0]
  expect(await corner('w=10')).toBe('nothing')
  expect(await corner('w=10&bg=0ff')).toBe('cyan')
  expect(await corner('w=10&bg=ff00ffff')).toBe('cyan')
  expect(await corner('w=10&fm=jpg')).toBe('white')
})

test('a photo taken sideways is served upright, without data about the camera', async () => {
  const {lake, client} = freshLake()
  const sideways = await sharp(await quarters(80, 40))
    .withMetadata({orientation: 6})
    .withExifMerge({IFD0: {Copyright: 'Ada Author'}})
    .jpeg({quality: 100, chromaSubsampling: '4:4:4'})
    .toBuffer()
  const {url} = await client.assets.upload('image', sideways)
  const get = (query: string) => lake.fetch(new Request(`${url}?${query}`))
  const upright = {format: 'jpeg', size: '20x40', corners: 'blue red yellow green'}
  expect(await look(await get('w=20'))).toEqual(upright)
  expect(await look(await get('rect=0,0,20,40'))).toMatchObject({corners: 'blue blue blue blue'})
  const meta = await sharp(await (await get('w=20')).bytes()).metadata()
  expect([meta.orientation, meta.exif]).toEqual([undefined, undefined])
})

test('a drawing is served unchanged, with any parameters', async () => {
  const {lake} = freshLake()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><circle r="4"/></svg>'
  const path = await importDrawing(lake, svg)
  const served = await lake.fetch(new Request(`https://cdn.sanity.io/${path}?w=10&fm=png`))
  expect(served.headers.get('content-type')).toBe('image/svg+xml')
  expect(served.headers.get('content-security-policy')).toContain('sandbox')
  expect(await served.text()).toBe(svg)
})

describe('an animation', () => {
  async function servedAnimation(frames: number, side: number) {
    const {lake, client} = freshLake()
    const colors = ['#f00', '#0f0', '#00f']
    const pictures = await Promise.all(
      Array.from({length: frames}, (_, n) => picture(side, side, colors[n % 3])),
    )
    const gif = await sharp(pictures, {join: {animated: true}})
      .gif({delay: Array.from({length: frames}, () => 100), loop: 2})
      .toBuffer()
    const {url} = await client.assets.upload('image', gif)
    return async (query: string) => (await lake.fetch(new Request(`${url}?${query}`))).bytes()
  }

  test.each([
    ['', 16, 16],
    ['w=8', 8, 8],
    ['rect=2,4,8,4', 8, 4],
    ['rect=2,4,8,4&fm=webp', 8, 4],
    ['auto=format&sat=-100', 16, 16],
  ])('stays one when it is cropped and scaled: %s', async (query, width, pageHeight) => {
    const bytes = await (await servedAnimation(3, 16))(query)
    const meta = await sharp(bytes, {animated: true}).metadata()
    expect(meta).toMatchObject({pages: 3, width, pageHeight, delay: [100, 100, 100], loop: 2})
    if (query.startsWith('auto')) return
    for (const [page, color] of ['red', 'green', 'blue'].entries()) {
      const frame = await sharp(bytes, {page}).png().toBuffer()
      const {corners} = await look(new Response(new Uint8Array(frame)))
      expect(new Set(corners.split(' '))).toEqual(new Set([color]))
    }
  })

  test('gives its first frame if it is changed otherwise, or large', async () => {
    const small = await servedAnimation(3, 16)
    for (const query of [
      'w=8&fm=png',
      'or=90',
      'flip=v',
      'flip=h',
      'blur=5',
      'pad=2',
      'sharp=50',
      'fit=crop&crop=entropy&w=8&h=4',
    ]) {
      const bytes = await small(query)
      expect([query, (await sharp(bytes).metadata()).pages ?? 1]).toEqual([query, 1])
    }
    const large = await servedAnimation(30, 1000)
    const {pages, width} = await sharp(await large('w=100')).metadata()
    expect([pages ?? 1, width]).toEqual([1, 100])
  })
})

test('a name to save it under', async () => {
  const {lake, client} = freshLake()
  const {url, assetId} = await client.assets.upload('image', await quarters(8, 4), {
    filename: 'four quarters.png',
  })
  const named = async (query: string) =>
    (await lake.fetch(new Request(`${url}?${query}`))).headers.get('content-disposition')
  expect(await named('w=2')).toBeNull()
  expect(await named('dl=Grüße "1".png')).toBe(
    `attachment; filename="Gr__e _1_.png"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%221%22.png`,
  )
  expect(await named('dl=')).toContain('filename="four quarters.png"')
  expect(await named('dl=true&fm=jpg')).toContain(`filename="${assetId}-8x4.jpg"`)
  expect(await named('dl=..%2F..%2Fetc%2Fpasswd')).toContain('filename="passwd"')
  expect(await named('dl=a%0D%0Aset-cookie:%20b')).toContain('filename="aset-cookie: b"')
  expect(await named(`dl=${encodeURIComponent('\u202Egpj.exe')}`)).toContain('filename="gpj.exe"')
  const file = await client.assets.upload('file', Buffer.from('a'), {filename: 'leaflet.txt'})
  const saved = await lake.fetch(new Request(`${file.url}?dl=`))
  expect(saved.headers.get('content-disposition')).toContain('filename="leaflet.txt"')
})

describe('the metadata of an image', () => {
  test('is what the uploader requests; the default is a placeholder in two forms', async () => {
    const {client} = freshLake()
    const always = ['_type', 'dimensions', 'hasAlpha', 'isOpaque']
    const metadata = async (width: number, extract?: ('lqip' | 'blurhash' | 'exif')[]) => {
      const options = extract ? {extract} : {}
      return (await client.assets.upload('image', await picture(width, 4), options)).metadata
    }
    expect(Object.keys(await metadata(4))).toEqual([...always, 'lqip', 'blurHash'])
    expect(Object.keys(await metadata(5, ['lqip']))).toEqual([...always, 'lqip'])
    expect(Object.keys(await metadata(6, ['exif', 'blurhash']))).toEqual([...always, 'blurHash'])
    expect(Object.keys(await metadata(7, []))).toEqual(always)
    const url = '/assets/images/production?meta=horoscope'
    const body = await picture(8, 4)
    const error = await refusal(client.request({url, method: 'POST', body}))
    expect(error.statusCode).toBe(400)
  })

  test('a BlurHash shows the colors where they are', async () => {
    const {client} = freshLake()
    const {metadata} = await client.assets.upload('image', await quarters(80, 40))
    const pixels = decode(String(metadata.blurHash), 8, 8)
    const colorAt = (x: number, y: number): number[] =>
      [0, 1, 2].map((channel) => Math.round((pixels[(y * 8 + x) * 4 + channel] ?? 0) / 255))
    expect([colorAt(1, 1), colorAt(6, 1), colorAt(6, 6)]).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [1, 1, 0],
    ])
  })

  test('a placeholder of an image that is far taller than wide stays small', async () => {
    const {client} = freshLake()
    const {metadata} = await client.assets.upload('image', await picture(2, 8000))
    expect(String(metadata.lqip).length).toBeLessThan(1000)
  })
})

test('caches in front of a port distinguish origins and accepted formats', async () => {
  const {server, client} = await servedLake()
  const {url} = await client.assets.upload('image', await quarters(8, 4))
  for (const origin of [undefined, server.origin]) {
    const {headers: sent} = await fetch(`${url}?auto=format`, {headers: origin ? {origin} : {}})
    expect(sent.get('vary')?.split(', ').toSorted()).toEqual(['Accept', 'Origin'])
  }
})

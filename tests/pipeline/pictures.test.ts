// Readers get the part of a picture that its reviewer saw, and nothing that its file says about people.

import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createImageUrlBuilder} from '@sanity/image-url'
import fc from 'fast-check'
import sharp, {type Sharp} from 'sharp'
import {describe, expect, onTestFinished, test} from 'vitest'
import {z} from 'zod'
import {importDataset} from '../../lake/index.ts'
import {imageAsset, imageFromId} from '../../model/image-asset.ts'
import {exportRelease} from '../../pipeline/export/export.ts'
import {openPathSource} from '../../pipeline/source/source.ts'
import {survey} from '../../pipeline/survey/survey.ts'
import {channels} from '../../render/channels/index.ts'
import {imageUrl, shownPart} from '../../render/page/images.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {temporaryFolder, writeDataset} from '../support/command.ts'
import {lakeWith, picture} from '../support/lake.ts'
import {
  article,
  library,
  reference,
  slug,
  TODAY,
  withApproved,
  withDocument,
} from '../support/library.ts'
import {runs} from '../support/long.ts'
import {gradient, heldAs, pixelsOf, SECRETS, withSecrets} from '../support/photo.ts'
import {released, releasedBundle, releasedTexts} from '../support/release.ts'

interface Crop {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const NONE: Crop = {top: 0, bottom: 0, left: 0, right: 0}
const HALF: Crop = {...NONE, right: 0.5}

interface Hotspot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Shown {
  /** The bytes of the upload, or the id of an asset. */
  readonly upload: Buffer
  readonly crop?: Crop
  readonly hotspot?: Hotspot
}

const ID = {projectId: 'countersign', dataset: 'production'}

type Chosen = Omit<Shown, 'upload'> & {readonly asset: string}

function articleShowing(images: readonly Chosen[]) {
  const figures = images.map(({asset, crop, hotspot}, index) => ({
    _type: 'figure',
    _key: `figure${index}`,
    alt: `Picture ${index}`,
    asset: reference(asset),
    ...(crop && {crop: {_type: 'sanity.imageCrop', ...crop}}),
    ...(hotspot && {hotspot: {_type: 'sanity.imageHotspot', ...hotspot}}),
  }))
  return {...article, body: [article.body, figures].flat()}
}

/** A lake with uploads that an approved article shows. */
async function gallery(shown: readonly Shown[]) {
  const folder = temporaryFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const {dir, lake, client} = await lakeWith(library)
  const images: Chosen[] = []
  for (const {upload, ...chosen} of shown) {
    images.push({asset: (await client.assets.upload('image', upload))._id, ...chosen})
  }
  const write = (documents: readonly StoredDocument[]) =>
    importDataset(lake, writeDataset(folder.path, documents))
  await write(withApproved(articleShowing(images)))
  const out = join(folder.path, 'exports')
  const run = async () => {
    await using source = await openPathSource(dir)
    return await exportRelease({source, out, channels, today: TODAY})
  }
  const validate = async () => {
    await using source = await openPathSource(dir)
    return await survey(source, {today: TODAY})
  }
  return {lake, client, images, write, out, run, validate}
}

const imagesIn = z.looseObject({
  images: z.array(
    z.object({
      path: z.string(),
      width: z.number(),
      height: z.number(),
      focus: z.unknown().optional(),
      variants: z
        .array(
          z.object({
            path: z.string(),
            mimeType: z.string(),
            width: z.number(),
            height: z.number(),
          }),
        )
        .optional(),
    }),
  ),
})

/** The pictures of the article's bundle, in order, as bytes. */
function picturesIn(out: string): {bytes: Buffer; width: number; height: number}[] {
  const {images} = imagesIn.parse(releasedBundle(out, 'articles/what-is-prolotherapy.json'))
  return images.map(({path, width, height}) => ({
    bytes: readFileSync(join(out, 'current', 'app', path)),
    width,
    height,
  }))
}

/** A file as a reader's browser gets it. */
interface VariantFile {
  readonly mimeType: string
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

/** The smaller files of the only picture. They are the same in both channels. */
function variantsIn(out: string): VariantFile[] {
  const {images} = imagesIn.parse(releasedBundle(out, 'articles/what-is-prolotherapy.json'))
  const page = released(out, 'web/articles/what-is-prolotherapy.html') ?? ''
  return (images[0]?.variants ?? []).map(({path, ...variant}) => {
    const bytes = readFileSync(join(out, 'current', 'app', path))
    expect(readFileSync(join(out, 'current', 'web', path)).equals(bytes)).toBe(true)
    expect(page).toContain(`../${path} ${variant.width}w`)
    return {...variant, bytes}
  })
}

/** What readers get of one upload. */
async function releasedPicture(upload: Buffer, crop?: Crop): Promise<Buffer> {
  const {run, out} = await gallery([{upload, ...(crop && {crop})}])
  const {withheld, warnings} = await run()
  expect({withheld, warnings}).toEqual({withheld: [], warnings: []})
  return picturesIn(out)[0]?.bytes ?? Buffer.alloc(0)
}

const side = fc.integer({min: 1, max: 40})
const part = fc.double({min: -1e-7, max: 1, noNaN: true})
const legalCrop = fc
  .record({top: part, bottom: part, left: part, right: part})
  .filter(({top, bottom, left, right}) => top + bottom < 1 && left + right < 1)

const photo = fc.record({
  orientation: fc.integer({min: 1, max: 8}),
  width: side,
  height: side,
  crop: fc.option(legalCrop, {nil: undefined}),
})

test(
  'readers see the part of a picture that the preview, the lake and apps show',
  {timeout: 120_000},
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(photo, {minLength: 8, maxLength: 8}), async (photos) => {
        const uprights = photos.map(({width, height}) => gradient(width, height))
        const shown = await Promise.all(
          photos.map(async ({orientation, crop}, index) => ({
            upload: await (
              await heldAs(orientation, uprights[index] ?? gradient(1, 1))
            )
              .png()
              .toBuffer(),
            ...(crop && {crop}),
          })),
        )
        const {lake, images, run, out} = await gallery(shown)
        expect((await run()).withheld).toEqual([])
        const pictures = picturesIn(out)
        for (const [index, {asset: id, crop}] of images.entries()) {
          const {bytes, width, height} = pictures[index] ?? {bytes: Buffer.alloc(0)}
          const asset = imageAsset.parse(imageFromId(id, ID))
          const {left, top, ...size} = shownPart(asset, {crop: fullCrop(crop)})
          const upright = uprights[index] ?? gradient(1, 1)
          const expected = await pixelsOf(
            upright.clone().extract({left, top, width: size.width, height: size.height}),
          )
          expect({width, height}).toEqual({width: size.width, height: size.height})
          expect((await pixelsOf(bytes)).equals(expected)).toBe(true)
          const url = `https://cdn.sanity.io/${asset.path}`
          // The preview of the Studio loads this address.
          const previewed = imageUrl(url, shownPart(asset, {crop: fullCrop(crop)}))
          expect((await served(lake, previewed)).equals(expected)).toBe(true)
          // An app with the client of Sanity asks for this one. It cannot show less than a pixel.
          const asked = createImageUrlBuilder(ID)
            .image({asset: reference(id), ...(crop && {crop})})
            .url()
          if (!/rect=.*\b0(?:,\d+)?$/.test(asked)) expect(asked).toBe(previewed)
        }
      }),
      {numRuns: runs(3, 60)},
    )
  },
)

function fullCrop(crop: Crop | undefined) {
  return crop && {_type: 'sanity.imageCrop' as const, ...crop}
}

/** The pixels that the lake serves, as a browser shows them. */
async function served(
  {fetch}: {fetch: (request: Request) => Promise<Response>},
  url: string,
): Promise<Buffer> {
  const response = await fetch(new Request(url))
  expect(response.status).toBe(200)
  return pixelsOf(sharp(await response.bytes()).autoOrient())
}

test('the part is to the pixel what an app with the client of Sanity asks for', () => {
  const long = fc.integer({min: 100, max: 6000})
  // It never leaves less than a pixel, which the client of Sanity would ask for.
  const cut = fc.double({min: 0, max: 0.49, noNaN: true})
  const cuts = fc.record({top: cut, bottom: cut, left: cut, right: cut})
  fc.assert(
    fc.property(long, long, cuts, (width, height, crop) => {
      const id = `image-${'a'.repeat(40)}-${width}x${height}-jpg`
      const asset = imageAsset.parse(imageFromId(id, ID))
      const {left, top, ...size} = shownPart(asset, {crop: fullCrop(crop)})
      const url = createImageUrlBuilder(ID)
        .image({asset: reference(id), crop})
        .url()
      const [, rect = `0,0,${width},${height}`] = /rect=([\d,]+)/.exec(url) ?? []
      expect(`${left},${top},${size.width},${size.height}`).toBe(rect)
    }),
    {numRuns: 1000},
  )
})

test('the focus for apps is a point of the picture that they get', async () => {
  const spot = {width: 0.1, height: 0.1}
  const {run, out} = await gallery([
    {upload: await gradient(40, 20).png().toBuffer(), hotspot: {x: 0.25, y: 0.4, ...spot}},
    {
      upload: await gradient(40, 30).png().toBuffer(),
      crop: {top: 0, bottom: 0.5, left: 0.5, right: 0},
      hotspot: {x: 0.75, y: 0.9, ...spot},
    },
  ])
  await run()
  const {images} = imagesIn.parse(releasedBundle(out, 'articles/what-is-prolotherapy.json'))
  expect(images.map(({focus}) => focus)).toEqual([
    {x: 0.25, y: 0.4},
    // What was cut off cannot be in the middle, but its side can stay.
    {x: 0.5, y: 1},
  ])
})

const formats: Readonly<Record<string, (picture: Sharp) => Sharp>> = {
  png: (one) => one.png(),
  jpeg: (one) => one.jpeg(),
  webp: (one) => one.webp(),
  avif: (one) => one.avif(),
}

describe.each(Object.entries(formats))('a photo in %s', (_, encode) => {
  test.each([
    ['whole', undefined],
    ['cropped', HALF],
  ])('leaves without what its file says about people: %s', async (_, crop) => {
    const upload = await encode(withSecrets(gradient(24, 16))).toBuffer()
    expect(textIn(upload)).toContain('Pat Patient')
    const bytes = await releasedPicture(upload, crop)
    for (const secret of SECRETS) expect(textIn(bytes)).not.toContain(secret)
    const {exif, xmp, iptc, comments, width, height} = await sharp(bytes).metadata()
    expect({exif, xmp, iptc, comments}).toEqual({})
    expect([width, height]).toEqual([crop ? 12 : 24, 16])
  })

  test.each([
    ['whole', undefined],
    ['cropped', HALF],
  ])('keeps its colour profile: %s', async (_, crop) => {
    const upload = await encode(withSecrets(gradient(24, 16).withIccProfile('p3'))).toBuffer()
    const {icc} = await sharp(upload).metadata()
    expect((await sharp(await releasedPicture(upload, crop)).metadata()).icc).toEqual(icc)
  })

  test('is the very upload if its file holds nothing but the picture', async () => {
    const upload = await encode(gradient(24, 16).withIccProfile('p3')).toBuffer()
    expect((await releasedPicture(upload)).equals(upload)).toBe(true)
  })

  test('leaves without what stands behind its end', async () => {
    const upload = await encode(gradient(24, 16)).toBuffer()
    const more = Buffer.concat([upload, Buffer.from('\0\0\0\u0013free Pat Patient')])
    expect(textIn(await releasedPicture(more))).not.toContain('Pat Patient')
  })
})

test('pictures of every kind come out, in their colours', async () => {
  const red = {create: {width: 40, height: 20, channels: 4 as const, background: '#c82040'}}
  const kinds: Readonly<Record<string, Sharp>> = {
    cmyk: sharp(red).toColourspace('cmyk').withIccProfile('cmyk').jpeg({quality: 100}),
    'cmyk without a profile': sharp(red).toColourspace('cmyk').jpeg({quality: 100}),
    'a wide gamut': sharp(red).withIccProfile('p3').jpeg({quality: 100}),
    'sixteen bits': sharp(red).toColourspace('rgb16').png(),
    interlaced: sharp(red).png({progressive: true}),
    palette: sharp(red).png({palette: true}),
    grey: sharp(red).greyscale().png(),
    'grey in sixteen bits': sharp(red).toColourspace('grey16').png(),
    progressive: sharp(red).jpeg({quality: 100, progressive: true}),
    'an unknown orientation': sharp(red)
      .withExifMerge({IFD0: {Orientation: '9'}})
      .jpeg({quality: 100}),
    'ten bits': sharp(red).avif({quality: 90, bitdepth: 10}),
    transparent: sharp({
      create: {...red.create, background: {r: 200, g: 32, b: 64, alpha: 0.5}},
    }).gif(),
  }
  const uploads = await Promise.all(Object.values(kinds).map((one) => one.toBuffer()))
  const {run, out} = await gallery(uploads.map((upload) => ({upload, crop: HALF})))
  expect(await run()).toMatchObject({withheld: [], warnings: []})
  const pictures = picturesIn(out)
  for (const [index, name] of Object.keys(kinds).entries()) {
    const before = await colorOf(uploads[index])
    const after = await colorOf(pictures[index]?.bytes)
    const farthest = Math.max(...before.map((part, at) => Math.abs(part - (after[at] ?? 0))))
    expect([name, before, after, farthest <= 4]).toEqual([name, before, after, true])
  }
})

/** The colour of the first pixel, in sRGB. */
async function colorOf(bytes: Uint8Array = new Uint8Array()): Promise<number[]> {
  const pixels = await sharp(bytes).flatten().toColourspace('srgb').removeAlpha().raw().toBuffer()
  return [...pixels.subarray(0, 3)]
}

function textIn(bytes: Buffer): string {
  return bytes.toString('latin1')
}

describe('a picture for screens of different sizes', () => {
  const variantsOf = async (shown: Shown) => {
    const {run, out} = await gallery([shown])
    expect(await run()).toMatchObject({withheld: [], warnings: []})
    return variantsIn(out)
  }
  const named = (variants: readonly VariantFile[]) =>
    variants.map(({mimeType, width, height}) => `${mimeType} ${width}x${height}`)

  test.each([
    [1500, 1000, ['360x240', '720x480', '1344x896']],
    [1344, 20, ['360x5', '720x11', '1344x20']],
    [800, 400, ['360x180', '720x360', '800x400']],
    [361, 361, ['360x360', '361x361']],
    [360, 700, []],
    [2000, 1, ['360x1', '720x1', '1344x1']],
  ])('is never made larger than it is: %i × %i', async (width, height, sizes) => {
    const variants = await variantsOf({upload: await picture(width, height)})
    expect(named(variants)).toEqual(
      ['image/avif', 'image/webp'].flatMap((type) => sizes.map((size) => `${type} ${size}`)),
    )
    for (const {bytes, ...variant} of variants) {
      const {format, pages = 1, ...meta} = await sharp(bytes).metadata()
      expect({width: meta.width, height: meta.height, pages}).toEqual({
        width: variant.width,
        height: variant.height,
        pages: 1,
      })
      expect(format).toBe(variant.mimeType === 'image/avif' ? 'heif' : 'webp')
    }
  })

  test('has no file that no browser could show', async () => {
    const variants = await variantsOf({upload: await picture(500, 20_000)})
    expect(named(variants)).toEqual(['image/avif 360x14400', 'image/webp 360x14400'])
  })

  test('shows the upright part that the reviewer saw, without what the file says about people', async () => {
    const upright = gradient(800, 600)
    const turned = await (await heldAs(6, upright)).jpeg({quality: 100}).toBuffer()
    const upload = await withSecrets(sharp(turned)).withMetadata({orientation: 6}).toBuffer()
    const variants = await variantsOf({upload, crop: HALF})
    expect(named(variants)).toEqual([
      'image/avif 360x540',
      'image/avif 400x600',
      'image/webp 360x540',
      'image/webp 400x600',
    ])
    for (const {bytes, width, height} of variants) {
      for (const secret of SECRETS) expect(textIn(bytes)).not.toContain(secret)
      const {exif, xmp, iptc, icc, comments, orientation} = await sharp(bytes).metadata()
      expect({exif, xmp, iptc, icc, comments, orientation}).toEqual({})
      const shown = await pixelsOf(bytes)
      const expected = await pixelsOf(
        upright.clone().extract({left: 0, top: 0, width: 400, height: 600}),
      )
      const at = (pixels: Buffer, across: number, down: number, columns: number) =>
        [...pixels.subarray(3 * (down * columns + across))].slice(0, 2)
      for (const [x, y] of [
        [0.1, 0.1],
        [0.9, 0.2],
        [0.5, 0.9],
      ] as const) {
        const one = at(shown, Math.floor(x * width), Math.floor(y * height), width)
        const other = at(expected, Math.floor(x * 400), Math.floor(y * 600), 400)
        const farthest = Math.max(...one.map((part, index) => Math.abs(part - (other[index] ?? 0))))
        expect(farthest).toBeLessThan(12)
      }
    }
  })

  test('keeps its colours, whatever those of its file are', async () => {
    const red = {create: {width: 400, height: 20, channels: 4 as const, background: '#c82040'}}
    for (const one of [
      sharp(red).toColourspace('cmyk').withIccProfile('cmyk').jpeg({quality: 100}),
      sharp(red).withIccProfile('p3').jpeg({quality: 100}),
      sharp(red).toColourspace('rgb16').png(),
      sharp(red).png({palette: true}),
    ]) {
      const upload = await one.toBuffer()
      const before = await colorOf(upload)
      for (const {bytes} of await variantsOf({upload})) {
        const after = await colorOf(bytes)
        const farthest = Math.max(...before.map((part, at) => Math.abs(part - (after[at] ?? 0))))
        expect([before, after, farthest <= 8]).toEqual([before, after, true])
      }
    }
  })

  test('keeps what is transparent', async () => {
    const glass = sharp({
      create: {width: 400, height: 20, channels: 4, background: {r: 0, g: 0, b: 0, alpha: 0}},
    })
    for (const {bytes} of await variantsOf({upload: await glass.png().toBuffer()})) {
      const {data} = await sharp(bytes).ensureAlpha().raw().toBuffer({resolveWithObject: true})
      expect(data[3]).toBe(0)
    }
  })

  test('has the same bytes on every machine', async () => {
    const variants = await variantsOf({upload: await gradient(800, 300).png().toBuffer()})
    const digests = variants.map(({mimeType, width, bytes}) => {
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
      return `${mimeType} ${width} ${digest}`
    })
    // WebAssembly, and processors without AVX, gave these too.
    expect(digests).toEqual([
      'image/avif 360 32a558f86f22bd6d',
      'image/avif 720 fb87ad257e35e1b5',
      'image/avif 800 c4e86b5cdf6b465a',
      'image/webp 360 97ddbd541b1d9508',
      'image/webp 720 d022cdbb352d5447',
      'image/webp 800 efe21769bb4f7038',
    ])
  })

  test('is one file if it may move', async () => {
    const frames = await Promise.all(['#f00', '#0f0'].map((color) => picture(400, 8, color)))
    const animation = sharp(frames, {join: {animated: true}})
    for (const upload of [await animation.gif().toBuffer(), await animation.webp().toBuffer()]) {
      expect(await variantsOf({upload})).toEqual([])
    }
  })
})

test('comments and earlier versions inside a picture do not leave with it', async () => {
  const jpeg = await gradient(8, 8).jpeg().toBuffer()
  const png = await gradient(8, 8).png().toBuffer()
  const gif = await gradient(8, 8).gif().toBuffer()
  const after = (bytes: Buffer, at: number, more: string) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(more, 'latin1'), bytes.subarray(at)])
  for (const upload of [
    after(jpeg, 2, '\xff\xfe\x00\x0dPat Patient'),
    // A small copy inside the header.
    after(jpeg, 2, '\xff\xe0\x00\x1bJFIF\0\x01\x01\0\0\x01\0\x01\x01\x01Pat Patient'),
    // More pictures behind the first.
    after(jpeg, 2, '\xff\xe2\x00\x11MPF\0Pat Patient'),
    // The checksums of these chunks are wrong, which no program minds in chunks that it skips.
    after(png, 33, '\0\0\0\x0bprVtPat Patient\0\0\0\0'),
    after(gif, gif.length - 1, '\x21\xfe\x0bPat Patient\0'),
  ]) {
    expect(textIn(upload)).toContain('Pat Patient')
    const bytes = await releasedPicture(upload)
    expect(textIn(bytes)).not.toContain('Pat Patient')
    expect((await sharp(bytes).metadata()).width).toBe(8)
  }
})

describe('an animation', () => {
  const frames = () => Promise.all(['#f00', '#0f0', '#00f'].map((color) => picture(16, 8, color)))
  const animation = async () => sharp(await frames(), {join: {animated: true}})
  const options = {delay: [100, 200, 300], loop: 2}

  test.each([
    ['gif', async () => (await animation()).gif(options)],
    ['webp', async () => withSecrets(await animation()).webp({...options, lossless: true})],
  ])('moves on in %s, cropped or not', async (_, make) => {
    const upload = await (await make()).toBuffer()
    for (const crop of [undefined, HALF]) {
      const bytes = await releasedPicture(upload, crop)
      const {pages, pageHeight, width, delay, loop} = await sharp(bytes, {
        animated: true,
      }).metadata()
      expect({pages, pageHeight, width, delay, loop}).toEqual({
        pages: 3,
        pageHeight: 8,
        width: crop ? 8 : 16,
        ...options,
      })
      const colors = [0, 1, 2].map(async (page) => [
        ...(await pixelsOf(sharp(bytes, {page}))).subarray(0, 3),
      ])
      expect(await Promise.all(colors)).toEqual([
        [255, 0, 0],
        [0, 255, 0],
        [0, 0, 255],
      ])
      expect(textIn(bytes)).not.toContain('Pat Patient')
    }
  })

  test('moves in the preview as it does for readers', async () => {
    const upload = await (await animation()).gif(options).toBuffer()
    const {lake, images, run, out} = await gallery([{upload, crop: HALF}])
    await run()
    const [shown] = picturesIn(out)
    const asset = imageAsset.parse(imageFromId(images[0]?.asset ?? '', ID))
    const part = shownPart(asset, {crop: fullCrop(HALF)})
    const url = imageUrl(`https://cdn.sanity.io/${asset.path}`, part)
    const previewed = await (await lake.fetch(new Request(url))).bytes()
    const look = (bytes: Uint8Array = previewed) => sharp(bytes, {animated: true}).metadata()
    const {pages, width, pageHeight, delay} = await look(shown?.bytes)
    expect(await look()).toMatchObject({pages, width, pageHeight, delay})
    expect(pages).toBe(3)
  })

  test('that could only be shown still or turned wrongly is refused, and named', async () => {
    const png = await picture(16, 8)
    // The chunk that makes a PNG an animation comes before the pixels.
    const animated = Buffer.concat([
      png.subarray(0, 33),
      Buffer.from('\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1'),
      png.subarray(33),
    ])
    const wide = await picture(400, 8)
    const large = Buffer.concat([
      wide.subarray(0, 33),
      animated.subarray(33, 53),
      wide.subarray(33),
    ])
    const turned = await (await animation()).withMetadata({orientation: 6}).webp().toBuffer()
    for (const shown of [{upload: animated, crop: HALF}, {upload: large}, {upload: turned}]) {
      const {run, images} = await gallery([shown])
      const {withheld, warnings} = await run()
      expect(withheld.map(({id}) => id)).toEqual(['article'])
      expect(warnings).toMatchObject([
        {
          document: 'article',
          path: 'body[_key=="figure0"].asset',
          message: `shows ${images[0]?.asset}, which is an animation that cannot be cropped, turned, made smaller, or cleaned of what its file says besides`,
        },
      ])
    }
    expect(await releasedPicture(animated)).toEqual(animated)
  })
})

test('an upload that no released text shows changes nothing of the release', async () => {
  const {client, write, run, out} = await gallery([{upload: await picture(4, 4)}])
  const {release} = await run()
  const {_id} = await client.assets.upload('image', await picture(5, 5))
  expect(await run()).toMatchObject({release, withheld: []})
  // A text that is not approved shows it.
  await write([{...articleShowing([{asset: _id}]), _id: 'other', slug: slug('other')}])
  expect(await run()).toMatchObject({release, withheld: [{id: 'other'}]})
  expect(releasedTexts(out)).not.toContain(_id)
})

describe('a picture that cannot be shown', () => {
  const sha = 'a'.repeat(40)

  test.each([
    [`image-${sha}-60x40-png`, 'has no file', 'Upload the picture again, and choose it here.'],
    [
      `image-${sha}-60x40-svg`,
      'is not a PNG, JPEG, WebP, AVIF or GIF',
      'Save the picture in one of these formats, upload it, and choose it where pages show this one.',
    ],
    ['image-of-a-knee', 'is not a PNG, JPEG, WebP, AVIF or GIF', undefined],
  ])('is reported by validate as by export, where it is shown: %s', async (id, message, hint) => {
    const {write, run, validate, out} = await gallery([])
    await write([{_id: id, _type: 'sanity.imageAsset'}])
    // Nothing shows it yet.
    for (const {withheld} of [await run(), await validate()]) expect(withheld).toEqual([])
    expect((await validate()).findings).toEqual([])
    await write(withApproved(articleShowing([{asset: id}])))
    const finding = expect.objectContaining({
      severity: 'error',
      document: 'article',
      path: 'body[_key=="figure0"].asset',
      message: `shows ${id}, which ${message}`,
      ...(hint === undefined ? {} : {hint}),
    })
    const report = await run()
    expect(report.warnings).toEqual([finding])
    expect(report.withheld).toMatchObject([{id: 'article', shown: 'nothing'}])
    const found = await validate()
    expect(found.findings).toEqual([finding])
    expect(found.withheld).toEqual(report.withheld)
    expect(released(out, 'web/articles/what-is-prolotherapy.html')).toBeUndefined()
  })

  test('does not take the approved text from readers while only a newer text shows it', async () => {
    const {write, run, validate} = await gallery([{upload: await picture(4, 4)}])
    const id = `image-${sha}-60x40-png`
    await write([{_id: id, _type: 'sanity.imageAsset'}])
    expect((await run()).withheld).toEqual([])
    await write(withDocument(articleShowing([{asset: id}])))
    const report = await run()
    expect(report.withheld).toMatchObject([{id: 'article', shown: 'lastApproved'}])
    const errors = [{document: 'article', rule: 'unusable-picture', severity: 'error'}]
    expect(report.warnings).toMatchObject(errors)
    expect((await validate()).findings).toMatchObject(errors)
  })

  test('because the dataset has no usable file for it withholds its page alone', async () => {
    using folder = temporaryFolder()
    const showing = (name: string) => {
      const figure = {
        _type: 'figure',
        _key: 'figure',
        alt: 'A knee from the side',
        _sanityAsset: `image@file://./images/${name}`,
      }
      return {
        ...article,
        _id: name,
        slug: {_type: 'slug', current: name},
        body: [article.body, figure].flat(),
      }
    }
    const dataset = writeDataset(folder.path, [
      ...withApproved(article),
      ...['cut', 'empty', 'gone'].map(showing),
    ])
    mkdirSync(join(folder.path, 'images'))
    writeFileSync(
      join(folder.path, 'images', 'cut'),
      (await gradient(60, 40).png().toBuffer()).subarray(0, 90),
    )
    writeFileSync(join(folder.path, 'images', 'empty'), '')
    const out = join(folder.path, 'exports')
    await using source = await openPathSource(dataset)
    const report = await exportRelease({source, out, channels, today: TODAY})
    const {findings, withheld} = await survey(source, {today: TODAY})
    const errors = ['cut', 'empty', 'gone'].map((name): unknown =>
      expect.objectContaining({
        severity: 'error',
        document: name,
        path: 'body[_key=="figure"].asset',
        message: expect.stringMatching(
          {
            cut: /^shows images\/cut, which .* because it is damaged, cut off, or/,
            empty: /^shows images\/empty, which .* because it is empty$/,
            gone: /^shows images\/gone, which is not in the dataset$/,
          }[name] ?? '',
        ),
      }),
    )
    expect(report.warnings).toEqual(errors)
    expect(findings).toEqual(errors)
    expect(report.withheld.map(({id}) => id)).toEqual(['cut', 'empty', 'gone'])
    expect(withheld).toEqual(report.withheld)
    expect(released(out, 'web/articles/what-is-prolotherapy.html')).toBeDefined()
  })
})

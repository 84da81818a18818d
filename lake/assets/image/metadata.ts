// What the bytes of an image reveal: https://www.sanity.io/docs/apis-and-sdks/image-metadata

import {encode} from 'blurhash'
import type {Metadata, Sharp} from 'sharp'
import {z} from 'zod'
import {httpError} from '../../errors.ts'
import {decoder, whyUnreadable} from './decoder.ts'
import {inTurn} from './in-turn.ts'

const PARTS = [
  'blurhash',
  'exif',
  'image',
  'location',
  'lqip',
  'none',
  'palette',
  'thumbhash',
] as const

/**
 * Which metadata an uploader wants, besides the metadata that is always included. The lake supports
 * only some of the allowed names.
 */
export const metadataParts = z.array(z.enum(PARTS)).default(['blurhash', 'lqip'])

export type MetadataParts = z.infer<typeof metadataParts>

export interface ImageDescription {
  readonly extension: string
  readonly width: number
  readonly height: number
  /** As stored in the image's document. */
  readonly metadata: Readonly<Record<string, unknown>>
}

// Formats for which sharp's name is not the extension that Sanity uses.
const extensions = new Map([
  ['jpeg', 'jpg'],
  ['tiff', 'tif'],
])

/**
 * Describes an image. Reads all of it, except for a drawing in SVG. Such a drawing is never drawn, because
 * a small one can take without end.
 *
 * @throws LakeError 400 if the image cannot be read, or is truncated; 503 if too many others wait
 */
export function describeImage(bytes: Uint8Array, parts: MetadataParts): Promise<ImageDescription> {
  return inTurn(() => describe(bytes, parts))
}

async function describe(bytes: Uint8Array, parts: MetadataParts): Promise<ImageDescription> {
  try {
    const meta = await decoder(bytes).metadata()
    const {width, height} = meta.autoOrient
    const format = meta.format === 'heif' && meta.compression === 'av1' ? 'avif' : meta.format
    return {
      extension: extensions.get(format) ?? format,
      width,
      height,
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
        hasAlpha: meta.hasAlpha,
        ...(format === 'svg' ? {isOpaque: false} : await pixelMetadata(bytes, meta, parts)),
      },
    }
  } catch (error) {
    throw httpError(400, `The image cannot be read, because ${whyUnreadable(error)}`)
  }
}

/** What only the pixels tell. */
async function pixelMetadata(bytes: Uint8Array, {hasAlpha}: Metadata, parts: MetadataParts) {
  const small = smallCopy(bytes)
  // Always made, even if not requested: an image that cannot be displayed must not be stored.
  const lqip = await dataUrl(small.clone())
  return {
    isOpaque: !hasAlpha || (await decoder(bytes).stats()).isOpaque,
    ...(parts.includes('lqip') ? {lqip} : {}),
    ...(parts.includes('blurhash') ? {blurHash: await blurHash(small)} : {}),
  }
}

const small = {width: 20, height: 100}

function smallCopy(bytes: Uint8Array): Sharp {
  return decoder(bytes)
    .autoOrient()
    .resize({...small, fit: 'inside', withoutEnlargement: true})
}

// A few hundred bytes to show, blurred, until the image has loaded.
async function dataUrl(small: Sharp): Promise<string> {
  const png = await small.png().toBuffer()
  return `data:image/png;base64,${png.toString('base64')}`
}

// How many waves describe it, across and down.
const COMPONENTS = [4, 3] as const

// A placeholder of about thirty characters: https://blurha.sh
async function blurHash(small: Sharp): Promise<string> {
  const {data, info} = await small
    .flatten({background: '#fff'})
    .toColorspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  return encode(new Uint8ClampedArray(data), info.width, info.height, ...COMPONENTS)
}

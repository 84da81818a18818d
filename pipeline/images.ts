// The images of a release: which file each is, and its bytes.
import {createHash} from 'node:crypto'

import sharp from 'sharp'

import {Failure} from './failure.ts'
import {found, type Library} from './library.ts'
import type {Figure} from './model/healthText.ts'
import {imageExtensions, type ImageAsset} from './model/imageAsset.ts'
import type {ContentSource} from './source.ts'

/** An image as a page shows it: a part of an asset, in pixels. */
export interface ImageUse {
  readonly asset: ImageAsset
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What a figure shows: its asset, less what the editor cropped away. */
export function imageOf({asset, crop}: Figure, library: Library): ImageUse {
  const image = found(library.images, asset._ref)
  const {left = 0, top = 0, right = 0, bottom = 0} = crop ?? {}
  return {
    asset: image,
    left: Math.round(left * image.width),
    top: Math.round(top * image.height),
    width: Math.max(1, Math.round((1 - left - right) * image.width)),
    height: Math.max(1, Math.round((1 - top - bottom) * image.height)),
  }
}

/** An image's path in a channel. Named by content, so that caches may keep it for ever. */
export function imagePath({asset, left, top, width, height}: ImageUse): string {
  const place = isWhole({asset, left, top, width, height}) ? '' : `${left}-${top}-`
  return `images/${asset.sha1hash}-${place}${width}x${height}.${imageExtensions[asset.mimeType]}`
}

/**
 * The bytes of an image, cropped if need be.
 *
 * @throws Failure if they cannot be had, or are not those that were uploaded.
 */
export async function imageBytes(image: ImageUse, source: ContentSource): Promise<Uint8Array> {
  const {asset, left, top, width, height} = image
  const bytes = await source.readImage(asset.path).catch((error: unknown) => {
    throw missing(asset, error instanceof Error ? error.message : String(error))
  })
  if (createHash('sha1').update(bytes).digest('hex') !== asset.sha1hash) {
    throw missing(asset, 'it is not the file that was uploaded')
  }
  return isWhole(image) ? bytes : sharp(bytes).extract({left, top, width, height}).toBuffer()
}

const isWhole = ({asset, width, height}: ImageUse): boolean =>
  width === asset.width && height === asset.height

const missing = ({_id, path}: ImageAsset, why: string): Failure =>
  new Failure(
    `The file of image ${_id} cannot be read (${why}).`,
    `Upload it again. It should be at ${path}.`,
  )

// The bytes of a release's images, as they were uploaded or cropped.

import {createHash} from 'node:crypto'
import sharp from 'sharp'
import type {ImageAsset} from '../../model/image-asset.ts'
import {isWhole, type ImageUse} from '../../render/page/images.ts'
import {Failure} from '../failure.ts'
import type {ContentSource} from '../source/source.ts'

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

function missing({_id, path}: ImageAsset, why: string): Failure {
  return new Failure(
    `The file of image ${_id} cannot be read (${why}).`,
    `Upload it again. It should be at ${path}.`,
  )
}

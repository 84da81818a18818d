// Reads the images of a release, and crops them where an editor did.

import {createHash} from 'node:crypto'
import sharp from 'sharp'
import type {ImageAsset} from '../../model/image-asset.ts'
import {isWhole, type ImageUse} from '../../render/page/images.ts'
import {Failure} from '../failure.ts'
import type {ContentSource} from '../source/source.ts'

/**
 * The bytes of an image, cropped if its editor cropped it.
 *
 * @throws Failure if the file cannot be read, or is not the one that was uploaded.
 */
export async function imageBytes(image: ImageUse, source: ContentSource): Promise<Uint8Array> {
  const {asset, left, top, width, height} = image
  const bytes = await source.readImage(asset.path)
  if (!bytes) throw unusable(asset, 'it does not exist')
  if (createHash('sha1').update(bytes).digest('hex') !== asset.sha1hash) {
    throw unusable(asset, 'it is not the file that was uploaded')
  }
  return isWhole(image) ? bytes : sharp(bytes).extract({left, top, width, height}).toBuffer()
}

function unusable({_id, path}: ImageAsset, why: string): Failure {
  return new Failure(
    `The file of image ${_id} cannot be read (${why}).`,
    `Upload the image again. The file should be at ${path}.`,
  )
}

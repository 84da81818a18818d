// The bytes of the images of a release: the uploads, cropped where an editor did.

import {readFileSync} from 'node:fs'
import sharp from 'sharp'
import {isWhole, type ImageUse} from '../../render/page/images.ts'
import {uploadPath} from '../gate/pictures.ts'

/**
 * The bytes of an image, cropped if its editor cropped it.
 *
 * @param dir The folder of the staged release, with the uploads.
 */
export async function imageBytes(image: ImageUse, dir: string): Promise<Uint8Array> {
  const {asset, left, top, width, height} = image
  const bytes = readFileSync(uploadPath(dir, asset))
  if (isWhole(image)) return bytes
  return sharp(bytes).autoOrient().extract({left, top, width, height}).toBuffer()
}

// The images of a release: the part of a file that each shows, and the path of each.

import type {Figure} from '../../model/health-text.ts'
import {imageExtensions, type ImageAsset} from '../../model/image-asset.ts'
import type {Library} from './library.ts'

/** An image as a page shows it. It is a part of an asset, in pixels. */
export interface ImageUse {
  readonly asset: ImageAsset
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What a figure shows: its asset without what the editor cropped away. */
export function imageOf({asset, crop}: Figure, library: Library): ImageUse {
  const image = library.get('sanity.imageAsset', asset._ref)
  const {left = 0, top = 0, right = 0, bottom = 0} = crop ?? {}
  return {
    asset: image,
    left: Math.round(left * image.width),
    top: Math.round(top * image.height),
    width: Math.max(1, Math.round((1 - left - right) * image.width)),
    height: Math.max(1, Math.round((1 - top - bottom) * image.height)),
  }
}

/** An image's path in a channel. It depends on the content, so caches need not check for a newer image. */
export function imagePath({asset, left, top, width, height}: ImageUse): string {
  const place = isWhole({asset, left, top, width, height}) ? '' : `${left}-${top}-`
  return `images/${asset.sha1hash}-${place}${width}x${height}.${imageExtensions[asset.mimeType]}`
}

/** Whether nothing is cropped away. */
export function isWhole({asset, width, height}: ImageUse): boolean {
  return width === asset.width && height === asset.height
}

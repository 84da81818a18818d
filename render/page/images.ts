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
  const across = partOf(image.width, left, right)
  const down = partOf(image.height, top, bottom)
  return {
    asset: image,
    left: across.start,
    top: down.start,
    width: across.length,
    height: down.length,
  }
}

/** What is left of a side in whole pixels. It is at least one pixel, and inside the image. */
function partOf(size: number, before: number, after: number): {start: number; length: number} {
  const start = Math.min(Math.max(0, Math.round(before * size)), size - 1)
  const length = Math.max(1, Math.round((1 - before - after) * size))
  return {start, length: Math.min(length, size - start)}
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

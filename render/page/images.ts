// The images of a release: the part of a file that each shows, the sizes in which pages offer it, and the path of each.

import type {Figure} from '../../model/health-text.ts'
import {imageExtensions, type ImageAsset, type PictureType} from '../../model/image-asset.ts'
import type {Library} from './library.ts'

/** An image as a page shows it. It is a part of an asset, in pixels. */
export interface ImageUse {
  readonly asset: ImageAsset
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  /** The point of this part that must stay visible if an app crops it further, from 0 to 1. */
  readonly focus?: {readonly x: number; readonly y: number} | undefined
}

/** What a figure shows of its asset. */
export function imageOf(figure: Figure, library: Library): ImageUse {
  return shownPart(library.get('sanity.imageAsset', figure.asset._ref), figure)
}

/**
 * What an editor chose to show of an asset, in whole pixels of the upright picture. The release, the
 * Studio's preview and, through `rect`, the lake show exactly this part. `@sanity/image-url` rounds in the
 * same way.
 */
export function shownPart(
  asset: ImageAsset,
  {crop, hotspot}: Pick<Figure, 'crop' | 'hotspot'>,
): ImageUse {
  const {left = 0, top = 0, right = 0, bottom = 0} = crop ?? {}
  const across = partOf(asset.width, left, right)
  const down = partOf(asset.height, top, bottom)
  return {
    asset,
    left: across.start,
    top: down.start,
    width: across.length,
    height: down.length,
    focus: hotspot && {
      x: within(across, hotspot.x * asset.width),
      y: within(down, hotspot.y * asset.height),
    },
  }
}

interface Part {
  readonly start: number
  readonly length: number
}

/** What is left of a side. Rounded, it is still at least one pixel, and inside the picture. */
function partOf(size: number, before: number, after: number): Part {
  const start = clamped(Math.round(before * size), 0, size - 1)
  return {start, length: clamped(Math.round(size - after * size - start), 1, size - start)}
}

/** Where a point of a side lies within a part of it, to a thousandth. */
function within({start, length}: Part, point: number): number {
  return Math.round(1000 * clamped((point - start) / length, 0, 1)) / 1000
}

function clamped(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

/** An image's path in a channel. It depends on the content, so caches need not check for a newer image. */
export function imagePath(image: ImageUse): string {
  return `${pathWithoutFormat(image)}.${imageExtensions[image.asset.mimeType]}`
}

function pathWithoutFormat(image: ImageUse): string {
  const {asset, left, top, width, height} = image
  const place = isWhole(image) ? '' : `${left}-${top}-`
  return `images/${asset.sha1hash}-${place}${width}x${height}`
}

/** The same picture in another format, and at most as wide as the image itself. */
export interface ImageVariant {
  /** Its path in a channel. */
  readonly path: string
  readonly mimeType: VariantType
  readonly width: number
  readonly height: number
}

/** The formats of the variants. A browser takes the first that it knows. */
export const variantTypes = ['image/avif', 'image/webp'] as const

type VariantType = (typeof variantTypes)[number]

/** Uploads in other formats may move, which a variant could not. */
const STILL: ReadonlySet<PictureType> = new Set(['image/png', 'image/jpeg'])

/** The widths of variants in pixels. The last is twice the width of the text, for screens with fine pixels. */
const WIDTHS = [360, 720, 1344] as const

const [LEAST, , MOST] = WIDTHS

/** WebP can hold no more rows of pixels. */
const MOST_ROWS = 16_383

/** The variants of an image, by format and width. An image that is small enough for any screen has none. */
export function variantsOf(image: ImageUse): ImageVariant[] {
  const {asset, width, height} = image
  if (width <= LEAST || !STILL.has(asset.mimeType)) return []
  const sizes = [...WIDTHS.filter((one) => one < width && one < MOST), Math.min(width, MOST)]
    .map((one) => ({width: one, height: Math.max(1, Math.round((one * height) / width))}))
    .filter((size) => size.height <= MOST_ROWS)
  return variantTypes.flatMap((mimeType) =>
    sizes.map((size) => ({
      path: `${pathWithoutFormat(image)}-${size.width}.${imageExtensions[mimeType]}`,
      mimeType,
      ...size,
    })),
  )
}

/** The paths of all files of an image in a channel: its own, and those of its variants. */
export function imageFiles(image: ImageUse): string[] {
  return [imagePath(image), ...variantsOf(image).map(({path}) => path)]
}

/** Whether nothing is cropped away. */
export function isWhole({asset, width, height}: ImageUse): boolean {
  return width === asset.width && height === asset.height
}

/**
 * The address of an image at Sanity's image host or at a lake. It is the upload, or the part that is shown.
 *
 * @param url The address of the upload.
 */
export function imageUrl(url: string, image: ImageUse): string {
  if (isWhole(image)) return url
  const {left, top, width, height} = image
  return `${url}?rect=${left},${top},${width},${height}`
}

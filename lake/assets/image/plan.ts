// How the query of an image's URL changes the image: Sanity's image transformations, calculated as
// numbers. This file does not touch pixels.
// https://www.sanity.io/docs/apis-and-sdks/image-urls

import {parseAccept} from 'hono/utils/accept'
import {httpError} from '../../errors.ts'
import {fitted, isTurned} from './fit.ts'
import {MAX_AREA, MAX_SIDE, type Region, type Size} from './geometry.ts'
import {IMAGE_PARAMS, paramsOf, type Color, type ImageParams} from './params.ts'

/** An output format; `pjpg` is progressive JPEG. */
export type OutputFormat = 'jpg' | 'pjpg' | 'png' | 'webp' | 'avif' | 'gif'

/** Steps in the order in which they are applied. */
export interface ImagePlan {
  /** The part of the upright image that is shown. */
  readonly part: Region
  /** The size to which this part is scaled. */
  readonly size: Size
  /** If the two have different shapes: crop to the area with the most detail. */
  readonly busiest: boolean
  readonly mirror: {readonly across: boolean; readonly down: boolean}
  /** Clockwise, in degrees. */
  readonly turn: number
  /** The padding around it. */
  readonly border: Record<'top' | 'bottom' | 'left' | 'right', number>
  readonly background: Color | undefined
  readonly blur: number | undefined
  readonly sharpen: number | undefined
  readonly grey: boolean
  readonly invert: boolean
  readonly format: OutputFormat
  readonly quality: number
}

/**
 * Plans how to make an image.
 *
 * @param search the query of the URL
 * @param image its size as displayed, upright, and its extension
 * @param accept the client's `Accept` header, for `auto=format`
 * @returns undefined if the image is served unchanged
 * @throws LakeError 400 that names the invalid parameter
 */
export function planImage(
  search: URLSearchParams,
  image: Size & {readonly extension: string},
  accept: string,
): ImagePlan | undefined {
  const params = paramsOf(search)
  const format = outputFormat(params, image.extension, accept)
  const asked = IMAGE_PARAMS.filter((name) => search.has(name))
  if (asked.every((name) => name === 'auto') && format === image.extension) return undefined
  const {part, size, canvas, pad} = fitted(params, image)
  const turned = isTurned(params)
  return {
    part,
    size,
    busiest: params.fit === 'crop' && params.crop === 'entropy',
    mirror: {
      across: params.flip?.includes('h') ?? false,
      down: params.flip?.includes('v') ?? false,
    },
    turn: params.or,
    border: borderOf(turned ? quarterTurn(size) : size, turned ? quarterTurn(canvas) : canvas, pad),
    background: params.bg,
    blur: params.blur,
    sharpen: params.sharp,
    grey: params.sat !== undefined,
    invert: params.invert,
    format,
    quality: params.q,
  }
}

// Formats that no browser displays become JPEG.
const ownFormats = new Map<string, OutputFormat>([
  ['jpg', 'jpg'],
  ['png', 'png'],
  ['webp', 'webp'],
  ['avif', 'avif'],
  ['gif', 'gif'],
])

// WebP and never AVIF, which takes many times as long. For this reason Sanity, too, answers the first
// request for an image with WebP. Here every request is a first request.
function outputFormat({fm, auto}: ImageParams, extension: string, accept: string): OutputFormat {
  if (fm) return fm
  const takesWebp = parseAccept(accept).some(({type, q}) => type === 'image/webp' && q > 0)
  return auto && takesWebp ? 'webp' : (ownFormats.get(extension) ?? 'jpg')
}

function borderOf(size: Size, canvas: Size, pad: number): ImagePlan['border'] {
  const [width, height] = [canvas.width + 2 * pad, canvas.height + 2 * pad]
  if (Math.max(width, height) > MAX_SIDE) {
    throw httpError(400, `No side may be longer than ${MAX_SIDE} pixels`)
  }
  if (width * height > MAX_AREA) {
    throw httpError(400, `No image may have more than ${MAX_AREA} pixels`)
  }
  const [across, down] = [canvas.width - size.width, canvas.height - size.height]
  const [left, top] = [Math.floor(across / 2), Math.floor(down / 2)]
  return {
    left: left + pad,
    right: across - left + pad,
    top: top + pad,
    bottom: down - top + pad,
  }
}

function quarterTurn({width, height}: Size): Size {
  return {width: height, height: width}
}

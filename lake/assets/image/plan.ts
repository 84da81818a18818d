// How the query of an image's URL changes the image: Sanity's image transformations, calculated as
// numbers. This file does not touch pixels.
// https://www.sanity.io/docs/apis-and-sdks/image-urls

import {parseAccept} from 'hono/utils/accept'
import {z} from 'zod'
import {httpError} from '../../errors.ts'

/** The longest side of a generated image, in pixels. */
const MAX_SIDE = 8192

/** The area of a generated image, in pixels. Ten times as much takes gigabytes while it is made. */
const MAX_AREA = 25_000_000

interface Size {
  readonly width: number
  readonly height: number
}

interface Region extends Size {
  readonly left: number
  readonly top: number
}

export interface Color {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly alpha: number
}

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

function integer(name: string, min: number, max: number) {
  const message = `Parameter "${name}" must be a valid integer from ${min} to ${max}`
  return z
    .string()
    .regex(/^-?\d{1,6}$/, message)
    .transform(Number)
    .pipe(z.number().min(min, message).max(max, message))
}

function decimal(name: string, min: number, max: number) {
  const message = `Parameter "${name}" must be a number from ${min} to ${max}`
  return z
    .string()
    .regex(/^\d+(?:\.\d+)?$/, message)
    .transform(Number)
    .pipe(z.number().min(min, message).max(max, message))
}

function oneOf<const T extends readonly string[]>(name: string, values: T) {
  return z.enum(values, `Parameter "${name}" must be one of ${values.join(', ')}`)
}

function side(name: string) {
  return integer(name, 1, MAX_SIDE).optional()
}

const RECT = 'Parameter "rect" must be four integers: left,top,width,height'

const rect = z
  .string()
  .regex(/^\d{1,6}(?:,\d{1,6}){3}$/, RECT)
  .transform((text) => text.split(',').map(Number))
  .transform(([left = 0, top = 0, width = 0, height = 0]): Region => ({left, top, width, height}))
  .refine(({width, height}) => width > 0 && height > 0, RECT)

const crop = z
  .string()
  .regex(
    /^(?:center|focalpoint|entropy|(?:top|bottom|left|right)(?:,(?:top|bottom|left|right))?)$/,
    'Parameter "crop" must be center, focalpoint, entropy, or edges such as top,left',
  )

const background = z
  .string()
  .regex(
    /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i,
    'Parameter "bg" must be a color as RGB, ARGB, RRGGBB or AARRGGBB',
  )
  .transform(colorOf)

/** The supported parameters of an image's URL. Like Sanity, the lake ignores all others. */
const imageParams = z.object({
  w: side('w'),
  h: side('h'),
  'min-w': side('min-w'),
  'min-h': side('min-h'),
  'max-w': side('max-w'),
  'max-h': side('max-h'),
  dpr: decimal('dpr', 1, 3).default(1),
  fit: oneOf('fit', ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale']).default('clip'),
  crop: crop.optional(),
  'fp-x': decimal('fp-x', 0, 1).optional(),
  'fp-y': decimal('fp-y', 0, 1).optional(),
  rect: rect.optional(),
  or: oneOf('or', ['0', '90', '180', '270']).default('0').transform(Number),
  flip: oneOf('flip', ['h', 'v', 'hv', 'vh']).optional(),
  pad: integer('pad', 0, MAX_SIDE).default(0),
  bg: background.optional(),
  blur: integer('blur', 1, 2000).optional(),
  sharp: integer('sharp', 0, 100).optional(),
  sat: oneOf('sat', ['-100']).optional(),
  invert: z.stringbool('Parameter "invert" must be true or false').default(false),
  fm: oneOf('fm', ['jpg', 'pjpg', 'png', 'webp', 'avif']).optional(),
  auto: oneOf('auto', ['format']).optional(),
  q: integer('q', 0, 100).default(75),
})

type ImageParams = z.infer<typeof imageParams>

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
  const asked = Object.keys(imageParams.shape).filter((name) => search.has(name))
  if (asked.every((name) => name === 'auto') && format === image.extension) return undefined
  const {part, size, canvas} = fitted(params, wholeOrPart(params.rect, image))
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
    border: borderOf(
      turned ? quarterTurn(size) : size,
      turned ? quarterTurn(canvas) : canvas,
      params.pad,
    ),
    background: params.bg,
    blur: params.blur,
    sharpen: params.sharp,
    grey: params.sat !== undefined,
    invert: params.invert,
    format,
    quality: params.q,
  }
}

function paramsOf(search: URLSearchParams): ImageParams {
  const {data, error} = imageParams.safeParse(Object.fromEntries(search))
  if (data) return data
  throw httpError(400, error.issues.map(({message}) => message).join('; '))
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

function wholeOrPart(asked: Region | undefined, {width, height}: Size): Region {
  if (!asked) return {left: 0, top: 0, width, height}
  if (asked.left + asked.width > width || asked.top + asked.height > height) {
    throw httpError(400, `Parameter "rect" must lie within the image, which is ${width}x${height}`)
  }
  return asked
}

/** The area to cut out, the size to scale it to, and the size of the padded picture. */
interface Fitting {
  readonly part: Region
  readonly size: Size
  readonly canvas: Size
}

// Requested sizes are those of the result, but fitting happens before the image is rotated.
function fitted(params: ImageParams, part: Region): Fitting {
  const turned = isTurned(params)
  const {w, h, 'max-w': maxW, 'max-h': maxH, 'min-w': minW, 'min-h': minH} = params
  const scaled = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : deviceSide(value, params.dpr)
  const across = {asked: scaled(w), min: scaled(minW), max: scaled(maxW)}
  const down = {asked: scaled(h), min: scaled(minH), max: scaled(maxH)}
  return fitInto(params, part, turned ? down : across, turned ? across : down)
}

interface Bounds {
  readonly asked: number | undefined
  readonly min: number | undefined
  readonly max: number | undefined
}

function fitInto(params: ImageParams, part: Region, across: Bounds, down: Bounds): Fitting {
  const [width, height] = [across.asked, down.asked]
  const enlarged = scaledBy(scaleInto(part, width, height), part)
  const never = scaledBy(Math.min(1, scaleInto(part, width, height)), part)
  const around = (size: Size): Size => ({width: width ?? size.width, height: height ?? size.height})
  const both = width !== undefined && height !== undefined
  switch (params.fit) {
    case 'clip':
      return {part, size: enlarged, canvas: enlarged}
    case 'max':
      return {part, size: never, canvas: never}
    case 'fill':
      return {part, size: enlarged, canvas: around(enlarged)}
    case 'fillmax':
      return {part, size: never, canvas: around(never)}
    case 'scale': {
      const size = both ? {width, height} : enlarged
      return {part, size, canvas: size}
    }
    case 'min': {
      if (!both) return {part, size: never, canvas: never}
      const size = scaledBy(Math.min(1, part.width / width, part.height / height), {width, height})
      return {part: cutTo(part, size, center), size, canvas: size}
    }
    case 'crop': {
      const size = {
        width: clamped(width ?? (height === undefined ? part : enlarged).width, across),
        height: clamped(height ?? (width === undefined ? part : enlarged).height, down),
      }
      const cut = params.crop === 'entropy' ? part : cutTo(part, size, focusOf(params))
      return {part: cut, size, canvas: size}
    }
  }
}

function deviceSide(value: number, dpr: number): number {
  const pixels = Math.round(value * dpr)
  if (pixels > MAX_SIDE) throw httpError(400, `No side may be longer than ${MAX_SIDE} pixels`)
  return pixels
}

// Without a requested side, the image keeps its size, up to the maxima.
function scaleInto(part: Size, width: number | undefined, height: number | undefined): number {
  const asked = Math.min((width ?? Infinity) / part.width, (height ?? Infinity) / part.height)
  const largest = Math.min(MAX_SIDE / part.width, MAX_SIDE / part.height)
  const area = part.width * part.height
  // A little less than the maximum, because the sides are rounded.
  const own = area > MAX_AREA ? 0.999 * Math.sqrt(MAX_AREA / area) : 1
  return Math.min(Number.isFinite(asked) ? asked : own, largest)
}

function scaledBy(scale: number, {width, height}: Size): Size {
  const pixels = (length: number): number => Math.max(1, Math.round(length * scale))
  return {width: pixels(width), height: pixels(height)}
}

function clamped(length: number, {min = 1, max = MAX_SIDE}: Bounds): number {
  return Math.min(Math.max(length, min), max, MAX_SIDE)
}

interface Focus {
  readonly x: number
  readonly y: number
}

const center: Focus = {x: 0.5, y: 0.5}

// Fractions of the part. An edge is a focus that lies on that edge.
function focusOf({crop: mode, 'fp-x': x, 'fp-y': y}: ImageParams): Focus {
  if (mode === undefined || mode === 'focalpoint') return {x: x ?? center.x, y: y ?? center.y}
  const edges = mode.split(',')
  const between = (start: string, end: string): number =>
    edges.includes(start) ? 0 : edges.includes(end) ? 1 : 0.5
  return {x: between('left', 'right'), y: between('top', 'bottom')}
}

/** The largest area of a part that has the shape of a size, as close to a focus as possible. */
function cutTo(part: Region, size: Size, focus: Focus): Region {
  const scale = Math.max(size.width / part.width, size.height / part.height)
  const width = Math.min(part.width, Math.max(1, Math.round(size.width / scale)))
  const height = Math.min(part.height, Math.max(1, Math.round(size.height / scale)))
  return {
    left: part.left + startOf(focus.x * part.width, width, part.width),
    top: part.top + startOf(focus.y * part.height, height, part.height),
    width,
    height,
  }
}

function startOf(middle: number, length: number, whole: number): number {
  return Math.min(Math.max(Math.round(middle - length / 2), 0), whole - length)
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

function isTurned({or}: ImageParams): boolean {
  return or % 180 !== 0
}

function quarterTurn({width, height}: Size): Size {
  return {width: height, height: width}
}

function colorOf(text: string): Color {
  const digits = text.length < 6 ? Array.from(text, (digit) => digit + digit).join('') : text
  const [alpha = 255, r = 0, g = 0, b = 0] = Buffer.from(digits.padStart(8, 'f'), 'hex')
  return {r, g, b, alpha: alpha / 255}
}

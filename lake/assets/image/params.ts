// The parameters of an image's URL.
// https://www.sanity.io/docs/apis-and-sdks/image-urls

import {z} from 'zod'
import {httpError} from '../../errors.ts'
import {MAX_SIDE, type Region} from './geometry.ts'

export interface Color {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly alpha: number
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

export type ImageParams = z.infer<typeof imageParams>

/** The names of the supported parameters. */
export const IMAGE_PARAMS = Object.keys(imageParams.shape)

/** @throws LakeError 400 that names the invalid parameter */
export function paramsOf(search: URLSearchParams): ImageParams {
  const {data, error} = imageParams.safeParse(Object.fromEntries(search))
  if (data) return data
  throw httpError(400, error.issues.map(({message}) => message).join('; '))
}

function colorOf(text: string): Color {
  const digits = text.length < 6 ? Array.from(text, (digit) => digit + digit).join('') : text
  const [alpha = 255, r = 0, g = 0, b = 0] = Buffer.from(digits.padStart(8, 'f'), 'hex')
  return {r, g, b, alpha: alpha / 255}
}

// Opens images from untrusted sources.

import sharp, {type Sharp} from 'sharp'
import {messageOf} from '../../errors.ts'

/** Sanity's limit. It stops a small file from expanding to gigabytes in memory. */
const MAX_PIXELS = 256_000_000

/** Reads an image, and of an animation the first frame or all. Using a truncated image fails. */
export function decoder(bytes: Uint8Array, {animated = false} = {}): Sharp {
  return sharp(bytes, {animated, limitInputPixels: MAX_PIXELS, failOn: 'warning'})
}

/** Why an image cannot be read. libvips repeats itself in several lines, of which the first is enough. */
export function reasonOf(error: unknown): string {
  return messageOf(error).split('\n', 1).join('')
}

/** What sharp says about files that are no image for it, in words for the person who chose the file. */
const plainReasons: readonly (readonly [said: RegExp, reason: string])[] = [
  [/is empty/, 'it is empty'],
  [/exceeds pixel limit/, `it has more than ${MAX_PIXELS / 1_000_000} million pixels`],
  [/unsupported image format/, 'it is no picture, or in a format that is not supported'],
]

/** Why a file cannot be used as an image, as a sentence. */
export function whyUnreadable(error: unknown): string {
  const said = reasonOf(error)
  const [, reason] = plainReasons.find(([pattern]) => pattern.test(said)) ?? []
  return reason ?? `it is damaged, cut off, or in a format that is not supported (${said})`
}

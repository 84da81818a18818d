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

// Opens images from untrusted sources.

import sharp, {type Sharp} from 'sharp'

/** Sanity's limit. It stops a small file from expanding to gigabytes in memory. */
const MAX_PIXELS = 256_000_000

/** Reads an image, or the first frame of an animation. Using a truncated image fails. */
export function decoder(bytes: Uint8Array): Sharp {
  return sharp(bytes, {limitInputPixels: MAX_PIXELS, failOn: 'warning'})
}

// Opens images that come from others.

import sharp, {type Sharp} from 'sharp'

/** Sanity's limit, which keeps small files from becoming gigabytes in memory. */
const MAX_PIXELS = 256_000_000

/** Reads an image; of an animation, the first frame. Fails, once used, if it is cut short. */
export function decoder(bytes: Uint8Array): Sharp {
  return sharp(bytes, {limitInputPixels: MAX_PIXELS, failOn: 'warning'})
}

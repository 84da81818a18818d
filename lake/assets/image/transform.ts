// Makes images by running a plan through sharp. The result is in sRGB and has no EXIF data, such as the
// place where a photo was taken.

import type {Sharp} from 'sharp'
import {decoder} from './decoder.ts'
import {MAX_AREA} from './geometry.ts'
import type {Color} from './params.ts'
import type {ImagePlan} from './plan.ts'

/**
 * The bytes of an image made by a plan.
 *
 * @throws Error if the image cannot be read
 */
export async function transform(bytes: Uint8Array, plan: ImagePlan): Promise<Uint8Array> {
  const image = decoder(bytes, {animated: await staysAnimated(bytes, plan)})
    .autoOrient()
    .extract(plan.part)
    .resize({
      ...plan.size,
      fit: plan.busiest ? 'cover' : 'fill',
      position: plan.busiest ? 'entropy' : 'centre',
    })
  // sharp mirrors before it rotates, regardless of the order of the calls.
  if (plan.mirror.across) image.flop()
  if (plan.mirror.down) image.flip()
  if (plan.turn > 0) image.rotate(plan.turn)
  withBackground(image, plan)
  if (plan.blur) image.blur(plan.blur / 2)
  if (plan.sharpen) image.sharpen({sigma: 1, m1: plan.sharpen / 50, m2: plan.sharpen / 25})
  if (plan.grey) image.greyscale()
  if (plan.invert) image.negate({alpha: false})
  return inFormat(image, plan).toBuffer()
}

/**
 * Whether an animation stays one: sharp cuts and scales each frame, but it turns and blurs all frames like
 * a single picture. A large one gives its first frame, which takes less time.
 */
async function staysAnimated(bytes: Uint8Array, plan: ImagePlan): Promise<boolean> {
  const {format, busiest, mirror, turn, border, blur, sharpen} = plan
  if (format !== 'gif' && format !== 'webp') return false
  if (busiest || mirror.across || mirror.down || turn > 0 || blur || sharpen) return false
  if (Object.values(border).some((length) => length > 0)) return false
  const {pages = 1, width, height, orientation = 1} = await decoder(bytes).metadata()
  return pages > 1 && orientation === 1 && pages * width * height <= MAX_AREA
}

const white: Color = {r: 255, g: 255, b: 255, alpha: 1}

// The color behind transparent pixels: the requested one, or none. JPEG has no transparency.
function withBackground(image: Sharp, {background, border, format}: ImagePlan): void {
  const solid = format === 'jpg' || format === 'pjpg'
  if (solid || background?.alpha === 1) image.flatten({background: background ?? white})
  if (Object.values(border).every((length) => length === 0)) return
  image.extend({...border, background: background ?? {...white, alpha: solid ? 1 : 0}})
}

function inFormat(image: Sharp, {format, quality: asked}: ImagePlan): Sharp {
  // Sanity's lowest quality is 0, sharp's is 1.
  const quality = Math.max(1, asked)
  switch (format) {
    case 'jpg':
      return image.jpeg({quality})
    case 'pjpg':
      return image.jpeg({quality, progressive: true})
    case 'png':
      return image.png()
    case 'webp':
      return image.webp({quality})
    case 'avif':
      // The best quality that is fast enough while a client waits.
      return image.avif({quality, effort: 2})
    case 'gif':
      return image.gif()
  }
}

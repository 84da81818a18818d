// Makes images: runs a plan through sharp. What comes out carries no EXIF data, such as where a photo
// was taken, and is in sRGB.

import type {Sharp} from 'sharp'
import {httpError, messageOf} from '../../errors.ts'
import {decoder} from './decoder.ts'
import type {Color, ImagePlan} from './plan.ts'

/** How long one image may take, since anybody may ask for one. */
const SECONDS = 20

/**
 * The bytes of an image as planned. Of animations, the first frame.
 *
 * @throws LakeError 400 if that takes too long, or the image cannot be read
 */
export async function makeImage(bytes: Uint8Array, plan: ImagePlan): Promise<Uint8Array> {
  const image = decoder(bytes)
    .timeout({seconds: SECONDS})
    .autoOrient()
    .extract(plan.part)
    .resize({
      ...plan.size,
      fit: plan.busiest ? 'cover' : 'fill',
      position: plan.busiest ? 'entropy' : 'centre',
    })
  // Mirrored before it is turned, in whichever order sharp is told.
  if (plan.mirror.across) image.flop()
  if (plan.mirror.down) image.flip()
  if (plan.turn > 0) image.rotate(plan.turn)
  withBackground(image, plan)
  if (plan.blur) image.blur(plan.blur / 2)
  if (plan.sharpen) image.sharpen({sigma: 1, m1: plan.sharpen / 50, m2: plan.sharpen / 25})
  if (plan.grey) image.greyscale()
  if (plan.invert) image.negate({alpha: false})
  try {
    return await inFormat(image, plan).toBuffer()
  } catch (error) {
    throw httpError(400, `The image cannot be made: ${messageOf(error)}`)
  }
}

const white: Color = {r: 255, g: 255, b: 255, alpha: 1}

// What shows through: the color that is asked for, or else nothing, which JPEG cannot show.
function withBackground(image: Sharp, {background, border, format}: ImagePlan): void {
  const solid = format === 'jpg' || format === 'pjpg'
  if (solid || background?.alpha === 1) image.flatten({background: background ?? white})
  if (Object.values(border).every((length) => length === 0)) return
  image.extend({...border, background: background ?? {...white, alpha: solid ? 1 : 0}})
}

function inFormat(image: Sharp, {format, quality: asked}: ImagePlan): Sharp {
  // Zero is as low as Sanity's goes, one as sharp's does.
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
      // The best of what can be made while somebody waits.
      return image.avif({quality, effort: 2})
    case 'gif':
      return image.gif()
  }
}

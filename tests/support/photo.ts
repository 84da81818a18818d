// Pictures as cameras and editors write them: turned, with metadata, animated.

import sharp, {type Sharp} from 'sharp'

/** A picture in which every pixel has another colour, so that a part of it shows where it is from. */
export function gradient(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    pixels.set(
      [Math.floor((x * 255) / width), Math.floor((y * 255) / height), (x + y) % 256],
      3 * at,
    )
  }
  return sharp(pixels, {raw: {width, height, channels: 3}})
}

/**
 * An upright picture as a camera stores it that was held otherwise.
 *
 * @param orientation From 1 to 8, as in EXIF.
 */
export async function heldAs(orientation: number, upright: Sharp): Promise<Sharp> {
  const {width, height} = await upright.metadata()
  const png = await upright.png().toBuffer()
  // Each orientation undoes itself, except for the two quarter turns, which undo each other.
  const undo = {6: 8, 8: 6}[orientation] ?? orientation
  const tagged = await sharp(png).withMetadata({orientation: undo}).png().toBuffer()
  const turned = sharp(await sharp(tagged).autoOrient().png().toBuffer())
  const stored = await turned.metadata()
  const isQuarter = orientation > 4
  if (stored.width !== (isQuarter ? height : width)) throw new Error('The picture was not turned')
  return turned.withMetadata({orientation})
}

/** What must never leave with a photo. */
export const SECRETS = ['Pat Patient', 'Phil Photographer', 'Ward 7', 'SECRET-CAMERA']

/** A picture with much about people in its file. */
export function withSecrets(picture: Sharp): Sharp {
  return picture
    .withExifMerge({
      IFD0: {Artist: 'Phil Photographer', ImageDescription: 'Pat Patient', Model: 'SECRET-CAMERA'},
      IFD2: {MakerNote: 'SECRET-CAMERA 0815', UserComment: 'Ward 7'},
      IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100'},
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:subject="Pat Patient"/></rdf:RDF></x:xmpmeta>',
    )
}

/** The pixels of a picture, row by row, in three colours. */
export async function pixelsOf(bytes: Uint8Array | Sharp): Promise<Buffer> {
  const picture = bytes instanceof Uint8Array ? sharp(bytes) : bytes.clone()
  return picture.removeAlpha().raw().toBuffer()
}

import {z} from 'zod'

/** The image formats that a release may carry, with their file extensions. SVG is left out, because it can hold scripts. */
export const imageExtensions = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
} as const

/** The fields of an uploaded image that the pipeline needs. */
export const imageAsset = z.strictObject({
  _id: z.string().min(1),
  _type: z.literal('sanity.imageAsset'),
  /** The path at any image host. A full address would be different at each host. */
  path: z.string().regex(/^images(?:\/\w[\w.-]*)+$/, 'is not the path of an image'),
  sha1hash: z.string().regex(/^[0-9a-f]{40}$/),
  mimeType: z.string().pipe(
    z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif'], {
      error: 'is not an image format that a release may carry: use PNG, JPEG, WebP, AVIF or GIF',
    }),
  ),
  width: z.int().min(1),
  height: z.int().min(1),
})

export type ImageAsset = z.output<typeof imageAsset>

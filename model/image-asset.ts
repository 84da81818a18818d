import {z} from 'zod'

/** The image formats that a release may carry, with their file extensions. SVG is not one: it can hold script. */
export const imageExtensions = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
} as const

/** What the pipeline asks of an uploaded image. */
export const imageAsset = z.strictObject({
  _id: z.string().min(1),
  _type: z.literal('sanity.imageAsset'),
  /** Where it is at any host that has it. A whole address would differ from one to the next. */
  path: z.string().regex(/^images(?:\/[\w.-]+)+$/, 'is not the path of an image'),
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

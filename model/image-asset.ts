import {z} from 'zod'
import type {StoredDocument} from '../review/revision.ts'

/** The image formats that a release may carry, with their file extensions. SVG is left out, because it can hold scripts. */
export const imageExtensions = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
} as const

export type PictureType = keyof typeof imageExtensions

/** What is wrong with a picture of another format, and what to do. */
export const otherFormat = {
  error: 'is not a PNG, JPEG, WebP, AVIF or GIF',
  params: {
    hint: 'Save the picture in one of these formats, upload it, and choose it where pages show this one.',
  },
}

/** What the pipeline knows of an uploaded image: its document as `imageFromId` makes it. */
export const imageAsset = z.strictObject({
  _id: z.string().min(1),
  _type: z.literal('sanity.imageAsset'),
  /** The path at any image host. A full address would be different at each host. */
  path: z.string().regex(/^images(?:\/\w[\w.-]*)+$/, 'is not the path of an image'),
  sha1hash: z.string().regex(/^[0-9a-f]{40}$/),
  mimeType: z.custom<PictureType>(
    (type) => typeof type === 'string' && Object.hasOwn(imageExtensions, type),
    otherFormat,
  ),
  width: z.int().min(1),
  height: z.int().min(1),
})

const ID = /^image-(?<sha1hash>[0-9a-f]{40})-(?<width>\d+)x(?<height>\d+)-(?<extension>[a-z0-9]+)$/

/**
 * What the id of an uploaded image tells about its file, as a document of the model. The stored document
 * says the same, but a user could have changed it. A reviewer approved the id, with the text that shows
 * the image.
 *
 * @param home Where the image is stored.
 */
export function imageFromId(
  _id: string,
  {projectId, dataset}: {readonly projectId?: string; readonly dataset?: string},
): StoredDocument {
  const _type = 'sanity.imageAsset'
  const {sha1hash, width, height, extension} = ID.exec(_id)?.groups ?? {}
  if (sha1hash === undefined) return {_id, _type}
  const path = `images/${projectId}/${dataset}/${sha1hash}-${width}x${height}.${extension}`
  const [mimeType = `image/${extension}`] =
    Object.entries(imageExtensions).find(([, known]) => known === extension) ?? []
  return {_id, _type, path, sha1hash, mimeType, width: Number(width), height: Number(height)}
}

export type ImageAsset = z.output<typeof imageAsset>

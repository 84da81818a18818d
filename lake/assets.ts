// Images and files: their documents, in the shapes that Sanity gives them, and their bytes.
// https://www.sanity.io/docs/http-reference/assets

import {createHash} from 'node:crypto'
import {extname} from 'node:path'
import sharp from 'sharp'
import {z} from 'zod'
import type {AssetFiles, AssetKind} from './asset-files.ts'
import {httpError, messageOf} from './errors.ts'
import {extensionFor, mediaTypeOf} from './media-type.ts'

/** What an uploader may say about an asset, as query parameters of the upload. */
export const assetDetails = z.object({
  filename: z.string().optional(),
  label: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  creditLine: z.string().optional(),
  sourceId: z.string().optional(),
  sourceName: z.string().optional(),
  sourceUrl: z.string().optional(),
})

export type AssetDetails = z.infer<typeof assetDetails>

/** Which lake an asset belongs to: this is part of its path and address. */
export interface AssetHome {
  readonly projectId: string
  readonly dataset: string
  readonly files: AssetFiles
}

/** The content of an asset document, before it is stored as one. */
export interface AssetDocument {
  readonly _id: string
  readonly _type: 'sanity.imageAsset' | 'sanity.fileAsset'
  readonly [attribute: string]: unknown
}

/**
 * Keeps an asset's bytes and describes them. The id comes from the bytes: the same bytes are the
 * same asset.
 * @param contentType what the uploader says the bytes are, for a file whose name does not tell
 * @throws LakeError 400 for an image that cannot be read
 */
export async function saveAsset(
  home: AssetHome,
  kind: AssetKind,
  bytes: Uint8Array,
  details: AssetDetails,
  contentType?: string,
): Promise<AssetDocument> {
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  const image = kind === 'image' ? await describeImage(bytes) : undefined
  const extension = image?.extension ?? fileExtension(details.filename, contentType)
  const stem = image ? `${sha1}-${image.width}x${image.height}` : sha1
  const name = `${stem}.${extension}`
  if (!(await home.files.has(kind, name))) await home.files.write(kind, name, bytes)
  const path = `${kind}s/${home.projectId}/${home.dataset}/${name}`
  const {filename, label, title, description, creditLine, ...source} = details
  return {
    _id: `${kind}-${stem}-${extension}`,
    _type: kind === 'image' ? 'sanity.imageAsset' : 'sanity.fileAsset',
    assetId: sha1,
    extension,
    metadata: image?.metadata,
    mimeType: image ? mediaTypeOf(extension) : (knownType(contentType) ?? mediaTypeOf(extension)),
    originalFilename: filename,
    path,
    sha1hash: sha1,
    size: bytes.byteLength,
    url: `https://cdn.sanity.io/${path}`,
    label,
    title,
    description,
    creditLine,
    source:
      source.sourceId === undefined
        ? undefined
        : {id: source.sourceId, name: source.sourceName, url: source.sourceUrl},
  }
}

/**
 * The bytes behind a path of an asset, and their media type.
 * @param name the last part of the path
 * @returns undefined if there is no such asset; also for any name that is not one
 */
export async function readAsset(
  files: AssetFiles,
  kind: AssetKind,
  name: string,
): Promise<{bytes: Uint8Array; mediaType: string} | undefined> {
  const extension = ASSET_NAME[kind].exec(name)?.groups?.extension
  if (extension === undefined) return undefined
  const bytes = await files.read(kind, name)
  return bytes && {bytes, mediaType: mediaTypeOf(extension)}
}

/** The file of an asset, from its id; undefined if that is not the id of an asset. */
export function assetFile(id: string): {kind: AssetKind; name: string; sha1: string} | undefined {
  const groups = ASSET_ID.exec(id)?.groups
  const {kind, stem, sha1, extension} = groups ?? {}
  if (stem === undefined || sha1 === undefined || extension === undefined) return undefined
  if (kind !== 'image' && kind !== 'file') return undefined
  return {kind, name: `${stem}.${extension}`, sha1}
}

const ASSET_NAME: Record<AssetKind, RegExp> = {
  image: /^[0-9a-f]{40}-\d+x\d+\.(?<extension>[a-z0-9]+)$/,
  file: /^[0-9a-f]{40}\.(?<extension>[a-z0-9]+)$/,
}

const ASSET_ID =
  /^(?<kind>image|file)-(?<stem>(?<sha1>[0-9a-f]{40})(?:-\d+x\d+)?)-(?<extension>[a-z0-9]+)$/

// Where sharp's name of a format is not the extension that Sanity uses.
const EXTENSIONS = new Map([
  ['jpeg', 'jpg'],
  ['tiff', 'tif'],
])

// EXIF orientations from 5 on turn the image by a quarter.
const QUARTER_TURN = 5

async function describeImage(bytes: Uint8Array) {
  try {
    const meta = await sharp(bytes).metadata()
    const turned = (meta.orientation ?? 1) >= QUARTER_TURN
    const [width, height] = turned ? [meta.height, meta.width] : [meta.width, meta.height]
    const format = meta.format === 'heif' && meta.compression === 'av1' ? 'avif' : meta.format
    return {
      extension: EXTENSIONS.get(format) ?? format,
      width,
      height,
      metadata: {
        _type: 'sanity.imageMetadata',
        dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
        hasAlpha: meta.hasAlpha,
        isOpaque: !meta.hasAlpha || (await sharp(bytes).stats()).isOpaque,
        lqip: await placeholder(bytes),
      },
    }
  } catch (error) {
    throw httpError(400, `The image cannot be read: ${messageOf(error)}`)
  }
}

const PLACEHOLDER_WIDTH = 20

// A few hundred bytes to show, blurred, until the image itself is there.
async function placeholder(bytes: Uint8Array): Promise<string> {
  const small = await sharp(bytes).rotate().resize({width: PLACEHOLDER_WIDTH}).png().toBuffer()
  return `data:image/png;base64,${small.toString('base64')}`
}

function fileExtension(filename: string | undefined, contentType: string | undefined): string {
  const fromName = extname(filename ?? '')
    .slice(1)
    .toLowerCase()
  if (/^[a-z0-9]+$/.test(fromName)) return fromName
  return extensionFor(contentType ?? '')
}

function knownType(contentType: string | undefined): string | undefined {
  return contentType === undefined || extensionFor(contentType) === 'bin' ? undefined : contentType
}

// Images and files: their documents, in the shapes that Sanity gives them, and their bytes.
// https://www.sanity.io/docs/http-reference/assets

import {createHash} from 'node:crypto'
import {extname} from 'node:path'
import {z} from 'zod'
import {plainFileName} from './file-name.ts'
import type {AssetFiles, AssetKind} from './files.ts'
import {describeImage, metadataParts} from './image/metadata.ts'
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
  meta: metadataParts,
})

export type AssetDetails = z.infer<typeof assetDetails>

/** Which lake an asset belongs to. This is part of its path and URL. */
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
 * The document of an asset. Its id is derived from the bytes: the same bytes are the same asset.
 *
 * @param contentType the uploader's media type, used if the file name does not show the type
 * @throws LakeError 400 for an image that cannot be read
 */
export async function describeAsset(
  home: AssetHome,
  kind: AssetKind,
  bytes: Uint8Array,
  details: AssetDetails,
  contentType?: string,
): Promise<AssetDocument> {
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  const image = kind === 'image' ? await describeImage(bytes, details.meta) : undefined
  const originalFilename = plainFileName(details.filename ?? '')
  const extension = image?.extension ?? fileExtension(originalFilename, contentType)
  const stem = image ? `${sha1}-${image.width}x${image.height}` : sha1
  const name = `${stem}.${extension}`
  const path = `${kind}s/${home.projectId}/${home.dataset}/${name}`
  const {label, title, description, creditLine, ...source} = details
  return {
    _id: `${kind}-${stem}-${extension}`,
    _type: kind === 'image' ? 'sanity.imageAsset' : 'sanity.fileAsset',
    assetId: sha1,
    extension,
    metadata: image?.metadata,
    mimeType: image ? mediaTypeOf(extension) : (knownType(contentType) ?? mediaTypeOf(extension)),
    originalFilename,
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

/** Stores the bytes of an asset that `describeAsset` described. */
export async function keepAsset(
  {files}: AssetHome,
  {_id}: AssetDocument,
  bytes: Uint8Array,
): Promise<void> {
  const file = assetFile(_id)
  if (!file) throw new TypeError(`Not the id of an asset: ${_id}`)
  if (!(await files.has(file.kind, file.name))) await files.write(file.kind, file.name, bytes)
}

/**
 * The id of the asset at a URL.
 *
 * @param name the last part of the path
 * @returns undefined if the name cannot belong to an asset
 */
export function assetIdOf(kind: AssetKind, name: string): string | undefined {
  const {stem, extension} = assetName[kind].exec(name)?.groups ?? {}
  return stem === undefined ? undefined : `${kind}-${stem}-${extension}`
}

/** The file of an asset, from its id; undefined if this is not an asset id. */
export function assetFile(id: string): {kind: AssetKind; name: string; sha1: string} | undefined {
  const groups = ASSET_ID.exec(id)?.groups
  const {kind, stem, sha1, extension} = groups ?? {}
  if (stem === undefined || sha1 === undefined || extension === undefined) return undefined
  if (kind !== 'image' && kind !== 'file') return undefined
  return {kind, name: `${stem}.${extension}`, sha1}
}

const assetName: Record<AssetKind, RegExp> = {
  image: /^(?<stem>[0-9a-f]{40}-\d+x\d+)\.(?<extension>[a-z0-9]+)$/,
  file: /^(?<stem>[0-9a-f]{40})\.(?<extension>[a-z0-9]+)$/,
}

const ASSET_ID =
  /^(?<kind>image|file)-(?<stem>(?<sha1>[0-9a-f]{40})(?:-\d+x\d+)?)-(?<extension>[a-z0-9]+)$/

function fileExtension(filename: string | undefined, contentType: string | undefined): string {
  const fromName = extname(filename ?? '')
    .slice(1)
    .toLowerCase()
  if (/^[a-z0-9]{1,16}$/.test(fromName)) return fromName
  return extensionFor(contentType ?? '')
}

function knownType(contentType: string | undefined): string | undefined {
  return contentType === undefined || extensionFor(contentType) === 'bin' ? undefined : contentType
}

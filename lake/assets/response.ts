// Answers requests for assets' bytes: as they were uploaded, or an image made from them.

import {createHash} from 'node:crypto'
import {z} from 'zod'
import type {LakeState} from '../call.ts'
import {httpError, type LakeError} from '../errors.ts'
import {assetIdOf} from './assets.ts'
import {attachment, plainFileName} from './file-name.ts'
import type {AssetKind} from './files.ts'
import {makeImage} from './image/make.ts'
import {planImage, type OutputFormat} from './image/plan.ts'
import {mediaTypeOf} from './media-type.ts'

/** What an answer needs from an asset's document. */
const assetDocument = z.object({
  originalFilename: z.string().optional().catch(undefined),
})

const imageDocument = z.object({mimeType: z.string(), size: z.number()})

const safety = {
  'x-content-type-options': 'nosniff',
  // An uploaded page or SVG must not run scripts under the lake's origin.
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}

/**
 * The bytes of an asset. They are served only while the asset has a document.
 *
 * @param asset its file name comes from the URL, unchecked
 * @throws LakeError 404 if there is no such asset, 400 for an invalid transformation, 503 if too many
 *   others wait or the lake closes
 */
export async function assetResponse(
  {
    store,
    home,
    closing,
    imageTimeoutMs: timeoutMs,
  }: Pick<LakeState, 'store' | 'home' | 'closing' | 'imageTimeoutMs'>,
  {kind, name}: {readonly kind: AssetKind; readonly name: string},
  {headers, signal}: Request,
  {searchParams}: URL,
): Promise<Response> {
  const id = assetIdOf(kind, name)
  const document = id === undefined ? undefined : store.document(id)
  if (document === undefined) throw assetNotFound()
  const [stem = '', extension = ''] = name.split('.')
  if (kind === 'image' && searchParams.get('fm') === 'json') {
    if (!(await home.files.has(kind, name))) throw assetNotFound()
    return Response.json(imageInfo(document, sizeIn(stem)), {headers: safety})
  }
  const plan =
    kind === 'image' && extension !== 'svg'
      ? planImage(searchParams, {...sizeIn(stem), extension}, headers.get('accept') ?? '')
      : undefined
  const format = plan ? extensions[plan.format] : extension
  const described = {
    ...safety,
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `W/"${plan ? sha1(`${name} ${JSON.stringify(plan)}`) : stem}"`,
    ...(searchParams.has('auto') ? {vary: 'Accept'} : {}),
  }
  if (isKnown(described.etag, headers.get('if-none-match') ?? '')) {
    return new Response(null, {status: 304, headers: described})
  }
  const read = async (): Promise<Uint8Array> => {
    const bytes = await home.files.read(kind, name)
    if (!bytes) throw assetNotFound()
    return bytes
  }
  const body = plan
    ? await makeImage(read, plan, {timeoutMs, signal: AbortSignal.any([signal, closing])})
    : await read()
  const download = searchParams.get('dl')
  const {originalFilename} = assetDocument.parse(JSON.parse(document))
  // A plain view, because a Response does not accept shared memory.
  return new Response(new Uint8Array(body), {
    headers: {
      ...described,
      'content-type': mediaTypeOf(format),
      ...(download === null
        ? {}
        : {
            'content-disposition': attachment(
              downloadName(download, originalFilename, {name, stem, format}),
            ),
          }),
    },
  })
}

// What `fm=json` shows: https://docs.imgix.com/en-US/apis/rendering/format/output-format
function imageInfo(document: string, {width, height}: {width: number; height: number}) {
  const {mimeType, size} = imageDocument.parse(JSON.parse(document))
  return {
    'Content-Type': mimeType,
    'Content-Length': String(size),
    PixelWidth: width,
    PixelHeight: height,
  }
}

/** The error for a URL without an asset. */
export function assetNotFound(): LakeError {
  return httpError(404, 'Asset not found')
}

const extensions: Record<OutputFormat, string> = {
  jpg: 'jpg',
  pjpg: 'jpg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
}

// The file name of an image ends with its size as displayed.
function sizeIn(stem: string): {width: number; height: number} {
  const [, width, height] = /-(\d+)x(\d+)$/.exec(stem) ?? []
  return {width: Number(width), height: Number(height)}
}

// `@sanity/image-url` sends `dl=true` if no name was given.
function downloadName(
  asked: string,
  original: string | undefined,
  {name, stem, format}: {name: string; stem: string; format: string},
): string {
  if (asked !== '' && asked !== 'true') return plainFileName(asked) ?? name
  const kept = name.endsWith(`.${format}`) ? plainFileName(original ?? '') : undefined
  return kept ?? `${stem}.${format}`
}

// https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match
function isKnown(etag: string, known: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '')
  return known.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag))
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

// The URLs of assets. Their documents are stored with Sanity's own URL, so that a dataset does not
// depend on where it is stored. A client of a port gets a URL at that port, because Sanity's servers
// do not have this lake's assets.

const CDN = 'https://cdn.sanity.io/'
const assetTypes = new Set<unknown>(['sanity.imageAsset', 'sanity.fileAsset'])

/** Where the URLs of assets in an answer begin: undefined for Sanity's own, null to leave them out. */
export type AssetOrigin = string | null | undefined

/**
 * `@sanity/import` asks with this tag whether it must upload an asset. It believes the answer only after
 * a `HEAD` request over HTTPS, which the lake does not speak. Without a URL it uploads the asset instead,
 * and an upload of known bytes gives the asset that is there.
 */
const IMPORTER_TAG = /\.asset\.get-id$/

/** The origin of asset URLs in the answer to a request to `url`. */
export function assetOrigin(url: URL): AssetOrigin {
  if (IMPORTER_TAG.test(url.searchParams.get('tag') ?? '')) return null
  return url.hostname.endsWith('.sanity.io') ? undefined : url.origin
}

/** A document as shown at an origin. Only asset documents differ. */
export function atOrigin<D extends Readonly<Record<string, unknown>>>(
  document: D,
  origin: AssetOrigin,
): D {
  const {_type, url} = document
  if (origin === undefined || !assetTypes.has(_type)) return document
  if (typeof url !== 'string' || !url.startsWith(CDN)) return document
  return {...document, url: origin === null ? null : `${origin}/${url.slice(CDN.length)}`}
}

/** The same for a document that is JSON in UTF-8. */
export function bytesAtOrigin(json: Uint8Array, origin: AssetOrigin): Uint8Array {
  const bytes = Buffer.from(json.buffer, json.byteOffset, json.byteLength)
  if (origin === undefined || !bytes.includes(CDN) || !bytes.includes('"sanity.')) return json
  const document: unknown = JSON.parse(bytes.toString())
  if (typeof document !== 'object' || document === null) return json
  return Buffer.from(JSON.stringify(atOrigin({...document}, origin)))
}

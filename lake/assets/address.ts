// The URLs of assets. Their documents are stored with Sanity's own URL, so that a dataset does not
// depend on where it is stored. A client of a port gets a URL at that port, because Sanity's servers
// do not have this lake's assets.

const CDN = 'https://cdn.sanity.io/'
const assetTypes = new Set<unknown>(['sanity.imageAsset', 'sanity.fileAsset'])

/** The origin of asset URLs for a request to `url`; undefined for Sanity's own. */
export function assetOrigin(url: URL): string | undefined {
  return url.hostname.endsWith('.sanity.io') ? undefined : url.origin
}

/** A document as shown at an origin. Only asset documents differ. */
export function atOrigin<D extends Readonly<Record<string, unknown>>>(
  document: D,
  origin: string | undefined,
): D {
  const {_type, url} = document
  if (origin === undefined || !assetTypes.has(_type)) return document
  if (typeof url !== 'string' || !url.startsWith(CDN)) return document
  return {...document, url: `${origin}/${url.slice(CDN.length)}`}
}

/** The same for a document that is JSON in UTF-8. */
export function bytesAtOrigin(json: Uint8Array, origin: string | undefined): Uint8Array {
  const bytes = Buffer.from(json.buffer, json.byteOffset, json.byteLength)
  if (origin === undefined || !bytes.includes(CDN) || !bytes.includes('"sanity.')) return json
  const document: unknown = JSON.parse(bytes.toString())
  if (typeof document !== 'object' || document === null) return json
  return Buffer.from(JSON.stringify(atOrigin({...document}, origin)))
}

// Where assets say they are. Their documents are stored with Sanity's own address, so that a dataset
// is the same wherever it lies; whoever asks at a port is told an address at that port, since
// nothing of this lake is to be had at Sanity's.

const CDN = 'https://cdn.sanity.io/'
const assetTypes = new Set<unknown>(['sanity.imageAsset', 'sanity.fileAsset'])

/** The address at which assets are to be had by whoever asked at `url`; undefined for Sanity's. */
export function assetOrigin(url: URL): string | undefined {
  return url.hostname.endsWith('.sanity.io') ? undefined : url.origin
}

/** A document as it is shown at an origin. Only those of assets differ. */
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

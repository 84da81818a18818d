// File extensions and the media types they are served with.

const mediaTypes = new Map([
  ['avif', 'image/avif'],
  ['csv', 'text/csv'],
  ['gif', 'image/gif'],
  ['heif', 'image/heif'],
  ['html', 'text/html'],
  ['jpg', 'image/jpeg'],
  ['json', 'application/json'],
  ['md', 'text/markdown'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['tif', 'image/tiff'],
  ['txt', 'text/plain'],
  ['vtt', 'text/vtt'],
  ['webm', 'video/webm'],
  ['webp', 'image/webp'],
  ['zip', 'application/zip'],
])

const UNKNOWN = 'application/octet-stream'

export function mediaTypeOf(extension: string): string {
  return mediaTypes.get(extension) ?? UNKNOWN
}

/** The usual extension for a media type, or `bin`. */
export function extensionFor(mediaType: string): string {
  const [bare = ''] = mediaType.split(';', 1)
  for (const [extension, known] of mediaTypes) if (known === bare.trim()) return extension
  return 'bin'
}

// Tells what the file of a picture holds. Cameras and editors write much into it besides the picture: the
// place, the time, names, an earlier version, even a video behind the end.

import type {PictureType} from '../../model/image-asset.ts'

/** The name of bytes that belong to no part, and of a file that ends too early. */
const REST = 'rest'

interface Format {
  /** Gives the name of each part, in order. A read behind the end throws a RangeError. */
  readonly walk: (file: Buffer) => Generator<string>
  /** The parts that a picture is shown from: pixels, frames, colours and their profile. */
  readonly shown: readonly string[]
}

const formats: Readonly<Record<PictureType, Format>> = {
  'image/png': {
    walk: pngParts,
    shown: [
      'IHDR',
      'PLTE',
      'tRNS',
      'IDAT',
      'IEND',
      'acTL',
      'fcTL',
      'fdAT',
      'bKGD',
      'cHRM',
      'cICP',
      'gAMA',
      'iCCP',
      'pHYs',
      'sBIT',
      'sRGB',
    ],
  },
  'image/jpeg': {
    walk: jpegParts,
    shown: ['JFIF', 'ICC_PROFILE', 'c0', 'c1', 'c2', 'c4', 'd9', 'da', 'db', 'dd', 'ee'],
  },
  'image/webp': {
    walk: webpParts,
    shown: ['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L'],
  },
  'image/avif': {
    walk: avifParts,
    shown: ['ftyp', 'meta', 'mdat', 'av01', 'grid'],
  },
  'image/gif': {
    walk: gifParts,
    shown: ['image', 'f9', 'NETSCAPE2.0', 'ANIMEXTS1.0', 'end'],
  },
}

/** The names of the parts of a picture's file, in order. */
export function partsOf(bytes: Uint8Array, type: PictureType): string[] {
  const parts: string[] = []
  try {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const name of formats[type].walk(file)) parts.push(name)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    parts.push(REST)
  }
  return parts
}

/** Whether a file with these parts holds its whole picture, and nothing else. */
export function isBare(parts: readonly string[], type: PictureType): boolean {
  return parts.every((name) => formats[type].shown.includes(name))
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
function* pngParts(file: Buffer): Generator<string> {
  for (let at = 8; ;) {
    const end = at + 12 + file.readUInt32BE(at)
    const name = text(file, at + 4, at + 8)
    yield name
    if (name === 'IEND') return yield* behind(end, file)
    at = end
  }
}

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B */
function* jpegParts(file: Buffer): Generator<string> {
  for (let at = 2; ;) {
    const marker = file.readUInt16BE(at) - 0xff00
    if (marker < 0) return yield REST
    if (marker === 0xd9) {
      yield 'd9'
      return yield* behind(at + 2, file)
    }
    const end = at + 2 + file.readUInt16BE(at + 2)
    yield segmentName(marker, file.subarray(at + 4, end))
    at = marker === 0xda ? nextMarker(file, end) : end
  }
}

function segmentName(marker: number, content: Buffer): string {
  // A longer one has a small copy of the picture.
  if (marker === 0xe0 && content.length === 14) return text(content, 0, 4)
  // Other parts with this marker hold more pictures.
  if (marker === 0xe2) return text(content, 0, 11)
  return marker.toString(16)
}

/** The next marker after compressed pixels. In these, a zero or the number of a restart follows each FF. */
function nextMarker(file: Buffer, from: number): number {
  let at = from
  for (;;) {
    at = file.indexOf(0xff, at)
    if (at === -1) return file.length
    const next = file.readUInt8(at + 1)
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
    at += 2
  }
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function* webpParts(file: Buffer): Generator<string> {
  const end = 8 + file.readUInt32LE(4)
  yield* chunksIn(file, 12, end)
  yield* behind(end, file)
}

function* chunksIn(file: Buffer, from: number, to: number): Generator<string> {
  for (let at = from; at < to;) {
    const name = text(file, at, at + 4)
    const size = file.readUInt32LE(at + 4)
    const [start, end] = [at + 8, at + 8 + size + (size % 2)]
    yield name
    // A frame has its place and time, then chunks of its own.
    if (name === 'ANMF') yield* chunksIn(file, start + 16, end)
    at = end
  }
}

/** https://aomediacodec.github.io/av1-avif/ */
function* avifParts(file: Buffer): Generator<string> {
  for (let at = 0; at < file.length;) {
    const size = file.readUInt32BE(at)
    const name = text(file, at + 4, at + 8)
    yield name
    // A size of 0 or 1 has another meaning, which no program uses for a picture.
    if (size < 8 || at + size > file.length) return yield REST
    if (name === 'meta') yield* itemTypes(text(file, at, at + size))
    at += size
  }
}

function itemTypes(meta: string): string[] {
  return Array.from(meta.matchAll(/infe[^]{8}([^]{4})/g), ([, type = REST]) => type)
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
function* gifParts(file: Buffer): Generator<string> {
  for (let at = 13 + colours(file.readUInt8(10)); ;) {
    const kind = file.readUInt8(at)
    if (kind === 0x3b) {
      yield 'end'
      return yield* behind(at + 1, file)
    }
    if (kind === 0x2c) {
      yield 'image'
      at = afterBlocks(file, at + 11 + colours(file.readUInt8(at + 9)))
    } else if (kind === 0x21) {
      const label = file.readUInt8(at + 1)
      yield label === 0xff ? text(file, at + 3, at + 14) : label.toString(16)
      at = afterBlocks(file, at + 2)
    } else {
      return yield REST
    }
  }
}

/** The size of the table of colours that follows. */
function colours(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1)
}

function afterBlocks(file: Buffer, from: number): number {
  let at = from
  for (;;) {
    const size = file.readUInt8(at)
    at += 1 + size
    if (size === 0) return at
  }
}

function text(file: Buffer, start: number, end: number): string {
  return file.toString('latin1', start, end)
}

function* behind(end: number, {length}: Buffer): Generator<string> {
  if (end !== length) yield REST
}

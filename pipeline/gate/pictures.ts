// Makes the pictures that pages show, once, and keeps them in the store. A text that shows a picture which
// cannot be made is withheld like any document with an error.

import {createHash} from 'node:crypto'
import {rmSync} from 'node:fs'
import {join} from 'node:path'
import sharp, {type Metadata} from 'sharp'
import {figure, type Figure} from '../../model/health-text.ts'
import {
  imageAsset,
  imageFromId,
  otherFormat,
  type ImageAsset,
  type PictureType,
} from '../../model/image-asset.ts'
import type {Pointer} from '../../model/references.ts'
import type {Finding} from '../../policy/finding.ts'
import {
  imageFiles,
  isWhole,
  shownPart,
  variantsOf,
  type ImageUse,
  type ImageVariant,
} from '../../render/page/images.ts'
import {once} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import {writeInto} from '../release/release.ts'
import type {ContentSource} from '../source/source.ts'
import {inputDigest, type StepsOf} from '../steps/steps.ts'
import type {KeptFile, Store} from '../store/store.ts'
import {isBare, partsOf} from './file-parts.ts'

/** The folder of a staged release in which pictures are made. It is no part of the release. */
const PICTURES = 'pictures'

/** The path of this folder. */
export function picturesFolder(dir: string): string {
  return join(dir, PICTURES)
}

/** A place where a text shows a picture. */
export interface PicturePlace {
  readonly document: string
  readonly type: string
  /** In Sanity's notation. */
  readonly path: string
  /** The id of the asset. */
  readonly asset: string
  readonly figure: Figure
}

/**
 * The places where a document shows a picture. Figures that do not fit the model are left out, because
 * they are reported themselves.
 */
export function picturesIn(content: StoredDocument, pointers: readonly Pointer[]): PicturePlace[] {
  const {_id: document, _type: type} = content
  return pointers
    .filter(({to}) => to[0] === 'sanity.imageAsset')
    .flatMap(({path, target: asset, holder}) => {
      const {data} = figure.safeParse(holder)
      return data ? [{document, type, path, asset, figure: data}] : []
    })
}

/** One finding for each place where a document shows a file that its dataset cannot give. */
export function unusableFilesIn(
  {_id: document, _type: type}: StoredDocument,
  pointers: readonly Pointer[],
  {unusableFiles}: ContentSource,
): Finding[] {
  const hint = 'Put a whole picture there, as PNG, JPEG, WebP, AVIF or GIF, or remove this one.'
  return pointers.flatMap(({target: asset, path}) => {
    const message = unusableFiles.get(asset)
    return message === undefined ? [] : findingOf({document, type, path, asset}, {message, hint})
  })
}

/** Why a picture cannot be shown: the end of a sentence about it, and what to do. */
interface Problem {
  readonly message: string
  readonly hint: string
}

/**
 * What an export remembers of a picture: its files in the store, in the order of `imageFiles`, or why there
 * are none.
 */
export type PictureStep = {readonly files: readonly KeptFile[]} | Problem

interface PicturesOptions {
  /** The folder of the staged release. */
  readonly dir: string
  readonly store: Store
  /** The pictures that earlier exports made. */
  readonly steps: StepsOf<PictureStep>
  /** Those that this export made or found: a text that readers have and a newer one may show the same. */
  readonly made: Map<string, PictureStep>
}

/** The pictures that were made. */
export interface Pictures {
  /** One for each place whose picture cannot be made. */
  readonly findings: readonly Finding[]
  /** By their path in a channel (`imageFiles`). */
  readonly files: ReadonlyMap<string, KeptFile>
}

/**
 * Makes pictures, unless an earlier export made them of the same files.
 *
 * @throws Failure if the source answers with an error or cannot be reached.
 */
export async function makePictures(
  source: ContentSource,
  places: readonly PicturePlace[],
  options: PicturesOptions,
): Promise<Pictures> {
  const findings: Finding[] = []
  const files = new Map<string, KeptFile>()
  for (const [id, shown] of Map.groupBy(places, ({asset}) => asset)) {
    const {data: asset} = imageAsset.safeParse(imageFromId(id, source.client.config()))
    if (!asset) {
      findings.push(...shown.map((place) => findingOf(place, unknownFormat)))
      continue
    }
    const upload = new Upload(source, asset, {id, mark: await source.imageMark(id)})
    for (const place of shown) {
      const image = shownPart(asset, place.figure)
      const picture = await upload.picture(image, options)
      if ('message' in picture) {
        findings.push(findingOf(place, picture))
        continue
      }
      for (const [index, path] of imageFiles(image).entries()) {
        const file = picture.files[index]
        if (file) files.set(path, file)
      }
    }
  }
  return {findings, files}
}

const unknownFormat: Problem = {message: otherFormat.error, hint: otherFormat.params.hint}

/** The file of an image asset, and the pictures that are made of it. It is read only if a picture is not known. */
class Upload {
  readonly #id: string
  readonly #mark: string | undefined
  readonly #bytes: () => Promise<Uint8Array | Problem>

  constructor(
    source: ContentSource,
    asset: ImageAsset,
    {id, mark}: {readonly id: string; readonly mark: string | undefined},
  ) {
    this.#id = id
    this.#mark = mark
    this.#bytes = once(() => readUpload(source, asset))
  }

  async picture(image: ImageUse, {dir, store, steps, made}: PicturesOptions): Promise<PictureStep> {
    const paths = imageFiles(image)
    const subject = `${this.#id} ${paths[0]}`
    const earlier = made.get(subject)
    if (earlier) return earlier
    const input = inputDigest(subject, this.#mark)
    const known = steps.find(subject, input)
    const isAtHand =
      known && ('message' in known.result || known.result.files.every((file) => store.has(file)))
    const step = isAtHand
      ? known
      : {input, reads: [], result: await this.#make(image, {paths, dir, store})}
    steps.add(subject, step, () => '')
    made.set(subject, step.result)
    return step.result
  }

  async #make(
    image: ImageUse,
    {paths, dir, store}: {readonly paths: string[]; readonly dir: string; readonly store: Store},
  ): Promise<PictureStep> {
    const upload = await this.#bytes()
    const made = 'message' in upload ? upload : await picturesOf(upload, image)
    if ('message' in made) return made
    const files = made.flatMap((bytes, index) => {
      const path = paths[index]
      if (path === undefined) return []
      const file = writeInto(dir, `${PICTURES}/${path}`, bytes)
      const kept = store.adopt(join(dir, file.path), file)
      rmSync(join(dir, file.path))
      return kept
    })
    return {files}
  }
}

function findingOf(
  {document, type, path, asset}: Omit<PicturePlace, 'figure'>,
  problem: Problem,
): Finding {
  return {
    rule: 'unusable-picture',
    severity: 'error',
    document,
    type,
    path,
    message: `shows ${asset}, which ${problem.message}`,
    hint: problem.hint,
  }
}

async function readUpload(
  source: ContentSource,
  {path, sha1hash}: ImageAsset,
): Promise<Uint8Array | Problem> {
  const bytes = await source.readImage(path)
  if (!bytes) return uploadAgain('has no file')
  return createHash('sha1').update(bytes).digest('hex') === sha1hash
    ? bytes
    : uploadAgain('has a file that is not the one that was uploaded')
}

function uploadAgain(message: string): Problem {
  return {message, hint: 'Upload the picture again, and choose it here.'}
}

/** sharp's names of the formats. It reads AVIF as a kind of HEIF. */
const readAs: Readonly<Record<PictureType, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/avif': 'heif',
  'image/gif': 'gif',
}

/**
 * The bytes of a picture and its variants, upright and cropped, with nothing about people: only pixels and their
 * colours.
 */
async function picturesOf(bytes: Uint8Array, image: ImageUse): Promise<Uint8Array[] | Problem> {
  const {asset} = image
  const variants = variantsOf(image)
  try {
    const meta = await sharp(bytes).metadata()
    const problem = mismatch(meta, image)
    if (problem) return problem
    const parts = partsOf(bytes, asset.mimeType)
    const isUpright = (meta.orientation ?? 1) === 1
    const isReady = isWhole(image) && isUpright && isBare(parts, asset.mimeType)
    if (isReady && variants.length === 0) return [bytes]
    const animated = animationProblem(meta, parts, isUpright)
    if (animated) return animated
    return await Promise.all([
      isReady ? bytes : rewritten(bytes, image, parts),
      ...variants.map((variant) => variantOf(bytes, image, variant)),
    ])
  } catch (error) {
    return uploadAgain(`has a file that no picture can be made of: ${reasonOf(error)}`)
  }
}

function mismatch({format, autoOrient}: Metadata, {asset}: ImageUse): Problem | undefined {
  if (format !== readAs[asset.mimeType]) {
    return uploadAgain(`has a file in another format than its name says: ${format}`)
  }
  const {width, height} = autoOrient
  return width === asset.width && height === asset.height
    ? undefined
    : uploadAgain(
        `has a file of ${width} × ${height} pixels, and says that it has ${asset.width} × ${asset.height}`,
      )
}

/** Animations that sharp would turn into a still picture, or turn wrongly. */
function animationProblem(
  {pages = 1}: Metadata,
  parts: readonly string[],
  isUpright: boolean,
): Problem | undefined {
  const isLost = parts.includes('acTL') || parts.includes('moov')
  if (!isLost && (pages === 1 || isUpright)) return undefined
  return {
    message:
      'is an animation that cannot be cropped, turned, made smaller, or cleaned of what its file says besides',
    hint: 'Save it upright as an animated GIF or WebP, upload it, and choose it here.',
  }
}

/** How close lossy formats stay to the upload. */
const QUALITY = 90

/** Encodes what is shown once more. sharp leaves out everything but pixels and, here, their profile. */
async function rewritten(
  bytes: Uint8Array,
  {asset, left, top, width, height}: ImageUse,
  parts: readonly string[],
): Promise<Uint8Array> {
  const picture = sharp(bytes, {animated: true})
    .autoOrient()
    .extract({left, top, width, height})
    .keepIccProfile()
  switch (asset.mimeType) {
    case 'image/png':
      return picture.png().toBuffer()
    case 'image/jpeg':
      return picture.jpeg({quality: QUALITY}).toBuffer()
    case 'image/webp':
      return picture.webp({quality: QUALITY, lossless: parts.includes('VP8L')}).toBuffer()
    case 'image/avif':
      return picture.avif({quality: QUALITY}).toBuffer()
    case 'image/gif':
      return picture.gif().toBuffer()
  }
}

/** How close variants stay to the upload: no difference shows beside it. More effort would take much more time. */
const VARIANT = {
  'image/avif': {quality: 60, effort: 2},
  'image/webp': {quality: 80, effort: 2},
} as const

/** A smaller file of what is shown, in the colours that every screen has (sRGB). */
async function variantOf(
  bytes: Uint8Array,
  {left, top, width, height}: ImageUse,
  variant: ImageVariant,
): Promise<Uint8Array> {
  const picture = sharp(bytes)
    .autoOrient()
    .extract({left, top, width, height})
    .resize({width: variant.width, height: variant.height, fit: 'fill'})
  switch (variant.mimeType) {
    case 'image/avif':
      return picture.avif(VARIANT['image/avif']).toBuffer()
    case 'image/webp':
      return picture.webp(VARIANT['image/webp']).toBuffer()
  }
}

/** libvips gives several lines, of which the first is enough. */
function reasonOf(error: unknown): string {
  const [first = ''] = error instanceof Error ? error.message.split('\n') : []
  return first
}

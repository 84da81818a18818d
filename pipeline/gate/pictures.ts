// Reads the pictures that pages show, once, into a folder of the staged release. A picture that cannot
// be used is withheld like any document with an error, and so are the pages that show it.

import {createHash} from 'node:crypto'
import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import type {ImageAsset} from '../../model/image-asset.ts'
import {WHOLE, type Finding} from '../../policy/finding.ts'
import type {ContentSource} from '../source/source.ts'

/** The folder of the pictures as they were uploaded. It is no part of the release. */
const UPLOADS = '.uploads'

/** The path of an upload in a staged release. */
export function uploadPath(dir: string, {sha1hash}: Pick<ImageAsset, 'sha1hash'>): string {
  return join(dir, UPLOADS, sha1hash)
}

/** The folder of all uploads in a staged release. */
export function uploadsFolder(dir: string): string {
  return join(dir, UPLOADS)
}

/**
 * Reads pictures into a staged release.
 *
 * @returns One finding for each picture that cannot be used.
 * @throws Failure if the source answers with an error or cannot be reached.
 */
export async function readPictures(
  source: ContentSource,
  assets: Iterable<ImageAsset>,
  dir: string,
): Promise<Finding[]> {
  mkdirSync(uploadsFolder(dir))
  const findings: Finding[] = []
  for (const asset of assets) {
    const bytes = await source.readImage(asset.path)
    const problem = bytes ? await problemOf(bytes, asset) : 'has no file'
    if (problem !== undefined) findings.push(findingOf(asset, problem))
    else if (bytes) writeFileSync(uploadPath(dir, asset), bytes)
  }
  return findings
}

async function problemOf(bytes: Uint8Array, asset: ImageAsset): Promise<string | undefined> {
  if (createHash('sha1').update(bytes).digest('hex') !== asset.sha1hash) {
    return 'has a file that is not the one that was uploaded'
  }
  const size = await sizeOf(bytes)
  if (!size) return 'has a file that is no picture'
  const {width, height} = size
  return width === asset.width && height === asset.height
    ? undefined
    : `has a file of ${width} × ${height} pixels, and says that it has ${asset.width} × ${asset.height}`
}

/** The size of a picture as it is shown, which may be turned by its orientation. */
async function sizeOf(bytes: Uint8Array): Promise<{width: number; height: number} | undefined> {
  try {
    return (await sharp(bytes).metadata()).autoOrient
  } catch {
    return undefined
  }
}

function findingOf({_id, _type}: ImageAsset, message: string): Finding {
  return {
    rule: 'unusable-picture',
    severity: 'error',
    document: _id,
    type: _type,
    path: WHOLE,
    message,
    hint: 'Upload the picture again, and choose it where pages show it.',
  }
}

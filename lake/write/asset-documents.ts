// What mutations may do with the documents of assets. An upload makes such a document, and what it says
// about the bytes stays as it is.

import {isDeepStrictEqual} from 'node:util'
import {z} from 'zod'
import {assetFile} from '../assets/assets.ts'
import type {JsonObject} from '../map-objects.ts'
import {publishedId} from '../store/document.ts'

/**
 * What an asset's document says beyond its bytes. Sanity's own media tools let users edit it, and Sanity's
 * importer restores it.
 */
const EDITABLE = new Set([
  'title',
  'description',
  'altText',
  'label',
  'creditLine',
  'originalFilename',
  'opt',
  'source',
])

/** What the lake itself keeps up to date. */
const KEPT = new Set(['_rev', '_updatedAt'])

const assetTypes = new Set<unknown>(['sanity.imageAsset', 'sanity.fileAsset'])

/** Whether a document has the type of an asset, or an id that only assets have. */
export function isAsset({_id: id, _type: type}: JsonObject): boolean {
  return (
    assetTypes.has(type) || (typeof id === 'string' && assetFile(publishedId(id)) !== undefined)
  )
}

/** An attribute of an asset's document that differs and may not; undefined if there is none. */
export function fixedDifference(before: JsonObject, after: JsonObject): string | undefined {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].find(
    (name) =>
      !EDITABLE.has(name) &&
      !KEPT.has(name) &&
      !isDeepStrictEqual(fixedPart(name, before), fixedPart(name, after)),
  )
}

const imageMetadata = z.looseObject({
  dimensions: z.looseObject({width: z.number(), height: z.number()}),
})

// Hosted Sanity describes an image with more than the lake does, such as its colours. Its size stays.
function fixedPart(name: string, {[name]: value}: JsonObject): unknown {
  const {data} = name === 'metadata' ? imageMetadata.safeParse(value) : {}
  return data ? [data.dimensions.width, data.dimensions.height] : value
}

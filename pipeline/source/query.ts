// The questions that the pipeline asks of the lake, in GROQ. They ask for whole documents, because an
// approval covers a whole document. Documents are joined after the gate, so that no unapproved word
// can come in through a reference.
//
// Each query gives one page of documents, in order of id, after the id `$after`, so that a dataset of
// any size passes through little memory. (GROQ wants constants in a slice, hence the number in each.)

import {defineQuery} from 'groq'

/** Documents of one type. A plain string: its result is a document type, which typegen knows. */
export const DOCUMENTS_QUERY = '*[_type == $type && _id > $after] | order(_id) [0...50]'

/** Uploaded images, with only the fields that the pipeline needs. */
export const IMAGE_ASSETS_QUERY = defineQuery(
  `*[_type == "sanity.imageAsset" && _id > $after] | order(_id) [0...50] {
    _id, _type, path, sha1hash, mimeType,
    "width": coalesce(metadata.dimensions.width, 0),
    "height": coalesce(metadata.dimensions.height, 0)
  }`,
)

/** Documents of a type that the model does not know, so that none is passed over in silence. */
export const UNKNOWN_TYPES_QUERY = defineQuery(
  `*[!(_type in $known) && _id > $after] | order(_id) [0...50] {_id, _type}`,
)

// Every question that the pipeline asks of the lake, in GROQ. Whole documents are asked for, since
// an approval covers a whole document; what belongs together is joined after the gate, so that no
// unapproved word can come in through a reference.
//
// Each query gives one page of documents, ordered by id and beginning after the id `$after`, so
// that a dataset of any size passes through in little memory. (A slice needs constants in GROQ,
// hence the number in each.)

import {defineQuery} from 'groq'

export const ARTICLES_QUERY = defineQuery(
  `*[_type == "article" && _id > $after] | order(_id) [0...50]`,
)
export const THERAPY_TYPES_QUERY = defineQuery(
  `*[_type == "therapyType" && _id > $after] | order(_id) [0...50]`,
)
export const FAQS_QUERY = defineQuery(`*[_type == "faq" && _id > $after] | order(_id) [0...50]`)
export const DISCLAIMERS_QUERY = defineQuery(
  `*[_type == "disclaimer" && _id > $after] | order(_id) [0...50]`,
)
export const CITED_WORKS_QUERY = defineQuery(
  `*[_type == "citedWork" && _id > $after] | order(_id) [0...50]`,
)
export const PERSONS_QUERY = defineQuery(
  `*[_type == "person" && _id > $after] | order(_id) [0...50]`,
)
export const CONDITIONS_QUERY = defineQuery(
  `*[_type == "condition" && _id > $after] | order(_id) [0...50]`,
)
export const CLINICS_QUERY = defineQuery(
  `*[_type == "clinic" && _id > $after] | order(_id) [0...50]`,
)
export const GLOSSARY_TERMS_QUERY = defineQuery(
  `*[_type == "glossaryTerm" && _id > $after] | order(_id) [0...50]`,
)
export const REVIEWS_QUERY = defineQuery(
  `*[_type == "review" && _id > $after] | order(_id) [0...50]`,
)
export const SITE_SETTINGS_QUERY = defineQuery(
  `*[_type == "siteSettings" && _id > $after] | order(_id) [0...50]`,
)
export const IMAGE_ASSETS_QUERY = defineQuery(
  `*[_type == "sanity.imageAsset" && _id > $after] | order(_id) [0...50] {
    _id, _type, path, sha1hash, mimeType,
    "width": coalesce(metadata.dimensions.width, 0),
    "height": coalesce(metadata.dimensions.height, 0)
  }`,
)

/** Documents of a type that no query above asks for: nothing in a dataset is passed over in silence. */
export const UNKNOWN_TYPES_QUERY = defineQuery(
  `*[!(_type in $known) && _id > $after] | order(_id) [0...50] {_id, _type}`,
)

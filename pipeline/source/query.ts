// The GROQ queries of the pipeline. They ask for whole documents, because an approval covers a whole
// document. Documents are joined after the gate, so that no unapproved word can come in through a
// reference.
//
// Each query gives one batch of documents after the id `$after`, in order of id, so that a dataset of
// any size needs little memory. (The size of a batch is in each query, because GROQ allows only
// constants in a slice.)

import {defineQuery} from 'groq'
import {IS_RECORD} from '../../review/record-types.ts'

/** Documents of one type. It is a plain string, because typegen knows the result: a document type. */
export const DOCUMENTS_QUERY = '*[_type == $type && _id > $after] | order(_id) [0...50]'

/** Some documents. A plain string for the same reason. */
export const THESE_DOCUMENTS_QUERY = '*[_id in $ids]'

/** What tells which published documents changed. */
export const MARKS_QUERY = defineQuery(`*[_id > $after] | order(_id) [0...1000] {_id, _type, _rev}`)

/** Drafts and published documents that refer to one of the works `$works`. A plain string for the same reason. */
export const REFERRING_QUERY = `*[references($works) && !(${IS_RECORD}) && _id > $after] | order(_id) [0...50]`

// The lake that commands use when the user names no source, and what it is made from.

/** The folder of the lake. */
export const DEFAULT_LAKE = '.lake'

/** The dataset that a new default lake is made from. */
export const SAMPLE_CONTENT = 'content'

// The types whose documents record what happened: decisions and requests for review. They are written
// once and never change.

export const recordTypes: readonly string[] = ['review', 'submission']

/** A GROQ filter for them. */
export const IS_RECORD = `_type in ${JSON.stringify(recordTypes)}`

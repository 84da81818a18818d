// Takes text apart into sentences.

export interface Sentence {
  readonly text: string
  /** Where it begins and ends in its passage. */
  readonly start: number
  readonly end: number
}

const segmenter = new Intl.Segmenter('en', {granularity: 'sentence'})

/** What ends with a full stop but does not end a sentence; the segmenter knows no abbreviations. */
const abbreviated =
  /(?:\b(?:Dr|Mr|Mrs|Ms|Prof|St|Fig|No|vs|approx|e\.g|i\.e|cf|al)\.|\b[A-Z]\.)["’”)]*\s*$/

/** The sentences of a text, without the spaces between them. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let begun: number | undefined
  for (const {segment, index} of segmenter.segment(text)) {
    const start = begun ?? index
    const end = index + segment.length
    if (abbreviated.test(segment) && end < text.length) {
      begun = start
      continue
    }
    begun = undefined
    const piece = text.slice(start, end)
    const trimmed = piece.trim()
    if (trimmed === '') continue
    const from = start + piece.indexOf(trimmed)
    sentences.push({text: trimmed, start: from, end: from + trimmed.length})
  }
  return sentences
}

/** The sentence in which something stands that begins at `index`. */
export const sentenceAt = (sentences: readonly Sentence[], index: number): Sentence | undefined =>
  sentences.find(({end}) => index < end)

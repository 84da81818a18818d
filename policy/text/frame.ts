// A frame says which families of words make a claim when they stand together in a clause: a word for healing
// beside a part of the body. It is data: what the words are is in policy/lexicon/.

import {once} from '../../review/once.ts'
import {formsIn, type Family} from '../lexicon/family.ts'
import {oneOf, wordsOf} from './phrases.ts'
import {readingOf, tableOf, type Hit, type Reading} from './reading.ts'
import type {Span} from './span.ts'

/** What must stand in the same clause as the word of a frame. */
interface Beside {
  readonly any: readonly Family[]
  readonly side?: 'before' | 'after'
  /** How many words may stand between. */
  readonly within?: number
}

export interface Frame {
  /** What it finds, in a few words: `heals tissue`. */
  readonly name: string
  readonly word: Family
  readonly beside?: readonly Beside[]
  /** Texts in which this frame alone finds something. */
  readonly fires: readonly string[]
  /** Similar texts in which it finds nothing. */
  readonly quiet: readonly string[]
}

/** The families that a frame looks for. */
export function familiesOf({word, beside = []}: Frame): Family[] {
  return [word, ...beside.flatMap(({any}) => any)]
}

export interface Reader {
  /** Whether a frame may find something in a text. */
  readonly isCued: (text: string) => boolean
  /** Reads a sentence; undefined if no frame can find anything in it. */
  readonly read: (sentence: string) => Reading | undefined
}

/** Reads sentences as these frames see them. */
export function readerFor(frames: readonly Frame[]): Reader {
  const cue = once(() => cueOf(frames))
  const table = once(() => tableOf(frames.flatMap(familiesOf)))
  const isCued = (text: string) => cue()(text)
  return {
    isCued,
    read: (sentence) => (isCued(sentence) ? readingOf(sentence, table()) : undefined),
  }
}

/**
 * Returns a test of whether one of these frames may find something in a text: whether it has a word of one, and
 * a word that may stand beside it. Few sentences of ordinary prose do, so most need not be read.
 */
function cueOf(frames: readonly Frame[]): (text: string) => boolean {
  const [alone = [], joined = []] = [false, true].map((isJoined) =>
    frames.filter(({beside}) => (beside !== undefined) === isJoined),
  )
  const words = wordOf(alone.map(({word}) => word))
  const heads = wordOf(joined.map(({word}) => word))
  const others = wordOf(joined.flatMap(({beside = []}) => beside.flatMap(({any}) => any)))
  return (text) => (alone.length > 0 && words.test(text)) || (heads.test(text) && others.test(text))
}

function wordOf(families: readonly Family[]): RegExp {
  const forms = families.flatMap((family) => [
    ...formsIn(family).map((form) => form.replaceAll('.', String.raw`\.`)),
    ...wordsOf(...(family.names ?? [])),
    ...(family.endings ?? []).map((ending) => String.raw`\w{3,}${ending}`),
  ])
  const [marks, words] = [false, true].map((isWord) =>
    forms.filter((form) => /^\w|^\\w/.test(form) === isWord),
  )
  return new RegExp(
    [String.raw`\b${oneOf(...(words ?? []))}(?!\w)`, ...(marks ?? [])].join('|'),
    'i',
  )
}

/** Where a frame finds its words in a sentence, from the first to the last, and where its own word is. */
export function placesOf(frame: Frame, reading: Reading): (Span & {readonly head: Span})[] {
  return (reading.hits.get(frame.word) ?? []).flatMap((hit) => {
    const others = (frame.beside ?? []).map((beside) => nearest(hit, beside, reading))
    if (others.includes(undefined)) return []
    const all = [hit, ...others.filter((other) => other !== undefined)]
    const first = reading.words[Math.min(...all.map((one) => one.first))]
    const last = reading.words[Math.max(...all.map((one) => one.last))]
    const [from, to] = [reading.words[hit.first], reading.words[hit.last]]
    return first && last && from && to
      ? [{start: first.start, end: last.end, head: {start: from.start, end: to.end}}]
      : []
  })
}

function nearest(
  hit: Hit,
  {any, side, within = 6}: Beside,
  {words, hits}: Reading,
): Hit | undefined {
  const clause = words[hit.first]?.clause
  return any
    .flatMap((family) => hits.get(family) ?? [])
    .filter((other) => {
      const gap = other.first > hit.last ? other.first - hit.last : hit.first - other.last
      return (
        gap > 0 &&
        gap - 1 <= within &&
        words[other.first]?.clause === clause &&
        (side === undefined || (side === 'after') === other.first > hit.last)
      )
    })
    .toSorted((a, b) => Math.abs(a.first - hit.first) - Math.abs(b.first - hit.first))[0]
}

// Derives a cue from a pattern: letters that each of its matches contains. Searching for a cue is
// fast. Most passages do not contain it, and then the pattern itself need not run.

import {once} from '../../review/once.ts'
import {alternativesOf, endOfCharacter, oneOf} from './phrases.ts'

/**
 * The cue of a pattern: a simpler pattern that finds something in every text in which the pattern does.
 * Where the pattern has no such letters, its cue finds something in any text.
 *
 * For example, the cue of `\b(?:cure|heal(?:s|ed)) (?:\w+ )?pain` is `\bcure|\bheal`. It could also be
 * ` pain`: the one that ordinary text is least likely to contain is used.
 */
export function cueOf({source}: RegExp): RegExp {
  const literals = literalsIn(source)
  if (literals === undefined) return /(?:)/
  const [bounded, others] = [true, false].map((isBounded) =>
    literals.filter((one) => one.startsWith(BOUNDARY) === isBounded),
  )
  return new RegExp(
    oneOf(
      ...(bounded?.length
        ? [BOUNDARY + oneOf(...bounded.map((one) => one.slice(BOUNDARY.length)))]
        : []),
      ...(others ?? []),
    ),
    'i',
  )
}

/**
 * Returns a function that finds the first match of a pattern in a text, as `exec` does. It looks for the cue
 * of the pattern first.
 */
export function finderFor(pattern: RegExp): (text: string) => RegExpExecArray | null {
  const cue = once(() => cueOf(pattern))
  return (text) => (cue().test(text) ? pattern.exec(text) : null)
}

const BOUNDARY = '\\b'

/** One piece of a source: a character, an escape, a class or a whole group, and how often it occurs. */
interface Piece {
  readonly text: string
  readonly quantifier: string
}

const ESCAPE = String.raw`\\(?:[upP]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|k<\w+>|\d+|.)`
const TOKEN = new RegExp(
  String.raw`${ESCAPE}|\[(?:\\.|[^\]])*\]|(?:[?*+]|\{\d+(?:,\d*)?\})\??|.`,
  'sy',
)
const QUANTIFIER = /^(?:[?*+]|\{\d)/
const MAY_BE_ABSENT = /^(?:[?*]|\{0)/

const GROUP = /^\((?:\?:|\?<\w+>|(?!\?))/
const LOOK_FOR = /^\(\?<?=/
const LOOK_AGAINST = /^\(\?<?!/
/** A character of a literal: it matches itself, with or without a backslash. */
const CHARACTER = /^(?:[^\\[(.^$]|\\[^\w])$/s

/** A class of a few characters, such as `['’]` or `[- ]`, and not a range. */
const FEW = /^\[-?[\w '’]{1,3}\]$/

function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = []
  let [depth, from, end] = [0, 0, 0]
  while (end < source.length) {
    const index = end
    if (source[index] === '(') depth += 1
    if (source[index] === ')') depth -= 1
    if (depth > 0) {
      end = endOfCharacter(source, index)
      continue
    }
    TOKEN.lastIndex = index
    const [token = ''] = TOKEN.exec(source) ?? []
    end = index + token.length
    const last = pieces.at(-1)
    if (last && QUANTIFIER.test(token)) pieces[pieces.length - 1] = {...last, quantifier: token}
    else pieces.push({text: source.slice(from, end), quantifier: ''})
    from = end
  }
  return pieces
}

/**
 * Literals such that every match of a source contains at least one of them; undefined if there are none.
 * A literal that begins a word may begin with `\b`.
 */
function literalsIn(source: string): readonly string[] | undefined {
  const alternatives = alternativesOf(source)
  return alternatives.length > 1 ? literalsOfAny(alternatives) : literalsOfSequence(source)
}

function literalsOfAny(alternatives: readonly string[]): readonly string[] | undefined {
  const each = alternatives.map(literalsIn)
  return each.includes(undefined) ? undefined : each.flatMap((literals) => literals ?? [])
}

function literalsOfSequence(source: string): readonly string[] | undefined {
  /** Lists of literals. Each match contains a literal from every list. */
  const candidates: (readonly string[] | undefined)[] = []
  /** The literal that ends where the next piece begins. */
  let literal = ''
  const endLiteral = (): void => {
    const word = literal.replace(/^ (?=\w)/, BOUNDARY)
    if (word.replace(BOUNDARY, '') !== '') candidates.push([word])
    literal = ''
  }
  let end = 0
  for (const {text, quantifier} of piecesOf(source)) {
    end += text.length + quantifier.length
    const isWordStart = literal === BOUNDARY || literal.endsWith(' ')
    if (MAY_BE_ABSENT.test(quantifier)) {
      endLiteral()
      if (isWordStart && endsWithSpace(text)) literal = BOUNDARY
    } else if (text === BOUNDARY) literal ||= BOUNDARY
    else if (CHARACTER.test(text)) {
      literal = (literal === BOUNDARY && !/\w/.test(text) ? '' : literal) + text
      if (quantifier !== '') endLiteral()
    } else if (FEW.test(text) && quantifier === '') {
      const rest = source.slice(end)
      candidates.push(literalsOfAny(Array.from(text.slice(1, -1), (one) => literal + one + rest)))
      literal = ''
      break
    } else if (GROUP.test(text)) {
      candidates.push(literalsOfAny(alternativesIn(text).map((one) => literal + one)))
      literal = endsWithSpace(text) ? BOUNDARY : ''
    } else if (LOOK_FOR.test(text)) {
      candidates.push(literalsIn(text.replace(LOOK_FOR, '').slice(0, -1)))
    } else if (!LOOK_AGAINST.test(text) && !/^(?:[$^]|\\B)$/.test(text)) {
      // An assertion matches no characters, so the literal continues after it. Anything else ends it.
      endLiteral()
    }
  }
  endLiteral()
  return candidates
    .filter((literals) => literals !== undefined)
    .toSorted((a, b) => frequencyOf(a) - frequencyOf(b))[0]
}

function alternativesIn(group: string): string[] {
  return alternativesOf(group.replace(GROUP, '').slice(0, -1))
}

/** Whether a piece is a group whose every match ends with a space. */
function endsWithSpace(piece: string): boolean {
  return GROUP.test(piece) && alternativesIn(piece).every((one) => one.endsWith(' '))
}

const NO_LETTER = /\\b|\W/g

/** A rough guess at how often text contains one of some literals: each letter makes one rarer. */
function frequencyOf(literals: readonly string[]): number {
  return literals.reduce((sum, one) => sum + 4 ** -one.replaceAll(NO_LETTER, '').length, 0)
}

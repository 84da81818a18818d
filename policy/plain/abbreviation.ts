// Abbreviations must be explained where they first appear.

import {onceFor} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {matchesOf} from '../text/phrases.ts'
import type {Sentence} from '../text/sentences.ts'
import {flawAt, unexplained, useAt, type Use} from './first-use.ts'
import {ownPassages} from './subject.ts'

const ABBREVIATIONS = /\b[A-Z]{2,6}(?:-?\d{1,2})?(?=s?\b)/g

/** Abbreviations that readers know better than the full words, and other words in capitals. */
const known = new Set(
  (
    'US USA UK EU NHS FDA CDC NIH GP DNA HIV AIDS COVID COVID-19 TV PDF FAQ ID OK AM PM ' +
    // Degrees and titles after a name.
    'MD DO RN NP PA PT DPT OT MPH MBBS FRCS FRCP MRCP FACS FAAOS BA MA MS ' +
    // Words in capitals for emphasis.
    'NOT NO NEVER DO ALL AND OR ONLY STOP CALL ALWAYS MUST'
  ).split(' '),
)

/** "Phase II" and "type IV" contain Roman numerals. */
const NUMERAL = /^[IVX]+$/
const NUMBERED = /\b(?:type|grade|stage|phase|class|level|part|factor) $/i

/** At least as long as each of these words, with the space and the character before it. */
const NUMBERED_LENGTH = 10

/** Whether a text is all in capitals. Abbreviations cannot be told apart in such a text. */
function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text)
}

/** Small words that an abbreviation may skip: "quality of life (QOL)" and "range of motion (ROM)". */
const passedOver = new Set(['a', 'and', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with', 'like'])

interface Word {
  readonly word: string
  /** Where it begins in its sentence. */
  readonly index: number
}

/** The full words of an abbreviation are at most so many, with those that it skips. */
const MOST_WORDS = 20

/** Whether the initials of consecutive words spell the letters: "platelet-rich plasma" spells "PRP". */
function spells(words: readonly Word[], letters: string): boolean {
  return words.some((first, from) => {
    if (!first.word.startsWith(letters.charAt(0))) return false
    let at = 0
    for (const {word} of words.slice(from, from + MOST_WORDS)) {
      if (word.startsWith(letters.charAt(at))) at += 1
      else if (!passedOver.has(word)) return false
      if (at === letters.length) return true
    }
    return false
  })
}

/** The last words of a text, as many as the full form of an abbreviation may have. */
function lastWords(text: string, {length}: string): string {
  return text
    .trim()
    .split(/\s+/)
    .slice(-Math.min(length + 5, 2 * length))
    .join(' ')
}

/**
 * Whether words are the full form of an abbreviation: they hold its letters in order, the first at the beginning of
 * a word. "cerebrospinal fluid" is the full form of CSF. This is the test of Schwartz and Hearst (2003).
 */
function isLongForm(words: string, letters: string): boolean {
  const text = words.toLowerCase()
  let at = text.length
  for (const letter of letters.slice(1).split('').toReversed()) {
    at = at > 0 ? text.lastIndexOf(letter, at - 1) : -1
    if (at < 0) return false
  }
  const initials = text.slice(0, at).matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)
  if (![...initials].some(([initial]) => initial === letters.charAt(0))) return false
  return /\p{L}{3}/u.test(words)
}

/** An explanation after the abbreviation: "ACL stands for …". */
const SAID_AFTER = /^ (?:stands for|is short for|means)\b/

/** The words of a sentence in lower case, each with its place. */
const wordsOf = onceFor(({text}: Sentence) =>
  Array.from(text.toLowerCase().matchAll(/\p{L}+/gu), ({0: word, index}) => ({word, index})),
)

function wordsBetween(sentence: Sentence, from: number, to: number): Word[] {
  return wordsOf(sentence).filter(({word, index}) => index >= from && index + word.length <= to)
}

/** How many characters before and after an abbreviation are read. Most sentences are shorter. */
const REACH = 400

function isExpanded({word, sentence, start, end}: Use): boolean {
  const {text} = sentence
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const letters = word.replace(/[^A-Z]+/, '').toLowerCase()
  const inBrackets = after.startsWith(' (') ? /\(([^)]*)\)/.exec(after)?.[1] : undefined
  const beforeBracket = before.endsWith('(') ? before.slice(0, -1) : undefined
  return (
    SAID_AFTER.test(after) ||
    (beforeBracket !== undefined && isLongForm(lastWords(beforeBracket, letters), letters)) ||
    (inBrackets !== undefined && isLongForm(inBrackets, letters)) ||
    // The abbreviation itself is left out, because it spells its own letters.
    spells(wordsBetween(sentence, 0, start), letters) ||
    spells(wordsBetween(sentence, end, text.length), letters)
  )
}

/** The other names of the therapy or condition that a document describes. */
function aliasesOf({aliases}: StoredDocument): ReadonlySet<unknown> {
  return new Set(Array.isArray(aliases) ? aliases : [])
}

function* usesIn(passages: readonly Passage[], allowed: ReadonlySet<unknown>): Generator<Use> {
  for (const passage of passages) {
    if (passage.role === 'alternative' || passage.text.search(ABBREVIATIONS) < 0) continue
    if (isShouted(passage.text)) continue
    for (const {0: word, index} of matchesOf(passage.text, ABBREVIATIONS)) {
      if (known.has(word) || allowed.has(word)) continue
      if (
        NUMERAL.test(word) &&
        NUMBERED.test(passage.text.slice(Math.max(0, index - NUMBERED_LENGTH), index))
      )
        continue
      const use = useAt(passage, index, index + word.length, word)
      if (use) yield use
    }
  }
}

export const abbreviation: Rule = {
  id: 'plain/abbreviation',
  title: 'Abbreviations in full where they first appear',
  severity: 'warning',
  reads: 'English',
  rationale:
    'An abbreviation that is not explained shuts readers out, and many have more than one meaning. ' +
    'Write the words in full the first time, with the abbreviation in brackets if you need it again.',
  sources: [
    {
      title: 'NHS digital service manual: Formatting and punctuation',
      url: 'https://service-manual.nhs.uk/content/formatting-and-punctuation',
    },
    {
      title: 'WCAG 2.2, success criterion 3.1.4: Abbreviations',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/abbreviations.html',
    },
  ],
  examples: {
    passes: [
      'Platelet-rich plasma (PRP) is made from your blood. PRP holds many platelets.',
      'The fluid around the brain is cerebrospinal fluid (CSF).',
      'Ask about nonsteroidal anti-inflammatory drugs (NSAIDs).',
      'An MRI (magnetic resonance imaging) scan takes half an hour.',
      'PRP stands for platelet-rich plasma.',
      'The FDA has not approved it in the US.',
      {
        says: 'another name of the therapy that the document describes',
        document: {
          _id: 'prp',
          _type: 'therapyType',
          name: 'Platelet-rich plasma',
          aliases: ['PRP'],
          summary: 'To make PRP, a machine spins your blood.',
        },
      },
    ],
    fails: [
      'You may need an MRI first.',
      'Painkillers such as COX-2 inhibitors are another choice.',
      'PRP is made from your blood. It is also called platelet-rich plasma.',
    ],
  },
  *check(subject) {
    const uses = usesIn(ownPassages(subject), aliasesOf(subject.document))
    for (const use of unexplained(uses, isExpanded)) {
      yield flawAt(use, {
        message: 'is an abbreviation that is not explained where it first appears',
        hint: 'Write the words in full, with the letters in brackets after them if you need them again.',
      })
    }
  },
}

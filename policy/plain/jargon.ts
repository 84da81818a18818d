// Medical words that most readers do not know must be explained or replaced by plain words.

import {onceFor} from '../../review/once.ts'
import type {StoredDocument} from '../../review/revision.ts'
import type {Context, Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {inflected, matchesOf} from '../text/phrases.ts'
import {flawAt, unexplained, useAt, type Use} from './first-use.ts'
import {builtInGlossary, type GlossaryEntry} from './glossary.ts'
import {ownPassages} from './subject.ts'

/** A glossary in a form that can be searched for in text. */
interface Lexicon {
  readonly pattern: RegExp
  /** Glossary entries by form of the term, in lower case. */
  readonly entries: ReadonlyMap<string, GlossaryEntry>
}

/** The lexicon of a library. The editors' own entries come last and replace built-in ones. */
const lexiconOf = onceFor((glossary: readonly GlossaryEntry[]): Lexicon => {
  const entries = new Map<string, GlossaryEntry>()
  for (const entry of [...builtInGlossary, ...glossary]) {
    for (const form of formsOfEntry(entry)) entries.set(form, entry)
  }
  return {entries, pattern: patternOf([...entries.keys()])}
})

/** Matches whole forms only. `\b` works only next to ASCII letters, so other forms match anywhere. */
function patternOf(forms: readonly string[]): RegExp {
  const escaped = forms.map((form) => form.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  const bounded = escaped.filter((form) => /^\w.*\w$/.test(form))
  const others = escaped.filter((form) => !bounded.includes(form))
  return new RegExp([`\\b(?:${bounded.join('|')})\\b`, ...others].join('|'), 'gi')
}

function formsOfEntry({term, forms = []}: GlossaryEntry): string[] {
  const word = term.trim().toLowerCase()
  return word === '' ? [] : [...inflected(word), ...forms]
}

/** Names that writers cannot reword: those of the document's subject and of the library's therapies. */
function namesFor({name, aliases}: StoredDocument, {therapies}: Context): string[] {
  const own = [name, ...(Array.isArray(aliases) ? aliases : [])]
  return [...own, ...[...therapies.values()].flatMap(({names}) => names)].flatMap(
    (words: unknown) => (typeof words === 'string' ? [words.toLowerCase()] : []),
  )
}

/** Where a word is in a name, and how long the name is. Many names have the same shape. */
interface Shape {
  readonly offset: number
  readonly length: number
}

function shapesWith(word: string, names: ReadonlySet<string>): readonly Shape[] {
  const shapes = new Map<string, Shape>()
  for (const name of names) {
    const shape = {offset: name.indexOf(word), length: name.length}
    if (shape.offset >= 0) shapes.set(`${shape.offset} ${shape.length}`, shape)
  }
  return [...shapes.values()]
}

/** Tells whether a use is part of one of these names, or of a proper name, which starts with a capital. */
function nameTest(names: ReadonlySet<string>): (use: Use) => boolean {
  const shapes = new Map<string, readonly Shape[]>()
  return ({sentence: {text}, start, end}) => {
    if (start > 0 && /^\p{Lu}\p{Ll}/u.test(text.slice(start, end))) return true
    const lower = text.toLowerCase()
    const word = lower.slice(start, end)
    const known = shapes.get(word) ?? shapesWith(word, names)
    shapes.set(word, known)
    return known.some(({offset, length}) => {
      const from = start - offset
      return from >= 0 && names.has(lower.slice(from, from + length))
    })
  }
}

/** What follows a word that is explained. */
const EXPLAINED_AFTER =
  /^["'”’]?(?: ?[(–—:]| - |,? (?:which|that|this|it) (?:means?|is|are)\b|,? (?:means?|meaning|is when|or|that is|i\.e\.|(?:is|are) (?:an?|the|another))\b)/

/** What comes before such a word: "a blood clot, called a thrombosis", "a blood clot (thrombosis)". */
const EXPLAINED_BEFORE =
  /(?:\p{L} ?\(|\b(?:called|known as|termed|named|or)|\bword for \p{L}+ is|\bterm is|[–—]) ?(?:an? |the )?["'“‘]?$/u

function isExplained({sentence: {text}, start, end}: Use): boolean {
  return EXPLAINED_AFTER.test(text.slice(end)) || EXPLAINED_BEFORE.test(text.slice(0, start))
}

function* usesIn(passages: readonly Passage[], {pattern, entries}: Lexicon): Generator<Use> {
  for (const passage of passages) {
    if (passage.role === 'alternative') continue
    for (const {0: words, index} of matchesOf(passage.text, pattern)) {
      const term = entries.get(words.toLowerCase())?.term
      const use = term && useAt(passage, index, index + words.length, term)
      if (use) yield use
    }
  }
}

export const jargon: Rule = {
  id: 'plain/jargon',
  title: 'Plain words, or an explanation of medical ones',
  severity: 'warning',
  reads: 'English',
  rationale:
    'Readers who meet a word that they do not know often stop, or guess. Use the everyday word. If ' +
    'readers will hear the medical word from their doctor, explain it where it first appears.',
  sources: [
    {
      title: 'CDC: Everyday Words for Public Health Communication',
      url: 'https://www.cdc.gov/ccindex/everydaywords/index.html',
    },
    {
      title: 'NHS digital service manual: A to Z of NHS health writing',
      url: 'https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing',
    },
  ],
  examples: {
    passes: [
      'Take a painkiller if it hurts.',
      'Your doctor may speak of an analgesic, which means a painkiller.',
      'You may get a large bruise (haematoma).',
      'An anticoagulant is a medicine that keeps blood from clotting.',
      'The National Institute of Arthritis and Musculoskeletal and Skin Diseases has a page on it.',
    ],
    fails: [
      'Take an analgesic if it hurts.',
      'The procedure is contraindicated in people who take anticoagulants.',
      {
        says: 'a word that editors added to the glossary',
        document: {_id: 'added', _type: 'faq', question: 'What is a bolus?'},
        context: {glossary: [{term: 'bolus', plain: 'single large dose'}]},
      },
    ],
  },
  *check(subject, context) {
    const lexicon = lexiconOf(context.glossary)
    const uses = [...usesIn(ownPassages(subject), lexicon)]
    if (uses.length === 0) return
    const isInName = nameTest(new Set(namesFor(subject.document, context)))
    const outsideNames = uses.filter((use) => !isInName(use))
    for (const use of unexplained(outsideNames, isExplained)) {
      const plain = lexicon.entries.get(use.word.toLowerCase())?.plain
      yield flawAt(use, {
        message: `is a word that many readers do not know; easier: “${plain}”`,
        hint: 'Write the easier word, or explain this one here, where it first appears.',
      })
    }
  },
}

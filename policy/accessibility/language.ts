// Pages must be in English, because they are marked as English: a screen reader would pronounce any
// other language as if it were English.

import {exampleText} from '../examples/text.ts'
import {ownPassages, mainText} from '../plain/subject.ts'
import {flawIn, type Flaw, type Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {sentenceAt} from '../text/sentences.ts'

/** A quick test for letters of another script. Most text does not match and needs no closer look. */
const MAYBE_FOREIGN = /[\u0370-\u1dff\u2c00-\u2dff\u3040-\udfff\uf900-\ufdff]/

const letter = String.raw`[[\p{L}--\p{Script=Latin}]\p{M}]`
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`

/** Three words in another script. For scripts without spaces: six letters, about as much text. */
const foreign = new RegExp(
  String.raw`(?<!${letter})${letter}+(?:[^\p{L}\p{M}]+${letter}+){2,}|${unspaced}{6,}`,
  'v',
)

/** The most frequent English words. Few of them occur in other languages. */
const ENGLISH =
  /\b(?:the|and|of|to|are|it|you|your|that|this|for|or|with|not|if|can|may|be|have|has|by|from|they|we|will|when)\b/gi

/** The least share of these words in an English text. In plain English it is about a quarter. */
const SHARE = 0.1

/** A text with fewer words is too short to tell its language. */
const ENOUGH = 50

function otherScript(passage: Passage): Flaw | undefined {
  if (!MAYBE_FOREIGN.test(passage.text)) return undefined
  const match = foreign.exec(passage.text)
  const sentence = match && sentenceAt(passage.sentences, match.index)
  if (!sentence) return undefined
  const start = match.index - sentence.start
  const end = Math.min(start + match[0].length, sentence.text.length)
  return flawIn(
    passage,
    sentence,
    {start, end},
    {
      message:
        'is in another script, but the page is marked as English, so screen readers would mispronounce it',
      hint: 'Translate it, or move it to a page in that language.',
    },
  )
}

/** Whether hardly any words are English. Numbers do not count: they are the same in every language. */
function isMostlyForeign(passages: readonly Passage[]): boolean {
  let words = 0
  let inEnglish = 0
  for (const {text} of passages) {
    words += text.match(/\p{L}+/gu)?.length ?? 0
    inEnglish += text.match(ENGLISH)?.length ?? 0
    // The beginning is enough to tell the language.
    if (words > 2 * ENOUGH) break
  }
  return words >= ENOUGH && inEnglish < SHARE * words
}

const spanish =
  'El dolor de espalda es muy común. La mayoría de las personas mejora en pocas semanas. Siga ' +
  'moviéndose tanto como pueda. Las caminatas cortas ayudan a muchas personas. No hace falta ' +
  'guardar cama. Si toma medicinas para el dolor, lea primero la etiqueta. Pregunte a su médico ' +
  'si no está seguro de cuál debe tomar.'

export const pageLanguage: Rule = {
  id: 'accessibility/language',
  title: 'Words in the language that the page is marked as',
  severity: 'warning',
  rationale:
    'Pages of this library tell screen readers that they are in English. Screen readers then ' +
    'pronounce any other language as if it were English, and listeners cannot understand it.',
  sources: [
    {
      title: 'WCAG 2.2, success criterion 3.1.1: Language of page',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/language-of-page.html',
    },
    {
      title: 'WCAG 2.2, success criterion 3.1.2: Language of parts',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts.html',
    },
  ],
  examples: {
    passes: ['The letter β stands for one kind of it.', 'Ask for the leaflet in Arabic (عربي).'],
    fails: [
      'Ask your doctor: ماذا عن ألم الظهر.',
      {
        says: 'a document in Spanish that is marked as English',
        document: {_id: 'spanish', _type: 'article', body: exampleText(spanish)},
      },
    ],
  },
  *check(subject) {
    const passages = ownPassages(subject)
    for (const passage of passages) {
      const flaw = otherScript(passage)
      if (flaw) yield flaw
    }
    if (!isMostlyForeign(passages)) return
    yield {
      path: mainText(subject.document),
      subject: 'The text',
      message:
        'is mostly in another language, but the page is marked as English, so screen readers would mispronounce it',
      hint: 'Translate it. A page can have only one language.',
    }
  },
}

// Pages must be in the language that they are marked as: a screen reader would pronounce any other language as if it
// were that one.

import {languageTitle} from '../../schemas/data/languages.ts'
import {exampleText} from '../examples/text.ts'
import {ownPassages, mainText} from '../plain/subject.ts'
import {flawIn, type Flaw, type Rule, type Subject} from '../rule.ts'
import {lengthOf, ownLanguage} from '../text/english.ts'
import {withoutForeign} from '../text/marked.ts'
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

function otherScript(passage: Passage): Flaw | undefined {
  if (!MAYBE_FOREIGN.test(passage.text)) return undefined
  const match = foreign.exec(withoutForeign(passage))
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
      hint: 'Translate it, mark it as words in that language, or move it to a page in that language.',
    },
  )
}

const spanish =
  'El dolor de espalda es muy común. La mayoría de las personas mejora en pocas semanas. Siga ' +
  'moviéndose tanto como pueda. Las caminatas cortas ayudan a muchas personas. No hace falta ' +
  'guardar cama. Si toma medicinas para el dolor, lea primero la etiqueta. Pregunte a su médico ' +
  'si no está seguro de cuál debe tomar.'

const ENGLISH =
  'Back pain is very common. Most people get better in a few weeks. Keep moving as much as you can. ' +
  'Short walks help many people. There is no need to stay in bed. If you take medicine for the pain, ' +
  'read the label first. Ask your doctor if you are not sure which one you may take.'

export const pageLanguage: Rule = {
  id: 'accessibility/language',
  title: 'Words in the language that the page is marked as',
  severity: 'warning',
  rationale:
    'Pages tell screen readers which language they are in. Screen readers then pronounce any other ' +
    'language as if it were that one, and listeners cannot understand it.',
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
    passes: [
      'The letter β stands for one kind of it.',
      'Ask for the leaflet in Arabic (عربي).',
      {
        says: 'a paragraph in Spanish that is marked as Spanish',
        document: {
          _id: 'marked',
          _type: 'article',
          body: exampleText([spanish, {mark: {_type: 'foreign', language: 'es'}}]),
        },
      },
    ],
    fails: [
      'Ask your doctor: ماذا عن ألم الظهر.',
      {
        says: 'an English page with a paragraph in Spanish',
        document: {_id: 'mixed', _type: 'article', body: exampleText(ENGLISH, spanish, ENGLISH)},
      },
      {
        says: 'a document in Spanish that is marked as English',
        document: {_id: 'spanish', _type: 'article', body: exampleText(spanish)},
      },
    ],
  },
  *check(subject) {
    const passages = ownPassages(subject)
    const {languages, document} = subject
    const own = ownLanguage(document)
    const others = passages.filter((passage) => languages.has(passage))
    for (const passage of own === 'en' ? passages : []) {
      const flaw = languages.has(passage) ? undefined : otherScript(passage)
      if (flaw) yield flaw
    }
    if (lengthOf(others) * 2 > lengthOf(passages)) {
      yield flawOfLanguage(
        mainText(subject.document),
        'The text',
        `is mostly in ${namesOf(others, languages)}`,
        own,
      )
      return
    }
    for (const passage of others) {
      yield flawOfLanguage(
        passage.path,
        'This passage',
        `is in ${namesOf([passage], languages)}`,
        own,
      )
    }
  },
}

/** The English names of the languages of some passages. */
function namesOf(passages: readonly Passage[], languages: Subject['languages']): string {
  const used = new Set(passages.flatMap((passage) => languages.get(passage) ?? []))
  return [...used].map(languageTitle).join(', ')
}

function flawOfLanguage(path: string, subject: string, message: string, own: string): Flaw {
  const because =
    own === 'en'
      ? 'so it was not judged by the rules that read English, and screen readers would mispronounce it'
      : `but the page is marked as ${languageTitle(own)}, so screen readers would mispronounce it`
  return {
    path,
    subject,
    message: `${message}, ${because}`,
    hint: 'Translate it, mark it as words in that language, or choose the right language of the page.',
  }
}

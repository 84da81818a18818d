// The words that a drawing shows must stand in the document too.

import type {Rule} from '../rule.ts'
import {flawOfAll} from './words.ts'

function figure(fields: object) {
  return {
    _id: 'figure',
    _type: 'article',
    images: [
      {_type: 'figure', _key: 'a', alt: 'A drawing of a needle over a ligament.', ...fields},
    ],
  }
}

const ALT = /\.alt$/

/** What an alternative text calls a picture that usually shows words. Photos hardly ever do. */
const DRAWING =
  /\b(?:drawings?|diagrams?|charts?|graphs?|infographics?|illustrations?|posters?|screenshots?|tables?|timelines?|labels?|labell?ed|steps?)\b/i

export const imageWords: Rule = {
  id: 'accessibility/image-words',
  title: 'The words in a drawing are given as text',
  severity: 'warning',
  rationale:
    'Readers who cannot see a picture, or see it small, miss the words in it, and no rule can check them. Countersign cannot see whether a picture shows words. Most drawings, diagrams and charts do. So a picture whose alternative text calls it one needs “Words in the image”, or an answer that says that it shows none.',
  sources: [
    {
      title: 'WCAG 2.2, success criterion 1.4.5: Images of Text',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/images-of-text.html',
    },
  ],
  examples: {
    passes: [
      {says: 'a drawing with its words', document: figure({words: 'Skin, fat, ligament'})},
      {says: 'a photo', document: figure({alt: 'A nurse holds the hand of a patient.'})},
    ],
    fails: [{says: 'a drawing without its words', document: figure({})}],
  },
  *check({passages}) {
    const paths = new Set(passages.map(({path}) => path))
    for (const passage of passages) {
      if (passage.role !== 'alternative' || !DRAWING.test(passage.text)) continue
      if (paths.has(passage.path.replace(ALT, '.words'))) continue
      yield flawOfAll(passage, {
        message: 'describes a drawing whose words are not given',
        hint: 'Copy all words in the drawing to “Words in the image”. If it shows none, answer with that.',
      })
    }
  },
}

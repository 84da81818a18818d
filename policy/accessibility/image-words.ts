// The words that a picture shows must stand in the document too.

import type {Rule} from '../rule.ts'
import {flawOfAll} from './words.ts'

function figure(fields: object) {
  return {
    _id: 'figure',
    _type: 'article',
    images: [{_type: 'figure', _key: 'a', alt: 'A needle over a ligament.', ...fields}],
  }
}

const ALT = /\.alt$/

export const imageWords: Rule = {
  id: 'accessibility/image-words',
  title: 'The words in a picture are given as text',
  severity: 'warning',
  rationale:
    'Readers who cannot see a picture, or see it small, miss the words in it, and no rule can check them. Countersign cannot see whether a picture shows words. So each picture without “Words in the image” needs an answer that says that it shows none. An answer belongs to the alternative text: if that changes, often with the picture, the question comes back.',
  sources: [
    {
      title: 'WCAG 2.2, success criterion 1.4.5: Images of Text',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/images-of-text.html',
    },
  ],
  examples: {
    passes: [{says: 'a drawing with its words', document: figure({words: 'Skin, fat, ligament'})}],
    fails: [{says: 'a picture without its words', document: figure({})}],
  },
  *check({passages}) {
    const paths = new Set(passages.map(({path}) => path))
    for (const passage of passages) {
      if (passage.role !== 'alternative' || paths.has(passage.path.replace(ALT, '.words'))) continue
      yield flawOfAll(passage, {
        message: 'describes a picture whose words are not given',
        hint: 'Copy all words in the picture to “Words in the image”. If it shows none, answer with that.',
      })
    }
  },
}

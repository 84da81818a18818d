// Alternative text must say what an image shows.

import type {Rule} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {flawOfAll, sameWords} from './words.ts'

function figure(alt: string, caption?: string) {
  return {
    _id: 'figure',
    _type: 'article',
    images: [{_type: 'figure', _key: 'a', alt, caption}],
  }
}

const FILE_NAME =
  /\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$|^(?:dsc|img|image|photo|screenshot|scan)[-_ ]?\d/i
const ANNOUNCED =
  /^(?:an? |the )?(?:image|photo|photograph|picture|graphic)(?:s? (?:of|showing|shows|that shows|with)\b|s?$|:)/i
const INSTRUCTION = /\b(?:click|tap)\b/i

type Fault = {readonly message: string; readonly hint: string}

const SAY = 'Say what it shows and what a reader should learn from it.'

/** What is wrong with alternative text, if anything. `beside` holds the texts next to it. */
function faultOf(text: string, beside: readonly string[]): Fault | undefined {
  const words = text.trim()
  if (FILE_NAME.test(words)) return {message: 'is a file name', hint: SAY}
  if (ANNOUNCED.test(words)) {
    return {
      message: 'begins by saying that it is an image, which screen readers say anyway',
      hint: 'Begin with what the image shows.',
    }
  }
  if (INSTRUCTION.test(words)) {
    return {message: 'tells readers to click instead of saying what the image shows', hint: SAY}
  }
  if (!/\s/.test(words))
    return {message: 'is a single word, which is too little to describe an image', hint: SAY}
  if (beside.some((other) => sameWords(other, words))) {
    return {
      message: 'repeats the text next to it, so that screen readers say it twice',
      hint: 'Say what the image shows, or shorten the text next to it.',
    }
  }
  return undefined
}

/** The texts of two passages on either side, because the image's own caption may be one of them. */
function besideOf(passages: readonly Passage[], index: number): string[] {
  return [index - 2, index - 1, index + 1, index + 2].flatMap((at) => passages[at]?.text ?? [])
}

export const alternativeText: Rule = {
  id: 'accessibility/alternative',
  title: 'Alternative text that says what an image shows',
  severity: 'warning',
  rationale:
    'People who cannot see an image get its alternative text instead. A file name, a single word or ' +
    'a copy of the caption does not tell them what other readers see.',
  sources: [
    {
      title: 'WCAG 2.2, success criterion 1.1.1: Non-text content',
      url: 'https://www.w3.org/WAI/WCAG22/Understanding/non-text-content.html',
    },
    {
      title: 'W3C: Images tutorial, tips and tricks',
      url: 'https://www.w3.org/WAI/tutorials/images/tips/',
    },
  ],
  examples: {
    passes: [
      {
        says: 'alternative text that says what a drawing shows',
        document: figure('A needle enters the skin over a ligament of the lower back.'),
      },
    ],
    fails: [
      {says: 'a file name', document: figure('IMG_2041.jpg')},
      {says: '“image of”', document: figure('Image of a spine from the side')},
      {says: 'a single word', document: figure('Spine')},
      {
        says: 'a copy of the caption',
        document: figure('The lower spine from the side.', 'The lower spine from the side'),
      },
    ],
  },
  *check({passages}) {
    for (const [index, passage] of passages.entries()) {
      if (passage.role !== 'alternative') continue
      const fault = faultOf(passage.text, besideOf(passages, index))
      if (fault) yield flawOfAll(passage, fault)
    }
  },
}

// Most sentences must say who does what. A few passive sentences are normal in health writing.

import {exampleText} from '../examples/text.ts'
import type {Flaw, Rule} from '../rule.ts'
import {runningSentences} from './readability.ts'
import {mainText} from './subject.ts'
import {passiveIn} from './voice.ts'

/** A text with a larger share of passive sentences no longer says who acts. */
const SHARE = 0.2

/** With fewer sentences, a share means little. */
const ENOUGH = 15

/** How many passive sentences a hint quotes. */
const EXAMPLES = 3

function visit(...sentences: readonly string[]) {
  return {_id: 'visit', _type: 'article', body: exampleText(...steps, ...sentences)}
}

const steps = [
  'The nurse takes you to a quiet room.',
  'You lie on your front.',
  'The doctor looks at your back.',
  'She feels for sore spots.',
  'A cold spray numbs your skin.',
  'You may feel a sting.',
  'The doctor moves the needle slowly.',
  'Tell her if it hurts.',
  'You rest for a while.',
  'The nurse brings you some water.',
  'You can ask questions.',
]

export const passiveVoice: Rule = {
  id: 'plain/passive',
  title: 'Mostly active sentences',
  severity: 'warning',
  reads: 'English',
  rationale:
    'The active voice says who does what, and is easier to follow and to act on. Sometimes the ' +
    'passive voice is the plainest choice (“the skin is cleaned”), so a text is reported only if ' +
    'more than a fifth of its sentences are passive.',
  sources: [
    {
      title: 'CDC Clear Communication Index',
      url: 'https://www.cdc.gov/ccindex/',
    },
    {
      title: 'Federal plain language guidelines: Use active voice',
      url: 'https://www.plainlanguage.gov/guidelines/conversational/use-active-voice/',
    },
  ],
  examples: {
    passes: [
      {
        says: 'a visit described mostly in active sentences',
        document: visit(
          'Your skin is cleaned.',
          'The fluid is injected.',
          'It takes ten minutes.',
          'Then you can go home.',
        ),
      },
    ],
    fails: [
      {
        says: 'a visit described in too many passive sentences',
        document: visit(
          'Your skin is cleaned.',
          'The fluid is injected.',
          'The needle is withdrawn.',
          'A dressing is applied.',
        ),
      },
    ],
  },
  *check({document, passages}): Iterable<Flaw> {
    const sentences = runningSentences(passages)
    if (sentences.length < ENOUGH) return
    const found = sentences.flatMap(({sentence: {text}}) => {
      const place = passiveIn(text)
      return place ? [text.slice(place.start, place.end)] : []
    })
    if (found.length <= SHARE * sentences.length) return
    const examples = found.slice(0, EXAMPLES).map((words) => `“${words}”`)
    yield {
      path: mainText(document),
      subject: 'The text',
      message: `has ${found.length} of ${sentences.length} sentences in the passive voice`,
      hint: `Say who does it, as in “the doctor injects”. The first examples are ${examples.join(', ')}.`,
    }
  },
}

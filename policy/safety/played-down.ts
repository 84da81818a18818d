// Finds sentences that play down a sign for which a list of warning signs sends readers for help.

import {onceFor} from '../../review/once-for.ts'
import {titleOf, urgencyOptions, type Urgency} from '../../schemas/data/options.ts'
import {exampleReference, exampleText} from '../examples/text.ts'
import {exampleSigns, exampleSignsBlock} from '../examples/warning-signs.ts'
import {flawIn, type Flaw, type Rule, type SignsRecord, type UrgentSign} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import type {Sentence} from '../text/sentences.ts'
import {listsTouched} from './lists.ts'
import {signsIn, soothingIn, urgentIn} from './said.ts'

const article = {_id: 'article', _type: 'article', therapies: [exampleReference('injections')]}

function saying(...texts: readonly string[]) {
  return {
    document: {...article, body: [...exampleText(...texts), exampleSignsBlock]},
    context: exampleSigns,
  }
}

export const playedDown: Rule = {
  id: 'safety/played-down',
  title: 'No text plays down a warning sign',
  severity: 'error',
  reads: 'English',
  rationale:
    'A reader who is told that a numb leg is normal stays at home. If a list of warning signs sends the same reader for help now or today, one of the two texts is wrong, and the reader cannot know which.',
  sources: [
    {
      title: 'DISCERN: quick reference guide to the criteria (11)',
      url: 'http://www.discern.org.uk/quick_reference_guide.php',
    },
    {title: 'PIF TICK criteria (4: Evidence)', url: 'https://pifonline.org.uk/pif-tick/'},
  ],
  examples: {
    passes: [
      {
        says: 'Soreness is no warning sign: “It is normal to be sore.”',
        ...saying('It is normal to be sore.'),
      },
      {says: '“A numb leg is not normal.”', ...saying('A numb leg is not normal.')},
      {
        says: '“You can wait a few weeks if you lose weight.” The list does not call this urgent.',
        ...saying('You can wait a few weeks if you lose weight.'),
      },
    ],
    fails: [
      {
        says: '“A numb leg is normal for a week.”',
        ...saying('A numb leg is normal for a week.'),
      },
      {
        says: '“You can wait a few days if you cannot pass urine.”',
        ...saying('You can wait a few days if you cannot pass urine.'),
      },
      {
        says: '“Some people get a fever. This is harmless.”',
        ...saying('Some people get a fever. This is harmless.'),
      },
    ],
  },
  *check({document, passages}, context) {
    if (document._type === 'warningSigns') return
    const lists = listsTouched({document, passages}, context)
    if (lists.length === 0) return
    let lead: Passage | undefined
    for (const passage of passages) {
      if (passage.role === 'search') continue
      if (passage.role !== 'listItem') lead = passage
      const ofList = passage.role === 'listItem' && lead !== undefined && announces(lead)
      for (const [index, sentence] of passage.sentences.entries()) {
        const flaw = flawOf(sentence, {
          passage,
          before: passage.sentences[index - 1],
          ofList,
          lists,
        })
        if (flaw) yield flaw
      }
    }
  },
}

/** Whether a line before a list says of all its items that they are harmless: `These are normal:`. */
function announces({text, role, sentences}: Passage): boolean {
  const last = sentences.at(-1)?.text ?? ''
  return (role === 'heading' || text.trimEnd().endsWith(':')) && soothingIn(last) !== undefined
}

/** The beginning of a sentence that says something of what the sentence before it names. */
const GOES_ON =
  /^\W*(?:(?:just|simply|please|but|and|so) )*(?:this|that|these|those|they|both|all of|it(?! is (?:\w+ )?normal to\b)|do not|don['’]t|wait|there is|there['’]s|you (?:can|may|should|need|do|don['’]t)|no |nothing|give|ignore|leave|sleep)\b/i

interface Around {
  readonly passage: Passage
  readonly before: Sentence | undefined
  /** Whether the line before the list plays the sentence down. */
  readonly ofList: boolean
  readonly lists: readonly SignsRecord[]
}

function flawOf(sentence: Sentence, {passage, before, ofList, lists}: Around): Flaw | undefined {
  const soothing = soothingIn(sentence.text)
  if (!soothing && !ofList) return undefined
  const own = signsIn(sentence.text)
  const isAboutBefore =
    own.size === 0 && before && GOES_ON.test(sentence.text) && urgentIn(before.text) === undefined
  const named = isAboutBefore ? signsIn(before.text) : own
  for (const list of lists) {
    const kinds = urgentKinds(list)
    for (const [kind, place] of named) {
      const sign = kinds.get(kind)
      if (!sign) continue
      const places = [...(isAboutBefore ? [] : [place]), ...(soothing ? [soothing] : [])]
      return flawIn(
        passage,
        sentence,
        {
          start: Math.min(...places.map(({start}) => start)),
          end: Math.max(...places.map(({end}) => end)),
        },
        {
          message: `plays down a sign for which “${list.title}” says “${titleOf(urgencyOptions, sign.urgency)}”`,
          hint: `That list names “${sign.text}”. Leave these words out, or correct the list if it is wrong.`,
        },
      )
    }
  }
  return undefined
}

const URGENT: ReadonlySet<Urgency> = new Set(['now', 'today'])

/** The kinds of signs for which a list sends readers for help now or today, each with its most urgent sign. */
const urgentKinds = onceFor(({signs}: SignsRecord): ReadonlyMap<string, UrgentSign> => {
  const kinds = signs
    .filter(({urgency}) => URGENT.has(urgency))
    .flatMap((sign) => Array.from(signsIn(sign.text).keys(), (kind) => [kind, sign] as const))
  return new Map(kinds.toReversed())
})

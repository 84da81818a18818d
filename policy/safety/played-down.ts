// Finds sentences that play down a sign for which a list of warning signs sends readers for help.

import {onceFor} from '../../review/once.ts'
import {titleOf, urgencyOptions, type Urgency} from '../../schemas/data/options.ts'
import {itemsLedBy} from '../claims/lead-in.ts'
import {exampleReference, exampleText} from '../examples/text.ts'
import {exampleSigns, exampleSignsBlock, signsSources} from '../examples/warning-signs.ts'
import {flawIn, type Flaw, type Rule, type SignsRecord, type UrgentSign} from '../rule.ts'
import type {Passage} from '../text/passages.ts'
import {placeIn, plainOf} from '../text/plain.ts'
import type {Sentence} from '../text/sentences.ts'
import type {Span} from '../text/span.ts'
import {listsTouched} from './lists.ts'
import {kindsOf, signsIn, soothingIn, statementsIn, takesBack, urgentIn} from './said.ts'
import {essence} from './same-sign.ts'

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
  sources: signsSources,
  examples: {
    passes: [
      {
        says: 'Soreness is no warning sign: “It is normal to be sore.”',
        ...saying('It is normal to be sore.'),
      },
      {says: '“A numb leg is not normal.”', ...saying('A numb leg is not normal.')},
      {
        says: '“Some soreness is to be expected, but a fever is not.”',
        ...saying('Some soreness is to be expected, but a fever is not.'),
      },
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
      {
        says: '“Your leg may feel numb, but this is normal.”',
        ...saying('Your leg may feel numb, but this is normal.'),
      },
    ],
  },
  *check({document, passages}, context) {
    // The rule safety/in-time reads the lists themselves.
    if (document._type === 'warningSigns') return
    const lists = listsTouched({document, passages}, context)
    if (lists.length === 0) return
    const shown = passages.filter(({role}) => role !== 'search')
    const announced = itemsLedBy(shown, isSoothing)
    for (const passage of shown) {
      for (const [index, sentence] of passage.sentences.entries()) {
        const flaw = flawOf(sentence, {
          passage,
          before: passage.sentences[index - 1],
          after: passage.sentences[index + 1],
          ofList: announced.has(passage),
          lists,
        })
        if (flaw) yield flaw
      }
    }
  },
}

/** Whether a line before a list says of all its items that they are harmless: `These are normal:`. */
function isSoothing({sentences}: Passage): boolean {
  return soothingIn(sentences.at(-1)?.text ?? '').length > 0
}

/** The beginning of a sentence that says something of what the sentence before it names. */
const GOES_ON =
  /^\W*(?:(?:just|simply|please|but|and|so) )*(?:this|that|these|those|they|both|all of|it(?! is (?:\w+ )?normal to\b)|do not|don['’]t|wait|there is|there['’]s|you (?:can|may|should|need|do|don['’]t)|no |nothing|give|ignore|leave|sleep|rest|only|call|see|tell|take it easy)\b/i

/** A sentence that denies the one before it: `You may think that a fever is harmless. It is not.` */
const IT_IS_NOT =
  /^\W*(?:it|this|that|they|these) (?:is|are|was|were) not(?: (?:true|so|the case))?\W*$/i

/** Words without a subject, so that what follows them says something of the subject before. */
const NO_SUBJECT =
  /^\W*(?:(?:is|are|can|may|will|should|soon|then|often|also|most often|\w+ly)\W+)*$/i

interface Around {
  readonly passage: Passage
  readonly before: Sentence | undefined
  readonly after: Sentence | undefined
  /** Whether the line before the list plays the sentence down. */
  readonly ofList: boolean
  readonly lists: readonly SignsRecord[]
}

/** A sign is played down by words in the same statement, or in the next one if that goes on about it. */
function flawOf(
  sentence: Sentence,
  {passage, before, after, ofList, lists}: Around,
): Flaw | undefined {
  if (after && IT_IS_NOT.test(plainOf(after.text).text)) return undefined
  const plain = plainOf(sentence.text)
  const soothing = soothingIn(plain.text)
  if (soothing.length === 0 && !ofList) return undefined
  let earlier = before && plainOf(before.text).text
  for (const {text, start, end} of statementsIn(plain.text)) {
    const words = soothing.find((place) => place.start >= start && place.start < end)
    const own = signsIn(text)
    if (words ? true : ofList && !takesBack(text)) {
      const goesOn =
        own.size === 0 &&
        earlier !== undefined &&
        urgentIn(earlier) === undefined &&
        (GOES_ON.test(text) ||
          (start > 0 && words && NO_SUBJECT.test(plain.text.slice(start, words.start))))
      const places = Array.from(goesOn ? signsIn(earlier ?? '') : own, ([kind, place]) => ({
        kind,
        spans: [
          ...(goesOn ? [] : [{start: start + place.start, end: start + place.end}]),
          ...(words ? [words] : []),
        ],
      }))
      for (const {kind, spans} of places) {
        const found = signOf(kind, lists)
        if (found) {
          return flawIn(passage, sentence, placeIn(plain.origin, around(spans)), said(found))
        }
      }
    }
    earlier = text
  }
  return undefined
}

function around(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({start}) => start)),
    end: Math.max(...spans.map(({end}) => end)),
  }
}

interface ListedSign {
  readonly list: SignsRecord
  readonly sign: UrgentSign
}

/** The sign of this kind in the first list that has one. */
function signOf(kind: string, lists: readonly SignsRecord[]): ListedSign | undefined {
  for (const list of lists) {
    const sign = urgentKinds(list).get(kind)
    if (sign) return {list, sign}
  }
  return undefined
}

function said({list, sign}: ListedSign) {
  return {
    message: `plays down a sign for which “${list.title}” says “${titleOf(urgencyOptions, sign.urgency)}”`,
    hint: `That list names “${sign.text}”. Leave these words out, or correct the list if it is wrong.`,
  }
}

const URGENT: ReadonlySet<Urgency> = new Set(['now', 'today'])

/**
 * The kinds of signs for which a list sends readers for help now or today. Each has the sign that says little else,
 * because a sign with more words is a special case.
 */
const urgentKinds = onceFor(({signs}: SignsRecord): ReadonlyMap<string, UrgentSign> => {
  const kinds = signs
    .filter(({urgency}) => URGENT.has(urgency))
    .toSorted((a, b) => essence(a.text).length - essence(b.text).length)
    .flatMap((sign) => Array.from(kindsOf(sign), (kind) => [kind, sign] as const))
  return new Map(kinds.toReversed())
})

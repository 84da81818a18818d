// Which earlier approved texts say the same as an approved one, because only the form has changed since.

import {compareFiling, type Decision} from './decision.ts'
import {signOffOf, type Plan, type SignOff} from './plan.ts'
import type {Revision} from './revision.ts'
import type {Ruling} from './trail.ts'

/** The approved text whose earlier texts are looked for. Its plan judges them too. */
interface NewestText {
  readonly revision: Revision
  readonly authors: readonly string[]
  readonly plan: Plan
}

/** A text that met its plan, or may have met it when its words were given. */
interface ApprovedText {
  readonly revision: Revision
  /** The word with which it was approved. */
  readonly word: Decision
  /** Whether all words are there. Otherwise it is an urgent correction, and what the others say of it is open. */
  readonly isMet: boolean
  /** Whether it is certain that it was approved after the text before it, and nobody took that back. */
  readonly isCertain: boolean
  /** Whether it is certain that it has the message of the text before it. */
  readonly isCosmetic: boolean
}

/**
 * The earlier approved texts that have the message of an approved text, the newest first. A translation of one of
 * them still says what the approved text says. In doubt it does not. So the way back ends
 *
 * - at a text of which any word is not marked as cosmetic. Words that renew an approval say nothing about changes,
 *   because the text is the same;
 * - at a word that was given before another text was approved, because its reviewer compared with an older one;
 * - at a word that does not count now. It may have counted when others compared with its text;
 * - at an approved text that was sent back, because the next text was compared with it all the same;
 * - at a retraction.
 *
 * @param rulings Those under the plan of the text, in the order of the log.
 */
export function sameMessageAs(text: NewestText, rulings: readonly Ruling[]): Revision[] {
  const texts = approvedTexts(text, rulings)
  const same = new Set<Revision>()
  let index = texts.findLastIndex(({revision}) => revision === text.revision)
  for (;;) {
    const earlier = texts[index - 1]
    if (!texts[index]?.isCosmetic || !earlier?.isCertain) break
    same.add(earlier.revision)
    index--
  }
  same.delete(text.revision)
  return [...same]
}

/** The approved texts in the order of their approvals. A text that came back after another one is there again. */
function approvedTexts(text: NewestText, rulings: readonly Ruling[]): ApprovedText[] {
  const words = new Map<Revision, Ruling[]>()
  let texts: ApprovedText[] = []
  for (const ruling of rulings) {
    const {decision, objection} = ruling
    const {revision} = decision
    // These counted at no time.
    if (objection === 'forged' || objection === 'misdated') continue
    if (decision.decision === 'approved') {
      const given = [...(words.get(revision) ?? []), ruling]
      words.set(revision, given)
      texts = withWords(texts, given, text)
    } else if (objection !== undefined) {
      texts = texts.map(takenBack)
    } else if (decision.decision === 'retracted') {
      words.clear()
      texts = []
    } else {
      words.delete(revision)
      texts = texts.map((one) => (one.revision === revision ? takenBack(one) : one))
    }
  }
  return texts
}

function takenBack(text: ApprovedText): ApprovedText {
  // Words that follow say nothing about changes either.
  return {...text, isMet: true, isCertain: false, isCosmetic: false}
}

/**
 * The approved texts after one more word.
 *
 * @param given The words on one text, the new one last.
 */
function withWords(
  texts: readonly ApprovedText[],
  given: readonly Ruling[],
  {authors, plan}: NewestText,
): ApprovedText[] {
  const word = given.at(-1)?.decision
  if (!word) return [...texts]
  const last = texts.at(-1)
  const known = last?.revision === word.revision ? last : undefined
  const others = known ? texts.slice(0, -1) : [...texts]
  const before = others.at(-1)
  const since = given.filter(({decision}) => !before || compareFiling(before.word, decision) < 0)
  const counting = since.filter(
    ({decision, objection}) =>
      (objection === undefined || objection === 'superseded') &&
      !authors.includes(decision.reviewer),
  )
  const state = stateOf(plan, counting)
  const isCertain = state === 'met'
  if (known?.isMet) return [...others, {...known, isCertain}]
  const possible = stateOf(plan, given)
  if (possible === 'open') return [...texts]
  const isTied = before !== undefined && compareFiling(before.word, word) === 0
  return [
    // Of two texts that were approved at once, nobody knows which was compared with which.
    ...(isTied ? [...others.slice(0, -1), {...before, isCosmetic: false}] : others),
    {
      revision: word.revision,
      word: known?.word ?? word,
      isMet: possible === 'met',
      isCertain,
      isCosmetic:
        state !== 'open' &&
        counting.length === since.length &&
        // What has to be corrected now is no form.
        counting.every(({decision}) => decision.cosmetic && !decision.urgent),
    },
  ]
}

function stateOf(plan: Plan, words: readonly Ruling[]): SignOff['state'] {
  return signOffOf(
    plan,
    words.map(({decision}) => decision),
  ).state
}

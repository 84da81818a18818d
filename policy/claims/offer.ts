// Tells whether a sentence promotes something. Only there can a claim keep a document from readers: elsewhere
// the same words can be a plain fact, such as that antibiotics cure an infection.

import {controlling, helping} from '../lexicon/acting.ts'
import {formsIn} from '../lexicon/family.ts'
import {changing} from '../lexicon/outcomes.ts'
import {supplement, therapy} from '../lexicon/remedies.ts'
import {restoring} from '../lexicon/restoring.ts'
import {inflected, oneOf, wholeWords, wordsOf} from '../text/phrases.ts'

/** A therapy or a product that needs promotion. */
const named = wholeWords(oneOf(...formsIn(therapy), ...formsIn(supplement)))

/** The voice of a seller or of a customer. `I` alone can be a number. */
const VOICE =
  /\b(?:[Ww]e|[Oo]urs?|us|[Mm]y|mine|me|I(?:['’](?:m|ve|d|ll)| (?:am|was|had|have|used|tried|felt|could|can|got|feel|went|woke)))\b/

/** "This treatment". An operation or a medicine may be praised by its facts. */
const treatment =
  /^\W*(?:treatments?|therapy)\b|\b(?:this|these|the|an?|one|each|every|single|any) (?:[\w-]+,? ){0,3}(?:treatments?|therap(?:y|ies)|injections?|jabs?|shots?|infusions?|drips?|remed(?:y|ies)|products?|programmes?|packages?|formulas?|methods?|techniques?|devices?|machines?|bracelets?|creams?|gels?|oils?|patch(?:es)?|tonics?|solutions?|discover(?:y|ies))\b/i

/** About something that was named before: "It cures". */
const PRONOUN = /^\W*(?:it|it['’]s|this|these|they)\b/i

/** A sentence without a subject, as in a list of benefits: "Lowers blood pressure". */
const BENEFIT = wordsOf(
  ...[restoring, helping, controlling, changing].flatMap(({verbs = []}) => verbs),
  'use give offer provide work contain',
)
const ELLIPTIC = new RegExp(
  `^\\W*(?:${oneOf(...BENEFIT.map((verb) => inflected(verb)[1] ?? verb))}|\\p{L}+ly ${oneOf(...BENEFIT.flatMap(inflected))}) `,
  'iu',
)

/** A headline, an exclamation or a call. An item that continues the line before its list is none. */
const HEADLINE = /!["'”’)\]]*$|^(?!\s*\p{Ll}).*[^.!?:;"'”’)\]\s]$/u

/** Words in capitals alone. */
const SHOUTED = /^\P{Ll}*$/u

/** Whether a sentence promotes a named therapy, or speaks for a seller or a customer. */
export function isPromotion(sentence: string): boolean {
  return (
    named.test(sentence) ||
    VOICE.test(sentence) ||
    SHOUTED.test(sentence) ||
    ELLIPTIC.test(sentence) ||
    HEADLINE.test(sentence)
  )
}

/** Whether a sentence promotes anything, by name or not. */
export function isOffer(sentence: string): boolean {
  return isPromotion(sentence) || PRONOUN.test(sentence) || treatment.test(sentence)
}

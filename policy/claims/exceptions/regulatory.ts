// Words beside an approval that show that it is another's, or none yet.

import {formsIn} from '../../lexicon/family.ts'
import {therapy} from '../../lexicon/remedies.ts'
import {oneOf, wholeWords} from '../../text/phrases.ts'
import {TREATMENT} from '../../text/vocabulary.ts'
import {NOVEL} from '../patterns/regulatory.ts'
import type {Found} from '../wordings.ts'

const treatment = wholeWords(TREATMENT)
/** Therapies that need promotion, and what is sold for them. */
const named = wholeWords(oneOf(...formsIn(therapy), 'our (?:\\w+ )?(?:kits?|devices?)'))
const novel = wholeWords(oneOf(NOVEL, 'our'))
const PRONOUN = /\b(?:it|we|our|this|these|they)\b/i

/** Treatments that regulators have approved, or that need no approval. */
const ESTABLISHED = oneOf(
  'steroids?|cortisone|corticosteroids?|hyaluron\\w+|botulinum|botox|vaccin\\w+|insulin|flu|aspirin',
  'paracetamol|ibuprofen|naproxen|antibiotics?|local an(?:a)?esthetic|statins?|morphine|vitamin D',
  'exercise|physiotherapy|physical therapy|acupuncture|contracepti\\w+|methotrexate|biologics?',
)
const established = wholeWords(ESTABLISHED)

const otherUse = wholeWords(
  oneOf(
    '(?:for|to) (?:another|other|different|something else|drawing|low blood sugar|fluids?|drips?)',
    'off[- ]label|other uses?|another use|certain uses|low blood sugar|hypoglyc\\w+|only (?:as|for)',
    'for use in (?:research|surgery)|bone graft',
  ),
)
/** Devices, and people and places with a licence. */
const otherThing = wholeWords(
  oneOf(
    'syringes?|needles? (?:is|are|has|have)|centrifuges?|kits?|tubes?|equipment',
    'doctors? (?:is|are) (?:\\w+ )?(?:registered|licen[sc]ed|approved|accredited|certified)',
    'nurses?|surgeons?|pharmac\\w+|practitioners?|physiotherapists?|staff|ethics|committee',
    'clinic (?:is|has)|hospitals?|charit\\w+',
  ),
)
/** Words before an approval that has not been given yet or that is a condition. */
const wanted = new RegExp(
  `\\b${oneOf(
    'waiting for|apply(?:ing)? for|applied for|awaiting|seek(?:s|ing)?|pending|look for|check',
    'before|needs?|requires?|must have|ask (?:for|about)|if|once|until|after',
    'only (?:if|when|after|once|for)',
  )}\\b[^,]*$`,
  'i',
)
const USE_OF = /^ (?:uses?|label|leaflet|dose|website|medicines for certain)\b/i

/** A relative clause about an established treatment: `insulin, which regulators approved`. */
const ofEstablished = new RegExp(
  `\\b${ESTABLISHED},? (?:which|that|who(?:se)?) (?:\\w+ ){0,2}$`,
  'i',
)

/** What a law or a regulator requires: "a manufacturer has to prove". */
const REQUIRED = /\b(?:must|ha(?:s|ve) to|needs? to|require[sd]?|regulate[sd]?|only)\b/i
export function isRequired({sentence}: Found): boolean {
  return REQUIRED.test(sentence)
}

export function isElsewhere({sentence, before, words, after}: Found): boolean {
  return (
    ofEstablished.test(before) ||
    otherUse.test(sentence) ||
    (otherThing.test(sentence) && !named.test(sentence)) ||
    (established.test(sentence) && !novel.test(sentence) && !named.test(sentence)) ||
    USE_OF.test(after) ||
    wanted.test(before) ||
    /\bnice\b/.test(words)
  )
}

export function isAboutNone(found: Found): boolean {
  return (
    isElsewhere(found) ||
    !(
      /^\W*(?:\w+ )?$/.test(found.before) ||
      treatment.test(found.sentence) ||
      PRONOUN.test(found.sentence)
    )
  )
}

export const ofTreatment = new RegExp(
  `^ (?:\\w+ ){0,2}(?:for\\b|alternative|remedy|cure|${TREATMENT}|${NOVEL})`,
  'i',
)

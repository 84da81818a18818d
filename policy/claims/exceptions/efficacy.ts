// Other senses of the words that promise an effect, in which they promise nothing.

import {oneOf, wholeWords} from '../../text/phrases.ts'
import {TREATMENT} from '../../text/vocabulary.ts'
import {isPromotion} from '../offer.ts'
import type {Found} from '../wordings.ts'

/** Words that make a statement a possibility or a hope, which is no promise. */
const hedge = wholeWords(
  oneOf(
    'may|might|possibly|perhaps',
    '(?:aim|aims|aimed|meant|intended|thought|said|supposed|believed|hoped|expected|try|tries|trying|hopes?|attempts?) (?:\\w+ )?to',
    'could (?:one day|in theory|eventually)',
    'in (?:theory|mice|rats|rabbits|animals|the lab|a dish|a laboratory)',
    'under study|tested whether',
    'the (?:idea|hope|theory|aim)',
  ),
)
export function isHedged({before}: Found): boolean {
  return hedge.test(before)
}

/** Words that limit a statement to some people or times, which is no promise. */
export const SELDOM =
  /\b(?:usually|often|sometimes|most|many|some people|likely|half|few|rarely)\b/i

/** Surgery and the body’s own work, which promote no treatment: `the liver renews its cells`. */
const ofOthers = wholeWords(
  oneOf(
    '(?<!non-?)surg(?:eons?|ery|ical(?:ly)?)',
    'operations?',
    'stitch(?:es|ed)?',
    "(?:your|the|human) (?:own )?bod(?:y|ies)(?!['’])",
    'sleep',
    'immune system',
    'liver',
    'kidneys?',
    'dentists?',
    '(?<!(?:biocellular|cell|cells|fat|plasma) )graft(?:s|ed)?',
    'keyhole',
  ),
)
const IS_POOR = /^[^.;]*\bno (?:better|more|faster|quicker)\b/i

/** The aim of research, which is no promise: "to find new ways to treat and, ultimately, cure". */
const RESEARCH =
  /\b(?:research\w*|scientists?|investigators?|goals?|trials? (?:is|are|will)|(?:new|better) (?:ways?|avenues?|methods?))\b/i
export function isResearch({before}: Found): boolean {
  return RESEARCH.test(before)
}

/** What a treatment is for, which says nothing of how well it works: "is used to treat". */
const PURPOSE =
  /\b(?:used|given|taken|needed|ways?|procedures?|studied|try|tries|developed|available)\b[^.;]*\bto (?:\w+ )?$/i
export function isPurpose({before}: Found): boolean {
  return PURPOSE.test(before)
}

/** Who gives care, or what care is for: "doctors who treat strokes", "drugs to kill cancer cells". */
const CARE =
  /\b(?:doctors?|providers?|specialists?|surgeons?|physicians?|nurses?|study|studies|goals?|aims?)\b[^.;]*$|\bto (?:help )?(?:\w+ )?$/i
/** A topic, not a promise: "Treating infections". */
const TOPIC =
  /^(?:treating|preventing|controlling|managing|stopping|slowing|lowering|fighting|repair(?:ing)?|restoring|correcting)\b/i

/** Whether words tell of care for a disease, in a sentence that promotes nothing. */
export function isCare({sentence, before, words}: Found): boolean {
  if (!/\p{L}/u.test(before)) return TOPIC.test(words)
  return !isPromotion(sentence) && (CARE.test(before) || ofOthers.test(before))
}

/** Care that is known to cure: infections by antibiotics, early cancer by surgery. */
const CURATIVE =
  /\b(?:antibiotics?|antivirals?|surg\w+|operations?|transplant\w*|radio\w+|radiation|chemotherapy|tablets?|medicines?|clinical|rates?)\b/i
/** A disease that can be cured, said of the disease: "can often be cured". */
const CURABLE = /\b(?:can|may|could) (?:\w+ )?be (?:\w+ (?:and|or) )?$/i

/** Whether a cure is a plain fact, in a sentence that promotes nothing. */
export function isSoundCure({sentence, before}: Found): boolean {
  return !isPromotion(sentence) && (CURATIVE.test(sentence) || CURABLE.test(before))
}

/** Whether an injury that heals by itself is said to heal. */
export function isWound({sentence}: Found): boolean {
  return ORDINARY.test(sentence)
}

export function isNoPromise(found: Found): boolean {
  return (
    isHedged(found) || isResearch(found) || ofOthers.test(found.before) || IS_POOR.test(found.after)
  )
}

/** Injuries that heal by themselves, and words that limit a statement to many of them. */
export const ORDINARY =
  /\b(?:cuts?|wounds?|grazes?|scars?|blisters?|fractures?|stitches|sprains?|bruis\w+|ulcers?|burns?|incisions?|scratch\w*|broken|usually|often|most|many)\b/i

/** Subjects with which `heals` is a claim. */
export const healer = wholeWords(
  oneOf(TREATMENT, 'we|it|creams?|gels?|silver|oils?|laser|that|which'),
)

/** Everyday things that are cured, such as ham and cement. */
export const CURED_THING =
  /\b(?:filling|resin|glue|cement|cast|concrete|ham|meats?|bacon|varnish|dry|salt|smoke|light)(?:[- ]| is | are | was )$/i
export const CURED_FOOD =
  /^ (?:ham|meats?|bacon|fish|salmon|sausages?|pork|beef|olives|resin|glue|concrete|(?:with|by) (?:an? |the |blue |uv |ultraviolet )*(?:light|lamp|salt|smoke))/i
/** What may be guaranteed, such as an appointment. */
const ASSURED = oneOf(
  'place|appointment|spot|slot|bed|seat|price|fee|privacy|confidentiality|parking|delivery',
  'anonymity|space|room|quote|deposit|income|refund',
)
export const assured = new RegExp(`\\b${ASSURED}(?: [\\w'’-]+){0,5} $`, 'i')
export const assures = new RegExp(
  `^ (?:you |your |a |an |the )*(?:${ASSURED}|minimum|until|hours|period)\\b`,
  'i',
)
/** Devices that are sold with a guarantee. */
export const OF_THING =
  /^ (?:for|on|of) (?:\w+ ){0,3}(?:machines?|mattress(?:es)?|devices?|braces?|kits?|aids?|batter(?:y|ies)|chairs?|beds?|shoes|insoles|monitors?)\b/i
/** What tests prove: `a proven infection`. Some of these are only beginnings of words. */
export const finding = new RegExp(
  `^ (?:\\w+ )?${oneOf(
    'infections?|causes?|source|fractures?|gout|allerg|diagnos|tears?|cancer|pregnan|sepsis',
    'thrombosis|clots?|cases?|otherwise|difficult|hard|useful|harder',
    '(?:on|by) (?:an? |the )?(?:\\w+ )?(?:scan|x-ray|biops|culture|test|swab|blood)',
  )}`,
  'i',
)
export const FOUND_BY = /\b(?:biopsy|culture|scan|x-ray|until|laboratory|lab)[- ]$/i
export const BREAKTHROUGH_PAIN =
  /^ (?:pain|bleed|cancer|seizure|infection|dose|medic|fever|symptom|ovulation|analges|cases|covid|headache|flare)/i
/** Whether a breakthrough is one of pain, bleeding or an infection. */
export function isBreakthroughPain({words, after}: Found): boolean {
  const at = /\bbreakthrough\b/i.exec(words)
  return at !== null && BREAKTHROUGH_PAIN.test(words.slice(at.index + at[0].length) + after)
}
export const FOR_YOU =
  /^(?: \w+){0,2} (?:for you\b|for your\b|depends|will depend|is often|is usually|is to|may be|available to you)/i
export const SEEKS =
  /\b(?:discuss|determin\w+|recommend\w*|decid\w+|decision|choos\w+|find|finding|advise|agree|know|what|which|about|on|plan|work out|working out)\b[^,]*$/i
const NOT_YET = /\b(?:until|when|once|if|after|before|unless)\b[^,]*$/i

/** What 100 per cent may refer to without promising an effect: `100% cotton`. */
export const SHARE_OF =
  /^ (?:cotton|wool|oxygen|humidity|confidential|of (?:the |your )?(?:cost|fee|price|bill)|covered|refund|juice|sure|certain|latex|private|attendance|natural|safe|organic|drug|chemical)/i
/** What a clinic may promise, such as privacy. */
export const PROMISED =
  /^(?: that)? (?:to|not|never|confidential|an honest|a (?:reply|call|warm)|your privacy|privacy)\b/i

export function isOfItself(found: Found): boolean {
  return (
    isHedged(found) ||
    (/^get/i.test(found.words) && found.before.endsWith(' to ')) ||
    NOT_YET.test(found.before) ||
    SELDOM.test(found.before) ||
    /\b(?:kidneys?|liver|body|hope|towards|toward|at|by|the (?:other|lower|upper)|drum|heart) $/i.test(
      found.before,
    )
  )
}

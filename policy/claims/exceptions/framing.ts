// Words beside those that set a treatment against other care which show that nothing is promoted.

import {oneOf, wholeWords} from '../../text/phrases.ts'
import {TREATMENT} from '../../text/vocabulary.ts'
import type {Found} from '../wordings.ts'

export const treatment = wholeWords(TREATMENT)

/** Tests and devices that really are non-invasive. */
const SCAN = oneOf(
  'scans?|ultrasound|mri|tests?|imaging|monitor\\w*|cuffs?|blood pressure|ventilat\\w+|x-?rays?',
  'measur\\w*|prenatal|oxygen|ecg|screening|cameras?|pictures|brain',
)
export const scan = wholeWords(SCAN)
export const ofScan = new RegExp(`^ (?:\\w+ ){0,3}${SCAN}\\b`, 'i')

/** Contexts in which chemicals or medicines really are a danger, such as driving. */
export const HAZARD =
  /\b(?:expos\w+|smoke|tobacco|cigarette\w*|gloves|wash|cleaning|workplace|at work|dump|driv\w+|children|reach|immune|foreign|contact)\b/i

/** Words that express a wish or a hope to avoid surgery, which is no promise. */
const wish = new RegExp(
  `\\b${oneOf(
    'want(?:s|ed)?|wish(?:es|ing)?|hop(?:es?|ing|ed)|prefers?|like|rather|try|tries|trying|keen|able',
    'possible|chance|sometimes|may|might|often|usually|whether|most|many people|some people',
    'some patients|ask(?:ed)?|decided?|choose to|chosen to|few|half|settle\\w*|best to|reason\\w*',
    'if|discuss',
  )}\\b[^.;:]*$`,
  'i',
)

const offer = wholeWords(oneOf(TREATMENT, 'our|you|your|we|cells?|needles?'))
const CALL = /^\W*(?:choose|beat|fix|end|get|try|book|say|heal|come|live|relieve|stop)\b/i

/** Whether a full sentence mentions no treatment: `Many people recover without surgery.` */
function isPlain(sentence: string): boolean {
  return !offer.test(sentence) && sentence.endsWith('.') && !CALL.test(sentence)
}

/** Whether someone wishes to avoid surgery, which is no promise. */
export function isWished({before}: Found): boolean {
  return /\b(?:want\w*|wish\w*|hop(?:e|es|ed|ing)|prefer\w*|would like|keen|discuss|whether)\b[^.;:]*$/i.test(
    before,
  )
}

export function isNoPromise({sentence, before, words, after}: Found): boolean {
  return (
    (wish.test(before) && !/\b(?:our|thanks to)\b/i.test(before)) ||
    /\b(?:guideline|trial|study|weight loss|losing weight)\b/i.test(sentence) ||
    (/^(?:without|instead|rather|not|no|zero)\b/i.test(words) && isPlain(sentence)) ||
    (/^(?:no|zero) /i.test(words) &&
      /^ (?:is|was|are|has|can|will|should|today|until|on|\w+s)\b/i.test(after)) ||
    (/^not (?:surgery|an? operation)/i.test(words) && !/^[,!.]/.test(after)) ||
    (/^avoid/i.test(words) && /\b(?:should|must|need to|best|please) $/i.test(before)) ||
    (/^(?:cancel|put off|shelve)/i.test(words) &&
      /\b(?:if|may|have to|need to|us|we|be)\b/i.test(before))
  )
}

/** Whether a sentence warns about natural products. */
export function isNaturalWarning({sentence}: Found): boolean {
  return /\b(?:interact|harmful|poisonous|tell your|tell us|ask your|not always|can still)\b/i.test(
    sentence,
  )
}

/**
 * Whether something other than a treatment is called natural, or the sentence warns about natural
 * products.
 */
export function isNaturalElsewhere({sentence, before, words, after}: Found): boolean {
  return (
    /^natural (?:childbirth|birth|light|history|course|process of|way of (?:feeling|reacting))/i.test(
      words,
    ) ||
    (/\b(?:only|perfectly|quite|an?|part of) $/i.test(before) && /^natural$/i.test(words)) ||
    (/natural$/i.test(words) && /^ (?:to|part|reaction|response)\b/i.test(after)) ||
    (/\b(?:interact|side effects|harmful|poisonous|tell your|tell us|ask your|not always|can still|even)\b/i.test(
      sentence,
    ) &&
      !/\b(?:our|we)\b/i.test(sentence)) ||
    /\b(?:some|many|other|herbal (?:and|or)|prefer|light|want) $/i.test(before)
  )
}

/** What the body does by itself, and words that make a statement a theory or a possibility. */
export const PHYSIOLOGY =
  /\b(?:immune|attack\w*|insulin|hormones?|endorphins?|mistake\w*|adrenal\w*|cortisol|antibod\w+|allerg\w+|the idea|in theory|thought to|meant to|may|might)\b/i

/** Whether words such as `without drugs` give advice. They promote a treatment only in an offer. */
export function isAdvice({sentence, before, words}: Found): boolean {
  return (
    /^(?:without|no|zero|instead of|rather than|not another|minus|free)/i.test(words) &&
    !/^no drugs$/i.test(words) &&
    !/chemical/i.test(words) &&
    (!/\b(?:our|we|heals?|healing|relief|relieves?|ends?|without surgery|natural\w*|treats?|works?|beat|back|live|living|fix)\b/i.test(
      sentence,
    ) ||
      /\b(?:guideline|advise[sd]?|first|start|begin|some people|most|many|if|usually|often|try)\b/i.test(
        before,
      ))
  )
}

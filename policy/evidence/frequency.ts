// Finds statements of how often something happens to people, how many have it, or how long it lasts.

import {finderFor} from '../text/cue.ts'
import {formsOf, oneOf, wholeWords} from '../text/phrases.ts'
import {COURSES, COURSE_VERBS, EVENTS, EVENT_VERBS, OFTEN_WORDS} from '../words/course.ts'
import {MANY_WORDS, PORTIONS_OF_THINGS, THING_NAMES, VOLUNTARY_ACTS} from '../words/portions.ts'
import {NUMBER, PEOPLE, UNIT} from './amounts.ts'
import {spanOf, type Span} from './span.ts'

const PERCENT = '(?:%|per ?cent|percent)'

/** Things whose percentages are not portions of people. */
const PORTION_OF_ELSE = oneOf(...PORTIONS_OF_THINGS)

const MANY = oneOf(...MANY_WORDS)

/** Voluntary acts, which say nothing about the health of those who do them. */
const ACTS = oneOf(...VOLUNTARY_ACTS)

/** Things, not people: `most clinics` says nothing about health. */
const THINGS = oneOf(...THING_NAMES)

const OFTEN = oneOf(...OFTEN_WORDS)

/** What happens in the course of a complaint. */
const HAPPENS = oneOf(...EVENTS, formsOf(...EVENT_VERBS))

/** How a complaint ends or goes on. */
const COURSE = oneOf(formsOf(...COURSE_VERBS), ...COURSES)

/** Things other than complaints that take some time. */
const APPOINTMENT =
  /\b(?:visits?|sessions?|appointments?|class(?:es)?|courses? of|consultations?|scans?|tests?|operations?|procedures?|programmes?|meetings?|calls?|talks?|clinics?|surgery|drip|infusion|treatment|workshops?|the injection|this|it takes|admission|membership|voucher|waiting list)\b/i

const ABOUT =
  '(?: (?:about|around|roughly|the first|up to|at least|only|just|an average of|as little as|some|another|no more than|under|less than|more than|between|nearly|almost|over|a matter of))*'

/** Subjects after which `usually` describes a visit. */
const AGENT =
  /(?:^|\b)(?:you|we|i|they|the doctor|doctors?|nurses?|surgeons?|staff|team|clinics?|gps?|therapists?|physios?|physiotherapists?|visits?|sessions?|appointments?|class(?:es)?|hospitals?|insurers?|consultants?|results?|letters?|the course)(?: (?:will|can|may|is|are|do|does))? $/i

const FEELS = /^\s*\S+ (?:\w+ ){0,2}?(?:feel|recover|improve|get better|need|notice|heal)/i

const findOften = finderFor(
  wholeWords(`${OFTEN}(?= (?:(?!from\\b)[\\w'’-]+ ){0,4}?${HAPPENS}(?!\\w))`),
)

const findCourse = finderFor(
  wholeWords(
    `${COURSE}(?: \\w+){0,3} (?:within|in|after|for|over|between|by|up to|until|inside|from)?${ABOUT} ?(?:(?:a|an|the|next|couple of|few|several|matter of|day or|first|${NUMBER})[ -])+(?:(?:to|and|or|-|–) (?:${NUMBER}|so) )?${UNIT}`,
  ),
)

const findCounted = finderFor(
  wholeWords(
    oneOf(
      `\\d[\\d.]*(?: ?(?:to|-|–|and) ?\\d[\\d.]*)? ?${PERCENT}(?! ${PORTION_OF_ELSE})`,
      `${NUMBER}(?: to ${NUMBER})? ${PERCENT}(?! ${PORTION_OF_ELSE})`,
      `${NUMBER} (?:[\\w-]+ ){0,2}?(?:in|out of)(?: every)? ${NUMBER}(?! ${UNIT})(?! (?:sessions?|visits?))`,
      '(?:a|an|one|two|three|four)[- ](?:third|quarter|fifth|tenth|half)s? of',
      `half (?:of |the |all |our )*(?:\\w+ ){0,2}${PEOPLE}`,
      `(?:the )?(?:vast |great |large )?(?:majority|minority)`,
      `${MANY} (?:[\\w'’-]+ ){0,3}?${PEOPLE}(?! ${ACTS})`,
      `(?<=^\\W*(?:(?:and|but|in|for|with|though|while|however|nowadays|today|sadly|happily|luckily|fortunately),? )?)(?:most|many|few|a few|several|some|nearly all|almost all|not all|hardly any) (?!(?:of the )?(?:\\w+ ){0,2}?${THINGS}\\b)[\\w'’-]+(?= [\\w'’-]+)(?! ${ACTS})`,
      `(?:not (?:one|a single)|none of (?:our|the)|no|every)(?: \\w+)? (?:patient|client|person|child|runner|golfer|adult|man|woman)s?(?! (?:gets|receives|is given|has an?|will (?:be|get|have|see))\\b)`,
      '(?:thousands|hundreds|millions|dozens) (?:have|had|were|now|are)',
      '(?:symptoms?|pain|flare-ups?|it) (?:can |may )?comes? and goe?s?',
      'our (?:patients|clients|members|runners|customers) (?:(?:all|now|usually|are|have|can) )*(?:leave|walk|recover|recovered|feel|get better|return|returned|avoid|escape|play|pain-free|sleep|improve|improved)',
      '(?:hardly|almost|nearly|not) (?:anyone|everyone|everybody|anybody)',
      `(?:more than |over |about |around |some )?${NUMBER} (?!of )(?:\\w+ )?(?:${PEOPLE}|operations|procedures|injections) (?:\\w+ )?(?:a year|each year|every year|worldwide|with|had|have|were|got|die|need|live)`,
    ),
  ),
)

const RARE_THING =
  '(?:rare|common|uncommon|frequent|occasional|commonest) (?:\\w+ )?(?:side[- ]effects?|complications?|problems?|reactions?|causes?|complaints?|injur(?:y|ies)|conditions?|symptoms?|diseases?)'

const findStated = finderFor(
  wholeWords(
    oneOf(
      `(?:is|are|was|were|be|being|been|remains?|becomes?|so|(?<=['’])(?:s|re))(?:n['’]t)? (?:\\w+ ){0,2}?(?:rare|rarer|common|commoner|uncommon|unusual|frequent|widespread|likely|unlikely|the norm|exceptional|infrequent|the rule|the exception|rarities|a rarity|normal for|to be expected|an everyday|few and far)(?! (?:sense|cold))`,
      `${RARE_THING}(?: of [\\w -]+?)? (?:is|are|include|includes|was|were)`,
      `(?:is|are|was|were|remains?) (?:an? |the |one of the )*(?:\\w+ )?${RARE_THING}`,
      '(?<=^\\W*)(?:very |only )?(?:rarely|occasionally|sometimes|often|usually|commonly|typically|in rare cases)(?=,? (?!(?:you|we|the (?:doctor|nurse|team|surgeon|clinic)|a (?:nurse|doctor)|tests?)\\b))',
      'most common(?:ly)?|on average|the likelihood|(?:the |a )?chances? (?:of|that|is|are)|prevalence|odds',
      `takes?(?: \\w+)?${ABOUT} (?:[\\w-]+ ){1,4}?(?:${UNIT} )?(?:or (?:more|longer|so|two|three) )?(?:to|before|for)(?: \\w+){0,5} (?:heal|work|recover|settle|improve|help|mend|feel|wear|show|take|get|subside|notice|better|disappear|fade)`,
      `(?:recovery|healing) takes`,
      'never fails|(?:no one|nobody|no patient|none of (?:our|the) \\w+) (?:has|have) (?:ever )?(?:been|had|come)',
      `never (?:quite |really |fully )?(?:goes?|recovers?|heals?|disappears?|comes? back|returns?)`,
    ),
  ),
)

/** The words of a clause that say how often something happens; undefined if none do. */
export function findFrequency(clause: string): Span | undefined {
  const count = spanOf(findCounted(clause) ?? findStated(clause))
  if (count) return count
  const time = spanOf(findCourse(clause))
  if (time && !APPOINTMENT.test(clause.slice(0, time.start))) return time
  const adverb = spanOf(findOften(clause))
  const isAct =
    adverb && AGENT.test(clause.slice(0, adverb.start)) && !FEELS.test(clause.slice(adverb.start))
  return isAct ? undefined : adverb
}

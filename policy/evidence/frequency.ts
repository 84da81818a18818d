// Finds statements of how often something happens to people, how many have it, or how long it lasts.

import {finderFor} from '../text/cue.ts'
import {anyOf, type Pattern} from '../text/pattern.ts'
import {formsOf, oneOf, wholeWords} from '../text/phrases.ts'
import {spanOf, type Span} from '../text/span.ts'
import {COURSES, COURSE_VERBS, EVENTS, EVENT_VERBS, OFTEN_WORDS} from '../words/course.ts'
import {MANY_WORDS, PORTIONS_OF_THINGS, THING_NAMES, VOLUNTARY_ACTS} from '../words/portions.ts'
import {NUMBER, NUMERAL, PEOPLE, UNIT} from './amounts.ts'

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
const appointment = wholeWords(
  oneOf(
    'visits?|sessions?|appointments?|class(?:es)?|courses? of|consultations?|scans?|tests?',
    'operations?|procedures?|programmes?|meetings?|calls?|talks?|clinics?|surgery|drip|infusion',
    'treatment|workshops?|the injection|this|it takes|admission|membership|voucher|waiting list',
  ),
)

const ABOUT = `(?: ${oneOf(
  'about|around|roughly|the first|up to|at least|only|just|an average of|as little as|some|another',
  'no more than|under|less than|more than|between|nearly|almost|over|a matter of',
)})*`

/** Subjects after which `usually` describes a visit. */
const agent = new RegExp(
  `\\b${oneOf(
    'you|we|i|they|the doctor|doctors?|nurses?|surgeons?|staff|team|clinics?|gps?|therapists?|physios?',
    'physiotherapists?|visits?|sessions?|appointments?|class(?:es)?|hospitals?|insurers?',
    'consultants?|results?|letters?|the course',
  )}(?: (?:will|can|may|is|are|do|does))? $`,
  'i',
)

const FEELS = /^\s*\S+ (?:\w+ ){0,2}?(?:feel|recover|improve|get better|need|notice|heal)/i

/** How often something happens. */
export const habits: readonly Pattern[] = [
  {
    name: 'usually happens',
    source: `(?<!\\bhow )${OFTEN}(?! (?:called|known as|described|used)\\b)(?= (?:(?!from\\b)[\\w'’-]+ ){0,4}?${HAPPENS}(?!\\w))`,
    fires: ['It usually goes away.', 'It often hurts.'],
    quiet: ['It usually opens at nine.', 'It hurts.'],
  },
]

/** How long something lasts. */
export const durations: readonly Pattern[] = [
  {
    name: 'lasts for weeks',
    source: `${COURSE}(?: \\w+){0,3} (?:within|in|after|for|over|between|by|up to|until|inside|from)?${ABOUT} ?(?:(?:a|an|the|next|couple of|few|several|matter of|day or|first|${NUMERAL})[ -])+(?:(?:(?:to|and|or) |(?:- ?|– ?))(?:${NUMBER}|so) )?${UNIT}`,
    fires: ['It heals in about two weeks.', 'It fades after three to four days.'],
    quiet: ['It opens in two weeks.', 'It heals slowly.'],
  },
]

/** Words that begin a sentence before the number of people. */
const OPENING =
  '(?:(?:and|but|in|for|with|though|while|however|nowadays|today|sadly|happily|luckily|fortunately),? )?'

/** How many people it happens to. */
export const counts: readonly Pattern[] = [
  {
    name: 'a percentage',
    source: oneOf(
      `\\d[\\d.]*(?: ?(?:to|-|–|and) ?\\d[\\d.]*)? ?${PERCENT}(?! ${PORTION_OF_ELSE})`,
      `${NUMBER}(?: to ${NUMBER})? ${PERCENT}(?! ${PORTION_OF_ELSE})`,
    ),
    fires: ['It helped 10 to 20% of them.', 'ten per cent'],
    quiet: ['5% glucose', '10 people'],
  },
  {
    name: 'one in ten',
    source: oneOf(
      `${NUMBER} (?:[\\w-]+ ){0,2}?(?:in|out of)(?: every)? ${NUMBER}(?! ${UNIT})(?! (?:sessions?|visits?))`,
      `${NUMBER} of (?:the |these |those |all |every )?${NUMBER} (?:\\w+ )?${PEOPLE}`,
      '(?:a|an|one|two|three|four)[- ](?:third|quarter|fifth|tenth|half)s? of',
      `half (?:of |the |all |our )*(?:\\w+ ){0,2}${PEOPLE}`,
      `(?:the )?(?:vast |great |large )?(?:majority|minority)`,
    ),
    fires: [
      'one in every ten',
      '9 of 10 people',
      'nine of the ten older patients',
      'two-thirds of',
      'half of all older adults',
      'the vast majority',
    ],
    quiet: ['one in two weeks', 'half an hour', 'page 2 of 10'],
  },
  {
    name: 'many people',
    source: oneOf(
      `${MANY} (?:[\\w'’-]+ ){0,3}?${PEOPLE}(?! ${ACTS})`,
      `(?<=^\\W*${OPENING})(?:most|many|few|a few|several|some|nearly all|almost all|not all|hardly any) (?!(?:of the )?(?:\\w+ ){0,2}?${THINGS}\\b)[\\w'’-]+(?= [\\w'’-]+)(?! ${ACTS})`,
    ),
    fires: ['Many older people have it.', 'Most recover soon.'],
    quiet: ['Many people ask about it.', 'Most clinics have it.'],
  },
  {
    name: 'every patient',
    source: oneOf(
      `(?:not (?:one|a single)|none of (?:our|the)|no|every)(?: \\w+)? (?:patient|client|person|child|runner|golfer|adult|man|woman)s?(?! (?:gets|receives|is given|has an?|will (?:be|get|have|see))\\b)`,
      'our (?:patients|clients|members|runners|customers) (?:(?:all|now|usually|are|have|can) )*(?:leave|walk|recover|recovered|feel|get better|return|returned|avoid|escape|play|pain-free|sleep|improve|improved)',
      '(?:hardly|almost|nearly|not) (?:anyone|everyone|everybody|anybody)',
    ),
    fires: ['Every patient improved.', 'Our patients usually recover.', 'almost everyone'],
    quiet: ['Every patient gets a letter.', 'Our patients wait here.'],
  },
  {
    name: 'thousands of cases',
    source: oneOf(
      '(?:thousands|hundreds|millions|dozens) (?:have|had|were|now|are)',
      '(?:symptoms?|pain|flare-ups?|it) (?:can |may )?comes? and goe?s?',
      `(?:more than |over |about |around |some )?${NUMBER} (?!of )(?:\\w+ )?(?:${PEOPLE}|operations|procedures|injections) (?:\\w+ )?(?:a year|each year|every year|worldwide|with|had|have|were|got|die|need|live)`,
    ),
    fires: ['Thousands have it.', 'The pain may come and go.', 'About ten people a year'],
    quiet: ['Thousands of steps', 'Ten people came.'],
  },
]

const RARE_THING =
  '(?:rare|common|uncommon|frequent|occasional|commonest) (?:\\w+ )?(?:side[- ]effects?|complications?|problems?|reactions?|causes?|complaints?|injur(?:y|ies)|conditions?|symptoms?|diseases?)'

const RARE = oneOf(
  'rare|rarer|common|commoner|uncommon|unusual|frequent|widespread|likely|unlikely|the norm',
  'exceptional|infrequent|the rule|the exception|rarities|a rarity|normal for|to be expected',
  'an everyday|few and far',
)
const GETS_WELL = oneOf(
  'heal|work|recover|settle|improve|help|mend|feel|wear|show|take|get|subside|notice|better',
  'disappear|fade',
)

/** That it is rare, common or slow. */
export const rarities: readonly Pattern[] = [
  {
    name: 'is rare',
    source: oneOf(
      `(?:is|are|was|were|be|being|been|remains?|becomes?|so|(?<=['’])(?:s|re))(?:n['’]t)? (?:\\w+ ){0,2}?${RARE}(?! (?:sense|cold))`,
      `${RARE_THING}(?: of [\\w -]+?)? (?:is|are|include|includes|was|were)`,
      `(?:is|are|was|were|remains?) (?:an? |the |one of the )*(?:\\w+ )?${RARE_THING}`,
    ),
    fires: ['It is very rare.', 'Common causes are', 'It remains a frequent minor complaint.'],
    quiet: ['It is common sense.', 'a rare book'],
  },
  {
    name: 'happens rarely',
    source: oneOf(
      '(?<=^\\W*)(?:very |only )?(?:rarely|occasionally|sometimes|often|usually|commonly|typically|in rare cases)(?=,? (?!(?:called|known|you|we|the (?:doctor|nurse|team|surgeon|clinic)|a (?:nurse|doctor)|tests?)\\b))',
      '(?:occurs?|happens?|arises?|comes?) (?:very |quite |only )?(?:rarely|seldom|often|frequently)',
      '(?:cases|rates?|numbers?|deaths|infections) (?:\\w+ ){0,2}(?:increased|decreased|risen|fallen|rose|fell|doubled|dropped)',
      'most common(?:ly)?|on average|the likelihood|(?:the |a )?chances? (?:of|that|is|are)|prevalence|odds',
      'never fails|(?:no one|nobody|no patient|none of (?:our|the) \\w+) (?:has|have) (?:ever )?(?:been|had|come)',
      '(?:we|doctors|clinics|surgeons|nurses|i) (?:\\w+ )?(?:seldom|rarely|hardly ever|almost never|very rarely|never) (?:see|hear of|have|get|meet|notice)',
      '(?:almost|nearly|practically|virtually|all but) (?:unheard of|unknown)|unheard of|few and far between',
      `never (?:quite |really |fully )?(?:goes?|recovers?|heals?|disappears?|comes? back|returns?)`,
    ),
    fires: [
      'Very rarely, it bleeds.',
      'the chance of',
      'Nobody has ever had it.',
      'It never returns.',
      'We seldom see an infection.',
      'Infections are almost unheard of.',
    ],
    quiet: ['Usually the nurse calls.', 'by chance'],
  },
  {
    name: 'takes weeks to heal',
    source: oneOf(
      `takes?(?: \\w+)?${ABOUT} (?:[\\w-]+ ){1,4}?(?:${UNIT} )?(?:or (?:more|longer|so|two|three) )?(?:to|before|for)(?: \\w+){0,5} ${GETS_WELL}`,
      `(?:recovery|healing) (?:(?:can|may|will|usually|often) )?takes?`,
    ),
    fires: ['It takes about six weeks to heal.', 'Recovery takes time.'],
    quiet: ['It takes an hour to drive there.', 'It takes time.'],
  },
]

const findOften = finderFor(wholeWords(anyOf(habits)))
const findCourse = finderFor(wholeWords(anyOf(durations)))
const findCounted = finderFor(wholeWords(anyOf(counts)))
const findStated = finderFor(wholeWords(anyOf(rarities)))

/** The words of a clause that say how many people have something, or that it is rare; undefined if none do. */
export function findCount(clause: string): Span | undefined {
  return spanOf(findCounted(clause) ?? findStated(clause))
}

/** The words of a clause that say how long something lasts; undefined if none do. */
export function findDuration(clause: string): Span | undefined {
  const time = spanOf(findCourse(clause))
  return time && !appointment.test(clause.slice(0, time.start)) ? time : undefined
}

/** The words of a clause that say that something usually happens; undefined if none do. */
export function findHabit(clause: string): Span | undefined {
  const adverb = spanOf(findOften(clause))
  const isAct =
    adverb && agent.test(clause.slice(0, adverb.start)) && !FEELS.test(clause.slice(adverb.start))
  return isAct ? undefined : adverb
}

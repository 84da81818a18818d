// Words that state an effect on health where its subject can do good or harm, or a complaint follows.

import {anyOf, type Pattern} from '../../text/pattern.ts'
import {formsOf, oneOf, wordsOf} from '../../text/phrases.ts'
import {COMPLAINT, TREATMENT} from '../../text/vocabulary.ts'
import {FACTORS} from '../../words/factors.ts'
import {DESCRIBING_VERBS, NEUTRAL_VERBS, NEUTRAL_WORDS} from '../../words/neutral.ts'
import {BROUGHT_OUTCOMES} from '../../words/outcomes.ts'
import {REMEDIES} from '../../words/remedies.ts'
import {SYMPTOMS} from '../../words/symptoms.ts'
import {VERDICTS} from '../../words/verdicts.ts'
import {acts} from './acts.ts'
import {AFFECTED, CHANGES} from './affected.ts'

/** Verbs that state an effect only if an outcome follows soon. */
const BRINGS = `(?<!-)${oneOf(
  formsOf(
    'help make bring produce promote encourage give leave provide deliver carry mean risk add',
    'turn offer hold take do have get cost feel',
  ),
  'gave|given|made|brought|meant|left|has|had|took|got|does|did',
)}`

/** Such outcomes. */
const BROUGHT = oneOf(...BROUGHT_OUTCOMES)

/** What a person may feel. */
const SYMPTOM = oneOf(COMPLAINT, ...SYMPTOMS)

const MODAL =
  "(?:may|might|can|could|will|would|should|cannot|(?<=['’])ll|(?:ca|wo|could|would|might|should)n['’]t)"

const BE = "(?:(?:is|are|was|were|be|been|being|remains?)(?:n['’]t)?|(?<=['’])(?:s|re))"

const SAFE = oneOf(...VERDICTS)

/** Treatments, and other things that may help. */
const REMEDY = oneOf(TREATMENT, ...REMEDIES)

/** The subjects of `works`. */
const HELPER = oneOf(REMEDY, 'it|they|this|that|methods?|techniques?|cells?|approach')

/** Does not match before help that is no effect on health: `helps you decide`. */
const OTHER_HELP = `(?! ${oneOf(
  '(?:you|us|me|him|her|people) (?:to )?(?:get|plan|decide|find|understand|choose|prepare|remember|check|know|fill|make)',
  '(?:the|your) (?:doctor|team|nurse|surgeon|physio)',
  'as a|at|in the (?:hospital|clinic)|closely|with (?:you|your|the)|together|out (?:the|your|what|how)|by',
)})`

/** Subjects that can do good or harm. */
const FACTOR = oneOf(REMEDY, ...FACTORS)

const ACTS = anyOf(acts)

/** Words after a treatment that state no effect, such as `costs`, `takes` and `called`. */
const NEUTRAL = oneOf(
  `${oneOf(...wordsOf(...NEUTRAL_VERBS))}(?:s|d|ed)?`,
  ...wordsOf(...NEUTRAL_WORDS),
  'sessions?',
)

/** Verbs after `may` that say what tests, documents and people do about a complaint. */
const SHOWS = oneOf(...DESCRIBING_VERBS)
const DETERMINER =
  '(?:the|an?|our|your|this|these|regular|gentle|too much|a little|even|most|some|such)'
/** Words that follow a noun but rarely a verb with an object. */
const PREPOSITION = '(?:for|into|of|in|with|from|are|is|has|have|may|can|will|between|by|or|and)'

const PASSIVE_BE = '(?:is|are|was|were|be|been|being|gets?|got)'

/** The effects of things that can do good or harm, and of treatments. */
export const effects: readonly Pattern[] = [
  {
    name: 'it does something to a complaint',
    source: `(?<=^\\W*)(?:${DETERMINER} )?(?:\\w+ ){0,2}${FACTOR}(?: [\\w'’-]+){0,3}? (?<words>(?<!\\b(?:has|have|been|be|is|are) )(?!(?:${NEUTRAL}|${TREATMENT})\\b)\\w{2,}(?:[^s\\W]s|ed))(?! ${PREPOSITION}\\b)(?= (?:[\\w'’-]+ ){0,4}?${AFFECTED}(?!\\w))`,
    fires: ['Caffeine excites the brain.', 'Strong coffee raised her blood pressure.'],
    quiet: ['The treatment costs less pain.', 'The bus shakes your back.'],
  },
  {
    name: 'it acts on people',
    source: `${FACTOR}(?:,? [\\w'’-]+){0,5}? (?<words>(?<!\\b(?:medicines?|medications?|injections?|tablets?) to )${ACTS})`,
    fires: ['Coffee keeps you awake.', 'The injection targets the nerve.'],
    quiet: ['The door keeps you awake.', 'There are tablets to treat it.'],
  },
  {
    name: 'it changes a complaint',
    source: `${CHANGES}(?=(?:,? (?!(?:and|but) )[\\w'’%-]+){0,7}? ${AFFECTED}(?!\\w))`,
    fires: ['It reduces the swelling.', 'It lowers your blood pressure.'],
    quiet: ['It reduces the price.', 'the lower back'],
  },
  {
    name: 'it brings an outcome',
    source: `(?<!\\b(?:medicines?|tablets?|injections?|something) to )${BRINGS}(?=(?:,? (?!(?:and|but|that|who|which) )[\\w'’%-]+){0,4}? ${BROUGHT}(?!\\w))`,
    fires: ['It gives quick relief.', 'It has few side effects.'],
    quiet: ['It gives quick answers.'],
  },
  {
    name: 'a complaint is changed',
    source: `${AFFECTED}(?:,? [\\w'’-]+){0,6}? ${PASSIVE_BE}(?:n['’]t| not)?(?: \\w+)? (?<words>(?!numb)${CHANGES}|made (?:worse|better)|brought (?:on|about|down)|helped|kept|put right|wiped out|linked|guaranteed)`,
    fires: ['The pain is made worse.', 'Swelling was quickly reduced.'],
    quiet: ['The pain is discussed.', 'The skin is numbed.'],
  },
  {
    name: 'a complaint is changed by a treatment',
    source: `(?:${AFFECTED}|periods?)(?: [\\w’-]+){0,4}? ${PASSIVE_BE}(?: \\w+)? (?<words>(?!${NEUTRAL}\\b)\\w+ed)(?= by (?:[\\w’-]+ ){0,4}?${FACTOR}(?!\\w))`,
    fires: ['The pain is conquered by heat.'],
    quiet: ['The pain is followed by heat.', 'The pain is conquered by will.'],
  },
  {
    name: 'it may do something to a complaint',
    source: `(?<=^(?:(?!\\b(?:you|we|i|he|she|they)\\b).)*?)\\b(?<words>(?:may|might|can|could) (?!${SHOWS}\\b)\\w+)(?=(?: [\\w'’-]+){0,5}? ${oneOf(AFFECTED, SYMPTOM)}(?!\\w))`,
    fires: ['It may numb your arm.'],
    quiet: ['A scan may show a tear.', 'They may numb your arm.'],
  },
  {
    name: 'a symptom may be felt',
    source: `${SYMPTOM}(?: [\\w’-]+){0,5}? (?<words>${MODAL} (?:\\w+ )?be (?:felt|noticed|experienced))`,
    fires: ['Some tingling may be felt.'],
    quiet: ['A bump may be felt.'],
  },
  {
    name: 'you may feel a symptom',
    source: `${MODAL}(?: \\w+)? (?:feel|have|notice|get|be|experience|develop|become|suffer|look|go|come|last|need|see|expect)(?= (?:[\\w'’-]+,? ){0,4}?${SYMPTOM}(?!\\w))`,
    fires: ['You may feel dizzy.', 'It will be sore.'],
    quiet: ['You may feel free to ask.'],
  },
  {
    name: 'it may hurt',
    source: `${MODAL}(?: \\w+)? (?:hurt|ache|sting|itch|bleed|bruise|swell|throb|burn|cramp|flare|heal|recover|faint|spread|rupture|tear|worsen|work|fail|harm|help|damage|injure|give way|lock|click)(?! (?:with|you (?:decide|plan|fill|find|choose)|closely))`,
    fires: ['It may sting.', 'You can faint.'],
    quiet: ['It may help you decide.', 'We may work closely.'],
  },
  {
    name: 'it does not help',
    source: `(?:${MODAL}|(?:do|does|did)(?: not|n['’]t)|never) (?:not |ever |possibly )*(?:harm(?:ed)?|hurt|help(?:ed)?|overdose|do (?:you )?(?:any )?harm|work)${OTHER_HELP}`,
    fires: ['It does not help.', 'It never hurt.'],
    quiet: ['It does not help you decide.', 'It helps.'],
  },
  {
    name: 'side effects include',
    source: oneOf(
      "(?<!-)(?:side[- ]effects?|complications?|risks?|dangers?|reactions?|hazards?)(?: [\\w'’-]+){0,5} (?:include|includes|are|is|range|can be|may be|such as)",
    ),
    fires: ['Side effects of it include'],
    quiet: ['The list may include'],
  },
  {
    name: 'is a risk',
    source: `${BE}(?: [\\w-]+){0,3} (?:risks?|side[- ]effects?|complications?)(?!-)`,
    fires: ['Bleeding is a small risk.'],
    quiet: ['It is risk-free.'],
  },
  {
    name: 'has no risk',
    source:
      '(?:has|have|causes?|carr(?:y|ies)|there (?:are|is)|poses?|brings?) (?:no|zero|any|few|little) (?:\\w+ )?(?:side[- ]effects?|risks?|complications?|downtime|danger|harm)',
    fires: ['It carries little real risk.'],
    quiet: ['It carries a name.'],
  },
  {
    name: 'at risk',
    source: 'at (?:higher |greater |increased |more )?risk',
    fires: ['They are at higher risk.'],
    quiet: ['a risk'],
  },
  {
    name: 'is good or harmful',
    source: `${BE}(?: (?!(?:our|the|that|your|for)\\b)[\\w,%-]+){0,5} (?<words>${SAFE})`,
    fires: ['It is quite harmful.', 'It’s good for sleep.'],
    quiet: ['It is a safe place.', 'It is quite cheap.'],
  },
  {
    name: 'works',
    source: `${HELPER}(?: [\\w'’-]+){0,4}? (?<words>(?<!from |at |of )works?|worked|helps?|helped|fails?|failed)${OTHER_HELP}`,
    fires: ['The treatment works.', 'Massage often failed.'],
    quiet: ['The nurse works here.', 'It helps you decide.'],
  },
  {
    name: 'hurts',
    source:
      '(?:it|this|that|they|the (?:needle|injection|jab|fluid|drops)) (?:may |can |will )?(?:hurts?|aches?|stings?|itch(?:es)?|throbs?|burns?)',
    fires: ['It hurts.', 'The needle may sting.'],
    quiet: ['The bill hurts.'],
  },
  {
    name: 'is linked to',
    source:
      '(?:linked|associated|connected) (?:to|with)|contributes? to|(?:good|bad) for (?:you|your|the)',
    fires: ['It is linked to stress.', 'It is good for you.'],
    quiet: ['a link to the page'],
  },
  {
    name: 'a complaint improved',
    source: oneOf(
      `${COMPLAINT}(?: \\w+){0,3} (?:vanish(?:ed|es)?|disappear(?:s|ed)?|cleared up|improved|got better|eased|lifted|faded|went|gone|melted|settled)`,
    ),
    fires: ['Her pain soon went.', 'The swelling disappears.'],
    quiet: ['Her bus soon went.'],
  },
  {
    name: 'a complaint eases',
    source: oneOf(
      `${COMPLAINT} (?:\\w+ )?(?:melts? away|clears? up|eases|lifts|settles|fades?(?! (?:in|into)))`,
    ),
    fires: ['The pain soon eases.'],
    quiet: ['The pain fades into the background.'],
  },
]

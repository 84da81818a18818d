// Finds statements that something changes a person's health, or does not.

import {finderFor} from '../text/cue.ts'
import {anyOf, type Pattern} from '../text/pattern.ts'
import {formsOf, oneOf, wholeWords, wordsOf} from '../text/phrases.ts'
import {COMPLAINT, TISSUE, TREATMENT} from '../text/vocabulary.ts'
import {FACTORS} from '../words/factors.ts'
import {DESCRIBING_VERBS, NEUTRAL_VERBS, NEUTRAL_WORDS} from '../words/neutral.ts'
import {BROUGHT_OUTCOMES, OUTCOMES} from '../words/outcomes.ts'
import {REMEDIES} from '../words/remedies.ts'
import {SYMPTOMS} from '../words/symptoms.ts'
import {VERDICTS} from '../words/verdicts.ts'
import {spanOf, type Span} from './span.ts'

/** What can become better or worse in a person. */
const OUTCOME = oneOf(COMPLAINT, ...OUTCOMES)

const AFFECTED = oneOf(
  OUTCOME,
  TISSUE,
  'body|arms?|legs?|arter(?:y|ies)|vessels?|pelvis|chest|jaw|hands?|fingers?|thighs?|cal(?:f|ves)',
  'groin|head|face|throat|scalp|ears?|nose|mouth|gums?|bladder|womb|thyroid|toes?|foot|ribs?|lungs?',
)

/** Verbs that state an effect if a complaint or a part of the body follows. */
const CHANGES = `(?<!-|\\b(?:the|an?|of|your|our|its|no|any|lose|under|out of|near|lower|is to|are to) )${oneOf(
  formsOf(
    'reduce ease trigger calm dull induce shorten prolong hasten quicken eradicate eliminate',
    'banish erase abolish reverse regenerate rebuild regrow repair rejuvenate tighten stiffen',
    'loosen irritate inflame damage harm injure ruin destroy boost heighten delay slow',
    'improve increase decrease raise protect shrink thicken thin upset interfere interact',
    'affect soften relax combat fight block suppress stimulate disturb impair heal numb',
    'poison restore renew settle quieten quiet sharpen lift melt dissolve mask kill mend fix',
    'end nourish flush limit change alter sedate desensitise desensitize help hurt strain',
    'overload jolt compress',
  ),
  'lower(?:s|ed|ing)?(?! (?:back|spine|legs?|limbs?|part|end|body|dose|half|chest|arm))',
  '(?:supports?|supported|controls?) (?:healing|recovery|pain|your (?:immune|recovery))',
  'rebuilt',
  'regrew',
  'sped',
  'speeds?(?: up)?',
  'leads?',
  'led',
  'wears? (?:out|away|down)',
  'eats away',
  'stops?',
  'stopped',
  'stopping',
  'wards? off',
  'guards? against',
  'wipes? out',
  'sorts? out',
  'clears?(?: up)?',
  'gets? rid of',
  'rids?',
  'frees?',
  'sets? off',
  'keeps?',
  'kept',
  'holds? (?:off|back)',
  'tak(?:e|es|ing) (?:away|the edge off|pressure off|the strain off|the load off|weight off)',
  'took away',
  'push(?:es)? up',
  'pushed up',
  'brings? (?:on|about|down)|(?:brings?|bringing|brought)(?= (?:[\\w’-]+ ){1,4}down)',
  'puts? (?:up|right|strain|pressure|a strain)',
  'builds?(?: up)?',
  'built',
  'cuts?(?: down)?',
  'cutting',
  'acts? on',
  'works? on',
  'beats?',
  'turns? (?:up|down)',
  '(?:put|puts|putting|brings?|brought) an end to',
  '(?:damp|tone|firm|limber)(?:s|ed)?(?: up| down)?',
)}`

/** Words before a noun. After them, `cures` and `causes` are nouns: `the real causes`. */
const BEFORE_NOUN = 'an?|the|no|any|for|this|that'
const BEFORE_CURES = `${BEFORE_NOUN}|of|their|real|quick|better|miracle|rest`
const BEFORE_CURE = `${BEFORE_NOUN}|their|your|our|real|quick|better|miracle|rest|to`
const BEFORE_CAUSES = `${BEFORE_NOUN}|each|every|one|clear|main|likely|common|possible|of|other|whose|exact|real|natural|different|serious|underlying`

const OPERATION = '(?:surgery|an operation)'

/** Words that are only used about health. They state an effect with any subject or object. */
export const cures: readonly Pattern[] = [
  {
    name: 'relieves',
    source: formsOf(
      'relieve soothe lessen worsen aggravate alleviate provoke strengthen weaken prevent',
      'eliminate',
    ),
    fires: ['It soothes.', 'It was prevented.'],
    quiet: ['It believes.'],
  },
  {
    name: 'heals',
    source: '(?<!\\bto )heal(?:s|ed)?',
    fires: ['It heals.'],
    quiet: ['It needs time to heal.'],
  },
  {
    name: 'cures',
    source: oneOf(
      `(?<!\\b(?:${BEFORE_CURES}) )cures`,
      '(?<=\\S )cured(?! (?:ham|meats?|bacon|fish|salmon|sausages?|pork|with an? (?:\\w+ )?light))',
      'curing',
      "(?:do|does|did|will|can|could|may|might|would|cannot|(?:do|does|did|wo|ca)n['’]t)(?: not)?(?: \\w+)? cure",
      `(?<!\\b(?:${BEFORE_CURE}) )cure(?= (?:[\\w’-]+ ){0,2}?${AFFECTED}(?!\\w))`,
    ),
    fires: ['It cures.', 'It cured him.', 'It can cure it.', 'They cure back pain.'],
    quiet: ['There are no cures.', 'a slice of cured ham', 'a cure'],
  },
  {
    name: 'puts strain on',
    source: 'puts? (?:\\w+ )?(?:strain|pressure|load|stress|weight) on',
    fires: ['It puts extra strain on it.'],
    quiet: ['Put it on.'],
  },
  {
    name: 'causes',
    source: oneOf(
      "(?:is|are|was)(?:n['’]t| not)? (?:\\w+ )?the (?:\\w+ )?cause of",
      `(?<!\\b(?:${BEFORE_CAUSES}) )causes?`,
      'caused|causing',
      'brought on by',
      '(?:lead|leads|led) to',
      '(?:results|resulted|can result|may result) in',
    ),
    fires: [
      'It isn’t the main cause of it.',
      'It causes it.',
      'It led to it.',
      'It results in it.',
    ],
    quiet: ['Find the cause.', 'There are other causes.', 'lead in'],
  },
  {
    name: 'we reverse it',
    source: oneOf(
      'we (?:can )?guarantee (?:\\w+ )?(?:relief|results|recovery|success)',
      '(?<=\\bwe (?:can |will |do )?)(?:reverse|heal|fix|end|relieve|repair|rebuild|restore|banish|beat)',
    ),
    fires: ['We guarantee lasting results.', 'We can fix it.'],
    quiet: ['We guarantee privacy.', 'You can fix it.'],
  },
  {
    name: 'surgery is avoided',
    source: oneOf(
      `${OPERATION} (?:can|could|may|was|is) (?:\\w+ )?(?:be )?avoided|(?:avoids|spared) ${OPERATION}`,
      `never need (?:${OPERATION}|the surgeon|the knife)`,
      `(?<!\\bto )avoid(?:s|ed|ing)? (?:${OPERATION}|the knife|hospital)`,
    ),
    fires: ['Surgery can often be avoided.', 'It spared surgery.', 'It avoids the knife.'],
    quiet: ['They want to avoid surgery.', 'Surgery can be done.'],
  },
  {
    name: 'is used to treat',
    source: oneOf(
      '(?:can|could|may|might|will) (?:\\w+ )?be (?:treated|managed|controlled|prevented|eased|relieved) (?:with|by)',
      '(?:is|are) (?:\\w+ )?used (?:[\\w-]+ ){0,4}to (?:treat|ease|relieve|prevent|control|reduce)',
    ),
    fires: ['It can be managed with rest.', 'Heat is often used to ease it.'],
    quiet: ['It can be booked by phone.', 'It is used to print.'],
  },
  {
    name: 'leaves scars',
    source: 'leaves? (?:\\w+ )?(?:bruis\\w+|scars?)',
    fires: ['It leaves small scars.'],
    quiet: ['It leaves at nine.'],
  },
  {
    name: 'stops hurting',
    source: oneOf(
      '(?:stop|stops|stopped) (?:[\\w’-]+ ){0,3}(?:from )?(?:hurting|aching|bleeding|throbbing|clicking|locking|itching|swelling|giving way)',
      'stops? (?:the |your )?(?:pill|medicines?|tablets?) (?:from )?working',
    ),
    fires: ['It stops your knee from aching.', 'It stops the pill working.'],
    quiet: ['It stops at noon.'],
  },
  {
    name: 'lasting relief',
    source:
      '(?:enjoy|feel|find|get|bring|give|offer|deliver|provide|reward|with)(?:s|ed)? (?:\\w+ ){0,2}(?:permanent|lasting|total|complete|instant|immediate) relief',
    fires: ['It offers you lasting relief.'],
    quiet: ['It offers relief.'],
  },
  {
    name: 'gets bigger',
    source: '(?:gets?|got|grows?|becomes?) (?:bigger|larger|smaller|worse|weaker|stronger)',
    fires: ['It got worse.'],
    quiet: ['It got late.'],
  },
  {
    name: 'in complete safety',
    source: '(?:in|with) (?:complete|total|perfect) safety',
    fires: ['in total safety'],
    quiet: ['in safety'],
  },
  {
    name: 'is reversed',
    source: oneOf(
      '(?:is|are|was|were) (?:reversed|halted|undone)',
      'as good as new|(?:my|your|their|his|her) life back',
    ),
    fires: ['It was halted.', 'as good as new', 'I got my life back.'],
    quiet: ['It was paid.'],
  },
]

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

/** Promises of a result. */
export const promises: readonly Pattern[] = [
  {
    name: 'relief is certain',
    source: `(?:relief|recovery|results?|healing|success|improvement)(?: [\\w'’-]+){0,4} (?:is|are) (?:guaranteed|certain|assured)`,
    fires: ['Relief from pain is certain.'],
    quiet: ['Relief is rare.'],
  },
  {
    name: 'you will walk',
    source: `you (?:will|can|could|(?<=['’])ll) (?:soon |once again |be able to )?(?:be (?:dancing|walking|running|sleeping|back|up)|walk|run|dance|sleep|lift|bend|move|play|climb)`,
    fires: ['You will soon be walking.', 'You can dance.'],
    quiet: ['You will see.', 'They can dance.'],
  },
]

const curative = wholeWords(anyOf([...cures, ...promises]))

/** The words of a clause that state an effect with any subject; undefined if none do. */
export function findCure(clause: string): Span | undefined {
  return spanOf(curative.exec(clause))
}

/** Subjects that can do good or harm. */
const FACTOR = oneOf(REMEDY, ...FACTORS)

/** What they do to a person. Definitions and descriptions of a visit do not use these words. */
export const acts: readonly Pattern[] = [
  {
    name: 'targets',
    source: formsOf(
      'treat damp suit benefit target tackle attack strain tire stiffen dry drain rob hinder',
      'hamper impede transform revive stimulate awaken recharge wreck squeeze pinch cushion',
      'lubricate nourish free plump narrow widen open loosen feed matter backfire suffice train',
      'hit trick bother weigh agree curb',
    ),
    fires: ['targets', 'cushioned'],
    quiet: ['costs'],
  },
  {
    name: 'gets you moving',
    source: 'gets? (?:[\\w’-]+ ){1,4}(?:back|moving|going|better|up|out|through|over)',
    fires: ['gets your joints moving'],
    quiet: ['gets a letter'],
  },
  {
    name: 'keeps you well',
    source:
      'keeps? (?:you|people|\\w+|the \\w+|your \\w+) (?:awake|supple|moving|mobile|strong|healthy|well|at bay|going|down|loose|flexible|in check|open|regular|fit)',
    fires: ['keeps you awake', 'keeps your joints supple'],
    quiet: ['keeps a list'],
  },
  {
    name: 'does the trick',
    source: oneOf(
      'shows? up|brings? out|do(?:es)? the (?:job|trick|work|healing|rest)|pays? off|plays? a (?:part|role)',
      'goes to work|gets? to work|kicks? in|stands? up|go(?:es)? a long way|counts? for|wakes? (?:you|up)',
      '(?:will|can|could|may|might) do (?:the job|you good|more|the rest|as much)',
    ),
    fires: ['does the trick', 'kicks in', 'goes a long way', 'will do you good'],
    quiet: ['goes a mile', 'does the dishes'],
  },
  {
    name: 'makes it easier',
    source:
      'makes? (?:it|you|them|people|your|the|\\w+) (?:\\w+ )?(?:easier|harder|more|less|better|worse|stronger|weaker|feel|sleep|swell|hurt|thicker|thinner|sleepy|drowsy)',
    fires: ['makes your blood thinner'],
    quiet: ['makes a list'],
  },
  {
    name: 'helps people',
    source:
      '(?:lets?|helps?|helped|allows?|allowed|enables?|enabled|spares?|spared|saves?|saved|stops?|stopped|leaves?|left) (?:you|people|patients|him|her|me|us|them|many|most|some)',
    fires: ['lets you', 'helped patients'],
    quiet: ['helped clinics'],
  },
  {
    name: 'puts a stop to',
    source:
      'put(?:s)? (?:the|a|you|your|more|extra) (?:\\w+ )?(?:strain|spring|pressure|load|stress|back|stop|end)',
    fires: ['puts a stop', 'puts extra strain'],
    quiet: ['puts a note'],
  },
]

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

// They run one after the other: one pattern of them all would be slower, and finds other words first.
const findersOfEffects = effects.map(({source}) => finderFor(wholeWords(source)))

/** The words of a clause that say that something changes a person's health; undefined if none do. */
export function findEffect(clause: string): Span | undefined {
  for (const find of findersOfEffects) {
    const found = find(clause)
    if (found) return spanOf(found)
  }
  return undefined
}

// Finds statements that something changes a person's health, or does not.

import {finderFor} from '../text/cue.ts'
import {formsOf, oneOf, wholeWords} from '../text/phrases.ts'
import {COMPLAINT, TISSUE, TREATMENT} from '../text/vocabulary.ts'
import {FACTORS} from '../words/factors.ts'
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

/** Words that are only used about health. They state an effect with any subject or object. */
const CURES = oneOf(
  formsOf(
    'relieve soothe lessen worsen aggravate alleviate provoke strengthen weaken prevent',
    'eliminate',
  ),
  '(?<!\\bto )heal(?:s|ed)?',
  '(?<!\\b(?:an?|the|no|any|of|for|this|that|their|real|quick|better|miracle|rest) )cures',
  '(?<=\\S )cured(?! (?:ham|meats?|bacon|fish|salmon|sausages?|pork|with an? (?:\\w+ )?light))',
  'curing',
  'puts? (?:\\w+ )?(?:strain|pressure|load|stress|weight) on',
  "(?:is|are|was)(?:n['’]t| not)? (?:\\w+ )?the (?:\\w+ )?cause of",
  "(?:do|does|did|will|can|could|may|might|would|cannot|(?:do|does|did|wo|ca)n['’]t)(?: not)?(?: \\w+)? cure",
  'we (?:can )?guarantee (?:\\w+ )?(?:relief|results|recovery|success)',
  '(?<=\\bwe (?:can |will |do )?)(?:reverse|heal|fix|end|relieve|repair|rebuild|restore|banish|beat)',
  '(?:surgery|an operation) (?:can|could|may|was|is) (?:\\w+ )?(?:be )?avoided|(?:avoids|spared) (?:surgery|an operation)|never need (?:surgery|an operation|the surgeon|the knife)',
  '(?<!\\b(?:an?|the|no|any|this|that|each|every|one|clear|main|likely|common|possible|for|of|other|whose|exact|real|natural|different|serious|underlying) )causes?',
  'caused|causing',
  'brought on by',
  '(?:lead|leads|led) to',
  '(?<!\\bto )avoid(?:s|ed|ing)? (?:surgery|an operation|the knife|hospital)',
  '(?:can|could|may|might|will) (?:\\w+ )?be (?:treated|managed|controlled|prevented|eased|relieved) (?:with|by)',
  '(?:is|are) (?:\\w+ )?used (?:[\\w-]+ ){0,4}to (?:treat|ease|relieve|prevent|control|reduce)',
  'leaves? (?:\\w+ )?(?:bruis\\w+|scars?)',
  '(?:stop|stops|stopped) (?:[\\w’-]+ ){0,3}(?:from )?(?:hurting|aching|bleeding|throbbing|clicking|locking|itching|swelling|giving way)|stops? (?:the |your )?(?:pill|medicines?|tablets?) (?:from )?working',
  '(?:enjoy|feel|find|get|bring|give|offer|deliver|provide|reward|with)(?:s|ed)? (?:\\w+ ){0,2}(?:permanent|lasting|total|complete|instant|immediate) relief',
  `(?<!\\b(?:an?|the|no|any|for|this|that|their|your|our|real|quick|better|miracle|rest|to) )cure(?= (?:[\\w’-]+ ){0,2}?${AFFECTED}(?!\\w))`,
  '(?:gets?|got|grows?|becomes?) (?:bigger|larger|smaller|worse|weaker|stronger)',
  '(?:in|with) (?:complete|total|perfect) safety',
  '(?:is|are|was|were) (?:reversed|halted|undone)',
  'as good as new|(?:my|your|their|his|her) life back',
  '(?:results|resulted|can result|may result) in',
)

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
const OTHER_HELP =
  '(?! (?:(?:you|us|me|him|her|people) (?:to )?(?:get|plan|decide|find|understand|choose|prepare|remember|check|know|fill|make)|(?:the|your) (?:doctor|team|nurse|surgeon|physio)|as a|at|in the (?:hospital|clinic)|closely|with (?:you|your|the)|together|out (?:the|your|what|how)|by))'

const curative = wholeWords(
  oneOf(
    CURES,
    `(?:relief|recovery|results?|healing|success|improvement)(?: [\\w'’-]+){0,4} (?:is|are) (?:guaranteed|certain|assured)`,
    `you (?:will|can|could|(?<=['’])ll) (?:soon |once again |be able to )?(?:be (?:dancing|walking|running|sleeping|back|up)|walk|run|dance|sleep|lift|bend|move|play|climb)`,
  ),
)

/** The words of a clause that state an effect with any subject; undefined if none do. */
export function findCure(clause: string): Span | undefined {
  return spanOf(curative.exec(clause))
}

/** Subjects that can do good or harm. */
const FACTOR = oneOf(REMEDY, ...FACTORS)

/** What they do to a person. Definitions and descriptions of a visit do not use these words. */
const ACTS = oneOf(
  formsOf(
    'treat damp suit benefit target tackle attack strain tire stiffen dry drain rob hinder',
    'hamper impede transform revive stimulate awaken recharge wreck squeeze pinch cushion',
    'lubricate nourish free plump narrow widen open loosen feed matter backfire suffice train',
    'hit trick bother weigh agree curb',
  ),
  'gets? (?:[\\w’-]+ ){1,4}(?:back|moving|going|better|up|out|through|over)',
  'keeps? (?:you|people|\\w+|the \\w+|your \\w+) (?:awake|supple|moving|mobile|strong|healthy|well|at bay|going|down|loose|flexible|in check|open|regular|fit)',
  '(?:shows? up|brings? out|do(?:es)? the (?:job|trick|work|healing|rest)|pays? off|plays? a (?:part|role)|goes to work|gets? to work|kicks? in|stands? up|go(?:es)? a long way|counts? for|wakes? (?:you|up))',
  'makes? (?:it|you|them|people|your|the|\\w+) (?:\\w+ )?(?:easier|harder|more|less|better|worse|stronger|weaker|feel|sleep|swell|hurt|thicker|thinner|sleepy|drowsy)',
  '(?:will|can|could|may|might) do (?:the job|you good|more|the rest|as much)',
  '(?:lets?|helps?|helped|allows?|allowed|enables?|enabled|spares?|spared|saves?|saved|stops?|stopped|leaves?|left) (?:you|people|patients|him|her|me|us|them|many|most|some)',
  'put(?:s)? (?:the|a|you|your|more|extra) (?:\\w+ )?(?:strain|spring|pressure|load|stress|back|stop|end)',
)

/** Words after a treatment that state no effect, such as `costs`, `takes` and `called`. */
const NEUTRAL = oneOf(
  '(?:cost|take|last|start|begin|include|contain|involve|come|need|use|consist|happen|require|depend|stand|mean|vary|follow|target|exist|remain|appear|seem|belong|differ|turn|go|run|count|range)(?:s|d|ed)?',
  'varies|varied|carries|carried|began|came|took|went|meant|ran',
  '(?:has|have|had|does|is|was|this|its|us|as|his|was|ones|needs|needed|called|used|based|given|guided|injected|offered|licensed|approved|known|sold|studied|tested|invented|developed|named|priced|packages|sessions?|weeks|days|months|years|tablets|patients|others|always|perhaps|besides|across|less|towards|afterwards|sometimes|studies|trials|clinics|doctors|products|treatments|needles|courses|designed|intended|supposed|thought|believed|made|prepared|taken|performed|repeated|provided|registered|cleared|tennis|sinus|plus|tired|aged|damaged|injured|inflamed|strained|torn|endorsed|recommended|supplied|followed|covered|examined|checked|surrounded)',
)

/** Verbs after `may` that say what tests, documents and people do about a complaint. */
const SHOWS = oneOf(
  'be|show|find|detect|reveal|rule|confirm|look|see|measure|guide|tell|explain|check|join|include',
  'vary|ask|choose|read|discuss|advise|suggest|refer|offer|pay|cover|charge|say|claim|call|mean|use',
  'also be|only be|then be|want|need|teach|promise|have (?:a|an|the)|result from|point|start|begin',
  'not|never|arrange|assess|examine|feel for|look|treat|prescribe|come from|happen|take|get to',
)
const DETERMINER =
  '(?:the|an?|our|your|this|these|regular|gentle|too much|a little|even|most|some|such)'
/** Words that follow a noun but rarely a verb with an object. */
const PREPOSITION = '(?:for|into|of|in|with|from|are|is|has|have|may|can|will|between|by|or|and)'

const effects = [
  // A subject that can do good or harm does something to a complaint or a part of the body.
  new RegExp(
    `^\\W*(?:${DETERMINER} )?(?:\\w+ ){0,2}${FACTOR}(?: [\\w'’-]+){0,3}? (?<words>(?<!\\b(?:has|have|been|be|is|are) )(?!(?:${NEUTRAL}|${TREATMENT})\\b)\\w{2,}(?:[^s\\W]s|ed))(?! ${PREPOSITION}\\b)(?= (?:[\\w'’-]+ ){0,4}?${AFFECTED}(?!\\w))`,
    'i',
  ),
  wholeWords(
    `${FACTOR}(?:,? [\\w'’-]+){0,5}? (?<words>(?<!\\b(?:medicines?|medications?|injections?|tablets?) to )${ACTS})`,
  ),
  wholeWords(`${CHANGES}(?=(?:,? (?!(?:and|but) )[\\w'’%-]+){0,7}? ${AFFECTED}(?!\\w))`),
  wholeWords(
    `(?<!\\b(?:medicines?|tablets?|injections?|something) to )${BRINGS}(?=(?:,? (?!(?:and|but|that|who|which) )[\\w'’%-]+){0,4}? ${BROUGHT}(?!\\w))`,
  ),
  // The passive: something is done to a complaint or a part of the body.
  wholeWords(
    `${AFFECTED}(?:,? [\\w'’-]+){0,6}? (?:is|are|was|were|be|been|being|gets?|got)(?:n['’]t| not)?(?: \\w+)? (?<words>(?!numb)${CHANGES}|made (?:worse|better)|brought (?:on|about|down)|helped|kept|put right|wiped out|linked|guaranteed)`,
  ),
  // The passive with any verb, if a treatment does it.
  wholeWords(
    `(?:${AFFECTED}|periods?)(?: [\\w’-]+){0,4}? (?:is|are|was|were|be|been|being|gets?|got)(?: \\w+)? (?<words>(?!${NEUTRAL}\\b)\\w+ed)(?= by (?:[\\w’-]+ ){0,4}?${FACTOR}(?!\\w))`,
  ),
  // `may` with any verb except those of tests and talks: `It may leave a scar`.
  new RegExp(
    `^(?:(?!\\b(?:you|we|i|he|she|they)\\b).)*?\\b(?<words>(?:may|might|can|could) (?!${SHOWS}\\b)\\w+)(?=(?: [\\w'’-]+){0,5}? ${oneOf(AFFECTED, SYMPTOM)}(?!\\w))`,
    'i',
  ),
  wholeWords(
    `${SYMPTOM}(?: [\\w’-]+){0,5}? (?<words>${MODAL} (?:\\w+ )?be (?:felt|noticed|experienced))`,
  ),
  wholeWords(
    `${MODAL}(?: \\w+)? (?:feel|have|notice|get|be|experience|develop|become|suffer|look|go|come|last|need|see|expect)(?= (?:[\\w'’-]+,? ){0,4}?${SYMPTOM}(?!\\w))`,
  ),
  wholeWords(
    `${MODAL}(?: \\w+)? (?:hurt|ache|sting|itch|bleed|bruise|swell|throb|burn|cramp|flare|heal|recover|faint|spread|rupture|tear|worsen|work|fail|harm|help|damage|injure|give way|lock|click)(?! (?:with|you (?:decide|plan|fill|find|choose)|closely))`,
  ),
  wholeWords(
    `(?:${MODAL}|(?:do|does|did)(?: not|n['’]t)|never) (?:not |ever |possibly )*(?:harm(?:ed)?|hurt|help(?:ed)?|overdose|do (?:you )?(?:any )?harm|work)${OTHER_HELP}`,
  ),
  wholeWords(
    "(?<!-)(?:side[- ]effects?|complications?|risks?|dangers?|reactions?|hazards?)(?: [\\w'’-]+){0,5} (?:include|includes|are|is|range|can be|may be|such as)",
  ),
  wholeWords(`${BE}(?: [\\w-]+){0,3} (?:risks?|side[- ]effects?|complications?)(?!-)`),
  wholeWords(
    `(?:has|have|causes?|carr(?:y|ies)|there (?:are|is)|poses?|brings?) (?:no|zero|any|few|little) (?:\\w+ )?(?:side[- ]effects?|risks?|complications?|downtime|danger|harm)`,
  ),
  wholeWords('at (?:higher |greater |increased |more )?risk'),
  wholeWords(`${BE}(?: (?!(?:our|the|that|your|for)\\b)[\\w,%-]+){0,5} (?<words>${SAFE})`),
  wholeWords(
    `${HELPER}(?: [\\w'’-]+){0,4}? (?<words>(?<!from |at |of )works?|worked|helps?|helped|fails?|failed)${OTHER_HELP}`,
  ),
  wholeWords(
    '(?:it|this|that|they|the (?:needle|injection|jab|fluid|drops)) (?:may |can |will )?(?:hurts?|aches?|stings?|itch(?:es)?|throbs?|burns?)',
  ),
  wholeWords(
    '(?:linked|associated|connected) (?:to|with)|contributes? to|(?:good|bad) for (?:you|your|the)',
  ),
  wholeWords(
    `${COMPLAINT}(?: \\w+){0,3} (?:vanish(?:ed|es)?|disappear(?:s|ed)?|cleared up|improved|got better|eased|lifted|faded|went|gone|melted|settled)`,
  ),
  wholeWords(
    `${COMPLAINT} (?:\\w+ )?(?:melts? away|clears? up|eases|lifts|settles|fades?(?! (?:in|into)))`,
  ),
].map(finderFor)

/** The words of a clause that say that something changes a person's health; undefined if none do. */
export function findEffect(clause: string): Span | undefined {
  for (const find of effects) {
    const found = find(clause)
    if (found) return spanOf(found)
  }
  return undefined
}

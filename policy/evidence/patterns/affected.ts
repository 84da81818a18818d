// What can become better or worse in a person, and verbs that change it.

import {formsOf, oneOf} from '../../text/phrases.ts'
import {COMPLAINT, TISSUE} from '../../text/vocabulary.ts'
import {OUTCOMES} from '../../words/outcomes.ts'

/** What can become better or worse in a person. */
const OUTCOME = oneOf(COMPLAINT, ...OUTCOMES)

export const AFFECTED = oneOf(
  OUTCOME,
  TISSUE,
  'body|arms?|legs?|arter(?:y|ies)|vessels?|pelvis|chest|jaw|hands?|fingers?|thighs?|cal(?:f|ves)',
  'groin|head|face|throat|scalp|ears?|nose|mouth|gums?|bladder|womb|thyroid|toes?|foot|ribs?|lungs?',
)

/** Verbs that state an effect if a complaint or a part of the body follows. */
export const CHANGES = `(?<!-|\\b(?:the|an?|of|your|our|its|no|any|lose|under|out of|near|lower|is to|are to) )${oneOf(
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

// Statements that something is not known.

import type {Pattern} from '../../text/pattern.ts'
import {oneOf} from '../../text/phrases.ts'

/** They need no source. */
export const unknowns: readonly Pattern[] = [
  {
    name: 'no evidence',
    source: oneOf(
      '(?:no|not enough|little|too little|hardly any|insufficient|lack of|too few|not much|without|never been) (?:[\\w-]+ ){0,3}(?:evidence|research|studies|proof|trials?|data|information)',
      'evidence (?:\\w+ ){0,4}(?:is|remains|was) (?:\\w+ )?(?:limited|conflicting|weak|thin|mixed|poor|lacking|uncertain|patchy|scarce)',
      "(?:studies|trials) (?:do not|don[’']t|disagree)",
    ),
    fires: ['There is little good evidence.', 'Evidence is still thin.', 'Trials disagree.'],
    quiet: ['There is good evidence.', 'Trials agree.'],
  },
  {
    name: 'is not known',
    source: oneOf(
      "(?:not|never|n['’]t)(?: yet| fully| really| been| ever| well)* (?:known|shown|proven|proved|clear|certain|tested|studied|established|understood|sure)",
      "(?:do not|don['’]t|does not|cannot|can['’]t) (?:yet )?(?:know|tell|say|agree|promise)",
      '(?:nobody|no one|no-one)(?: \\w+)? (?:knows|shown|says?|sure|tell|proved|proven|promise)',
      'unknown|unclear|unproven|uncertain|remains to be seen|more research|jury is (?:still )?out|too early|open question|untested',
      'neither proven',
    ),
    fires: [
      'It is not yet clear.',
      'Doctors cannot tell.',
      'Nobody really knows.',
      'It is unclear.',
    ],
    quiet: ['It is clear.', 'Doctors know.'],
  },
  {
    name: 'no promise',
    source: oneOf(
      '(?:read|taken|seen|meant|understood) as (?:an? )?(?:promise|guarantee)',
      "(?:no|not an?|isn['’]t an?|without (?:an?|any)) (?:guarantee|promise)",
      'yet to be|(?:never|not|cannot) (?:\\w+ )?(?:promises?|promised|guaranteed?)',
    ),
    fires: [
      'Do not take it, read as a promise.',
      'It isn’t a guarantee.',
      'It has yet to be shown.',
    ],
    quiet: ['It is a promise.'],
  },
  {
    name: 'nothing works',
    source: oneOf(
      `no (?:drug|medicine|treatment|operation|injection|surgery|procedure|tablet|therapy)(?: \\w+)? (?:is|are|comes?|can be) (?:\\w+ )?(?:safe|without|free|risk-free|harmless|certain|guaranteed)`,
      '(?:no (?:drug|medicine|treatment|operation|injection|therapy|remedy)|nothing) (?:works|suits|helps)(?! better)',
    ),
    fires: ['No surgery is quite safe.', 'Nothing helps.'],
    quiet: ['No surgery is needed.', 'Nothing helps better.'],
  },
  {
    name: 'an idea under study',
    source: oneOf(
      '(?:is|are) (?:thought|meant|believed|intended|said|supposed|designed) to',
      'the (?:idea|hope|theory|aim) is',
      '(?:has|have|needs?) to (?:prove|show|demonstrate)',
      '(?:studying|testing|looking at|investigating|asked|asking|arguing about|compared?|comparing) (?:whether|if|how|why)',
    ),
    fires: ['It is thought to help.', 'The hope is', 'They are testing whether it helps.'],
    quiet: ['They thought to call.', 'They are testing it.'],
  },
]

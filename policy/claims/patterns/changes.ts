// Words that promise the end of a complaint, or the repair of the body, and superlatives.

import type {Pattern} from '../../text/pattern.ts'
import {formsOf, oneOf} from '../../text/phrases.ts'
import {COMPLAINT, TISSUE} from '../../text/vocabulary.ts'
import {BE, wordsBetween} from './between.ts'

/** Words that adverts put before a part of the body: `repairs torn tissue`. */
const PRAISED = oneOf(
  'even|all|any|your|the|a|an|my|his|her|their|our|both',
  'torn|damaged|injured|worn|worn-out|worn out|weak|weakened|old|chronic|lost|sore|tired|stubborn',
  'failing|aging|ageing|degenerated|degenerating|degenerative|broken|missing|healthy|fresh|young',
  'new|painful|arthritic|ruined|crumbling|loose|slack|slipped|bad|frayed|aching|stiff|tattered',
  'knee|hip|back|joint|spinal|inner|connective|soft|shoulder|lower|nerve|disc|lyme|cartilage',
  'years of|decades of|signs of|effects of|lifetime of|normal|natural',
)
const REBUILDS = oneOf(
  formsOf(
    'repair regenerate rebuild regrow restore renew rejuvenate mend fix reconstruct reverse',
    'undo rewind revitalise revitalize heal refurbish',
  ),
  'rebuilt|regrew|regrown|undoes|undid|undoing',
  'gr(?:ows?|ew|owing) (?:back )?(?:new|fresh|healthy)',
)
const WEAR = '(?:ageing|aging|age|arthritis|osteoarthritis|degeneration|wear|decline|time|clock)'

/** Verbs and nouns for an end of a complaint: `banishes pain`, `an end to pain`. */
const ELIMINATES = oneOf(
  formsOf(
    'eliminate eradicate erase banish abolish conquer defeat vanquish zap dissolve obliterate',
    'annihilate cancel silence demolish crush',
  ),
  'beats?|wip(?:es?|ed|ing) (?:out|away)|melt(?:s|ed|ing)? away|(?:gets?|got|getting) rid of',
  'rids (?:you|your \\w+|them|me) of|end(?:s|ed|ing)?(?! of\\b)|(?:an|the) end (?:to|of)|put(?:s|ting)? paid to',
  'mak(?:es?|ing) short work of|(?:knock|switch|wash|tak)(?:s|es|ing|e)? (?:out|off|away)(?= all)',
  'freedom from|free (?:of|from)|goodbye to|farewell to|free (?:you|yourself) (?:of|from)',
  'no more(?! (?:\\w+ ){0,3}than\\b)|stop(?:s|ping)? all|(?:tak|remov)(?:es?|ing|en) (?:away )?all',
  'dispatch(?:es)?',
)

export const vanishes: readonly Pattern[] = [
  {
    name: 'ends a complaint',
    source: `${ELIMINATES}(?= (?:[\\w'’-]+ ){0,4}?(?:${COMPLAINT}|${WEAR})(?!\\w))`,
    fires: ['It banishes pain.', 'an end to the old arthritis', 'No more headaches!'],
    quiet: [
      'It banishes doubt.',
      'the two ends of the tendon and its pain',
      'no more than two headaches',
      'no more headaches than before',
    ],
  },
  {
    name: 'completely gone',
    source: 'gone (?:for good|overnight)|totally gone|completely gone',
    fires: ['It was gone overnight.'],
    quiet: ['It was gone for a day.'],
  },
  {
    name: 'complete relief',
    source:
      '(?:instant|immediate|total|complete|full|absolute|sure)(?:,? (?:and )?\\w+)? (?:pain )?(?:relief|freedom|recovery)',
    fires: ['instant pain relief', 'a sure and lasting recovery'],
    quiet: ['some relief', 'a full diary'],
  },
  {
    name: 'pain-free',
    source: oneOf(
      'pain[- ]free (?:in|within|after|by|again|life|living|days?|tomorrow|today|back|knees?|joints?|spine|hips?|shoulders?|movement|future|results?)',
      '(?:lives?|living|am|be|become|walk(?:s|ed)?|wakes?|woke(?: up)?|are now|is now|left|leaves?|goes|go|went|is|are|feel|feels|been)(?: us| the clinic| home| out| up| completely| totally| entirely| now)* pain[- ]free',
    ),
    fires: ['pain-free by tomorrow', 'She walked out pain free.'],
    quiet: ['a pain-free injection'],
  },
  {
    name: 'completely relieved',
    source: `completely (?:${formsOf('relieve remove stop resolve restore free end')}|gone|better)`,
    fires: ['It was completely resolved.'],
    quiet: ['It was completely normal.'],
  },
  {
    name: 'like new',
    source: oneOf(
      '(?:brand|like|good as|almost) new(?= (?:knees?|hips?|backs?|joints?|again|in|after|shoulders?)|$|[.!,])',
      'young again',
    ),
    fires: ['like new knees', 'Feel young again!'],
    quiet: ['a brand new building'],
  },
]

export const vanished: readonly Pattern[] = [
  {
    name: 'a complaint vanishes',
    source: `${COMPLAINT}${wordsBetween(3)} (?<words>${oneOf(
      'eliminated|eradicated|erased|banished|abolished|vanish(?:es|ed)?|disappear(?:s|ed)?|(?<=(?:is|are|was|were|be|become|becomes) )history',
      'melt(?:s|ed)? away|wiped (?:out|away)|evaporates?|vanquished|completely gone',
      'gone (?:in|within|after|overnight|by)',
    )})`,
    fires: ['The pain has vanished.', 'Back pain is history.'],
    quiet: ['The pain has changed.', 'The bus has vanished.', 'pain history'],
  },
]

export const repairs: readonly Pattern[] = [
  {
    name: 'repairs the body',
    source: `${REBUILDS}(?: ${PRAISED},?)*? ?(?:${oneOf(TISSUE, WEAR, COMPLAINT)})(?: and tear| process)?`,
    fires: ['It rebuilds worn cartilage.', 'It reverses your arthritis.'],
    quiet: ['It rebuilds the house.'],
  },
  {
    name: 'turns back time',
    source: oneOf(
      'turn(?:s|ed|ing)? back (?:the (?:\\w+ )?clock|the years|time)',
      '(?:years|decades) younger',
    ),
    fires: ['It turns back the clock.', 'Feel years younger.'],
    quiet: ['Turn back at the gate.'],
  },
  {
    name: 'tissue-repairing',
    source: `${TISSUE}[- ](?:repairing|regenerating|rebuilding)`,
    fires: ['cartilage-repairing cells'],
    quiet: ['car-repairing skills'],
  },
  {
    name: 'the body is repaired',
    source: oneOf(
      `(?<=(?:${TISSUE}|${WEAR})(?: \\w+){0,3} ${BE} (?:\\w+ )?)(?:repaired|regenerated|rebuilt|regrown|restored|renewed|rejuvenated|reversed|undone)`,
      `(?<=(?:your|damaged|injured|torn|worn) (?:\\w+ )?${TISSUE} )(?:regenerates?|regrows?|renews?)`,
      `(?:regeneration|repair|renewal|restoration|reversal|rebuilding) of (?:your|worn|damaged|torn|injured|aching|arthritic|tired)(?: \\w+)? ${TISSUE}`,
    ),
    fires: ['The cartilage is fully rebuilt.', 'Your cartilage regrows.', 'repair of torn tendons'],
    quiet: ['The house is rebuilt.', 'repair of the roof'],
  },
  {
    name: 'treats the cause',
    source:
      '(?:fix|heal|correct|repair|cure)(?:e?s|ing)? the (?:root |underlying |real |true |very )?(?:cause|problem)',
    fires: ['It fixes the root cause.'],
    quiet: ['Find the root cause.'],
  },
  {
    name: 'repairs itself',
    source: `${formsOf('repair regenerate rebuild regrow')}(?= (?:itself|themselves|naturally|rather than|what|and))`,
    fires: ['The joint repairs itself.'],
    quiet: ['They repair shoes.'],
  },
]

export const superlatives: readonly Pattern[] = [
  {
    name: 'the best treatment',
    source: oneOf(
      `(?:(?:${oneOf(
        "the|our|your|this|world['’]s|country['’]s|very|single|absolute|britain['’]s|america['’]s",
      )}) )+(?:${oneOf(
        'best|finest|greatest|top|ultimate|number one|no\\.? ?1',
        'most (?:effective|powerful|advanced|successful|reliable)',
      )}) (?:[\\w-]+ ){0,2}?(?:${oneOf(
        'treatments?|therap(?:y|ies)|remedy|remedies|cure|injections?|jabs?|solution|medicine|relief',
        'answer|fix|way to (?:heal|beat|treat|end|stop|get rid)',
      )})`,
      'ultimate (?:treatment|therapy|remedy|relief|solution|answer|weapon)',
    ),
    fires: ['the world’s best treatment', 'the most effective way to heal', 'the ultimate weapon'],
    quiet: ['the best time', 'a good treatment'],
  },
  {
    name: 'the only answer',
    source: oneOf(
      '(?:the|your) (?:ultimate|only (?:real|true|lasting|proven|sure)) (?:way|answer|solution|fix|treatment)',
      'the only (?:\\w+ )?(?:treatment|therapy|injection|remedy|thing|jab) that (?:\\w+ )?(?:works|fixes|heals|helps|lasts)',
      'the only (?:real|true|lasting) (?:\\w+ )?(?:cure|answer|solution|treatment|remedy|relief)',
    ),
    fires: ['your only real answer', 'the only jab that works', 'the only lasting pain relief'],
    quiet: ['the only clinic in town'],
  },
  {
    name: 'nothing compares',
    source: oneOf(
      '(?:nothing (?:else )?|nobody |no one )(?:beats|works (?:better|faster|like|as well)|comes close|compares|matches|can match|can beat)',
      'no (?:other )?(?:treatment|therapy|remedy|injection) (?:works better|comes close|compares|is better|can match|beats)',
      'unbeatable|unriv?alled|unrivaled|unmatched|unsurpassed|unparallel+ed|second to none|in a class of (?:its|their|our) own',
    ),
    fires: ['Nothing else beats it.', 'No other therapy comes close.', 'second to none'],
    quiet: ['Nothing hurts.', 'No other therapy was tested.'],
  },
]

// Finds promises that no treatment can keep, such as cures, guarantees and miracles.

import type {Rule} from '../rule.ts'
import {formsOf, oneOf, wholeWords} from '../text/phrases.ts'
import {COMPLAINT, TISSUE, TREATMENT} from '../text/vocabulary.ts'
import {finderOf, type Found, type Wording} from './wordings.ts'

const HINT = 'Say what studies found, for whom, and how certain that is.'
const NOT_ALL = 'No treatment helps everyone. Say how many people it helped in studies.'

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
function isHedged({before}: Found): boolean {
  return hedge.test(before)
}

/** Words that limit a statement to some people or times, which is no promise. */
const SELDOM = /\b(?:usually|often|sometimes|most|many|some people|likely|half|few|rarely)\b/i

/** Surgery and the body’s own work, which promote no treatment: `the liver renews its cells`. */
const ofOthers = wholeWords(
  oneOf(
    'surg(?:eons?|ery|ical(?:ly)?)',
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
function isNoPromise(found: Found): boolean {
  return isHedged(found) || ofOthers.test(found.before) || IS_POOR.test(found.after)
}

/** Injuries that heal by themselves, and words that limit a statement to many of them. */
const ORDINARY =
  /\b(?:cuts?|wounds?|grazes?|scars?|blisters?|fractures?|stitches|sprains?|bruis\w+|ulcers?|burns?|incisions?|scratch\w*|broken|usually|often|most|many)\b/i

/** Subjects with which `heals` is a claim. */
const healer = wholeWords(oneOf(TREATMENT, 'we|it|creams?|gels?|silver|oils?|laser|that|which'))

/** Everyday things that are cured, such as ham and cement. */
const CURED_THING =
  /\b(?:filling|resin|glue|cement|cast|concrete|ham|meats?|bacon|varnish|dry|salt|smoke|light)(?:[- ]| is | are | was )$/i
const CURED_FOOD =
  /^ (?:ham|meats?|bacon|fish|salmon|sausages?|pork|beef|olives|resin|glue|concrete|(?:with|by) (?:an? |the |blue |uv |ultraviolet )*(?:light|lamp|salt|smoke))/i
const ASSURED =
  '(?:place|appointment|spot|slot|bed|seat|price|fee|privacy|confidentiality|parking|delivery|anonymity|space|room|quote|deposit|income|refund)'
const assured = new RegExp(`\\b${ASSURED}(?: [\\w'’-]+){0,5} $`, 'i')
const assures = new RegExp(
  `^ (?:you |your |a |an |the )*(?:${ASSURED}|minimum|until|hours|period)\\b`,
  'i',
)
/** Devices that are sold with a guarantee. */
const OF_THING =
  /^ (?:for|on|of) (?:\w+ ){0,3}(?:machines?|mattress(?:es)?|devices?|braces?|kits?|aids?|batter(?:y|ies)|chairs?|beds?|shoes|insoles|monitors?)\b/i
const FINDING =
  /^ (?:\w+ )?(?:infections?|causes?|source|fractures?|gout|allerg|diagnos|tears?|cancer|pregnan|otherwise|cases?|difficult|hard|useful|harder|sepsis|thrombosis|clots?|(?:on|by) (?:an? |the )?(?:\w+ )?(?:scan|x-ray|biops|culture|test|swab|blood))/i
const FOUND_BY = /\b(?:biopsy|culture|scan|x-ray|until|laboratory|lab)[- ]$/i
const BREAKTHROUGH_PAIN =
  /^ (?:pain|bleed|cancer|seizure|infection|dose|medic|fever|symptom|ovulation|analges|cases|covid|headache|flare)/i
const FOR_YOU =
  /^(?: \w+){0,2} (?:for you\b|for your\b|depends|will depend|is often|is usually|is to|may be|available to you)/i
const SEEKS =
  /\b(?:discuss|decid\w+|decision|choos\w+|find|finding|advise|agree|know|what|which|about|on|plan|work out|working out)\b[^,]*$/i
const NOT_YET = /\b(?:until|when|once|if|after|before|unless)\b[^,]*$/i

/** What 100 per cent may refer to without promising an effect: `100% cotton`. */
const SHARE_OF =
  /^ (?:cotton|wool|oxygen|humidity|confidential|of (?:the |your )?(?:cost|fee|price|bill)|covered|refund|juice|sure|certain|latex|private|attendance|natural|safe|organic|drug|chemical)/i
/** What a clinic may promise, such as privacy. */
const PROMISED =
  /^(?: that)? (?:to|not|never|confidential|an honest|a (?:reply|call|warm)|your privacy|privacy)\b/i

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
const BE = "(?:is|are|was|were|be|been|being|gets?|(?<=['’])(?:s|re))"

function isOfItself(found: Found): boolean {
  return (
    isHedged(found) ||
    NOT_YET.test(found.before) ||
    SELDOM.test(found.before) ||
    /\b(?:kidneys?|liver|body|hope|towards|toward|at|by|the (?:other|lower|upper)|drum|heart) $/i.test(
      found.before,
    )
  )
}

export const wordings: readonly Wording[] = [
  {
    source: oneOf('cure-alls?', formsOf('cure'), 'curative'),
    message: 'promises a cure',
    hint: HINT,
    unless: ({before, after}) =>
      CURED_FOOD.test(after) ||
      CURED_THING.test(before) ||
      /\b(?:miracle|fake|quack) $/i.test(before),
  },
  {
    source: oneOf(
      '(?:completely|fully|totally|entirely|permanently|perfectly|instantly) (?:heals?|healed|healing)',
      "(?:heals?|healed|healing)(?: [\\w'’-]+){0,4} (?:completely|fully|totally|entirely|permanently|perfectly|for good|forever|overnight)",
      '(?:complete|total|full|perfect|instant|permanent) healing',
    ),
    message: 'promises complete healing',
    hint: HINT,
    unless: (found) => isHedged(found) || ORDINARY.test(found.sentence),
  },
  {
    source: oneOf(
      formsOf('guarantee'),
      'guarantor',
      'money-back',
      `${BE} (?:\\w+ )?(?:assured|a certainty)`,
    ),
    message: 'promises a result',
    hint: NOT_ALL,
    unless: ({before, words, after}) =>
      assured.test(before) ||
      assures.test(after) ||
      (/^guarantee$/i.test(words) && OF_THING.test(after)),
  },
  {
    source: oneOf(
      'miracles?|miraculous(?:ly)?',
      'work(?:s|ed)? (?:like )?(?:magic|wonders)|like magic',
      'magic(?:al)? (?:bullet|cure|jab|injection|needle|touch|potion|shot|wand|formula)s?',
      'wonder[- ](?:cure|drug|jab|treatment|injection|remedy|shot|pill|needle|therapy|potion)s?',
      'panacea|elixir|holy grail|silver bullet|fountain of youth',
      '(?:game|life)[- ]chang(?:er|ers|ing)',
      '(?:the|an|your) (?:final )?answer to (?:your|all|every|their|our)(?: \\w+)? (?:prayers|pain|problems|aches)',
    ),
    message: 'promises more than any treatment can do',
    hint: HINT,
    unless: ({after}) =>
      /^ (?:fruit|berr(?:y|ies)|of (?:birth|life|nature)|play|cures\b|stories|claims|diets|recoveries|treatments)/i.test(
        after,
      ),
  },
  {
    source: oneOf(
      '(?:clinically|scientifically|medically|doctor|science|laboratory|lab)[- ](?:proven|proved|validated|backed)',
      'proven',
      '(?:has|have|was|were|been|is|are) proved',
      'proves? (?:to (?:work|relieve|cure|heal|help|stop|end)|effective)',
      'beyond (?:any |all )?doubt',
      'tried[ ,-]+(?:and )?tested',
      '(?:backed|validated|confirmed) by (?:\\w+ )?(?:science|research)',
    ),
    message: 'says that the effect is beyond doubt',
    hint: 'Say which studies there are, how large they were, and what they found. Cite them.',
    unless: ({before, after}) => FINDING.test(after) || FOUND_BY.test(before),
  },
  {
    source: oneOf(
      'break-?throughs?',
      'revolutionary|revolution',
      formsOf('revolutionise revolutionize'),
      'ground-?breaking',
    ),
    message: 'presents a treatment as news instead of saying what is known about it',
    hint: 'Say what the treatment is and what studies found.',
    unless: ({before, after}) =>
      BREAKTHROUGH_PAIN.test(after) || /\b(?:industrial|french|american|for) $/i.test(before),
  },
  {
    source: oneOf(
      '(?:permanent|lifelong|everlasting)(?:ly)? (?:\\w+ ){0,2}(?:relief|cure|fix|solution|results?|freedom|end|repair|answer|recovery|removal)',
      'permanently (?!damag|disab|clos|injur|numb|weak|scar|harm|los|blind|paraly|mov|chang|stiff|in\\b)\\w+(?:s|es|ed)',
      `(?:${formsOf('relieve fix end remove stop resolve settle')})(?: [\\w'’-]+){0,4} permanently`,
      'pain[- ]free (?:for (?:good|ever|life|years|always)|forever|always)',
      `(?:gone|free|end|ends|ended|rid|${formsOf('banish stop beat erase relieve fix heal solve silence settle knock')}|away|goodbye|farewell|relief|disappears?|vanish(?:es|ed)?|shot of|over|off|out|pain|ache|sciatica)(?: [\\w'’-]+){0,6} (?:for good|for ever|forever|for life|once and for all)(?! (?:reason|measure|health|practice))`,
      "never (?:have to |need to )?(?:feel|suffer|hurt|ache|worry about|think about|lose)(?: [\\w'’-]+){0,5} again",
      "(?:pain|aches?|problem|sciatica|arthritis|it) (?:will never|never|won['’]t|doesn['’]t|does not) (?:come back|comes back|returns?)",
      '(?:an? |the )?thing of the past',
    ),
    message: 'promises that the effect lasts forever',
    hint: 'Say for how long studies followed people, and what they found.',
    unless: (found) =>
      isHedged(found) ||
      (SELDOM.test(found.before) && !/^permanent (?:\w+ )?relief/i.test(found.words)),
  },
  {
    source: oneOf(
      '(?:100|one hundred|a hundred|hundred) ?(?:%|per ?cent|percent)(?: (?:effective|successful|success(?: rate)?|pain[- ]free|relief|cure rate|cured|recovery|results|reliable|satisfaction))?',
      '(?:completely|totally|entirely|always|wholly) effective',
      'works? (?:\\w+ )?(?:for|on) (?:everyone|everybody|anyone|anybody|all|every|each|any)(?: \\w+)?',
      'work(?:s|ed)? (?:every (?:single )?time|without fail|in (?:every|each)(?: single)? case|instantly|immediately|overnight|like a dream)',
      'always (?:works?|worked|succeeds?|helps?|relieves?|delivers?|heals?|responds?|gets? results)',
      "(?:never|cannot|can['’]t|won['’]t|will not|doesn['’]t|does not|not) (?:ever |once )?(?:fails?|failed|disappoints?|disappointed|lets? (?:\\w+ )?down|not work)",
      'without fail|no fail',
      'fool-?proof|fail-?safe|sure-?fire|unfailing(?:ly)?|infallibl[ey]|surest',
      '(?:certain|sure|bound|guaranteed) (?:to (?:work|help|relieve|heal|succeed|get|feel|bring|banish|end|stop)|relief|cure|success)',
      '(?:relief|recovery|success|results?|improvement|outcome) (?:is|are) (?:certain|inevitable|assured)',
      '(?:with )?success in every(?: single)? case',
      'help(?:s|ed) (?:everyone|everybody|every (?:single )?(?:patient|person|client|one))',
      `(?:every|each) (?:single |last )?(?:one of (?:our|the|my)(?: \\w+)? )?(?:patients?|clients?|person|customers?|runners?|golfers?|players?)(?: (?:we|who|that)(?: [\\w'’]+){1,5})? (?:is now |was |has |have |are |will )?(?:(?:gets?|got) (?:better|well|relief|results)|left|leaves?|recovers?|recovered|walks?|walked|improves?|improved|better|responds?|responded|pain[- ]free|benefits?|benefited|returns?|returned|back|feels?|felt)`,
      `(?:all|every one) (?:of )?(?:our|my) (?:patients|clients|customers) (?:are |have |were |now )*(?:get|got|left|leave|recover|recovered|walk|walked|improve|improved|better|respond|responded|pain[- ]free|benefit|benefited|happy|delighted|back)`,
      '(?:everyone|everybody) (?:\\w+ ){0,5}(?:gets better|got better|leaves|left|recovers|recovered|improves|improved|benefits|benefited|responds|walks|walked out|pain[- ]free|is helped|feels better)',
      '(?:nobody|no one|no patient|none of our (?:patients|clients)) (?:\\w+ ){0,3}(?:in pain|disappointed|unhappy|without relief|needs? (?:surgery|tablets))',
      '(?:we|I) (?:can |do |will )?promise(?: you| that)?',
      "you (?:will|['’]ll) (?:definitely|certainly|surely|undoubtedly)",
    ),
    message: 'says that it works for everyone',
    hint: NOT_ALL,
    unless: ({before, words, after}) =>
      SHARE_OF.test(after) ||
      (/promise/i.test(words) && PROMISED.test(after)) ||
      /\b(?:oxygen|to) $/i.test(before),
  },
  {
    source: oneOf(
      `(?:${formsOf(
        'eliminate eradicate erase banish abolish conquer defeat vanquish zap dissolve obliterate',
        'annihilate cancel silence demolish crush',
      )}|beats?|wip(?:es?|ed|ing) (?:out|away)|melt(?:s|ed|ing)? away|(?:gets?|got|getting) rid of|rids (?:you|your \\w+|them|me) of|end(?:s|ed|ing)?|(?:an|the) end (?:to|of)|put(?:s|ting)? paid to|mak(?:es?|ing) short work of|(?:knock|switch|wash|tak)(?:s|es|ing|e)? (?:out|off|away)(?= all)|freedom from|free (?:of|from)|goodbye to|farewell to|free (?:you|yourself) (?:of|from)|no more(?! (?:\\w+ ){1,3}than\\b)|stop(?:s|ping)? all|(?:tak|remov)(?:es?|ing|en) (?:away )?all|dispatch(?:es)?)(?= (?:[\\w'’-]+ ){0,4}?(?:${COMPLAINT}|${WEAR})(?!\\w))`,
      'gone (?:for good|overnight)|totally gone|completely gone',
      '(?:instant|immediate|total|complete|full|absolute|sure)(?:,? (?:and )?\\w+)? (?:pain )?(?:relief|freedom|recovery)',
      'pain[- ]free (?:in|within|after|by|again|life|living|days?|tomorrow|today|back|knees?|joints?|spine|hips?|shoulders?|movement|future|results?)',
      '(?:lives?|living|am|be|become|walk(?:s|ed)?|wakes?|woke(?: up)?|are now|is now|left|leaves?|goes|go|went|is|are|feel|feels|been)(?: us| the clinic| home| out| up| completely| totally| entirely| now)* pain[- ]free',
      `completely (?:${formsOf('relieve remove stop resolve restore free end')}|gone|better)`,
      '(?:brand|like|good as|almost) new(?= (?:knees?|hips?|backs?|joints?|again|in|after|shoulders?)|$|[.!,])',
      'young again',
    ),
    message: 'promises that a complaint goes away completely',
    hint: 'Say how much less pain people had in studies, and for how long.',
    unless: isOfItself,
  },
  {
    source: `${COMPLAINT}(?: [\\w'’-]+){0,3} (?<words>eliminated|eradicated|erased|banished|abolished|vanish(?:es|ed)?|disappear(?:s|ed)?|melt(?:s|ed)? away|wiped (?:out|away)|gone (?:in|within|after|overnight|by)|completely gone|evaporates?|vanquished|history)`,
    message: 'promises that a complaint goes away completely',
    hint: 'Say how much less pain people had in studies, and for how long.',
    unless: isOfItself,
  },
  {
    source: oneOf(
      `${REBUILDS}(?: ${PRAISED},?)*? ?(?:${oneOf(TISSUE, WEAR, COMPLAINT)})(?: and tear| process)?`,
      'turn(?:s|ed|ing)? back (?:the clock|the years|time)',
      '(?:years|decades) younger',
      `${TISSUE}[- ](?:repairing|regenerating|rebuilding)`,
      `(?<=(?:${TISSUE}|${WEAR})(?: \\w+){0,3} ${BE} (?:\\w+ )?)(?:repaired|regenerated|rebuilt|regrown|restored|renewed|rejuvenated|reversed|undone)`,
      `(?<=(?:your|damaged|injured|torn|worn) (?:\\w+ )?${TISSUE} )(?:regenerates?|regrows?|renews?)`,
      `(?:regeneration|repair|renewal|restoration|reversal|rebuilding) of (?:your|worn|damaged|torn|injured|aching|arthritic|tired)(?: \\w+)? ${TISSUE}`,
      '(?:fix|heal|correct|repair|cure)(?:e?s|ing)? the (?:root |underlying |real |true |very )?(?:cause|problem)',
      `${formsOf('repair regenerate rebuild regrow')}(?= (?:itself|themselves|naturally|rather than|what|and))`,
    ),
    message: 'says as a fact that it repairs the body',
    hint: 'Say that this is the idea behind it, and whether studies in people have shown it.',
    unless: (found) =>
      isNoPromise(found) ||
      (/^heal/i.test(found.words) &&
        (ORDINARY.test(found.sentence) ||
          /^healing\b/i.test(found.words) ||
          !healer.test(found.before))),
  },
  {
    source: oneOf(
      `(?:(?:the|our|your|this|world['’]s|country['’]s|very|single|absolute|britain['’]s|america['’]s) )+(?:best|finest|greatest|top|ultimate|number one|no\\.? ?1|most (?:effective|powerful|advanced|successful|reliable)) (?:[\\w-]+ ){0,2}?(?:treatments?|therap(?:y|ies)|remedy|remedies|cure|injections?|jabs?|solution|medicine|relief|answer|fix|way to (?:heal|beat|treat|end|stop|get rid))`,
      '(?:the|your) (?:ultimate|only (?:real|true|lasting|proven|sure)) (?:way|answer|solution|fix|treatment)',
      '(?:nothing (?:else )?|nobody |no one )(?:beats|works (?:better|faster|like|as well)|comes close|compares|matches|can match|can beat)',
      'unbeatable|unriv?alled|unrivaled|unmatched|unsurpassed|unparallel+ed|second to none|in a class of (?:its|their|our) own',
      'ultimate (?:treatment|therapy|remedy|relief|solution|answer|weapon)',
      'the only (?:\\w+ )?(?:treatment|therapy|injection|remedy|thing|jab) that (?:\\w+ )?(?:works|fixes|heals|helps|lasts)',
      'the only (?:real|true|lasting) (?:\\w+ )?(?:cure|answer|solution|treatment|remedy|relief)',
      'no (?:other )?(?:treatment|therapy|remedy|injection) (?:works better|comes close|compares|is better|can match|beats)',
    ),
    message: 'says that it is the best treatment',
    hint: 'Say what it was compared with in studies, and what they found. Cite them.',
    unless: ({before, after}) => FOR_YOU.test(after) || SEEKS.test(before) || SELDOM.test(before),
  },
]

const find = finderOf(wordings)

export const efficacy: Rule = {
  id: 'claims/efficacy',
  title: 'No text says that a treatment cures, works for everyone or is proven beyond doubt',
  severity: 'error',
  rationale:
    'People in pain believe words like these and may give up care that helps. No treatment works for everyone. Regulators say that “cure”, “guaranteed” and “proven” need evidence that hardly any treatment has.',
  sources: [
    {
      title: 'FTC, Health Products Compliance Guidance (2022)',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
    {
      title: 'FDA, Health Fraud Scams',
      url: 'https://www.fda.gov/consumers/health-fraud-scams',
    },
  ],
  examples: {
    passes: [
      'Prolotherapy does not cure back pain.',
      'Be careful with anyone who promises a cure.',
      'Can it cure my sciatica?',
      'Tell the nurse if you have breakthrough pain.',
      'The blood test showed a proven infection.',
      'Most grazes heal completely within ten days.',
    ],
    fails: [
      'This treatment repairs injured tissue.',
      'Our injections cured his back pain.',
      'Lasting relief is guaranteed.',
      'A clinically proven remedy that works for everyone.',
      'Say goodbye to your sciatica once and for all.',
    ],
  },
  *check({passages}) {
    yield* find(passages)
  },
}

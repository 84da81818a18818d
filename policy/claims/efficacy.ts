// Finds promises that no treatment can keep, such as cures, guarantees and miracles.

import type {Rule} from '../rule.ts'
import type {Pattern} from '../text/pattern.ts'
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
/** What may be guaranteed, such as an appointment. */
const ASSURED = oneOf(
  'place|appointment|spot|slot|bed|seat|price|fee|privacy|confidentiality|parking|delivery',
  'anonymity|space|room|quote|deposit|income|refund',
)
const assured = new RegExp(`\\b${ASSURED}(?: [\\w'’-]+){0,5} $`, 'i')
const assures = new RegExp(
  `^ (?:you |your |a |an |the )*(?:${ASSURED}|minimum|until|hours|period)\\b`,
  'i',
)
/** Devices that are sold with a guarantee. */
const OF_THING =
  /^ (?:for|on|of) (?:\w+ ){0,3}(?:machines?|mattress(?:es)?|devices?|braces?|kits?|aids?|batter(?:y|ies)|chairs?|beds?|shoes|insoles|monitors?)\b/i
/** What tests prove: `a proven infection`. Some of these are only beginnings of words. */
const finding = new RegExp(
  `^ (?:\\w+ )?${oneOf(
    'infections?|causes?|source|fractures?|gout|allerg|diagnos|tears?|cancer|pregnan|sepsis',
    'thrombosis|clots?|cases?|otherwise|difficult|hard|useful|harder',
    '(?:on|by) (?:an? |the )?(?:\\w+ )?(?:scan|x-ray|biops|culture|test|swab|blood)',
  )}`,
  'i',
)
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

/** Up to so many words between two others. */
function wordsBetween(most: number): string {
  return `(?: [\\w'’-]+){0,${most}}`
}

const ENTIRELY = 'completely|fully|totally|entirely|permanently|perfectly'

const healing: readonly Pattern[] = [
  {
    name: 'heals completely',
    source: oneOf(
      `(?:${ENTIRELY}|instantly) (?:heals?|healed|healing)`,
      `(?:heals?|healed|healing)${wordsBetween(4)} (?:${ENTIRELY}|for good|forever|overnight)`,
    ),
    fires: ['It fully heals.', 'Your knee heals by itself for good.'],
    quiet: ['It heals slowly.', 'It is fully booked.'],
  },
  {
    name: 'complete healing',
    source: '(?:complete|total|full|perfect|instant|permanent) healing',
    fires: ['total healing'],
    quiet: ['wound healing'],
  },
]

const guarantees: readonly Pattern[] = [
  {
    name: 'a guarantee',
    source: oneOf(formsOf('guarantee'), 'guarantor', 'money-back'),
    fires: ['We guarantee it.', 'a money-back offer'],
    quiet: ['Your money is back.'],
  },
  {
    name: 'is a certainty',
    source: `${BE} (?:\\w+ )?(?:assured|a certainty)`,
    fires: ['Success is assured.', 'Relief is nearly a certainty.'],
    quiet: ['an assured tone'],
  },
]

const miracles: readonly Pattern[] = [
  {
    name: 'a miracle',
    source: oneOf(
      'miracles?|miraculous(?:ly)?',
      'work(?:s|ed)? (?:like )?(?:magic|wonders)|like magic',
      'magic(?:al)? (?:bullet|cure|jab|injection|needle|touch|potion|shot|wand|formula)s?',
      'wonder[- ](?:cure|drug|jab|treatment|injection|remedy|shot|pill|needle|therapy|potion)s?',
      'panacea|elixir|holy grail|silver bullet|fountain of youth',
    ),
    fires: ['It worked like magic.', 'a magic potion', 'a wonder-drug', 'the holy grail'],
    quiet: ['a magic trick', 'We wonder why.'],
  },
  {
    name: 'changes your life',
    source: oneOf(
      '(?:game|life)[- ]chang(?:er|ers|ing)',
      '(?:the|an|your) (?:final )?answer to (?:your|all|every|their|our)(?: \\w+)? (?:prayers|pain|problems|aches)',
    ),
    fires: ['It is life-changing.', 'the answer to all your problems'],
    quiet: ['the answer to your question'],
  },
]

const proofs: readonly Pattern[] = [
  {
    name: 'proven',
    source: oneOf(
      '(?:clinically|scientifically|medically|doctor|science|laboratory|lab)[- ](?:proven|proved|validated|backed)',
      'proven',
      '(?:has|have|was|were|been|is|are) proved',
    ),
    fires: ['a science-backed remedy', 'It has proved itself.'],
    quiet: ['He proved a point.'],
  },
  {
    name: 'proves to work',
    source: 'proves? (?:to (?:work|relieve|cure|heal|help|stop|end)|effective)',
    fires: ['It proves to help.'],
    quiet: ['It proves to be hard.'],
  },
  {
    name: 'beyond doubt',
    source: oneOf(
      'beyond (?:any |all )?doubt',
      'tried[ ,-]+(?:and )?tested',
      '(?:backed|validated|confirmed) by (?:\\w+ )?(?:science|research)',
    ),
    fires: ['beyond any doubt', 'tried and tested', 'backed by new research'],
    quiet: ['It was tried and stopped.', 'backed by a bank'],
  },
]

const novelties: readonly Pattern[] = [
  {
    name: 'a breakthrough',
    source: oneOf(
      'break-?throughs?',
      'revolutionary|revolution',
      formsOf('revolutionise revolutionize'),
      'ground-?breaking',
    ),
    fires: ['a breakthrough', 'It revolutionises care.', 'ground-breaking'],
    quiet: ['a new treatment'],
  },
]

/** Words that something lasts, after verbs and nouns for relief. */
const FOR_GOOD =
  '(?:for good|for ever|forever|for life|once and for all)(?! (?:reason|measure|health|practice))'
const GONE = oneOf(
  'gone|free|end|ends|ended|rid',
  formsOf('banish stop beat erase relieve fix heal solve silence settle knock'),
  'away|goodbye|farewell|relief|disappears?|vanish(?:es|ed)?|shot of|over|off|out|pain|ache|sciatica',
)

const everlasting: readonly Pattern[] = [
  {
    name: 'permanent relief',
    source:
      '(?:permanent|lifelong|everlasting)(?:ly)? (?:\\w+ ){0,2}(?:relief|cure|fix|solution|results?|freedom|end|repair|answer|recovery|removal)',
    fires: ['a lifelong cure', 'permanent knee pain relief'],
    quiet: ['a permanent job', 'lasting damage'],
  },
  {
    name: 'permanently relieves',
    source: oneOf(
      'permanently (?!damag|disab|clos|injur|numb|weak|scar|harm|los|blind|paraly|mov|chang|stiff|in\\b)\\w+(?:s|es|ed)',
      `${formsOf('relieve fix end remove stop resolve settle')}${wordsBetween(4)} permanently`,
    ),
    fires: ['It permanently eases pain.', 'It ends the pain permanently.'],
    quiet: ['The nerve is permanently damaged.', 'The clinic is permanently closed.'],
  },
  {
    name: 'pain-free forever',
    source: 'pain[- ]free (?:for (?:good|ever|life|years|always)|forever|always)',
    fires: ['pain-free for life'],
    quiet: ['pain-free for an hour'],
  },
  {
    name: 'gone for good',
    source: `${GONE}${wordsBetween(6)} ${FOR_GOOD}`,
    fires: ['Your pain is gone for good.', 'Say goodbye to it once and for all.'],
    quiet: ['They stopped it for good reason.', 'She moved here for good.'],
  },
  {
    name: 'never hurts again',
    source: oneOf(
      "never (?:have to |need to )?(?:feel|suffer|hurt|ache|worry about|think about|lose)(?: [\\w'’-]+){0,5} again",
      "(?:pain|aches?|problem|sciatica|arthritis|it) (?:will never|never|won['’]t|doesn['’]t|does not) (?:come back|comes back|returns?)",
      '(?:an? |the )?thing of the past',
    ),
    fires: ['You never feel it again.', 'The pain won’t come back.', 'a thing of the past'],
    quiet: ['Never lift it.', 'The pain may come back.'],
  },
]

const PATIENT = '(?:patients?|clients?|person|customers?|runners?|golfers?|players?)'
const GETS_WELL = oneOf(
  '(?:gets?|got) (?:better|well|relief|results)',
  'left|leaves?|recovers?|recovered|walks?|walked|improves?|improved|better|responds?|responded',
  'pain[- ]free|benefits?|benefited|returns?|returned|back|feels?|felt',
)
const WELL = oneOf(
  'get|got|left|leave|recover|recovered|walk|walked|improve|improved|better|respond|responded',
  'pain[- ]free|benefit|benefited|happy|delighted|back',
)
const IS_WELL = oneOf(
  'gets better|got better|leaves|left|recovers|recovered|improves|improved|benefits|benefited',
  'responds|walks|walked out|pain[- ]free|is helped|feels better',
)

const worksForAll: readonly Pattern[] = [
  {
    name: 'a hundred per cent',
    source:
      '(?:100|one hundred|a hundred|hundred) ?(?:%|per ?cent|percent)(?: (?:effective|successful|success(?: rate)?|pain[- ]free|relief|cure rate|cured|recovery|results|reliable|satisfaction))?',
    fires: ['100% effective', 'a hundred per cent'],
    quiet: ['10% effective', '100 people'],
  },
  {
    name: 'entirely effective',
    source: '(?:completely|totally|entirely|always|wholly) effective',
    fires: ['always effective'],
    quiet: ['partly effective'],
  },
  {
    name: 'always works',
    source: oneOf(
      'works? (?:\\w+ )?(?:for|on) (?:everyone|everybody|anyone|anybody|all|every|each|any)(?: \\w+)?',
      'work(?:s|ed)? (?:every (?:single )?time|without fail|in (?:every|each)(?: single)? case|instantly|immediately|overnight|like a dream)',
      'always (?:works?|worked|succeeds?|helps?|relieves?|delivers?|heals?|responds?|gets? results)',
    ),
    fires: ['It works on anyone.', 'It worked overnight.', 'It always helps.'],
    quiet: ['It works for some.', 'It always hurts.'],
  },
  {
    name: 'cannot fail',
    source: oneOf(
      "(?:never|cannot|can['’]t|won['’]t|will not|doesn['’]t|does not|not) (?:ever |once )?(?:fails?|failed|disappoints?|disappointed|lets? (?:\\w+ )?down|not work)",
      'without fail|no fail',
      'fool-?proof|fail-?safe|sure-?fire|unfailing(?:ly)?|infallibl[ey]|surest',
    ),
    fires: ['It never lets you down.', 'It helps without fail.', 'a sure-fire method'],
    quiet: ['It may fail.', 'It never lets you sleep.'],
  },
  {
    name: 'certain to help',
    source: oneOf(
      '(?:certain|sure|bound|guaranteed) (?:to (?:work|help|relieve|heal|succeed|get|feel|bring|banish|end|stop)|relief|cure|success)',
      '(?:relief|recovery|success|results?|improvement|outcome) (?:is|are) (?:certain|inevitable|assured)',
      '(?:with )?success in every(?: single)? case',
    ),
    fires: ['It is bound to work.', 'Relief is certain.', 'success in every case'],
    quiet: ['Be sure to ask.', 'Relief is rare.'],
  },
  {
    name: 'helps everyone',
    source: 'help(?:s|ed) (?:everyone|everybody|every (?:single )?(?:patient|person|client|one))',
    fires: ['It helped every single patient.'],
    quiet: ['It helped every day.'],
  },
  {
    name: 'every patient gets better',
    source: oneOf(
      `(?:every|each) (?:single |last )?(?:one of (?:our|the|my)(?: \\w+)? )?${PATIENT}(?: (?:we|who|that)(?: [\\w'’]+){1,5})? (?:is now |was |has |have |are |will )?${GETS_WELL}`,
      `(?:all|every one) (?:of )?(?:our|my) (?:patients|clients|customers) (?:are |have |were |now )*${WELL}`,
      `(?:everyone|everybody) (?:\\w+ ){0,5}${IS_WELL}`,
    ),
    fires: [
      'Each patient we saw got better.',
      'All of our clients are happy.',
      'Everyone who comes recovers.',
    ],
    quiet: ['Each patient waits here.', 'All of our clients pay.', 'Everyone who comes waits.'],
  },
  {
    name: 'nobody is in pain',
    source:
      '(?:nobody|no one|no patient|none of our (?:patients|clients)) (?:\\w+ ){0,3}(?:in pain|disappointed|unhappy|without relief|needs? (?:surgery|tablets))',
    fires: ['Nobody leaves in pain.'],
    quiet: ['Nobody leaves early.'],
  },
  {
    name: 'a promise',
    source: oneOf(
      '(?:we|I) (?:can |do |will )?promise(?: you| that)?',
      "you (?:will|['’]ll) (?:definitely|certainly|surely|undoubtedly)",
    ),
    fires: ['We promise you relief.', 'You will surely feel it.'],
    quiet: ['They promise relief.', 'You will feel it.'],
  },
]

/** Verbs and nouns for an end of a complaint: `banishes pain`, `an end to pain`. */
const ELIMINATES = oneOf(
  formsOf(
    'eliminate eradicate erase banish abolish conquer defeat vanquish zap dissolve obliterate',
    'annihilate cancel silence demolish crush',
  ),
  'beats?|wip(?:es?|ed|ing) (?:out|away)|melt(?:s|ed|ing)? away|(?:gets?|got|getting) rid of',
  'rids (?:you|your \\w+|them|me) of|end(?:s|ed|ing)?|(?:an|the) end (?:to|of)|put(?:s|ting)? paid to',
  'mak(?:es?|ing) short work of|(?:knock|switch|wash|tak)(?:s|es|ing|e)? (?:out|off|away)(?= all)',
  'freedom from|free (?:of|from)|goodbye to|farewell to|free (?:you|yourself) (?:of|from)',
  'no more(?! (?:\\w+ ){0,3}than\\b)|stop(?:s|ping)? all|(?:tak|remov)(?:es?|ing|en) (?:away )?all',
  'dispatch(?:es)?',
)

const vanishes: readonly Pattern[] = [
  {
    name: 'ends a complaint',
    source: `${ELIMINATES}(?= (?:[\\w'’-]+ ){0,4}?(?:${COMPLAINT}|${WEAR})(?!\\w))`,
    fires: ['It banishes pain.', 'an end to the old arthritis', 'No more headaches!'],
    quiet: ['It banishes doubt.', 'no more than two headaches', 'no more headaches than before'],
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

const vanished: readonly Pattern[] = [
  {
    name: 'a complaint vanishes',
    source: `${COMPLAINT}${wordsBetween(3)} (?<words>${oneOf(
      'eliminated|eradicated|erased|banished|abolished|vanish(?:es|ed)?|disappear(?:s|ed)?|history',
      'melt(?:s|ed)? away|wiped (?:out|away)|evaporates?|vanquished|completely gone',
      'gone (?:in|within|after|overnight|by)',
    )})`,
    fires: ['The pain has vanished.', 'Back pain is history.'],
    quiet: ['The pain has changed.', 'The bus has vanished.'],
  },
]

const repairs: readonly Pattern[] = [
  {
    name: 'repairs the body',
    source: `${REBUILDS}(?: ${PRAISED},?)*? ?(?:${oneOf(TISSUE, WEAR, COMPLAINT)})(?: and tear| process)?`,
    fires: ['It rebuilds worn cartilage.', 'It reverses your arthritis.'],
    quiet: ['It rebuilds the house.'],
  },
  {
    name: 'turns back time',
    source: oneOf(
      'turn(?:s|ed|ing)? back (?:the clock|the years|time)',
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

const superlatives: readonly Pattern[] = [
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

export const wordings: readonly Wording[] = [
  {
    patterns: [
      {
        name: 'a cure',
        source: oneOf('cure-alls?', formsOf('cure'), 'curative'),
        fires: ['It cured me.', 'a cure-all'],
        quiet: ['a secure grip'],
      },
    ],
    message: 'promises a cure',
    hint: HINT,
    unless: ({before, after}) =>
      CURED_FOOD.test(after) ||
      CURED_THING.test(before) ||
      /\b(?:miracle|fake|quack) $/i.test(before),
  },
  {
    patterns: healing,
    message: 'promises complete healing',
    hint: HINT,
    unless: (found) => isHedged(found) || ORDINARY.test(found.sentence),
  },
  {
    patterns: guarantees,
    message: 'promises a result',
    hint: NOT_ALL,
    unless: ({before, words, after}) =>
      assured.test(before) ||
      assures.test(after) ||
      (/^guarantee$/i.test(words) && OF_THING.test(after)),
  },
  {
    patterns: miracles,
    message: 'promises more than any treatment can do',
    hint: HINT,
    unless: ({after}) =>
      /^ (?:fruit|berr(?:y|ies)|of (?:birth|life|nature)|play|cures\b|stories|claims|diets|recoveries|treatments)/i.test(
        after,
      ),
  },
  {
    patterns: proofs,
    message: 'says that the effect is beyond doubt',
    hint: 'Say which studies there are, how large they were, and what they found. Cite them.',
    unless: ({before, after}) => finding.test(after) || FOUND_BY.test(before),
  },
  {
    patterns: novelties,
    message: 'presents a treatment as news instead of saying what is known about it',
    hint: 'Say what the treatment is and what studies found.',
    unless: ({before, after}) =>
      BREAKTHROUGH_PAIN.test(after) || /\b(?:industrial|french|american|for) $/i.test(before),
  },
  {
    patterns: everlasting,
    message: 'promises that the effect lasts forever',
    hint: 'Say for how long studies followed people, and what they found.',
    unless: (found) =>
      isHedged(found) ||
      (SELDOM.test(found.before) && !/^permanent (?:\w+ )?relief/i.test(found.words)),
  },
  {
    patterns: worksForAll,
    message: 'says that it works for everyone',
    hint: NOT_ALL,
    unless: ({before, words, after}) =>
      SHARE_OF.test(after) ||
      (/promise/i.test(words) && PROMISED.test(after)) ||
      /\b(?:oxygen|to) $/i.test(before),
  },
  {
    patterns: vanishes,
    message: 'promises that a complaint goes away completely',
    hint: 'Say how much less pain people had in studies, and for how long.',
    unless: isOfItself,
  },
  {
    patterns: vanished,
    message: 'promises that a complaint goes away completely',
    hint: 'Say how much less pain people had in studies, and for how long.',
    unless: isOfItself,
  },
  {
    patterns: repairs,
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
    patterns: superlatives,
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

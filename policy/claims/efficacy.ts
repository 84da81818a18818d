// Finds promises of effect that no treatment can keep: cures, guarantees, miracles.
import {formsOf, oneOf, wholeWords} from '../phrases.ts'
import type {Rule} from '../rule.ts'
import {COMPLAINT, TISSUE} from '../vocabulary.ts'
import {claimsIn, type Found, type Wording} from './wordings.ts'

const trigger =
  /cure|curing|curative|heal|guarant|warrant|mirac|magic|wonder|panacea|elixir|holy grail|silver bullet|fountain of|game[- ]chang|life[- ]chang|prove|proof|break-?through|revolution|ground-?breaking|pioneering|permanent|forever|for (?:ever|good|life)|once and for all|last you|never|always|every|all of|pain[- ]free|free of|free from|freedom|work|100|hundred|fail|sure|certain|bound to|eliminat|eradicat|erase|erasing|banish|wipe|wiping|vanish|disappear|melt|abolish|goodbye|conquer|defeat|beat|end|rid|repair|regenerat|rebuil|regrow|regrew|restor|renew|rejuvenat|mend|fix|revers|rewind|undo|clock|grow|best|unbeat|unrival|unmatch|unsurpass|unparallel|second to none|ultimate|number one|only|instant|overnight|complete|total|full|success|promise|effective|dissolve|zap|younger|thing of the past|history|gone|answer/i

const CERTAIN = 'Say what studies found, for whom, and how sure they are.'

/** What hedges a statement of effect: it is then no promise. */
const hedge = wholeWords(
  oneOf(
    'may',
    'might',
    '(?:aims?|aimed|meant|intended|thought|said|supposed|believed|hoped|expected|try|tries|trying|hopes?) (?:\\w+ )?to',
    'could (?:one day|in theory)',
    'in (?:theory|mice|rats|rabbits|animals|the lab|a dish)',
    'studied|under study|tested whether',
  ),
)

const isHedged = ({before}: Found): boolean => hedge.test(before)

/** The work of surgeons and of the body itself, which is no claim for a treatment. */
const elsewhere = wholeWords(
  oneOf(
    'surg(?:eons?|ery|ical(?:ly)?)',
    'operations?',
    'stitch(?:es|ed)?',
    '(?:your|the) body',
    'bodies',
    'sleep',
    'immune system',
    'liver',
    'dentists?',
  ),
)

const isDoneElsewhere = (found: Found): boolean =>
  isHedged(found) ||
  elsewhere.test(found.before) ||
  /^[^.;]*\bno (?:better|more|faster) than?\b/i.test(found.after) ||
  /^[^.;]*\bno (?:better|more|faster)\b/i.test(found.after)

/** What heals by itself in due time. */
const ordinary =
  /\b(?:cuts?|wounds?|grazes?|scars?|blisters?|fractures?|stitches|sprains?|bruis\w+|ulcers?|burns?|bones?|most|usually|often|many|incisions?|scratch\w*)\b/i

const wordings: readonly Wording[] = [
  {
    pattern: wholeWords(oneOf('cure-alls?', formsOf('cure'), 'curative'), 'gi'),
    message: 'promises a cure',
    hint: CERTAIN,
    unless: ({before, after}) =>
      /^ (?:ham|meats?|bacon|fish|salmon|sausages?|pork|beef|resin|glue|concrete|with (?:a |an |blue |uv |ultraviolet )*(?:light|lamp|salt|smoke)|by (?:the )?(?:light|lamp))/i.test(
        after,
      ) ||
      /\b(?:filling|resin|glue|cement|cast|ham|meats?|bacon|gel nails?|dry|salt|smoke|light)(?:[- ]| is | are | was )$/i.test(
        before,
      ),
  },
  {
    pattern: wholeWords(
      oneOf(
        `(?:completely|fully|totally|entirely|permanently|perfectly|instantly) (?:heals?|healed|healing)`,
        `(?:heals?|healed|healing)(?: [\\w'’-]+){0,4} (?:completely|fully|totally|entirely|permanently|perfectly|for good|forever|overnight)`,
        '(?:complete|total|full|perfect|instant|permanent) healing',
      ),
      'gi',
    ),
    message: 'promises complete healing',
    hint: CERTAIN,
    unless: (found) => isHedged(found) || ordinary.test(found.sentence),
  },
  {
    pattern: wholeWords(
      `(?:heals|healed) (?:even |all |any |your |the |torn |damaged |injured |worn |weak |old |chronic |stubborn |sore |painful |lyme )*${oneOf(TISSUE, COMPLAINT)}|(?<=\\b(?:to|will|can|that|injections|jabs|shots|cells|drips?|PRP) )heal (?:even |all |any |your |the |torn |damaged |injured |worn |weak |old |chronic |stubborn |sore |painful )*${oneOf(TISSUE, COMPLAINT)}`,
      'gi',
    ),
    message: 'says that it heals, as a fact',
    hint: CERTAIN,
    unless: (found) => isDoneElsewhere(found) || ordinary.test(found.sentence),
  },
  {
    pattern: wholeWords(oneOf(formsOf('guarantee'), 'money-back'), 'gi'),
    message: 'promises a result',
    hint: 'No result is certain. Say how many people were helped in studies, and how many were not.',
    unless: ({before, after}) =>
      /\b(?:place|appointment|spot|slot|bed|seat|price|fee|privacy|confidentiality|parking|delivery|anonymity|space|room|quote|deposit|income|refund) (?:is|are|will be|can be|cannot be) (?:always )?$/i.test(
        before,
      ) ||
      /^ (?:you |your |a |an |the )*(?:place|appointment|spot|slot|bed|seat|price|fee|privacy|confidentiality|parking|delivery|minimum|space|until|hours)\b/i.test(
        after,
      ) ||
      /\b(?:manufacturer|device|appliance|hearing aid|shoe|mattress|splint|brace)['’]?s? (?:\w+ )?$/i.test(
        before,
      ),
  },
  {
    pattern: wholeWords(
      oneOf(
        'miracles?',
        'miraculous(?:ly)?',
        'works? magic',
        'worked magic',
        'like magic',
        'magic(?:al)? (?:bullet|cure|jab|injection|needle|touch|potion|shot|wand)s?',
        'wonder[- ](?:cure|drug|jab|treatment|injection|remedy|shot|pill|needle|therapy|potion)s?',
        'works? wonders',
        'panacea',
        'elixir',
        'holy grail',
        'silver bullet',
        'fountain of youth',
        '(?:game|life)[- ]chang(?:er|ers|ing)',
        '(?:the|an) answer to (?:your|all|every)(?: \\w+)? (?:prayers|pain|problems|aches)',
      ),
      'gi',
    ),
    message: 'promises more than any treatment can do',
    hint: CERTAIN,
    unless: ({after, before}) =>
      /^ (?:fruit|berr(?:y|ies)|of (?:birth|life|nature)|play|grow)/i.test(after) ||
      (/chang/i.test(after) && before === ''),
  },
  {
    pattern: wholeWords(
      oneOf(
        '(?:clinically|scientifically|medically|doctor|science|laboratory|lab)[- ](?:proven|proved|validated|backed)',
        'proven',
        '(?:has|have|was|were|been|is|are) proved',
        'proves? (?:to (?:work|relieve|cure|heal|help|stop|end)|effective)',
        'beyond (?:any |all )?doubt',
        'tried[ ,-]+(?:and )?tested',
        '(?:backed|validated|confirmed) by (?:\\w+ )?(?:science|research)',
      ),
      'gi',
    ),
    message: 'says that the effect is beyond doubt',
    hint: 'Say which studies there are, how large, and what they found; cite them.',
    unless: ({before, after}) =>
      /^ (?:\w+ )?(?:infections?|fractures?|gout|allerg|diagnos|tears?|cancer|pregnan|otherwise|cases?|difficult|hard|useful|harder|on (?:a |an |the )?(?:\w+ )?(?:scan|x-ray|biopsy|culture|test)|by (?:a |an |the )?(?:\w+ )?(?:scan|x-ray|biops|culture|test|swab|blood)|sepsis|thrombosis|clot|fatherhood)/i.test(
        after,
      ) || /\b(?:biopsy|culture|scan|x-ray|until|laboratory|lab)[- ]$/i.test(before),
  },
  {
    pattern: wholeWords(
      oneOf(
        'break-?throughs?',
        'revolutionary',
        'revolution',
        formsOf('revolutionise revolutionize'),
        'ground-?breaking',
      ),
      'gi',
    ),
    message: 'makes news of a treatment that is still being studied',
    hint: 'Say what the treatment is and what is known about it.',
    unless: ({before, after}) =>
      /^ (?:pain|bleed|cancer|seizure|infection|dose|medic|fever|symptom|ovulation|analges|doses|cases|covid|headache|flare|war)/i.test(
        after,
      ) || /\b(?:industrial|french|american|for) $/i.test(before),
  },
  {
    pattern: wholeWords(
      oneOf(
        `(?:permanent|lifelong|everlasting)(?:ly)? (?:\\w+ ){0,2}(?:relief|cure|fix|solution|results?|freedom|end|repair|answer|recovery|removal|pain relief)`,
        `permanently (?:${formsOf('relieve fix end remove stop rid resolve restore repair settle stop banish heal')})`,
        `(?:${formsOf('relieve fix end remove stop resolve settle')})(?: [\\w'’-]+){0,4} permanently`,
        'pain[- ]free (?:for (?:good|ever|life|years|always)|forever|always)',
        `(?:gone|free|end|ends|ended|rid|${formsOf('banish stop beat erase relieve fix heal solve silence settle')}|away|goodbye|farewell|relief|disappears?|vanish(?:es|ed)?|shot of|fixed|over)(?: [\\w'’-]+){0,6} (?:for good|for ever|forever|for life|once and for all)(?! (?:reason|measure|health|practice))`,
        `never (?:have to |need to )?(?:feel|suffer|hurt|ache|worry about|think about)(?: \\w+){0,4} (?:pain|back|aches?|knees?|hips?)?(?: \\w+)? ?again`,
        "(?:pain|ache|problem|sciatica|arthritis) (?:will never|never|won[’']t) (?:come back|comes back|returns?)",
        `(?:a |the )?thing of the past`,
      ),
      'gi',
    ),
    message: 'promises that the effect lasts for ever',
    hint: 'Say how long people were followed in studies, and what was found then.',
  },
  {
    pattern: wholeWords(
      oneOf(
        '(?:100|one hundred|a hundred|hundred) ?(?:%|per ?cent|percent)(?: (?:effective|successful|success(?: rate)?|pain[- ]free|relief|cure rate|cured|recovery|results|reliable|satisfaction))?',
        '(?:completely|totally|entirely|always|extremely|wholly) effective',
        `works? (?:\\w+ )?(?:for|on) (?:everyone|everybody|anyone|anybody|all|every|each|any)(?: \\w+)?`,
        '(?:works?|worked) (?:every (?:single )?time|without fail|in every case|instantly|immediately|overnight|like a dream)',
        'always (?:works?|worked|succeeds?|helps?|relieves?|delivers?|heals?|responds?|gets? results)',
        "(?:never|cannot|can[’']t|won[’']t|will not|doesn[’']t|does not) (?:ever )?(?:fails?|failed|disappoints?|disappointed|let (?:\\w+ )?down|lets (?:\\w+ )?down|not work)",
        '(?:without|no) fail',
        'fool-?proof',
        'fail-?safe',
        'sure-?fire',
        'unfailing(?:ly)?',
        'infallibl[ey]',
        '(?:certain|sure|bound) (?:to (?:work|help|relieve|heal|succeed|get|feel|bring|banish|end|stop)|(?:relief|cure|success))',
        '(?:helps|helped) (?:everyone|everybody|every (?:single )?(?:patient|person|client|one))',
        "(?:every|each) (?:single |last )?(?:one of (?:our|the|my)(?: \\w+)? )?(?:patients?|clients?|person|customers?)(?: (?:we|who|that)(?: [\\w'’]+){1,5})? (?:is now |was |has |have |are )?(?:gets?|got|left|leaves?|recovers?|recovered|walks?|walked|improves?|improved|better|responds?|responded|pain[- ]free|benefits?|benefited|returns?|returned)",
        '(?:all|every one) (?:of )?(?:our|my) (?:patients|clients|customers) (?:are |have |were |now )*(?:get|got|left|leave|recover|recovered|walk|walked|improve|improved|better|respond|responded|pain[- ]free|benefit|benefited|happy|delighted)',
        '(?:everyone|everybody) (?:\\w+ ){0,5}(?:gets better|got better|leaves|left|recovers|recovered|improves|improved|benefits|benefited|responds|walks out|walked out|pain[- ]free|is helped)',
        '(?:we|I) (?:can |do |will )?promise(?: you| that)?',
        "you (?:will|[’']ll) (?:definitely|certainly|surely|undoubtedly)",
        'promises? (?:you )?(?:\\w+ )?(?:relief|results|recovery|freedom|an end)',
      ),
      'gi',
    ),
    message: 'says that it works for all',
    hint: 'No treatment helps everyone. Say how many people were helped in studies, and how many were not.',
    unless: ({before, after}) =>
      /^ (?:cotton|wool|oxygen|humidity|confidential|of (?:the )?(?:cost|fee|price|bill)|covered|refund|juice|sure|certain|latex|private|attendance)/i.test(
        after,
      ) ||
      (/\b(?:oxygen|to) $/i.test(before) && /^100|^hundred/i.test(before)) ||
      /\b(?:we|I) (?:can |do |will )?promise(?: you| that)? (?:to|confidential|not|privacy|an honest|never)/i.test(
        before.slice(-1) + after,
      ) ||
      /^(?: that)? (?:to|not|never|confidential|an honest|a (?:reply|call|warm))\b/i.test(after),
  },
  {
    pattern: wholeWords(
      oneOf(
        `(?:${formsOf('eliminate eradicate erase banish abolish conquer defeat vanquish zap dissolve obliterate annihilate')}|beats|beat|(?:wip(?:e|es|ed|ing)) out|melt(?:s|ed|ing)? away|(?:gets?|got|getting) rid of|ends|ended|end|ending|an end to|the end of|put(?:s|ting)? paid to|mak(?:e|es|ing) short work of|knock(?:s|ing)? out|switch(?:es|ing)? off|wash(?:es|ing)? away|freedom from|free of|goodbye to|farewell to|free (?:you|yourself) (?:of|from)|no more|stop(?:s|ping)? all|(?:tak|remov)(?:e|es|ing|en) (?:away )?all|cancel(?:s|ling)?|silenc(?:e|es|ing))(?= (?:[\\w'’-]+ ){0,4}${COMPLAINT})`,
        `(?<=${COMPLAINT}(?: [\\w'’-]+){0,3} )(?:eliminated|eradicated|erased|banished|abolished|vanish(?:es|ed)?|disappear(?:s|ed)?|melt(?:s|ed)? away|wiped out|gone (?:in|within|after|overnight|by)|completely gone|evaporates?)`,
        '(?:instant|immediate|total|complete|full|absolute) (?:and \\w+ )?(?:pain )?(?:relief|freedom|recovery)',
        `pain[- ]free (?:in|within|after|by|again|life|living|days?|tomorrow|today|back|knees?|joints?|spine|hips?|shoulders?|movement|future)`,
        `(?:lives?|living|am|be|become|walk(?:ed)?|wakes?|woke(?: up)?|are now|is now|left|leaves?|goes|go|went)(?: home| out)? (?:\\w+ )?pain[- ]free`,
        `completely (?:${formsOf('relieve remove stop resolve restore free end')}|gone|better)`,
      ),
      'gi',
    ),
    message: 'promises that all of it goes away',
    hint: 'Say how much less pain people had in studies, and for how long.',
    unless: (found) =>
      isHedged(found) ||
      /\b(?:until|when|once|if|kidneys?|liver|body|after) (?:you )?(?:\w+ ){0,3}$/i.test(
        found.before,
      ) ||
      (/^(?:end|ending|no more|free of|disappear|beat|stop)/i.test(found.words) &&
        /\b(?:towards|toward|at|by|the (?:other|lower|upper)|usually|often|sometimes|most|many|drum|heart) $|\b(?:usually|often|sometimes|most|many|some people)\b/i.test(
          found.before,
        )) ||
      /\b(?:usually|often|sometimes|most|many|hope|likely)\b/i.test(found.before),
  },
  {
    pattern: wholeWords(
      oneOf(
        `(?:${formsOf('repair regenerate rebuild regrow restore renew rejuvenate mend fix reconstruct reverse undo rewind revitalise revitalize')}|rebuilt|regrew|regrown|undoes|undid|undoing|grows? new|grew new|growing new|re-?grows?)(?: back)?(?: (?:even|all|any|your|the|a|an|my|his|her|their|our|torn|damaged|injured|worn|worn-out|worn out|weak|weakened|old|chronic|lost|sore|tired|failing|aging|ageing|degenerated|degenerating|degenerative|broken|missing|healthy|fresh|young|new|painful|arthritic|ruined|crumbling|loose|slack|knee|hip|back|joint|spinal|inner|connective|soft|years of|decades of|signs of|effects of)[ ,]*)*? ?(?:${TISSUE}|ageing|aging|age|arthritis|osteoarthritis|degeneration|wear(?: and tear)?|the clock|decline|${COMPLAINT})`,
        'turn(?:s|ed|ing)? back the (?:clock|years)',
        '(?:years|decades) younger',
        `(?:${TISSUE})[- ](?:repairing|regenerating|rebuilding)`,
        `(?<=${TISSUE}(?: \\w+){0,2} (?:is|are|was|were|be|been|being) (?:\\w+ )?)(?:repaired|regenerated|rebuilt|regrown|restored|renewed|rejuvenated|mended|reversed)`,
        `(?<=(?:arthritis|osteoarthritis|ageing|aging|degeneration|wear)(?: \\w+){0,2} (?:is|are|was|were|be|been|being) (?:\\w+ )?)(?:reversed|undone)`,
        `(?<=(?:your|damaged|injured|torn|worn) (?:[\\w]+ )?(?:${TISSUE}) )(?:regenerates?|regrows?|renews?)`,
        formsOf('repair regenerate rebuild regrow') +
          '(?= (?:itself|themselves|naturally|rather than|what|and))',
      ),
      'gi',
    ),
    message: 'says that it repairs the body, as a fact',
    hint: 'Say that this is the idea behind it, and whether studies in people have shown it.',
    unless: isDoneElsewhere,
  },
  {
    pattern: wholeWords(
      oneOf(
        `the (?:world['’]s |very |single |absolute |country['’]s )*(?:best|finest|greatest|top|ultimate|number one|no\\.? ?1|most (?:effective|powerful|advanced|successful)) (?:\\w+ ){0,2}(?:treatment|therap(?:y|ies)|remedy|cure|injections?|jabs?|solution|medicine|relief|answer|pain relief|fix)`,
        '(?:the|your) (?:best|ultimate|only (?:real|true|lasting|proven|sure)) (?:way|answer|solution|fix|treatment) (?:to|for|is)',
        'nothing (?:else )?(?:beats|works (?:better|faster|like|as well)|comes close|compares|matches|can match|can beat)',
        'unbeatable',
        'unriv?alled',
        'unrivaled',
        'unmatched',
        'unsurpassed',
        'unparallel+ed',
        'second to none',
        'ultimate (?:treatment|therapy|remedy|relief|solution|answer|weapon)',
        'the only (?:\\w+ )?(?:treatment|therapy|injection|remedy|thing) that (?:\\w+ )?works',
        'the only (?:real|true|lasting) (?:\\w+ )?(?:cure|answer|solution|treatment|remedy|relief)',
        'no (?:other )?(?:treatment|therapy|remedy|injection) (?:works better|comes close|compares|is better|can match|beats)',
      ),
      'gi',
    ),
    message: 'says that it is the best there is',
    hint: 'Say what it was compared with in studies, and what came of it; cite them.',
    unless: ({before, after}) =>
      /^(?: \w+){0,2} (?:for you\b|for your\b|depends|will depend|is often|is usually|is to|may be|available to you)/i.test(
        after,
      ) ||
      /\b(?:discuss|decide|deciding|decision|choose|choosing|find|finding|advise|agree|know|what|which|about|on|plan|work out|working out)\b[^,]*$/i.test(
        before,
      ),
  },
]

export const efficacy = {
  id: 'claims/efficacy',
  title: 'No treatment is said to cure, to work for all, or to be proven beyond doubt',
  severity: 'error',
  rationale:
    'People who are in pain believe words like these and may give up care that helps. No treatment works for everyone, and regulators hold that “cure”, “guaranteed” and “proven” need evidence that hardly any treatment has.',
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
    for (const passage of passages) yield* claimsIn(passage, trigger, wordings)
  },
} as const satisfies Rule

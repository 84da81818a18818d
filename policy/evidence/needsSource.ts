// Whether a sentence needs a source: it says that something changes health, how often something
// happens to people, or what is better than what.
import {isOwnVoice, isQuestion} from '../claims/negation.ts'
import {formsOf, oneOf, wholeWords} from '../phrases.ts'
import {COMPLAINT, TISSUE, TREATMENT} from '../vocabulary.ts'
import {clausesOf, isInstruction} from './clauses.ts'

/** Why a sentence needs a source, and the words that show it. */
export interface Need {
  readonly kind: 'effect' | 'frequency' | 'comparison'
  /** Where the words begin and end in the sentence. */
  readonly start: number
  readonly end: number
}

const UNIT = '(?:minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?)'
const NUMBER =
  '(?:\\d[\\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|a hundred|a thousand)'

const PEOPLE = oneOf(
  'people',
  'persons?',
  'patients?',
  'adults?',
  'women',
  'men',
  'children',
  'teenagers',
  'babies',
  'runners',
  'golfers',
  'players',
  'athletes',
  'dancers',
  'users',
  'sufferers',
  'pensioners',
  'cases',
  'those',
  'of us',
  'of them',
  'mothers',
  'parents',
  'workers',
  'smokers',
  'volunteers',
  'participants',
)

/** What can become better or worse in a person. */
const OUTCOME = oneOf(
  COMPLAINT,
  'bleed(?:s|ing)?',
  'bruis(?:e|es|ing)',
  'infections?',
  'infected',
  'risks?',
  'relief',
  'recover(?:y|s|ed)?',
  'healing',
  'heal',
  'sleep',
  'mood',
  'blood (?:sugar|pressure|flow|clots?|count)',
  'circulation',
  'weight',
  'fever',
  'nausea',
  'sick(?:ness)?',
  'vomiting',
  'constipat(?:ion|ed)',
  'diarrh(?:o?ea)',
  'drows(?:y|iness)',
  'dizz(?:y|iness)',
  'flexibility',
  'strength',
  'movement',
  'mobility',
  'function',
  'fitness',
  'heart',
  'stomach',
  'liver',
  'kidneys?',
  'cholesterol',
  'appetite',
  'energy',
  'immun\\w+',
  'anxiety',
  'depression',
  'falls?',
  'fractures?',
  'strokes?',
  'cancer',
  'diabetes',
  'hot flushes',
  'cramps?',
  'allerg\\w+',
  'scar(?:s|ring)?',
  'numb(?:ness)?',
  'tingling',
  'weak(?:ness)?',
  'deaths?',
  'cough(?:s|ing)?',
  'memory',
  'better',
  'worse',
  'well',
  'harm',
  'tired(?:ness)?',
  'faint(?:ing)?',
  'flare(?:s|-ups?)?',
  'rash(?:es)?',
  'itch(?:y|ing)?',
  'sting(?:ing)?',
  'throb(?:bing)?',
  'tender(?:ness)?',
  'hot',
  'red(?:ness)?',
  'heartbeat',
  'flushing',
  'flushed',
  'light-headed',
  'stress',
  'posture',
  'cure',
  'wounds?',
  'burning',
  'pressure',
  'acid',
  'hormones?',
  'balance',
  'poison\\w*',
  'hiccups',
  'insomnia',
  'tearful',
  'low',
)

const patterns = {
  comparison: wholeWords(
    oneOf(
      String.raw`(?:better|worse|more|less|fewer|faster|quicker|sooner|safer|gentler|harder|stronger|longer|shorter|higher|lower|greater|smaller|milder|easier|slower|larger|bigger|poorer|healthier|kinder|riskier|weaker|deeper|further|likelier|happier|steadier|heavier|sharper|richer|softer|tougher|rarer|commoner|earlier|later|wiser|milder)\b(?! than (?:${NUMBER}|half|an?|usual|normal|expected|that|before|just)\b)[^.;]{0,90}?\bthan`,
      String.raw`(?<!\b(?:such|known|same|also|soon) )as (?!soon|long|far|many|part|if|a\b|an\b|the\b|well as(?<!\b(?:work\w*|do|does|did|perform\w*|relieve\w*|help\w*|ease\w*|heal\w*|fare\w*) (?:just |about |almost |nearly )?as well as)|much as (?:you|possible)|often as|little as|possible|usual|needed|\w+ as (?:you|possible|we|new|soon|\d))[\w-]+(?: [\w-]+){0,3}? as`,
      'no (?:\\w+ )?difference',
      'differ(?:s|ed)? (?:little|from)',
      `no (?:better|worse|faster|safer|more effective)`,
      formsOf('outperform outclass surpass outdo outlast outshine'),
      'beats|beat|trumps?',
      '(?:superior|inferior|preferable|equivalent|comparable) to',
      '(?:compares?|compared) (?:favourably|favorably|well|badly|poorly|with|to)',
      '(?:equal|on a par|level|neck and neck) (?:to|with)',
      'equally (?:\\w+)',
      '(?:similar|the same|identical|equal|equivalent) (?:\\w+ ){0,3}(?:to|as|in both|from both)',
      'nothing (?:beats|works (?:better|faster))',
      '(?:match(?:es|ed)|rivals?|rivalled) (?:\\w+ )?(?:surgery|steroids?|placebo|cortisone|physiotherapy|operations?)',
      '(?:is|are|was|were) (?:\\w+ )?the (?:best|most effective|safest|quickest|fastest|gentlest|worst)',
      'gains? (?:\\w+ )?over|advantages? over|edge over|ahead of',
      'versus',
      'in favou?r of',
      "won(?:'|’)?t? out|came out ahead|lag(?:s|ged) behind",
    ),
  ),
  frequency: wholeWords(
    oneOf(
      String.raw`\d[\d.]*(?: to \d+)? ?(?:%|per ?cent|percent)(?! (?:dextrose|glucose|solution|saline|strength|off|discount|deposit|of the (?:cost|fee|price)|alcohol|oxygen|cream|gel|lidocaine|cotton|sugar|effective|natural|safe))`,
      String.raw`${NUMBER} to ${NUMBER} per ?cent|${NUMBER} per ?cent`,
      String.raw`${NUMBER} (?:\w+ )?(?:in|out of)(?: every)? (?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|a thousand|hundred|thousand)(?! (?:weeks|days|hours|minutes|months|sessions))`,
      '(?:a|one|two|three) (?:third|quarter|fifth|tenth)s? of',
      '(?:about |around |over |under |nearly |almost |more than |less than )?half (?:of|the|all)? ?(?:\\w+ ){0,2}' +
        PEOPLE,
      '(?:vast |great |large )?majority',
      'minority',
      '(?:thousands|millions|hundreds|dozens) of',
      `(?:most|many|few|fewer|several|some|all|nearly all|almost all|not all|hardly any|plenty of|(?:a )?(?:small|large|tiny) (?:number|share|proportion) of|every) (?:\\w+ ){0,2}?${PEOPLE}(?! (?:ask|call|choose|prefer|like|bring|drive|book|come|wear|want|try|travel|pay|use|lie|wonder|think|believe|ask us|who (?:ask|call)|assume|hear|read|start))`,
      `(?<=^\\W*(?:and |but |in |for |with |though |while |however, )?)(?:most|many|few|a few|several|some|nearly all|almost all|not all|hardly any) (?!of (?:the )?(?:cost|time)|clinics?|doctors|surgeons|hospitals|insurers|practices|appointments|visits|sessions|pharmac|websites|units|departments|studies|trials|words|questions|machines|therapists|physio|cent|forms|people|adverts|shops|kits|advert|kinds|of our|of these|nurses|types|companies|teams|schemes|plans|rooms|letters|brands|specialists|employers)(?:[\\w'’-]+ )+`,
      "(?:usually|often|typically|commonly|rarely|seldom|sometimes|frequently|normally|generally|occasionally|(?:almost|nearly) always|mostly|tends? to|rarely if ever|hardly ever|in most cases|as a rule|over time|now and then)(?= (?:[\\w'’-]+ ){0,4}?(?:gets?|better|worse|settles?|heals?|fades?|lasts?|clears?|pass(?:es)?|goe?s?(?: away)?|recovers?|improves?|eases?|wears?|occurs?|happens?|develops?|affects?|causes?|caused|returns?|comes?|recurs?|mild|severe|painful|sore|harmless|serious|seen|found|felt|diagnosed|hurts?|starts?|begins?|follows?|spreads?|bleeds?|swells?|feels?|appears?|disappears?|helps?|works?|linked|due|cause|sign|worst|needs?|shows?|strikes?|resolves?|runs?|responds?|leads?|leaves?|flares?|lifts?|stops?|grows?|pain|swelling|safe|effective|enough|shrinks?|strikes?|trouble|dangerous|misse[sd]|swollen|result|make|makes|peaks?))",
      "(?:is|are|was|were|be|being|remains?|becomes?|so|it[’']s) (?:[\\w]+ ){0,2}?(?:rare|common|commoner|uncommon|unusual|frequent|widespread|likely|unlikely|the norm|exceptional|infrequent|the rule|the exception)(?! (?:sense|cold))",
      '(?:rare|common|uncommon|frequent|occasional) (?:\\w+ )?(?:side effects?|complications?|problems?|reactions?|causes?|complaints?|injur(?:y|ies)|conditions?|symptoms?|diseases?)',
      'rarely|very rarely|most common(?:ly)?|commonest|on average|likelihood|chances? (?:of|that|is|are)|prevalence|widespread',
      `(?<!\\b(?:visit|session|appointment|class|course|consultation|scan|test|operation|procedure|programme|meeting|call|talk|clinic|treatment)s?\\b.*)(?:heals?|settles?|lasts?|lasting|fades?|clears?(?: up)?|pass(?:es)?|goes(?: away)?|gone|improves?|recovers?|recovered|gets? better|wears? off|resolves?|eases?|disappears?|returns?|comes? back|subsides?|better|dies? down|stops?|kicks? in|peaks?)(?: \\w+){0,3} (?:within|in|after|for|over|between|by|up to|until)(?: (?:about|around|roughly|the first|up to|at least|only|just|an average of|as little as|some|another|no more than|under|less than|more than))*(?: a| an| one| two| several| few| the| three| four| five| six| seven| eight| ten| twelve| couple of| day or| next| \\d+)+(?: (?:to|and|or|-|–) \\w+)? ?${UNIT}`,
      `takes? (?:about |around |up to |at least |roughly )?(?:\\w+ ){1,4}${UNIT} (?:or (?:more|longer|so) )?(?:to|before|for) (?:\\w+ ){0,4}(?:heal|work|recover|settle|improve|help|mend|feel|wear|show|take effect|get better|subside|notice)`,
    ),
  ),
  effect: wholeWords(
    oneOf(
      // What is done to a complaint can hardly be anything but an effect.
      `(?:${formsOf('reduce ease relieve soothe lessen worsen aggravate trigger prevent alleviate calm dull cure provoke induce shorten prolong hasten quicken eradicate eliminate banish erase abolish reverse regenerate rebuild regrow repair rejuvenate strengthen weaken tighten stiffen loosen irritate inflame damage harm injure ruin destroy boost heighten delay slow improve increase decrease raise lower cause protect shrink thicken thin upset interfere interact affect numb soften relax combat fight control block suppress stimulate disturb impair heal poison restore renew settle quieten quiet sharpen lift melt dissolve mask kill mend fix end')}|rebuilt|regrew|beats?|sped|speeds?|speeding|leads?|led|wears? (?:out|away)|eats away|stops|stopped|stop|wards? off|guards? against|wipes? out)(?=(?:[ ,]+(?!(?:and|but) )[\\w'’%-]+){0,8}? (?:${oneOf(OUTCOME, TISSUE)}))`,
      `(?<=(?:${oneOf(OUTCOME, TISSUE)})(?:[ ,]+[\\w'’-]+){0,6} (?:is|are|was|were|be|been|being|gets?|got)(?: \\w+)? )(?:${formsOf('reduce ease relieve soothe lessen worsen aggravate trigger prevent alleviate calm dull cure provoke shorten prolong slow delay improve increase decrease raise lower cause eliminate banish erase reverse regenerate repair strengthen weaken tighten loosen irritate damage harm injure destroy boost affect numb heal restore settle control mend fix banish')}|made (?:worse|better)|rebuilt|brought (?:on|about|down)|sped up|helped|kept|put right|wiped out|linked|guaranteed)`,
      // Weaker verbs need an outcome close by.
      `(?:${formsOf('help make give bring produce promote encourage support maintain limit change alter push turn mean risk add cut keep carry offer provide create deliver')}|gave|given|made|brought|cutting|kept|meant|built|builds?|takes?|took|drives?|puts?|leaves?|left|lifts?|holds? off|brings?|does|do|did|has|have|had)(?=(?:[ ,]+(?!(?:and|but|to|that|who|which) )[\\w'’%-]+){0,4}? (?:relief|pain|pains|swelling|stiffness|bleeding|bruising|infections?|risks?|recovery|healing|sleep|sleepy|mood|blood (?:sugar|pressure|flow)|fever|nausea|sickness|harm|damage|better|worse|constipation|drowsy|dizzy|sick|tired|stiff|sore|weaker|stronger|migraines?|headaches?|side effects?|downtime|complications?|falls|fractures?|strength|mobility|flexibility|energy|weight|benefits?|difference|inflammation|symptoms|scarring|heal|recover|appetite|faster|slower|longer|weak|numb|rash|dependence|addiction|joints?|nerves?|muscles?|cartilage|tendons?|ligaments?|dangerous|life|arthritis|stomach|effects?|good|wonders|nothing|little|much|more))`,
      `(?:may|might|can|could|will|['’]ll|should|would)(?: \\w+)? (?:feel|have|notice|get|be|experience|develop|become|suffer|look|go|come|last|last longer|need)(?= (?:[\\w'’-]+,? ){0,4}?(?:${oneOf(COMPLAINT, 'bruis(?:ed|ing)', 'bleeding', 'infections?', 'fever', 'nausea', 'sick', 'drowsy', 'dizzy', 'tired', 'faint', 'rash', 'itch(?:y|ing)?', 'sting', 'stinging', 'tender', 'hot', 'red', 'flushed', 'light-headed', 'heartbeat', 'numb(?:ness)?', 'tingling', 'weak', 'worse', 'better', 'swollen', 'warm', 'achy', 'thirsty', 'shaky', 'heavy', 'painful', 'reaction', 'addictive', 'dangerous', 'harmful', 'fatal', 'serious', 'upset', 'pressure', 'flare', 'cramps?', 'blurred', 'unwell', 'sensitive', 'helpful', 'effective', 'healed', 'scar', 'sleepy', 'hoarse', 'constipated')}))`,
      `(?:may|might|can|could|will|['’]ll)(?: \\w+)? (?:hurt|ache|sting|itch|bleed|bruise|swell|throb|burn|cramp|flare|heal|recover|faint|weaken|worsen|work|fail|harm|help)`,
      "(?:side effects?|complications?|risks?|dangers?|reactions?|hazards?)(?: [\\w'’-]+){0,5} (?:include|includes|are|is|range|can be|may be|such as)",
      `(?:is|are|was|were|be|been|['’]s|['’]re)(?: [\\w-]+){0,3} (?:safe|harmless|risk-free|dangerous|toxic|poisonous|addictive|good for|bad for|effective|helpful|beneficial|painless|ineffective|useless|harmful|no use|no good|of no (?:benefit|use|help)|curative|unsafe|fatal|life-threatening|habit-forming|soothing)(?! (?:place|distance|side|hands|space))`,
      '(?:with|has|have|causes?|carr(?:y|ies)|there (?:are|is)|without|poses?|brings?) (?:no|zero|any|few|little) (?:\\w+ )?(?:side effects?|risks?|complications?|downtime|danger|harm)',
      "(?:cannot|can[’']t|won[’']t|will not|does not|doesn[’']t|never) (?:harm|hurt)",
      `(?<=(?:${TREATMENT}|${oneOf('exercises?', 'tablets?', 'medicines?', 'acupuncture', 'massage', 'heat', 'ice', 'rest', 'magnets?', 'creams?', 'gels?', 'supplements?', 'physiotherapy', 'surgery', 'it', 'this', 'walking', 'yoga', 'drugs?', 'painkillers?', 'antibiotics?', 'splints?', 'diets?', 'vitamins?', 'oils?', 'turmeric', 'glucosamine')})(?: [\\w'’-]+){0,4} )(?:works?|worked|helps?|helped|fails?|failed)(?! (?:you (?:get|plan|decide|find|understand|choose)|us|the (?:doctor|team|nurse|surgeon|physio)|by (?:irritating)|as a|at|in the (?:hospital|clinic)|closely|with (?:you|your|the)|together))`,
      '(?:linked|associated) (?:to|with)|results? in|resulted in|contributes? to|responsible for|brought on by|to blame|brings? (?:on|down|about)|good for (?:you|your)|bad for (?:you|your)|at (?:higher |greater |increased )?risk of|cures?|cured',
      "(?<=(?:relief|recovery|results?|healing)(?: [\\w'’-]+){0,4} (?:is|are) )guaranteed",
      "(?:heals?|healed)(?! (?:by|well))(?: [\\w'’-]+){0,3} (?:completely|fully)",
      'curing',
    ),
  ),
} as const

/** What says that nobody knows, which needs no source. */
const unknown = wholeWords(
  oneOf(
    '(?:no|not enough|little|too little|hardly any|insufficient|lack of|too few|not much|without) (?:\\w+ ){0,3}(?:evidence|research|studies|proof|trials?|data)',
    "(?:not|never|n['’]t)(?: yet| fully| really| been| ever)* (?:known|shown|proven|proved|clear|certain|tested|studied|established|understood|sure)",
    "(?:do not|don[’']t|does not|cannot|can[’']t) (?:yet )?(?:know|tell|say|agree|promise)",
    '(?:nobody|no one|no-one)(?: \\w+)? (?:knows|shown|says?|sure|tell|proved|proven)',
    'unknown|unclear|unproven|uncertain|remains to be seen|more research|jury is (?:still )?out|too early',
    'neither proven',
    'evidence (?:\\w+ ){0,4}(?:is|remains|was) (?:\\w+ )?(?:limited|conflicting|weak|thin|mixed|poor|lacking|uncertain|patchy)',
    "(?:studies|trials) (?:do not|don[’']t|disagree)",
    'is (?:thought|meant|believed|intended|said|supposed|designed) to',
    'are (?:thought|meant|believed|intended|said|supposed|designed) to',
    'the (?:idea|hope|theory|aim) is',
    '(?:studying|testing|looking at|investigating|asked|asking) (?:whether|if|how)',
  ),
)

/** A subject that acts at a visit, where its verbs tell what is done and not what comes of it. */
const agent =
  /^\W*(?:and |then |so |first,? |next,? |after that,? |afterwards,? )*(?:(?:the|your|a|an|our|my|his|her|this|some|most|many) )?(?:\w+ )?(?:doctors?|nurses?|surgeons?|physiotherapists?|physios?|therapists?|we|i|clinics?|staff|teams?|an(?:a)?esthetists?|radiographers?|dentists?|insurers?|pharmacists?|gps?|consultants?|midwi(?:fe|ves)|specialists?|porters?|receptionists?|council)\b(?!['’])/iu

/** What a thing is, which is a definition. */
const definition =
  /^\W*(?:an? |the |some )?[\w'’ -]{2,50}? (?:is|are|means|refers to|stands for) (?:(?:an?|the|any|one|tiny|small|strong|tough|thin|flat|long|soft) )?(?:[\w-]+ ){0,4}?(?:that|which|who|where|made|used|given|between|of the)\b/iu

const DEFINED = /\b(?:common|rare|most|best|miracle|safe|safest|treatment that (?:works|cures))\b/iu

/**
 * Whether a sentence needs a source, why, and for which words.
 *
 * Questions, instructions, definitions, what happens at a visit, reports of what others claim, and
 * statements that something is not known need none.
 */
export function needsSource(sentence: string): Need | undefined {
  if (isQuestion(sentence) || unknown.test(sentence)) return undefined
  const clauses = clausesOf(sentence).filter(({text}) => !isInstruction(text))
  for (const kind of ['comparison', 'frequency', 'effect'] as const) {
    for (const {text, start} of clauses) {
      if (kind === 'effect' && (agent.test(text) || (definition.test(text) && !DEFINED.test(text))))
        continue
      const found = patterns[kind].exec(text)
      if (!found) continue
      const from = start + found.index
      const end = from + found[0].trimEnd().length
      if (isOwnVoice(sentence, from, end)) return {kind, start: from, end}
    }
  }
  return undefined
}

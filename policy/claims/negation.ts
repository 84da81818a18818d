// Tells whether a sentence states something itself, denies it, asks about it or reports what others say.

import {anyOf, type Pattern} from '../text/pattern.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'

/** Whether a sentence is a question. */
export function isQuestion(sentence: string): boolean {
  return /\?["'”’)\s]*$/.test(sentence)
}

/** How many characters before and after some words are read. Most sentences are shorter. */
const REACH = 400

/** The text of a sentence before and after the words from `start` to `end`, up to `REACH` each. */
export function around(
  sentence: string,
  start: number,
  end: number,
): {readonly before: string; readonly after: string} {
  return {
    before: sentence.slice(Math.max(0, start - REACH), start),
    after: sentence.slice(end, end + REACH),
  }
}

/** Whether a sentence denies or doubts its words from `start` to `end`: `does not cure`. */
export function isDenied(sentence: string, start: number, end: number): boolean {
  const {before, after} = around(sentence, start, end)
  return isDeniedBefore(before) || deniedAfter.test(after) || doubtedAfter.test(after)
}

/** Whether a text says words itself. It does not if it only mentions a term or reports a claim. */
export function isOwnVoice(sentence: string, start: number, end: number): boolean {
  const {before, after} = around(sentence, start, end)
  return !(isMentioned(before, after) || isReported(before))
}

/** A quotation with fewer words mentions a term; a longer one quotes a speaker. */
const MENTION = 6

const OPENING = /(?:^|[\s(—–-])["“'‘]((?:(?!["“”‘]|['’](?:[\s.,;:!?)]|$)).)*)$/
const CLOSING = /^((?:(?!["”]|['’](?:[\s.,;:!?)]|$)).)*)["”'’]/

/** Whether the words are alone in quotation marks, as in `ads say 'cured'`. */
function isMentioned(before: string, after: string): boolean {
  const opened = OPENING.exec(before)
  const closed = opened && CLOSING.exec(after)
  if (!opened || !closed) return false
  const quoted = `${opened[1]} ${closed[1]}`
  return quoted.trim().split(/\s+/).length < MENTION && !/\b(?:I|me|my|we|our)\b/.test(quoted)
}

/** Media in which sellers advertise. */
const MEDIUM = oneOf(
  'advert(?:isement)?s?',
  'advertising',
  'ads?',
  '(?:web)?pages?|(?<!(?:injection|needle|wound|surgical|operation|puncture|donor) )(?:web)?sites?',
  'brochures?',
  'leaflets?',
  'posters?',
  'labels?',
  'headlines?',
  'packaging',
  'packets?',
  'salespe(?:rson|ople)',
  'salesm[ae]n',
  'influencers?',
  'celebrit(?:y|ies)',
  'bloggers?',
  'social media',
  'forums?',
  'testimonials?',
  'newspapers?',
  'tabloids?',
  'marketing',
  'sales pitch',
  'internet',
  'videos?',
  'slogans?',
)
const SELLER = oneOf(
  'clinics?|companies|company|providers?|practitioners?|doctors|sellers?|shops?|firms?|brands?',
  'products?|posts?|therapists?|people|websites?|sites?',
)
const SAY = oneOf(
  'says?|saying|said|tells?|telling|told|calls?|calling|called|describ(?:es?|ing|ed)',
  'promis(?:es?|ing|ed)|offer(?:s|ing|ed)?|claim(?:s|ing|ed)?|advertis(?:es?|ing|ed)',
  'guarantee(?:s|ing|d)?|sells?|selling|sold|boast(?:s|ing|ed)?|suggests?|states?|mentions?|uses?',
)

/** People and media whose claims the text only reports. */
const OTHERS = oneOf(
  `(?:some|any|many|certain|(?<!no )other|these|those|such|several|a few) (?:\\w+ ){0,2}(?:${SELLER}|${MEDIUM})`,
  `an? (?:\\w+ )?(?:${SELLER}|${MEDIUM}) (?:(?:that|which|who|may|might|has|had|is) )*${SAY}`,
  `${MEDIUM}(?: \\w+){0,3} ${SAY}`,
  `${MEDIUM}(?: (?:may|might|can|often|that|which|will|sometimes))*\\s*$`,
  'clinics (?:that|which|who|may|might|often|sometimes|abroad|online|offering|promising|advertising)',
  `any(?:one|body|thing) (?:who|that|${SAY})`,
  `some(?:one|body) (?:who|${SAY})`,
  `(?:people|those|doctors|sellers|companies|clinics) who ${SAY}`,
)

/** Words that warn about, report or doubt the words after them. */
export const reports: readonly Pattern[] = [
  {
    name: 'what others say',
    source: OTHERS,
    fires: ['Some clinics', 'A website may say', 'Adverts often', 'Anyone who'],
    quiet: ['Our clinic', 'A nurse may say'],
  },
  {
    name: 'beware of it',
    source: oneOf(
      'wary|beware|steer clear|think twice|watch out|look out for|red flags?|warning signs?',
      '(?:careful|cautious|suspicious|sceptical|skeptical|doubtful) (?:of|about|with|when|if)',
      '(?:caution|scepticism|skepticism|suspicion) (?:if|when|about|towards)',
      '(?:walk|stay|keep|turn) away (?:if|when|from (?:any|those|clinics|people|whoever))',
      'warn(?:s|ed|ing)?(?: \\w+){0,2} (?:of|about|against|that|people)',
    ),
    fires: ['Beware of it.', 'Be careful with it.', 'Walk away if', 'They warn people that'],
    quiet: ['Walk away slowly.', 'a careful nurse'],
  },
  {
    name: 'do not believe it',
    source: `(?:do not|don['’]t|never|not to|should not|shouldn['’]t|cannot|can['’]t) (?:be )?${oneOf(
      'believe|trust|fooled|fall for|taken in|expect|assume|swayed|rely|tempted|misled|buy|imagine',
      'think|say|describe|call|tell|promise|claim|use the word',
    )}`,
    fires: ['Do not believe', 'Don’t be fooled'],
    quiet: ['Do not wait', 'You believe'],
  },
  {
    name: 'fined for it',
    source: `${oneOf(
      'banned|fined|prosecuted|censured|reprimanded|criticised|criticized|convicted|sued|struck off',
      'investigated|rapped|ordered|told',
    )} (?:\\w+ ){0,5}(?:for|over|after|which|that|to (?:stop|remove|withdraw))`,
    fires: ['It was fined last year for', 'was ordered to remove'],
    quiet: ['They told you to rest.'],
  },
  {
    name: 'it is wrong to say it',
    source: oneOf(
      '(?:wrong|a mistake|unwise|foolish|naive|tempting|dangerous|unrealistic|misleading|illegal|irresponsible) (?:\\w+ ){0,3}to',
      'false(?:ly)?|wrongly|misleading(?:ly)?|untrue|so-called|supposed(?:ly)?|alleged(?:ly)?|purported(?:ly)?|too good',
      'believed? in|fake|bogus|quack|sham|phoney|dubious|rumou?rs?|myths?',
    ),
    fires: ['It is unwise for anyone to', 'a so-called', 'a myth'],
    quiet: ['It is wise to', 'the right dose'],
  },
  {
    name: 'a claim',
    source: oneOf(
      '(?:it|he|she|they) (?:called|claimed|said|described|promised|advertised)',
      'claims? (?:that|to|of|about)|claiming (?:that|to|it|they)|claimed',
      'it (?:is|was|has been|had been) (?:\\w+ )?(?:said|claimed|suggested|rumoured|alleged)',
      'the (?:idea|notion|belief|claim|promise|suggestion) (?:that|of)',
      '(?:words?|phrases?|terms?|slogans?)(?: (?:like|such as))?',
      'whether',
    ),
    fires: ['They promised', 'It has been said', 'the notion that', 'words such as'],
    quiet: ['We promised', 'the day of'],
  },
  {
    name: 'if someone says it',
    source: oneOf(
      "if (?:you are|you['’]re|anyone|someone|somebody|an?|the|they) (?:\\w+ ){0,3}(?:says?|said|tells?|told|calls?|promises?|promised|offers?|offered|claims?|describes?)",
      'if (?:there|it|they) (?:is|are|were|was)',
      'you (?:may|might|will|could) (?:\\w+ )?(?:hear|read|see|be told|find)',
    ),
    fires: ['If a clinic nearby offers', 'if it is', 'You may often hear'],
    quiet: ['If you feel', 'You may feel'],
  },
  {
    name: 'it is sold as that',
    source: oneOf(
      '(?:you are|was|were|being|been|are often|is often|sometimes|often|be) (?:told|promised|advertised|marketed|sold|described|promoted|presented|billed|called)',
      '(?:read|heard|saw|seen|found|reports|stories|tales|accounts) (?:of|about|for|that|an?|one|some)',
      '(?:selling|sold|sells?|peddl\\w+) (?:him |her |them |you )?(?:an?|fake)',
    ),
    fires: ['It is often called', 'tales of', 'They sold her a'],
    quiet: ['It is called', 'read slowly'],
  },
  {
    name: 'a hope or an experiment',
    source: oneOf(
      'researchers (?:\\w+ )?(?:hope|are looking|are working|are testing)',
      '(?:hopes?|hoping|(?<!your )search|searching|looking|quest|race) (?:\\w+ ){0,3}(?:for|to find|of|that)',
      'in (?:theory|mice|rats|rabbits|animals|the lab)',
    ),
    fires: ['Researchers now hope', 'the race to find', 'in mice'],
    quiet: ['Researchers found', 'in people'],
  },
]

const reported = wholeWords(anyOf(reports))

/** Words that show that the text speaks for itself again. */
const OWN = /\b(?:our|ours|we|us)\b/i

/** “Ask whether …” makes no claim. */
const TOLD =
  /^ask\b(?! (?:us|for|about our|our|for our|(?:anyone|anybody|reception|(?:at|in) (?:the )?reception|at the)\b)\b)/i

function isReported(before: string): boolean {
  if (TOLD.test(before)) return true
  const cue = reported.exec(before)
  return cue !== null && !OWN.test(before.slice(cue.index + cue[0].length))
}

/** Words that cast doubt on the words before them. */
export const doubts: readonly Pattern[] = [
  {
    name: 'nothing',
    source: '(?<=^ )nothing',
    fires: [' nothing'],
    quiet: ['does nothing'],
  },
  {
    name: 'too good to be true',
    source: oneOf(
      'with (?:caution|suspicion|scepticism|skepticism|a pinch of salt)',
      'too good to be true|if (?:it|that|this) sounds|none of (?:them|these|those)',
      'mere(?:ly)? (?:marketing|advertising)',
    ),
    fires: ['with a pinch of salt', 'if that sounds', 'mere marketing'],
    quiet: ['with a glass of water'],
  },
  {
    name: 'is false',
    source: `(?:is|are|was|were|be) (?:\\w+ )?${oneOf(
      'misleading|false|untrue|unfounded|a myth|wishful thinking|nonsense|unrealistic|illegal|wrong',
      'a red flag|a warning sign|a sales pitch|a marketing',
    )}`,
    fires: ['is often misleading', 'are wishful thinking'],
    quiet: ['is often right'],
  },
  {
    name: 'is only advertised',
    source: oneOf(
      '(?:is|are|was|were) (?:\\w+ )?(?:advertised|promised|peddled|touted|marketed|claimed|rumoured)',
      "(?:stories|claims|recoveries|testimonials|adverts|headlines|promises) (?:\\w+ ){0,4}(?:are not|aren['’]t|is not|isn['’]t|should|rarely|seldom|never|prove nothing)",
    ),
    fires: ['are widely touted', 'stories like these prove nothing'],
    quiet: ['are widely used', 'stories like these help'],
  },
  {
    name: 'without evidence',
    source: oneOf(
      'without (?:\\w+ ){0,3}(?:evidence|proof|trials?)(?: behind)?',
      'no (?:\\w+ )?(?:evidence|proof)',
    ),
    fires: ['without any good evidence', 'no real proof'],
    quiet: ['with good evidence'],
  },
]

const doubtedAfter = wholeWords(anyOf(doubts))

/** Where an independent clause begins. */
const CLAUSE_START =
  /[;:!?—–()]|\s-\s|\b(?:but|yet|although|though|because|while|whereas|since|unless)\b|,\s*(?:and |so |or )?(?:our|no|zero|we|it|they|this|these|you|he|she|i|just|only|that|which|who)\b|\b(?:and|so) (?:our|we|it|they|you|he|she|i)\b/gi

export const denials: readonly Pattern[] = [
  {
    name: 'not',
    source: oneOf(
      "not|\\w+n['’]t|never|no(?!-(?!one))|none|nobody|no[- ]one|nothing|nowhere|neither|nor|cannot|without",
      'hardly|barely|scarcely|rarely|seldom|few(?: if any)?',
    ),
    fires: ['does not', 'doesn’t', 'no-one', 'hardly'],
    quiet: ['a no-fuss visit', 'a note'],
  },
  {
    name: 'is unlikely to',
    source: oneOf(
      'unlikely|impossible|unable|un(?:proven|realistic)|far from|anything but|less than|short of',
      'fail(?:s|ed)? to|lacks?|instead of|rather than|den(?:y|ies|ied)|doubt(?:s|ed|ful)?|refuses?',
      'stop(?:ped)? (?:saying|claiming|calling|promising)',
    ),
    fires: ['far from', 'failed to', 'They stopped claiming'],
    quiet: ['They stopped walking.', 'near to'],
  },
]

const denial = wholeWords(anyOf(denials))

/** Things that adverts say are not needed: `no pills, no knife, guaranteed results`. */
const SPARED = oneOf(
  'pills?|tablets?|drugs?|medication|knife|knives|surgery|an operation|scalpels?|cutting|stitches',
  'needles?|hospitals?|fuss|hassle|waiting|gimmicks?|nonsense',
)

/** Phrases that contain a word such as `not` but do not deny the words after them. */
export const additions: readonly Pattern[] = [
  {
    name: 'not only',
    source: oneOf(
      'not (?:only|just|merely|simply|to mention|surprisingly)',
      'no (?:better|other|more|longer|matter|doubt|wonder|greater|finer|safer|need|less|to)',
      'nothing (?:but|less than|short of)',
      'without (?:an? |any )?(?:doubt|question|going|leaving)',
    ),
    fires: ['not only', 'no doubt', 'nothing less than', 'without any question'],
    quiet: ['not yet', 'no effect', 'without effect'],
  },
  {
    name: 'no pills',
    source: `(?:no|without(?: any)?) ${SPARED}(?! (?:is|are|was|were|can|has|have|will|should|\\w+s\\b))`,
    fires: ['no pills, just relief', 'without any fuss'],
    quiet: ['no pills can help', 'no relief'],
  },
  {
    name: 'do not wait',
    source: `(?:do not|don['’]t|never) ${oneOf(
      'wait|miss|worry|let|settle|suffer|delay|put up|live|ignore|waste|lose|give up|despair|hesitate',
      'just|need|take|have to',
    )}`,
    fires: ['Don’t wait', 'Never give up'],
    quiet: ['Do not believe'],
  },
  {
    name: 'could not walk before',
    source: oneOf(
      "(?:can['’]t|cannot) (?:wait|go wrong|stand|bear|sleep|lose)",
      "(?:won['’]t|will not) (?:believe|regret|need|have to)",
      "(?:could|can|did)n['’]t (?:walk|climb|lift|run|sleep|move|even|get|bend|stand|find|play)",
      "doesn['’]t (?:just|only|simply|merely|matter|have to)",
    ),
    fires: [
      'You can’t go wrong',
      'You won’t regret it',
      'I couldn’t climb stairs',
      'It doesn’t just',
    ],
    quiet: ['It can’t help', 'It doesn’t cure'],
  },
  {
    name: 'rather than masking',
    source:
      '(?:rather than|instead of) (?:masking|hiding|covering|just|dulling|numbing|treating|pills|surgery|drugs)',
    fires: ['rather than masking it'],
    quiet: ['rather than heat'],
  },
]

const addition = new RegExp(`\\b${anyOf(additions)}\\b`, 'gi')

/** Words that begin a statement about the clinic’s own treatment. No denial before them covers it. */
const own = /\b(?:our|this|these) (?:\w+ly )?$/i

/** Whether the clause denies what comes next. */
function isDeniedBefore(before: string): boolean {
  if (!denial.test(before) || own.test(before)) return false
  const plain = before.replaceAll(addition, ' ')
  let from = 0
  for (const {index, 0: mark} of plain.matchAll(CLAUSE_START)) from = index + mark.length
  return denial.test(plain.slice(from))
}

const NOT =
  "(?:n['’]t|not\\b| not\\b| never\\b| no\\b| hardly| rarely| seldom| unlikely| impossible| far from| neither| yet to\\b| still to\\b)"

/** A denial whose subject is the words before it: `A cure cannot be promised`. */
const deniedAfter = new RegExp(
  `^[\\w-]*["”'’]?${oneOf(
    " (?:of|for|from|in|to|at|by|on|that|such as)(?: [\\w'’-]+){1,5}?",
    ' (?:results?|relief|cures?|outcomes?|treatments?|success|recovery|safety|approval)',
  )}?,? ${oneOf(
    `(?:is|are|was|were|can|could|will|would|should|does|do|did|has|have|may|need)${NOT}`,
    '(?:remains?|is|are) (?:unproven|impossible|unrealistic|rare|uncommon|unusual|unlikely|nowhere|still (?:a hope|unproven))',
    'means? (?:nothing|little|only)',
  )}`,
  'i',
)

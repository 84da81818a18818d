// Words that warn about, report or doubt what comes after them.

import type {Pattern} from '../../text/pattern.ts'
import {oneOf} from '../../text/phrases.ts'

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
  'clinics?|companies|company|providers?|sellers?|shops?|firms?|brands?|products?|posts?|websites?|sites?',
)
const PERSON = 'practitioners?|doctors|therapists?|people'
const SAY = oneOf(
  'says?|saying|said|tells?|telling|told|calls?|calling|called|describ(?:es?|ing|ed)',
  'promis(?:es?|ing|ed)|offer(?:s|ing|ed)?|claim(?:s|ing|ed)?|advertis(?:es?|ing|ed)',
  'guarantee(?:s|ing|d)?|sells?|selling|sold|boast(?:s|ing|ed)?|suggests?|states?|mentions?|uses?',
)

/** People and media whose claims the text only reports. */
const OTHERS = oneOf(
  `(?:some|any|many|certain|(?<!no )other|these|those|such|several|a few) (?:\\w+ ){0,2}(?:${SELLER}|${MEDIUM})`,
  `(?:some|any|many|certain|other|these|those|such|several|a few) (?:\\w+ ){0,2}(?:${PERSON}) (?:\\w+ ){0,2}(?:${SAY}|believes?|believed|think|swear|hope|want|feel)`,
  `an? (?:\\w+ )?(?:${SELLER}|${PERSON}|${MEDIUM}) (?:(?:that|which|who|may|might|has|had|is) )*${SAY}`,
  `${MEDIUM}(?: \\w+){0,3} ${SAY}`,
  `${MEDIUM}(?: (?:may|might|can|often|that|which|will|sometimes))*\\s*$`,
  'clinics (?:that|which|who|may|might|often|sometimes|abroad|online|offering|promising|advertising)',
  `any(?:one|body|thing) (?:who|that|${SAY})`,
  `some(?:one|body) (?:who|${SAY})`,
  `(?:people|those|doctors|sellers|companies|clinics) who ${SAY}`,
  `(?:the|any|every) (?:\\w+ )?(?:doctor|practitioner|therapist|person|clinic|seller|company|advert|website) (?:who|that|which) ${SAY}`,
  '(?:once|long|used to) (?:\\w+ )?(?:believed?|thought|think)',
)

/** Words that warn about, report or doubt the words after them. */
export const reports: readonly Pattern[] = [
  {
    name: 'what others say',
    source: OTHERS,
    fires: [
      'Some clinics',
      'A website may say',
      'Adverts often',
      'Anyone who',
      'They once thought',
    ],
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
      '(?:read|heard|saw|seen|stories|tales|accounts) (?:of|about|for|that|an?|one|some)',
      '(?:selling|sold|sells?|peddl\\w+) (?:him |her |them |you )?(?:an?|fake)',
    ),
    fires: ['It is often called', 'tales of', 'They sold her a'],
    quiet: ['It is called', 'read slowly', 'A study found that'],
  },
  {
    name: 'a hope or an experiment',
    source: oneOf(
      'researchers (?:\\w+ )?(?:hope|are looking|are working|are testing)',
      '(?:(?<!\\b(?:offer|offers|offering|give|gives|giving|bring|brings|new|real) )hopes?|hoping|(?<!your )search|(?<=\\w )(?:searching|looking)|quest|race) (?:\\w+ ){0,3}(?:for|to find|of|that)',
      'in (?:theory|mice|rats|rabbits|animals|the lab)',
    ),
    fires: ['Researchers now hope', 'the race to find', 'in mice'],
    quiet: ['Researchers found', 'in people'],
  },
]

// Whether a sentence says something itself, or denies it, asks it, or tells what others say.
import {oneOf, wholeWords} from '../phrases.ts'

/** Whether a sentence denies or doubts its words from `start` to `end`: `does not cure`. */
export function isDenied(sentence: string, start: number, end: number): boolean {
  const after = sentence.slice(end)
  return (
    isDeniedBefore(sentence.slice(0, start)) || deniedAfter.test(after) || doubtedAfter.test(after)
  )
}

/** Whether words are neither only mentioned nor reported as what others say. */
export function isOwnVoice(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(0, start)
  return !(isMentioned(before, sentence.slice(end)) || isReported(before))
}

/** Whether a sentence asks. */
export const isQuestion = (sentence: string): boolean => /\?["'”’)\s]*$/.test(sentence)

/** How many words a quotation has at most that mentions words instead of giving somebody's speech. */
const MENTION = 6

/** Whether the words stand in quotation marks by themselves, as in `ads say 'cured'`. */
function isMentioned(before: string, after: string): boolean {
  const opened = /(?:^|[\s(—–-])["“'‘]((?:(?!["“”‘]|['’](?:[\s.,;:!?)]|$)).)*)$/.exec(before)
  const closed = /^((?:(?!["”]|['’](?:[\s.,;:!?)]|$)).)*)["”'’]/.exec(after)
  if (!opened || !closed) return false
  const quoted = `${opened[1]}x${closed[1]}`
  return quoted.split(/\s+/).length <= MENTION && !/\b(?:I|me|my|we|our)\b/.test(quoted)
}

/** Those whose words are not the text's own. */
const OTHERS = oneOf(
  String.raw`(?:some|any|many|certain|other|these|those|such|several|a few) (?:\w+ ){0,2}(?:clinics?|websites?|sites?|companies|providers?|practitioners?|doctors|sellers?|shops?|people|firms?|brands?|adverts?|ads?|products?|posts?|therapists?|salespeople)`,
  String.raw`a (?:\w+ )?(?:clinic|website|company|provider|salesperson|leaflet|brochure|poster|advert|advertisement|headline|seller|practitioner|therapist) (?:that |which |who |may |might |has |had )*(?:${'says?|said|tells?|told|calls?|called|describ\\w+|promis\\w+|offer\\w*|claim\\w*|advertis\\w+|guarantee\\w*|sell\\w*|sold|boast\\w*'})`,
  'clinics (?:that|which|who|may|might|often|sometimes|abroad|online|offering|promising|advertising)',
  String.raw`(?:the |an? |our )?(?:advert(?:isement|isements|s|ising)?|ads?|website|web page|brochure|leaflet|poster|label|labels|headlines?|packaging|packet|salesperson|salesman|influencers?|celebrit(?:y|ies)|bloggers?|social media|forums?|testimonials?|newspapers?|tabloids?|marketing|sales pitch|internet)(?: \w+){0,3} (?:says?|said|tells?|told|calls?|called|describes?|described|promises?|promised|offers?|claims?|claimed|suggests?|boasts?|states?|mentions?|uses?)`,
  'any(?:one|body|thing) (?:who|that|claiming|promising|offering|selling)',
  'some(?:one|body) (?:who|claiming|promising|offering|selling|tells?|says|promises|claims|offers)',
  '(?:people|those|doctors|sellers|companies) who (?:say|claim|promise|offer|sell|guarantee|tell)',
)

/** What warns of, reports or doubts the words that follow. */
const reported = wholeWords(
  oneOf(
    OTHERS,
    'wary',
    'beware',
    '(?:be )?(?:careful|cautious|suspicious|sceptical|skeptical|doubtful) (?:of|about|with|when|if)',
    '(?:caution|scepticism|skepticism|suspicion) (?:if|when|about|towards)',
    'steer clear',
    '(?:walk|stay|keep|turn) away',
    'think twice',
    'watch out',
    'look out for',
    'red flags?',
    'warning signs?',
    '(?:has |have )?warn(?:s|ed|ing)?(?: \\w+){0,2} (?:of|about|against|that|people)',
    "(?:do not|don['’]t|never|not to|should not|shouldn['’]t|cannot|can['’]t) (?:be )?(?:believe|trust|fooled|fall for|taken in|expect|assume|swayed|rely|tempted|misled|buy|imagine|think|say|describe|call|tell|promise|claim|use the word)",
    '(?:banned|fined|prosecuted|censured|reprimanded|criticised|criticized|convicted|sued|struck off|investigated|rapped|ordered|told) (?:\\w+ ){0,5}(?:for|over|after|which|that|to (?:stop|remove|withdraw))',
    'false(?:ly)?',
    '(?:wrong|a mistake|unwise|foolish|naive|tempting|dangerous|unrealistic|misleading|illegal|irresponsible) (?:\\w+ ){0,3}to',
    'wrongly',
    'misleading(?:ly)?',
    'it is untrue',
    'untrue',
    'so-called',
    'supposed(?:ly)?',
    'alleged(?:ly)?',
    'purported(?:ly)?',
    'claims? (?:that|to|of|about)',
    '(?:claimed|claiming) (?:that|to|it|they)',
    'claimed',
    'rumou?rs?',
    'myths?',
    'the (?:idea|notion|belief|claim|promise|suggestion) (?:that|of)',
    '(?:the )?(?:word|words|phrase|phrases|term|terms|slogan|slogans)(?: (?:like|such as))?',
    'whether',
    'too good',
    'it (?:is|was|has been|had been) (?:\\w+ )?(?:said|claimed|suggested|rumoured|alleged)',
    'fake|bogus|quack|sham|phoney|dubious',
    '(?:selling|sold|sells?|peddl\\w+) (?:him |her |them |you )?(?:an?|fake)',
    "if (?:you are|you[’']re|anyone|someone|somebody|a|an|the|they) (?:\\w+ ){0,3}(?:says?|said|tells?|told|calls?|promises?|promised|offers?|offered|claims?|describes?)",
    'you (?:may|might|will|could) (?:\\w+ )?(?:hear|read|see|be told|find)',
    '(?:you are|being|been|are often|is often|sometimes|often|be) (?:told|promised|advertised|marketed|sold|described|promoted|presented|billed|called)',
    '(?:read|heard|saw|seen|found|reports|stories|tales|accounts|adverts|ads) (?:of|about|for|that|a|an|one|some)',
    'researchers (?:\\w+ )?(?:hope|are looking|are working|are testing)',
    '(?:hope|hopes|hoping|(?<!your )search|searching|looking|quest|race) (?:\\w+ ){0,3}(?:for|to find|of|that)',
    'if (?:there|it|they) (?:is|are|were|was)',
    'in (?:theory|mice|rats|rabbits|animals|the lab)',
  ),
)

/** Words that make clear that what follows is the text's own after all. */
const OWN = /\b(?:our|ours|we|us)\b/i

function isReported(before: string): boolean {
  if (/^ask\b(?! (?:us|for|about our|our|for our)\b)/i.test(before)) return true
  const cue = reported.exec(before)
  return cue !== null && !OWN.test(before.slice(cue.index + cue[0].length))
}

/** What doubts the words before it. */
const doubtedAfter = wholeWords(
  oneOf(
    '(?<=^ )nothing',
    'with (?:caution|suspicion|scepticism|skepticism|a pinch of salt)',
    'too good to be true',
    '(?:is|are|was|were|be) (?:\\w+ )?(?:misleading|false|untrue|unfounded|a myth|wishful thinking|nonsense|unrealistic|illegal|wrong|a red flag|a warning sign|a sales pitch|a marketing)',
    "(?:stories|claims|recoveries|testimonials|adverts|headlines|promises) (?:\\w+ ){0,4}(?:are not|aren[’']t|is not|isn[’']t|should|rarely|seldom|never|prove nothing)",
    'without (?:\\w+ ){0,3}(?:evidence|proof|trial|trials)(?: behind)?',
    'no (?:\\w+ )?(?:evidence|proof)',
    'mere(?:ly)? (?:marketing|advertising)',
    'if (?:it|that|this) sounds',
    '(?:is|are|was|were) (?:\\w+ )?(?:advertised|promised|peddled|touted|marketed|claimed|rumoured)',
    'none of (?:them|these|those)',
  ),
)

/** Where a clause begins that has a life of its own. */
const clauseStart =
  /[;:!?—–()]|\s-\s|\b(?:but|yet|although|though|because|while|whereas|since|unless)\b|,\s*(?:and |so |or )?(?:our|no|zero|we|it|they|this|these|you|he|she|i|just|only|that|which|who)\b|\b(?:and|so) (?:our|we|it|they|you|he|she|i)\b/gi

/** What denies. Words that look like it but add or compare are taken out first. */
const denial = wholeWords(
  oneOf(
    'not',
    'never',
    'no',
    'none',
    'nobody',
    'no[- ]one',
    'nothing',
    'nowhere',
    'neither',
    'nor',
    'cannot',
    "\\w+n['’]t",
    'without',
    'hardly',
    'barely',
    'scarcely',
    'rarely',
    'seldom',
    'unlikely',
    'impossible',
    'unable',
    'un(?:proven|realistic)',
    'far from',
    'anything but',
    'less than',
    'short of',
    'fail(?:s|ed)? to',
    'lacks?',
    'instead of',
    'rather than',
    'deny|denies|denied',
    'doubt(?:s|ed|ful)?',
    'refuses?',
    'few(?: if any)?',
    'stop(?:ped)? (?:saying|claiming|calling|promising)',
  ),
)

/** What contains a denying word but denies nothing that follows. */
const addition = new RegExp(
  String.raw`\b(?:not (?:only|just|merely|simply|to mention|surprisingly)|no (?:better|other|more|longer|matter|doubt|wonder|greater|finer|safer|need|to|(?:pills?|tablets?|drugs?|knife|knives|surgery|scalpels?|fuss|waiting|stitches|hospitals?|hassle|gimmicks?|nonsense|needles?)(?! (?:is|are|was|were|can|has|have|will|should|\w+s\b)))|without (?:a |any )?(?:doubt|question|surgery|drugs?|pills|tablets|an operation|going|leaving|hassle|fuss|cutting|scalpel|medication)|nothing (?:but|less than|short of)|no less|(?:do not|don['’]t|never) (?:wait|miss|worry|let|settle|suffer|delay|put up|live|ignore|waste|lose|give up|despair|hesitate|just|need|take|have to)|(?:can['’]t|cannot) (?:wait|go wrong|stand|bear|sleep|lose)|(?:won['’]t|will not) (?:believe|regret|need|have to)|(?:could|can|did)n['’]t (?:walk|climb|lift|run|sleep|move|even|get|bend|stand|find|play)|doesn['’]t (?:matter|have to)|rather than (?:masking|hiding|covering|just|dulling|numbing|treating)|instead of (?:masking|hiding|covering|just|dulling|numbing|treating|pills|surgery|drugs))\b`,
  'gi',
)

/** Whether the clause denies what comes next. */
function isDeniedBefore(before: string): boolean {
  const plain = before.replaceAll(addition, ' ')
  let from = 0
  for (const {index, 0: mark} of plain.matchAll(clauseStart)) from = index + mark.length
  return denial.test(plain.slice(from))
}

/** A denial that takes the words before it as its subject: `A cure cannot be promised`. */
const deniedAfter =
  /^[\w-]*["”'’]?(?: (?:of|for|from|in|to|at|by|on|that|such as)(?: [\w'’-]+){1,5}?| (?:results?|relief|cures?|outcomes?|treatments?|success|recovery|safety|approval))?,? (?:(?:is|are|was|were|can|could|will|would|should|does|do|did|has|have|may|need)(?:n['’]t| not\b|not\b| never\b| no\b| hardly| rarely| seldom| unlikely| impossible| far from| neither| yet to\b| still to\b)|(?:remains?|is|are) (?:unproven|unlikely|impossible|unrealistic|rare|nowhere|still (?:a hope|unproven))|means? (?:nothing|little|only))/i

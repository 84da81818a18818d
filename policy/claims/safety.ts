// Finds promises that a treatment cannot do harm.

import type {Rule} from '../rule.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import {TREATMENT} from '../text/vocabulary.ts'
import {finderOf, type Found, type Wording} from './wordings.ts'

const HINT =
  'Every treatment can do harm. Say what can happen, how often, and who should not have it.'

const treatment = wholeWords(TREATMENT)

/** Harms that an advert may deny. */
const HARMS = oneOf(
  '(?:side|after|ill)[- ]?effects?|adverse (?:effects?|events?|reactions?)|reactions?',
  'risks?(?! (?:factors?|of|that))|dangers?|hazards?|harm|complications?',
  'down ?time|recovery time|time off work|downsides?|drawbacks?',
  'pain(?! (?:relief|killers?|medicines?|medication|clinic))',
)
/** Words before a harm: `no serious side effects`. */
const DEGREE =
  '(?:(?:known|serious|nasty|unpleasant|lasting|harmful|real|whatsoever|significant|major|possible|unwanted|long-term|medical|actual|at all|single|of the|health|negative) )*'
const DEGREE_OF_SAFETY = oneOf(
  'completely|totally|perfectly|absolutely|entirely|utterly|wholly|fully|thoroughly',
  '100 ?% ?|100 per ?cent|one hundred per ?cent|always|inherently|proven|so|super|ever so',
  'incredibly|exceptionally|remarkably|extremely|unquestionably|undeniably',
)

/** Words that report what a study saw, or that limit a statement. Neither is a promise. */
const OBSERVED =
  /\b(?:reported|recorded|seen|observed|found|trial|study|studies|noted|if|when|unless|provided|as long as|most|many|usually|often|some|majority|in case|nearly|almost|people who had|so far)\b/i
const WAS_OBSERVED =
  /\b(?:were|was|have been|has been) (?:\w+ )?(?:reported|recorded|seen|observed|found)\b/i
/** The end of `before` that belongs to the same statement as the words found. */
function clauseOf(before: string): string {
  return before.split(/, (?:and|but|so) |;/i).at(-1) ?? before
}

/** Words that leave room for exceptions. */
const MOSTLY =
  /\b(?:usually|mostly|generally|normally|often|(?:almost|nearly) always|probably|looks?|seems?|appears?|otherwise|most|many|mainly|largely|if|fairly|relatively|almost|nearly)\b|\b(?:may|can|should) be $/i

/** Lesions and tests, which may truly be painless or harmless. */
const LESION =
  /\b(?:lumps?|swellings?|cysts?|moles?|ulcers?|nodules?|sores|a sore|rash(?:es)?|bumps?|spots?|bruis\w+|skin tags?|murmurs?|bleeding|blood in|warts?|noises?|click\w*|crack\w*|condition|bacteria|floaters?|twitch\w*|freckles?|growths?|lesions?|glands?|scans?|x-?rays?|ultrasound|mri|ecg|tests?|imaging|examination|monitor|cuff|hearing)\b/i
const HARMLESS_TO = /^ (?:to (?:most|adults|healthy (?:people|adults))|in|if|when|at|unless)\b/i

/** Subjects of `is safe`. */
const SUBJECT = oneOf(
  TREATMENT,
  'it|they|this|these|both|one',
  'medicines?|tablets?|supplements?|herbs?|herbal \\w+|oils?|creams?|gels?|collagen|turmeric',
  'acupuncture|massage|laser|surgery|operation',
  'method|technique|fluid|solution|serum|approach',
)
const PRAISE =
  'effective|natural|gentle|simple|quick|painless|easy|reliable|proven|affordable|fast|cheap|clean'
const AND_PRAISE = `(?:(?:both|also|very|quite|just as|${PRAISE})(?:,| and)? )*`

/** Words before or after `safe` that say for whom or for what, or that limit the statement. */
const QUALIFIED_BEFORE =
  /\b(?:generally|usually|mostly|probably|considered|thought|believed|regarded|appears?|seems?|relatively|fairly|reasonably|often|may|might|as|sure|keep|kept|not known|if|when|until|checks?|proven|feel|stay|how|only|most people)\b[^,;]*$|\b(?:doses?|moderation|small amounts)\b/i
const QUALIFIED_AFTER =
  /^(?: and \w+)?,? (?:if|when|provided|as long as|so long as|in (?:the|small|low|normal|early|moderation|recommended|pregnancy|most)|for (?:most|many|some|healthy|short|up to|you to)|at (?:the|a|usual|recommended|low|this|normal|these)|up to|unless|only|during|under|while|with|enough|within|to (?:take|use|drive|eat|do|have|stop|go|swim|wait))\b|\bfor (?:most|many|some) /i
const SAFE_PLACE =
  /^safe (?:place|distance|side|space|hands?|home|environment|level|limit|way to (?:lift|store|keep|dispose|get|stop|come))/i

const SAFE_FOR =
  'Nothing is safe for everyone. Say for whom, at which dose, and what can still happen.'

function isQualified({sentence, before, words, after}: Found): boolean {
  return (
    (LESION.test(before) && !treatment.test(sentence)) ||
    QUALIFIED_BEFORE.test(before) ||
    QUALIFIED_AFTER.test(after) ||
    SAFE_PLACE.test(`${words}${after}`)
  )
}

export const wordings: readonly Wording[] = [
  {
    source: oneOf(
      `(?:no|zero|nil|without|free (?:of|from)|not (?:a|one) single|not one|never any|minus the|none of the) (?:any |an? (?:single )?)?${DEGREE}${HARMS}`,
      '(?:risk|side[- ]effects?|complications?|danger|hazard|harm|trouble|downtime|worry)[- ]free',
      '(?:zero|no|nil)[- ]risk',
    ),
    message: 'says that nothing can go wrong',
    hint: HINT,
    unless: ({before, sentence, words}) =>
      OBSERVED.test(clauseOf(before)) ||
      WAS_OBSERVED.test(sentence) ||
      (/\bpain$/i.test(words) &&
        (!treatment.test(sentence) ||
          /\b(?:until|walk|move|bend|exercise|range|can|able)\b/i.test(before))),
  },
  {
    source: oneOf(
      `${DEGREE_OF_SAFETY} ?safe`,
      'safe (?:for|at|in) (?:absolutely )?(?:everyone|everybody|anyone|anybody|all|any|every)(?: \\w+)?',
      'safe as (?:houses|milk|water|tea|can be)',
      "(?:cannot|(?:can|could|wo|does|do)n['’]t|can['’]t|could not|will not|never|do(?:es)? not) (?:possibly |ever |even )?(?:harm|hurt|injure|damage)(?:s|ed)?(?: (?:you|your \\w+|anyone|anybody|a soul|at all|a bit))?",
      "(?:cannot|can['’]t|won['’]t|will not|never|doesn['’]t|not) (?:possibly |ever )?do (?:you |your \\w+ )?(?:any |the slightest )?(?:harm|damage)",
      '(?:does|do|did|done|doing) (?:you )?no harm(?: (?:whatsoever|at all))?',
      'nothing (?:can|could|will|ever) (?:possibly )?(?:go|goes) wrong',
      'nothing to (?:lose|fear)',
      "(?:nothing|no treatment|no injection|couldn['’]t|could not) (?:could |can |is )?(?:be )?safer",
      'the safest (?:[\\w-]+ ){0,2}(?:treatment|therapy|injection|jab|way to (?:heal|treat)|relief|option|choice|remedy)',
      '(?:has|have|had) never (?:once )?(?:harmed|hurt|injured)(?: \\w+)?',
      'not (?:hurt|feel|harm)(?: \\w+)? (?:a bit|at all|one bit|a thing)',
      "(?:won['’]t|will not|don['’]t|do not|never|barely) feel (?:a thing|anything|the needle|any pain|it)",
      'harmless(?:ly)?(?!-)',
      '(?:no one|nobody|no patient|not one patient) (?:has|have) (?:ever )?been (?:harmed|hurt|injured)',
      'poses? no (?:risk|danger|threat)',
      'in (?:complete|total|perfect|absolute) safety',
    ),
    message: 'says that it cannot do harm',
    hint: HINT,
    unless: ({before, words, after, sentence}) =>
      MOSTLY.test(before) ||
      (/^harmless/i.test(words) && (LESION.test(sentence) || HARMLESS_TO.test(after))) ||
      (/^always/i.test(words) && /^ to /i.test(after)) ||
      /^ (?:if|when|provided|unless)\b/i.test(after),
  },
  {
    source: oneOf(
      'painless(?:ly)?',
      'pain[- ]free(?= (?:injections?|jabs?|needles?|shots?|procedures?|operations?|surgery|treatments?|blood|sessions?|visits?|alternative|experience))',
    ),
    message: 'says that it does not hurt',
    hint: 'Say what most people feel, and for how long.',
    unless: ({sentence, before}) => LESION.test(sentence) || MOSTLY.test(clauseOf(before)),
  },
  {
    source: oneOf(
      `safe(?:,| and| but)? (?:[\\w-]+,? ){0,3}(?:treatments?|therap(?:y|ies)|injections?|jabs?|shots?|remed(?:y|ies)|procedures?|alternatives?|options?|choices?|solutions?|relief|way|method|answer|drips?|cure|infusions?)`,
      `safe(?:,| and| &) (?:${PRAISE}|effectively)`,
      `(?:${PRAISE}),? (?:and |& )safe(?= |$|[.,!])`,
      'safely (?:and (?:effectively|naturally|quickly|gently|painlessly)|(?:heals?|relieves?|cures?|treats?|eases?|ends?|removes?|repairs?))',
      '(?:quickly|naturally|gently|effectively|painlessly) and safely',
    ),
    message: 'does not say for whom it is safe',
    hint: SAFE_FOR,
    unless: isQualified,
  },
  {
    source: `${oneOf(
      `${SUBJECT}(?: [\\w'’-]+){0,6} (?:is|are|was|were|be|being|been) `,
      "(?:it|they)['’](?:s|re) ",
      '(?:,|(?<=\\w) and) (?:is|are) (?=safe(?:[,.]| and))',
    )}${AND_PRAISE}(?<words>safe)(?=$|[.,;:!)—–]| (?:and|at|because|for (?:the|your|use|children|babies|both)|as (?:it|they)|–|—))`,
    message: 'does not say for whom it is safe',
    hint: SAFE_FOR,
    unless: isQualified,
  },
]

const find = finderOf(wordings)

export const safety: Rule = {
  id: 'claims/safety',
  title: 'No text says that a treatment has no risk, or that it is safe without saying for whom',
  severity: 'error',
  rationale:
    'Every injection, operation and medicine has risks. Readers can only weigh the risks that they know about. Medicines law requires a fair balance between benefit and risk.',
  sources: [
    {
      title: 'FDA, 21 CFR 202.1, Prescription-drug advertisements',
      url: 'https://www.ecfr.gov/current/title-21/chapter-I/subchapter-C/part-202/section-202.1',
    },
    {
      title: 'FTC, Health Products Compliance Guidance (2022)',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
  ],
  examples: {
    passes: [
      'No injection is completely safe.',
      'Paracetamol is generally safe in pregnancy at the recommended dose.',
      'Keep your tablets in a safe place.',
      'Is it safe?',
      'A painless lump should be seen by a doctor.',
    ],
    fails: [
      'The injection has no side effects.',
      'PRP is a safe treatment.',
      'Prolotherapy is completely safe.',
      'A painless, risk-free jab.',
    ],
  },
  *check({passages}) {
    yield* find(passages)
  },
}

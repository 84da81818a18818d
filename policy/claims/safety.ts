// Finds promises that a treatment cannot do harm.

import type {Rule} from '../rule.ts'
import type {Pattern} from '../text/pattern.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import {TREATMENT} from '../text/vocabulary.ts'
import {LESIONS} from '../words/lesions.ts'
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
const DEGREE = `(?:${oneOf(
  'known|serious|nasty|unpleasant|lasting|harmful|real|whatsoever|significant|major|possible',
  'unwanted|long-term|medical|actual|at all|single|of the|health|negative',
)} )*`
const DEGREE_OF_SAFETY = oneOf(
  'completely|totally|perfectly|absolutely|entirely|utterly|wholly|fully|thoroughly',
  '100 ?% ?|100 per ?cent|one hundred per ?cent|always|inherently|proven|so|super|ever so',
  'incredibly|exceptionally|remarkably|extremely|unquestionably|undeniably',
)

/** Words that report what a study saw, or that limit a statement. Neither is a promise. */
const observed = wholeWords(
  oneOf(
    'reported|recorded|seen|observed|found|trial|study|studies|noted',
    'if|when|unless|provided|as long as|in case|so far',
    'most|many|usually|often|some|majority|nearly|almost|people who had',
  ),
)
const WAS_OBSERVED =
  /\b(?:were|was|have been|has been) (?:\w+ )?(?:reported|recorded|seen|observed|found)\b/i
/** The end of `before` that belongs to the same statement as the words found. */
function clauseOf(before: string): string {
  return before.split(/, (?:and|but|so) |;/i).at(-1) ?? before
}

/** Words that leave room for exceptions. */
const mostly = wholeWords(
  oneOf(
    'usually|mostly|generally|normally|often|probably|most|many|mainly|largely|fairly|relatively',
    'almost|nearly|looks?|seems?|appears?|otherwise|if',
    '(?:may|can|should) be $',
  ),
)

/** Lesions and tests, which may truly be painless or harmless. */
const lesion = wholeWords(oneOf(...LESIONS))
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
const qualifiedBefore = new RegExp(
  `\\b${oneOf(
    'generally|usually|mostly|probably|relatively|fairly|reasonably|often|may|might|most people',
    'considered|thought|believed|regarded|appears?|seems?|not known|proven|feel',
    'as|sure|keep|kept|if|when|until|checks?|stay|how|only',
  )}\\b[^,;]*$|\\b(?:doses?|moderation|small amounts)\\b`,
  'i',
)
const qualifiedAfter = new RegExp(
  `^(?: and \\w+)?,? ${oneOf(
    'if|when|provided|as long as|so long as|unless|only|during|under|while|with|enough|within|up to',
    'in (?:the|small|low|normal|early|moderation|recommended|pregnancy|most)',
    'for (?:most|many|some|healthy|short|up to|you to)',
    'at (?:the|a|usual|recommended|low|this|normal|these)',
    'to (?:take|use|drive|eat|do|have|stop|go|swim|wait)',
  )}\\b|\\bfor (?:most|many|some) `,
  'i',
)
const SAFE_PLACE =
  /^safe (?:place|distance|side|space|hands?|home|environment|level|limit|way to (?:lift|store|keep|dispose|get|stop|come))/i

const SAFE_FOR =
  'Nothing is safe for everyone. Say for whom, at which dose, and what can still happen.'

function isQualified({sentence, before, words, after}: Found): boolean {
  return (
    (lesion.test(before) && !treatment.test(sentence)) ||
    qualifiedBefore.test(before) ||
    qualifiedAfter.test(after) ||
    SAFE_PLACE.test(`${words}${after}`)
  )
}

const riskFree: readonly Pattern[] = [
  {
    name: 'no risk',
    source: `(?:no|zero|nil|without|free (?:of|from)|not (?:a|one) single|not one|never any|minus the|none of the) (?:any |an? (?:single )?)?${DEGREE}${HARMS}`,
    fires: ['no serious side effects', 'free from any danger', 'without pain'],
    quiet: ['no risk factors', 'some side effects', 'no pain relief'],
  },
  {
    name: 'risk-free',
    source: oneOf(
      '(?:risk|side[- ]effects?|complications?|danger|hazard|harm|trouble|downtime|worry)[- ]free',
      '(?:zero|no|nil)[- ]risk',
    ),
    fires: ['risk-free', 'a zero-risk jab'],
    quiet: ['a low-risk jab', 'free of charge'],
  },
]

const CANNOT = oneOf(
  'cannot',
  "(?:can|could|wo|does|do)n['’]t",
  "can['’]t",
  'could not',
  'will not',
  'never',
  'do(?:es)? not',
)

const harmless: readonly Pattern[] = [
  {
    name: 'completely safe',
    source: `${DEGREE_OF_SAFETY} ?safe`,
    fires: ['completely safe', '100% safe'],
    quiet: ['generally safe'],
  },
  {
    name: 'safe for everyone',
    source: oneOf(
      'safe (?:for|at|in) (?:absolutely )?(?:everyone|everybody|anyone|anybody|all|any|every)(?: \\w+)?',
      'safe as (?:houses|milk|water|tea|can be)',
      "(?:nothing|no treatment|no injection|couldn['’]t|could not) (?:could |can |is )?(?:be )?safer",
      'the safest (?:[\\w-]+ ){0,2}(?:treatment|therapy|injection|jab|way to (?:heal|treat)|relief|option|choice|remedy)',
      'in (?:complete|total|perfect|absolute) safety',
    ),
    fires: ['safe at any age', 'safe as houses', 'Nothing is safer.', 'the safest option'],
    quiet: ['safe for some', 'the safest place to park'],
  },
  {
    name: 'cannot harm',
    source: oneOf(
      `${CANNOT} (?:possibly |ever |even )?(?:harm|hurt|injure|damage)(?:s|ed)?(?: (?:you|your \\w+|anyone|anybody|a soul|at all|a bit))?`,
      "(?:cannot|can['’]t|won['’]t|will not|never|doesn['’]t|not) (?:possibly |ever )?do (?:you |your \\w+ )?(?:any |the slightest )?(?:harm|damage)",
      '(?:does|do|did|done|doing) (?:you )?no harm(?: (?:whatsoever|at all))?',
    ),
    fires: ['It cannot hurt you.', 'It won’t do any harm.', 'It does you no harm.'],
    quiet: ['It can hurt you.', 'It does some harm.'],
  },
  {
    name: 'nothing goes wrong',
    source: oneOf(
      'nothing (?:can|could|will|ever) (?:possibly )?(?:go|goes) wrong',
      'nothing to (?:lose|fear)',
      'poses? no (?:risk|danger|threat)',
    ),
    fires: ['Nothing can go wrong.', 'You have nothing to lose.', 'It poses no risk.'],
    quiet: ['What can go wrong?', 'nothing to eat'],
  },
  {
    name: 'has never harmed anyone',
    source: oneOf(
      '(?:has|have|had) never (?:once )?(?:harmed|hurt|injured)(?: \\w+)?',
      '(?:no one|nobody|no patient|not one patient) (?:has|have) (?:ever )?been (?:harmed|hurt|injured)',
    ),
    fires: ['It has never hurt anyone.', 'Nobody has ever been harmed.'],
    quiet: ['It has hurt some people.'],
  },
  {
    name: 'is not felt',
    source: oneOf(
      'not (?:hurt|feel|harm)(?: \\w+)? (?:a bit|at all|one bit|a thing)',
      "(?:won['’]t|will not|don['’]t|do not|never|barely) feel (?:a thing|anything|the needle|any pain|it)",
    ),
    fires: ['It does not hurt at all.', 'You won’t feel a thing.'],
    quiet: ['You may feel the needle.'],
  },
  {
    name: 'harmless',
    source: 'harmless(?:ly)?(?!-)',
    fires: ['It is harmless.'],
    quiet: ['It is harmful.', 'a harmless-looking mark'],
  },
]

const painless: readonly Pattern[] = [
  {
    name: 'painless',
    source: oneOf(
      'painless(?:ly)?',
      'pain[- ]free(?= (?:injections?|jabs?|needles?|shots?|procedures?|operations?|surgery|treatments?|blood|sessions?|visits?|alternative|experience))',
    ),
    fires: ['It works painlessly.', 'a pain-free visit'],
    quiet: ['a pain-free life'],
  },
]

const safeThing = oneOf(
  'treatments?|therap(?:y|ies)|injections?|jabs?|shots?|remed(?:y|ies)|procedures?|alternatives?',
  'options?|choices?|solutions?|relief|way|method|answer|drips?|cure|infusions?',
)

const safe: readonly Pattern[] = [
  {
    name: 'a safe treatment',
    source: `safe(?:,| and| but)? (?:[\\w-]+,? ){0,3}${safeThing}`,
    fires: ['a safe and simple treatment', 'safe, natural relief'],
    quiet: ['a safe place', 'an unsafe treatment'],
  },
  {
    name: 'safe and effective',
    source: oneOf(
      `safe(?:,| and| &) (?:${PRAISE}|effectively)`,
      `(?:${PRAISE}),? (?:and |& )safe(?= |$|[.,!])`,
    ),
    fires: ['safe and simple', 'quick and safe'],
    quiet: ['safe and sound', 'warm and safe'],
  },
  {
    name: 'safely relieves',
    source: oneOf(
      'safely (?:and (?:effectively|naturally|quickly|gently|painlessly)|(?:heals?|relieves?|cures?|treats?|eases?|ends?|removes?|repairs?))',
      '(?:quickly|naturally|gently|effectively|painlessly) and safely',
    ),
    fires: ['It safely ends pain.', 'quickly and safely'],
    quiet: ['Store it safely.'],
  },
]

const isSafe: readonly Pattern[] = [
  {
    name: 'is safe',
    source: `${oneOf(
      `${SUBJECT}(?: [\\w'’-]+){0,6} (?:is|are|was|were|be|being|been) `,
      "(?:it|they)['’](?:s|re) ",
      '(?:,|(?<=\\w) and) (?:is|are) (?=safe(?:[,.]| and))',
    )}${AND_PRAISE}(?<words>safe)(?=$|[.,;:!)—–]| (?:and|at|because|for (?:the|your|use|children|babies|both)|as (?:it|they)|–|—))`,
    fires: ['The treatment is quick and safe.', 'It’s safe for use.'],
    quiet: ['The treatment is safe if it is done well.', 'The car park is safe.'],
  },
]

export const wordings: readonly Wording[] = [
  {
    patterns: riskFree,
    message: 'says that nothing can go wrong',
    hint: HINT,
    unless: ({before, sentence, words}) =>
      observed.test(clauseOf(before)) ||
      WAS_OBSERVED.test(sentence) ||
      (/\bpain$/i.test(words) &&
        (!treatment.test(sentence) ||
          /\b(?:until|walk|move|bend|exercise|range|can|able)\b/i.test(before))),
  },
  {
    patterns: harmless,
    message: 'says that it cannot do harm',
    hint: HINT,
    unless: ({before, words, after, sentence}) =>
      mostly.test(before) ||
      (/^harmless/i.test(words) && (lesion.test(sentence) || HARMLESS_TO.test(after))) ||
      (/^always/i.test(words) && /^ to /i.test(after)) ||
      /^ (?:if|when|provided|unless)\b/i.test(after),
  },
  {
    patterns: painless,
    message: 'says that it does not hurt',
    hint: 'Say what most people feel, and for how long.',
    unless: ({sentence, before}) => lesion.test(sentence) || mostly.test(clauseOf(before)),
  },
  {
    patterns: safe,
    message: 'does not say for whom it is safe',
    hint: SAFE_FOR,
    unless: isQualified,
  },
  {
    patterns: isSafe,
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

// Words that promise that a treatment cannot do harm.

import type {Pattern} from '../../text/pattern.ts'
import {oneOf} from '../../text/phrases.ts'
import {TREATMENT} from '../../text/vocabulary.ts'

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

export const riskFree: readonly Pattern[] = [
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

export const harmless: readonly Pattern[] = [
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

export const painless: readonly Pattern[] = [
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

export const safe: readonly Pattern[] = [
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

export const isSafe: readonly Pattern[] = [
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

// Finds wordings that play down what an injection is, or that make other care look harmful.

import type {Rule} from '../rule.ts'
import type {Pattern} from '../text/pattern.ts'
import {formsOf, oneOf, wholeWords} from '../text/phrases.ts'
import {TREATMENT} from '../text/vocabulary.ts'
import {finderOf, type Found, type Wording} from './wordings.ts'

const treatment = wholeWords(TREATMENT)

/** Tests and devices that really are non-invasive. */
const SCAN = oneOf(
  'scans?|ultrasound|mri|tests?|imaging|monitor\\w*|cuffs?|blood pressure|ventilat\\w+|x-?rays?',
  'measur\\w*|prenatal|oxygen|ecg|screening|cameras?|pictures|brain',
)
const scan = wholeWords(SCAN)
const ofScan = new RegExp(`^ (?:\\w+ ){0,3}${SCAN}\\b`, 'i')

const MEDICINES = `(?:(?:prescription|synthetic|pharmaceutical|pain|man-made|chemical|strong) )*${oneOf(
  'drugs?|pain ?killers?|medications?|medicines?|meds|pills?|tablets?|steroids?|pharmaceuticals?',
  'opioids?|anti-inflammatories|cortisone',
)}`
const HARMFUL = oneOf(
  'harmful|toxic|dangerous|poisonous|nasty|deadly|lethal|damaging|noxious|evil|unnatural',
  'destructive|mind-numbing|stomach-churning|risky|addictive|harsh',
)

/** Contexts in which chemicals or medicines really are a danger, such as driving. */
const HAZARD =
  /\b(?:smoke|tobacco|cigarette\w*|gloves|wash|cleaning|workplace|at work|dump|driv\w+|children|reach)\b/i

const SURGERY = oneOf(
  'surger(?:y|ies)',
  'operations?',
  "the surgeon(?:['’]s (?:knife|table|blade))?",
  'surgeons',
  '(?:the )?knife',
  '(?:the )?scalpels?',
  'the operating (?:table|theatre|room)',
  '(?:joint|knee|hip|shoulder) replacements?',
  'spinal fusion',
)
const AVOID = oneOf(
  formsOf('avoid escape dodge skip bypass sidestep cancel replace ditch shelve'),
  'cancell(?:ed|ing)',
  '(?:spar|sav)(?:es?|ed|ing) (?:you|me|him|her|them|patients|people|yourself|our patients)(?: from)?',
  '(?:been|be|are|were|is|was) spared',
  '(?:prevent|eliminate|remove|end)(?:s|d|ed)?(?= the need)',
  'keep(?:s|ing)? (?:you|them|people|patients|yourself) (?:out of|away from|off|from)',
  '(?:walk|stay)(?:s|ed)? (?:off|away from|out of)',
  'instead of|without|rather than|(?:an?|the) alternative to',
  'no need (?:for|of)|no more|no|zero|not|never need|never (?:\\w+ )?face|no longer need|not need',
  "(?:won|don)['’]t need",
  'forget(?: about)?|say no to|goodbye to|beats|rid of|free (?:you )?(?:of|from)|steer clear of|put off',
)
/** Words that may come between `avoid` and `surgery`. */
const BETWEEN = `(?:${oneOf(
  'the|an?|any|that|this|your|my|their|or|big',
  'having|undergoing|needing|going under|resorting to|need for|need of|to need|risks? of|trauma of|prospect of',
  'major|invasive|risky|painful|open|costly|expensive|unnecessary|drastic|traditional|conventional',
  'knee|hip|back|spinal|shoulder|joint|drugs and|drugs or',
)} )*`

/** Words that express a wish or a hope to avoid surgery, which is no promise. */
const wish = new RegExp(
  `\\b${oneOf(
    'want(?:s|ed)?|wish(?:es|ing)?|hop(?:es?|ing|ed)|prefers?|like|rather|try|tries|trying|keen|able',
    'possible|chance|sometimes|may|might|often|usually|whether|most|many people|some people',
    'some patients|ask(?:ed)?|decided?|choose to|chosen to|few|half|settle\\w*|best to|reason\\w*',
    'if|discuss',
  )}\\b[^.;:]*$`,
  'i',
)

const offer = wholeWords(oneOf(TREATMENT, 'our|you|your|we|cells?|needles?'))
const CALL = /^\W*(?:choose|beat|fix|end|get|try|book|say|heal|come|live|relieve|stop)\b/i

/** Whether a full sentence mentions no treatment: `Many people recover without surgery.` */
function isPlain(sentence: string): boolean {
  return !offer.test(sentence) && sentence.endsWith('.') && !CALL.test(sentence)
}

function isNoPromise({sentence, before, words, after}: Found): boolean {
  return (
    (wish.test(before) && !/\b(?:our|thanks to)\b/i.test(before)) ||
    /\b(?:guideline|trial|study|weight loss|losing weight)\b/i.test(sentence) ||
    (/^(?:without|instead|rather|not|no|zero)\b/i.test(words) && isPlain(sentence)) ||
    (/^(?:no|zero) /i.test(words) &&
      /^ (?:is|was|are|has|can|will|should|today|until|on|\w+s)\b/i.test(after)) ||
    (/^not (?:surgery|an? operation)/i.test(words) && !/^[,!.]/.test(after)) ||
    (/^avoid/i.test(words) && /\b(?:should|must|need to|best|please) $/i.test(before)) ||
    (/^(?:cancel|put off|shelve)/i.test(words) &&
      /\b(?:if|may|have to|need to|us|we|be)\b/i.test(before))
  )
}

/**
 * Whether something other than a treatment is called natural, or the sentence warns about natural
 * products.
 */
function isNaturalElsewhere({sentence, before, words, after}: Found): boolean {
  return (
    /^natural (?:childbirth|birth|light|history|course|process of|way of (?:feeling|reacting))/i.test(
      words,
    ) ||
    (/\b(?:only|perfectly|quite|an?|part of) $/i.test(before) && /^natural$/i.test(words)) ||
    (/natural$/i.test(words) && /^ (?:to|part|reaction|response)\b/i.test(after)) ||
    (/\b(?:interact|side effects|harmful|poisonous|tell your|tell us|ask your|not always|can still|even)\b/i.test(
      sentence,
    ) &&
      !/\b(?:our|we)\b/i.test(sentence)) ||
    /\b(?:some|many|other|herbal (?:and|or)|prefer|light|want) $/i.test(before)
  )
}

/** What the body does by itself, and words that make a statement a theory or a possibility. */
const PHYSIOLOGY =
  /\b(?:immune|attack\w*|insulin|hormones?|endorphins?|mistake\w*|adrenal\w*|cortisol|antibod\w+|allerg\w+|the idea|in theory|thought to|meant to|may|might)\b/i

/** Whether words such as `without drugs` give advice. They promote a treatment only in an offer. */
function isAdvice({sentence, before, words}: Found): boolean {
  return (
    /^(?:without|no|zero|instead of|rather than|not another|minus|free)/i.test(words) &&
    !/^no drugs$/i.test(words) &&
    !/chemical/i.test(words) &&
    (!/\b(?:our|we|heals?|healing|relief|relieves?|ends?|without surgery|natural\w*|treats?|works?|beat|back|live|living|fix)\b/i.test(
      sentence,
    ) ||
      /\b(?:guideline|advise[sd]?|first|start|begin|some people|most|many|if|usually|often|try)\b/i.test(
        before,
      ))
  )
}

const nonInvasive: readonly Pattern[] = [
  {
    name: 'non-invasive',
    source: oneOf(
      'non-?invasive(?:ly)?|non invasive',
      "(?:not|isn['’]t|never) (?:at all |in any way )?invasive",
      'without being invasive',
    ),
    fires: ['a noninvasive jab', 'It isn’t at all invasive.', 'without being invasive'],
    quiet: ['It is invasive.'],
  },
]

const natural: readonly Pattern[] = [
  {
    name: 'all-natural',
    source: oneOf(
      'all[- ]natural(?:ly)?',
      '(?:100 ?% |100 per cent |completely |totally |entirely |purely |wholly )natural(?:ly)?',
    ),
    fires: ['an all-natural product', '100% natural'],
    quiet: ['a natural product'],
  },
  {
    name: 'a natural treatment',
    source: `natural(?:,? (?:and )?[\\w-]+){0,2}?,? ${oneOf(
      'ways?|approach(?:es)?|alternatives?|solutions?|path|route|answers?|cures?|methods?|options?|choices?',
      'healing|relief|repair|recovery|pain relief|painkillers?',
      'formula|process|ingredients?|injectables?',
      TREATMENT,
    )}`,
    fires: ['a natural, gentle way', 'natural healing'],
    quiet: ['natural light', 'an unnatural way'],
  },
  {
    name: 'natural and safe',
    source: oneOf(
      'natural(?=,| and (?:safe|gentle|effective|holistic|painless|drug|chemical))',
      'harmless,? (?:and )?natural',
    ),
    fires: ['natural and gentle', 'natural, not bought', 'harmless and natural'],
    quiet: ['natural and cultural history'],
  },
  {
    name: 'nature’s own',
    source: oneOf(
      'because it (?:is|comes from|is made from)(?: \\w+){0,3} natural(?: \\w+)?',
      "nature['’]s own|nature['’]s (?:\\w+ )?(?:way|answer|medicine|remedy|cure|pharmacy|healer|gift|secret|best|painkiller|alternative)",
      'as nature intended',
    ),
    fires: ['because it is made from natural sugar', 'nature’s secret', 'as nature intended'],
    quiet: ['nature’s colours', 'by nature'],
  },
  {
    name: 'heals naturally',
    source: oneOf(
      "(?:heals?|healed|healing|relieves?|works?|recovers?|treats?|treated|restores?|repairs?|eases?)(?: [\\w'’-]+){0,3} naturally",
      'naturally (?:heals?|healing|relieves?|restores?|repairs?|treats?|eases?|derived|sourced)',
    ),
    fires: ['It eases pain naturally.', 'naturally sourced'],
    quiet: ['It wears off naturally.', 'naturally curly hair'],
  },
  {
    name: 'is natural',
    source:
      "(?:is|are|so|it['’]s) (?:\\w+ )?natural(?=$|[.!;:—–]|, (?:so|and|which|your|the|it|there))",
    fires: ['It is all natural.', 'It’s natural, so relax.'],
    quiet: ['It is natural to worry.'],
  },
]

const bodysOwn: readonly Pattern[] = [
  {
    name: 'the body’s own power',
    source: oneOf(
      "(?:the|your) (?:own )?body['’]s (?:own|natural|innate|in-built|built-in|amazing|incredible)",
      "(?:your|the body['’]s|their|its) own (?:natural )?(?:healing|repair|regenerative|power|ability|wisdom)",
      "(?:the|your) body['’]s (?:\\w+ )?(?:ability|power|capacity|wisdom|potential) to (?:heal|repair|mend|regenerate)",
    ),
    fires: ['your body’s own cells', 'its own healing', 'the body’s ability to mend'],
    quiet: ['your body’s weight', 'its own car park'],
  },
  {
    name: 'the body heals itself',
    source: '(?:your|the) body (?:to )?(?:heals?|repairs?|mends?|cures?) itself',
    fires: ['Your body heals itself.'],
    quiet: ['Your body heals slowly.'],
  },
]

const harmfulMedicines: readonly Pattern[] = [
  {
    name: 'harmful medicines',
    source: oneOf(
      `${HARMFUL} (?:\\w+ )?${MEDICINES}`,
      `${HARMFUL} (?:\\w+ )?(?:chemicals?|substances)`,
    ),
    fires: ['toxic strong painkillers', 'harsh chemicals'],
    quiet: ['cheap painkillers', 'harmful habits'],
  },
]

const drugFree: readonly Pattern[] = [
  {
    name: 'drug-free',
    source: oneOf(
      '(?:chemical|drug|toxin|additive|medication|pill|poison|preservative|steroid|tablet|medicine)s?[- ]free',
      'non-?toxic',
      'free (?:of|from) (?:any |all |harsh |nasty |synthetic )*(?:drugs|chemicals|toxins|additives|synthetics|steroids)',
    ),
    fires: ['drug-free relief', 'nontoxic', 'free from all toxins'],
    quiet: ['sugar-free', 'free from charge'],
  },
  {
    name: 'without drugs',
    source: `${oneOf(
      'without|no|zero|minus|instead of|rather than|not another',
      'skip the|ditch(?:ing|es)? (?:the|your)|throw (?:away|out) (?:the|your)',
      'say no to|forget(?: about)?|goodbye to|out with the',
    )} (?:${oneOf(
      'the use of|the need for|need for|resorting to|popping|taking|swallowing|relying on',
      'any|all|nasty|harsh|synthetic|artificial|endless|daily|more|handfuls of',
    )} )*(?:drugs|chemicals?|pills?|painkillers?|toxins|synthetics|medications?|additives|steroids|poisons?)`,
    fires: ['without taking any pills', 'Ditch the painkillers!'],
    quiet: ['without taking a break', 'with pills'],
  },
  {
    name: 'medicines poison',
    source: oneOf(
      `(?:${MEDICINES}|chemicals) (?:that |which )?(?:poison|wreck|destroy|ruin|pollute)(?:s|ed|ing)?`,
      '(?:poison|pollut)(?:s|ing|es?)? your (?:body|system|blood)',
    ),
    fires: ['pills that wreck you', 'It pollutes your blood.'],
    quiet: ['pills that help', 'food poisoning'],
  },
]

const surgeryAvoided: readonly Pattern[] = [
  {
    name: 'avoids surgery',
    source: `${AVOID} ${BETWEEN}${SURGERY}`,
    fires: ['It spares you a knee operation.', 'no need for the knife', 'Forget surgery!'],
    quiet: ['You may need an operation.', 'Avoid the stairs.'],
  },
  {
    name: 'surgery-free',
    source: oneOf(
      '(?:surgery|scalpel|knife|operation)[- ]free',
      "(?:surgery|(?:an|the) operation|surgeon['’]s knife|joint replacement) (?:is |can be |was |will be )?(?:avoided|unnecessary|skipped|cancelled|needless|a thing of the past|no longer (?:needed|necessary))",
      'non-?surgical (?:cure|fix|repair|facelift|answer|miracle)',
    ),
    fires: ['a scalpel-free day', 'Surgery can be avoided.', 'a non-surgical fix'],
    quiet: ['Surgery can be painful.', 'non-surgical care'],
  },
]

export const wordings: readonly Wording[] = [
  {
    patterns: nonInvasive,
    message: 'makes it look as if nothing went into the body',
    hint: 'Say plainly that a needle goes in, and where.',
    unless: ({sentence, after}) =>
      ofScan.test(after) || (scan.test(sentence) && !treatment.test(sentence)),
  },
  {
    patterns: natural,
    message: 'promotes a treatment by calling it natural',
    hint: 'Natural things can do harm too. Say what is in it and what studies found.',
    unless: isNaturalElsewhere,
  },
  {
    patterns: bodysOwn,
    message: 'promotes a treatment as the body’s own work',
    hint: 'Say what is injected and what studies found.',
    unless: ({sentence}) => PHYSIOLOGY.test(sentence),
  },
  {
    patterns: harmfulMedicines,
    evenDenied: true,
    message: 'makes medicines look worse than they are',
    hint: 'Say how each treatment can help the reader, and what harm it can do.',
    unless: ({before, sentence}) =>
      /\b(?:is|be|are|as|not|n['’]t) (?:an? )?$/i.test(before) || HAZARD.test(sentence),
  },
  {
    patterns: drugFree,
    message: 'compares a treatment with medicines as if medicines only did harm',
    hint: 'Say how each treatment can help the reader, and what harm it can do.',
    unless: (found) =>
      isAdvice(found) ||
      HAZARD.test(found.sentence) ||
      /^ (?:workplace|zone|schools?|policy|living|home|area|interval|holiday|period|days?|week)/i.test(
        found.after,
      ),
  },
  {
    patterns: surgeryAvoided,
    message: 'promises that surgery can be avoided',
    hint: 'Say for whom surgery is an option, and that this treatment may not change that.',
    unless: isNoPromise,
  },
]

const find = finderOf(wordings)

export const framing: Rule = {
  id: 'claims/framing',
  title: 'An injection is called an injection, and other care is described fairly',
  severity: 'error',
  rationale:
    'A needle goes into the body, so an injection is not “non-invasive”. “Natural” and “drug-free” say nothing about benefit or harm. A promise that surgery can be avoided may keep people from an operation that they need. Readers can only choose when each choice is described fairly.',
  sources: [
    {
      title: 'FTC, Health Products Compliance Guidance (2022)',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
    {
      title: 'Patient Information Forum, PIF TICK criteria',
      url: 'https://pifonline.org.uk/pif-tick/',
    },
  ],
  examples: {
    passes: [
      'Ultrasound is a non-invasive scan.',
      'People who want to avoid surgery can ask about exercise.',
      'It is not a sure way to avoid surgery.',
      'Sit near a window with natural light.',
      'Advertisements may call it natural or drug-free.',
    ],
    fails: [
      'It is a non-invasive treatment for sore joints.',
      'The treatment works without the use of harmful drugs.',
      'Prolotherapy helps patients to avoid surgery in many cases.',
      'A natural way to heal.',
      "It uses the body's own healing power.",
    ],
  },
  *check({passages}) {
    yield* find(passages)
  },
}

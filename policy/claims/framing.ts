// Finds wordings that make an injection look like less than it is, or other care like more of a harm.
import {oneOf, wholeWords} from '../phrases.ts'
import type {Rule} from '../rule.ts'
import {TREATMENT} from '../vocabulary.ts'
import {finderOf, type Wording} from './wordings.ts'

const SCAN =
  /\b(?:scans?|ultrasound|mri|tests?|imaging|monitor\w*|cuffs?|blood pressure|ventilat\w+|x-?rays?|measure\w*|prenatal|oxygen|ecg|screening|cameras?|pictures|tool for)\b/i

const treatment = wholeWords(TREATMENT)
const offer = wholeWords(oneOf(TREATMENT, 'our|you|your|we|cells?|needles?'))

/** A full sentence that speaks of no treatment: people get better without surgery as well. */
const isPlain = (sentence: string): boolean =>
  !offer.test(sentence) &&
  /[.]$/.test(sentence) &&
  !/^\W*(?:choose|beat|fix|end|get|try|book|say|heal|come|live|relieve|stop)\b/i.test(sentence)

const DRUGS =
  '(?:prescription |synthetic |pharmaceutical |pain |man-made |chemical |strong )*(?:drugs?|pain ?killers?|medications?|medicines?|meds|pills?|tablets?|steroids?|pharmaceuticals?|opioids?|anti-inflammatories|cortisone)'

const HARMFUL =
  '(?:harmful|toxic|dangerous|poisonous|nasty|deadly|lethal|damaging|noxious|evil|unnatural|destructive|mind-numbing|stomach-churning|risky|addictive|harsh)'

/** Where chemicals are harmful indeed, or medicines at the wheel. */
const smoke =
  /\b(?:smoke|tobacco|cigarette\w*|gloves|wash|cleaning|workplace|at work|dump|driv\w+|children|reach)\b/i

const SURGERY = oneOf(
  'surgery',
  'surgeries',
  'operations?',
  "the surgeon(?:[’']s (?:knife|table|blade))?",
  'surgeons',
  'the knife',
  'scalpels?',
  'the scalpel',
  'the operating (?:table|theatre|room)',
  '(?:joint|knee|hip|shoulder) replacements?',
  'spinal fusion',
  'going under the knife',
)

/** Words between avoiding and what is avoided. */
const BETWEEN =
  '(?:(?:the|a|an|any|that|this|your|my|their|having|undergoing|needing|going under|resorting to|need for|need of|to need|risks? of|trauma of|prospect of|major|invasive|risky|knee|hip|back|spinal|shoulder|painful|open|costly|expensive|unnecessary|drastic|joint|big|drugs and|drugs or|or|traditional|conventional) )*'

const wordings: readonly Wording[] = [
  {
    cues: 'non-?invasive|non invasive|invasive',
    source: oneOf(
      'non-?invasive(?:ly)?',
      'non invasive',
      "(?:not|isn[’']t|never) (?:at all |in any way )?invasive",
      'without being invasive',
    ),
    message: 'makes it look as if nothing went into the body',
    hint: 'Say plainly that a needle goes in, and where.',
    unless: ({sentence, after}) =>
      /^ (?:\w+ ){0,3}(?:scans?|tests?|imaging|monitor\w*|ventilat\w+|brain|prenatal|method of measuring|way to (?:look|measure|check|see))/i.test(
        after,
      ) ||
      (SCAN.test(sentence) && !treatment.test(sentence)),
  },
  {
    cues: 'all[- ]natural|natur|nature',
    source: oneOf(
      'all[- ]natural(?:ly)?',
      '(?:100 ?% |100 per cent |completely |totally |entirely |purely |wholly )natural(?:ly)?',
      `natural(?:,? (?:and )?[\\w-]+){0,2}?,? (?:ways?|approach(?:es)?|alternatives?|solutions?|healing|relief|path|route|method|options?|choices?|formula|process|ingredients?|injectables?|repair|recovery|pain relief|painkillers?|${TREATMENT})`,
      'natural(?=,| and (?:safe|gentle|effective|holistic|painless|drug|chemical))',
      "nature['’]s own|nature['’]s (?:\\w+ )?(?:way|answer|medicine|remedy|cure|pharmacy|healer|gift|secret|best|painkiller|alternative)",
      "(?:heals?|healed|healing|relieves?|works?|recovers?|recover|treats?|treated|restores?|repairs?|eases?)(?: [\\w'’-]+){0,3} naturally",
      'naturally (?:heals?|healing|relieves?|restores?|repairs?|treats?|eases?|derived|sourced)',
      'as nature intended',
      "(?:is|are|so|it[’']s) (?:\\w+ )?natural(?=$|[.!;:—–]|, (?:so|and|which|your|the|it|there))",
    ),
    message: 'speaks for a treatment by calling it natural',
    hint: 'What is natural can do harm too. Say what is in it and what studies found.',
    unless: ({before, after, words, sentence}) =>
      /^natural (?:childbirth|birth|light|history|course|process of|way of (?:feeling|reacting))/i.test(
        words,
      ) ||
      (/\b(?:it is|it['’]s|only|perfectly|quite|is a|part of) (?:perfectly |quite |only |completely |a )?$/i.test(
        before,
      ) &&
        /^natural(?:$| (?:part|reaction|response))/i.test(words)) ||
      (/^(?:completely |entirely |totally )?natural$/i.test(words) && /^ to\b/i.test(after)) ||
      (/\b(?:interact|side effects|harmful|poisonous|tell your|tell us|ask your|not always|can still|even)\b/i.test(
        sentence,
      ) &&
        !/\b(?:our|we)\b/i.test(sentence)) ||
      /\b(?:some|many|other|herbal (?:and|or)|prefer|light|want) $/i.test(before),
  },
  {
    cues: 'bod(?:y|ies)|own',
    source: oneOf(
      "(?:the|your) (?:own )?body['’]s (?:own|natural|innate|in-built|built-in|amazing|incredible)",
      "(?:your|the body['’]s|their|its) own (?:natural )?(?:healing|repair|regenerative|power|ability|wisdom)",
      "(?:the|your) body['’]s (?:\\w+ )?(?:ability|power|capacity|wisdom|potential) to (?:heal|repair|mend|regenerate)",
      '(?:your|the) body (?:to )?(?:heals?|repairs?|mends?|cures?) itself',
    ),
    message: 'speaks for a treatment by giving it to the body',
    hint: 'Say what is injected and what studies found.',
    unless: ({sentence}) =>
      /\b(?:immune|attack\w*|insulin|hormones?|endorphins?|mistake\w*|adrenal\w*|cortisol|antibod\w+|allerg\w+)\b/i.test(
        sentence,
      ) || /\b(?:the idea|in theory|thought to|meant to|may|might)\b/i.test(sentence),
  },
  {
    cues: 'harmful|toxic|dangerous|poison|nasty|deadly|lethal|damaging|noxious|evil|unnatural|destructive|mind-|stomach-|risky|addictive|harsh',
    source: oneOf(
      `${HARMFUL} (?:\\w+ )?${DRUGS}`,
      `${HARMFUL} (?:\\w+ )?(?:chemicals?|substances)`,
    ),
    evenDenied: true,
    message: 'runs medicines down',
    hint: 'Say what each treatment can do for the reader, and what harm each can do.',
    unless: ({before, sentence}) =>
      /\b(?:is|be|are|as|not|n['’]t) (?:an? )?$/i.test(before) || smoke.test(sentence),
  },
  {
    cues: 'chemical|drug|toxin|additive|medication|pill|poison|preservative|steroid|tablet|medicine|non-?toxic|painkiller|pain killer|synthetic|opioid|pollut|meds|pharmac|anti-inflam|cortisone',
    source: oneOf(
      '(?:chemical|drug|toxin|additive|medication|pill|poison|preservative|steroid|tablet|medicine)s?[- ]free',
      'non-?toxic',
      `free (?:of|from) (?:any |all |harsh |nasty |synthetic )*(?:drugs|chemicals|toxins|additives|synthetics|steroids)`,
      `(?:without|no|zero|minus|skip the|ditch(?:ing|es)? (?:the|your)|say no to|forget(?: about)?|not another|instead of|rather than|throw (?:away|out) (?:the|your)|goodbye to|out with the) (?:the use of |the need for |need for |resorting to |popping |taking |swallowing |relying on |any |all |nasty |harsh |synthetic |artificial |endless |daily |more |handfuls of )*(?:drugs?|chemicals?|pills?|painkillers?|toxins|synthetics|medications?|additives|steroids|poisons?)`,
      `(?:${DRUGS}|chemicals) (?:that |which )?(?:poison|wreck|destroy|ruin|pollute)(?:s|ed|ing)?`,
      `(?:poison|pollut)(?:s|ing|e|es)? your (?:body|system|blood)`,
    ),
    message: 'sets a treatment off against medicines as if they only did harm',
    hint: 'Say what each can do for the reader and what harm each can do.',
    unless: ({before, words, sentence, after}) =>
      (/^(?:without|no|zero|instead of|rather than|not another|minus|free)/i.test(words) &&
        !/^no drugs?$/i.test(words) &&
        !/\b(?:harmful|toxic|dangerous|nasty|poison|chemical)/i.test(words) &&
        (!/\b(?:our|we|heals?|healing|relief|relieves?|ends?|without surgery|natural\w*|treat|treats|work|works|beat|back|live|living|fix)\b/i.test(
          sentence,
        ) ||
          /\b(?:guideline|advise[sd]?|first|start|begin|some people|most|many|if|usually|often|try)\b/i.test(
            before,
          ))) ||
      /^ (?:workplace|zone|schools?|policy|living|home|area|interval|holiday|period|days?|week)/i.test(
        after,
      ) ||
      smoke.test(sentence),
  },
  {
    cues: 'surg|operat|knife|scalpel|replacement|fusion|joint replacement|non-?surgical',
    source: oneOf(
      `(?:avoid(?:s|ed|ing)?|escap(?:e|es|ed|ing)|dodg(?:e|es|ed|ing)|skip(?:s|ped|ping)?|bypass(?:es|ed|ing)?|sidestep(?:s|ped|ping)?|cancel(?:s|led|ling)?|(?:spar(?:e|es|ed|ing)|sav(?:e|es|ed|ing)) (?:you|me|him|her|them|patients|people|yourself|our patients)(?: from)?|prevent(?:s|ed)?(?= the need)|eliminat(?:e|es)(?= the need)|remov(?:e|es)(?= the need)|ends?(?= the need)|keep(?:s|ing)? (?:you|them|people|patients|yourself) (?:out of|away from|off|from)|(?:been|be|are|were|is|was) spared|walk(?:s|ed)? away from|sta(?:y|ys|yed) (?:off|away from|out of)|instead of|without|an? alternative to|the alternative to|rather than|replac(?:e|es|ed|ing)|no need (?:for|of)|no more|no|zero|forget(?: about)?|never need|never (?:\\w+ )?face|no longer need|not need|won['’]t need|don['’]t need|ditch(?:es|ing)?|say no to|goodbye to|not|beats|rid of|free (?:you )?(?:of|from)|steer clear of|put off|shelve) (?=(?:[\\w'’-]+ ){0,5}?)${BETWEEN}${SURGERY}`,
      '(?:surgery|scalpel|knife|operation)[- ]free',
      "(?:surgery|an operation|the operation|surgeon[’']s knife|joint replacement) (?:is |can be |was |will be )?(?:avoided|unnecessary|skipped|cancelled|needless|a thing of the past|no longer (?:needed|necessary))",
      'non-?surgical (?:cure|fix|repair|facelift|answer|miracle)',
    ),
    message: 'promises that surgery can be avoided',
    hint: 'Say for whom surgery is an option, and that this may not change it.',
    unless: ({before, sentence, words, after}) =>
      (/\b(?:want|wants|wanted|wish|wishes|wishing|hope|hopes|hoping|hoped|prefer|prefers|like|rather|trying|try|tries|keen|able|possible|chance|sometimes|may|might|often|usually|whether|most|many people|some people|some patients|ask|asked|decide|decided|choose to|chosen to|chance of|few|half|settle\w*|best to|reason\w*|if|discuss)\b[^.;:]*$/i.test(
        before,
      ) &&
        !/\b(?:our|thanks to)\b/i.test(before)) ||
      /\b(?:guideline|trial|study|weight loss|losing weight)\b/i.test(sentence) ||
      (/^(?:no|zero) /i.test(words) &&
        /^ (?:is|was|are|has|can|will|should|today|until|on|\w+s)\b/i.test(after)) ||
      (/^(?:without|instead|rather|not|no|zero)\b/i.test(words) && isPlain(sentence)) ||
      (/^not (?:surgery|an? operation)/i.test(words) &&
        !/^[,!.]/.test(after) &&
        !treatment.test(sentence)) ||
      (/^avoid/i.test(words) && /\b(?:should|must|need to|best|please) $/i.test(before)) ||
      (/^(?:cancel|put off|shelve)/i.test(words) &&
        /\b(?:if|may|have to|need to|us|we|be)\b/i.test(before)),
  },
]

const find = finderOf(wordings)

export const framing = {
  id: 'claims/framing',
  title: 'An injection is called an injection, and other care is not run down',
  severity: 'error',
  rationale:
    'A needle goes into the body, so it is not “non-invasive”; “natural” and “drug-free” say nothing about benefit or harm; and the promise that surgery can be avoided may keep people from an operation that they need. A reader can only choose when each choice is shown fairly.',
  sources: [
    {
      title: 'FTC, Health Products Compliance Guidance (2022)',
      url: 'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance',
    },
    {
      title: 'Patient Information Forum, PIF TICK criteria',
      url: 'https://piftick.org.uk/for-creators/pif-tick-criteria/',
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
    for (const passage of passages) yield* find(passage)
  },
} as const satisfies Rule

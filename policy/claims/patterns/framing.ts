// Words that set a treatment against other care, or call it nature's or the body's own.

import type {Pattern} from '../../text/pattern.ts'
import {formsOf, oneOf} from '../../text/phrases.ts'
import {TREATMENT} from '../../text/vocabulary.ts'

const MEDICINES = `(?:(?:prescription|synthetic|pharmaceutical|pain|man-made|chemical|strong) )*${oneOf(
  'drugs?|pain ?killers?|medications?|medicines?|meds|pills?|tablets?|steroids?|pharmaceuticals?',
  'opioids?|anti-inflammatories|cortisone',
)}`
const HARMFUL = oneOf(
  'harmful|toxic|dangerous|poisonous|nasty|deadly|lethal|damaging|noxious|evil|unnatural',
  'destructive|mind-numbing|stomach-churning|risky|addictive|harsh',
)

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
  formsOf('avoid escape dodge skip sidestep cancel replace ditch shelve'),
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

export const nonInvasive: readonly Pattern[] = [
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

export const natural: readonly Pattern[] = [
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

export const bodysOwn: readonly Pattern[] = [
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

export const harmfulMedicines: readonly Pattern[] = [
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

export const drugFree: readonly Pattern[] = [
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

export const surgeryAvoided: readonly Pattern[] = [
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

// Finds statements that a regulator has approved a therapy, unless the therapy's record says so.

import {referencesIn} from '../references.ts'
import type {Context, Rule, Subject, TherapyRecord} from '../rule.ts'
import type {Pattern} from '../text/pattern.ts'
import {oneOf, wholeWords} from '../text/phrases.ts'
import {TREATMENT} from '../text/vocabulary.ts'
import {finderOf, type Found, type Wording} from './wordings.ts'

/** Regulators. Each key is the name in a therapy's record; the pattern matches the names in texts. */
const regulators: Readonly<Record<string, string>> = {
  FDA: String.raw`FDA|F\.D\.A\.?|Food (?:and|&) Drug Administration`,
  EMA: 'EMA|European Medicines Agency',
  MHRA: 'MHRA|Medicines (?:and|&) Healthcare products Regulatory Agency',
  TGA: 'TGA|Therapeutic Goods Administration',
  'Health Canada': 'Health Canada',
  NICE: 'National Institute for Health and (?:Care|Clinical) Excellence|NICE',
  NHS: 'NHS|National Health Service',
  Medsafe: 'Medsafe',
  HPRA: 'HPRA',
  Swissmedic: 'Swissmedic',
  WHO: 'World Health Organi[sz]ation',
  PMDA: 'PMDA',
  CQC: 'CQC|Care Quality Commission',
  SMC: 'SMC|Scottish Medicines Consortium',
  CDSCO: 'CDSCO',
  ANVISA: 'ANVISA',
  BfArM: 'BfArM',
  ANSM: 'ANSM',
  UKHSA: 'UKHSA|UK Health Security Agency|Public Health England',
}
/** Regulators without a name of their own, such as `the authorities`. */
const AUTHORITY = oneOf(
  '(?:government|regulators?|authorit(?:y|ies)|watchdog|officials|ministers?)(?: (?:in|of) \\w+)?',
  '(?:drug|medicines) (?:controller|board)|medicines agency|(?:ministry|department) of health',
)
const UNNAMED = `(?:${oneOf(
  'federal|state|national|european|british|american|us|uk|swiss|german|irish|french|dutch|italian',
  'spanish|scottish|welsh|canadian|australian|indian|japanese|korean|chinese|brazilian',
  'medicines|drugs?|health',
)} )*${AUTHORITY}`

const REGULATOR = oneOf(...Object.values(regulators), UNNAMED)

const APPROVED = oneOf(
  'approved|cleared|licen[sc]ed|registered|endorsed|authori[sz]ed|certified|accredited',
  'recommended|sanctioned|backed|passed|listed|validated|permitted|accepted|okayed',
  'recogni[sz]ed|supported|green-?lit|ratified|vetted|accepted|signed (?:it |this |them )?off(?: on)?',
)
const APPROVES = oneOf(
  'approves?|clears?|licen[sc]es?|registers?|endorses?|authori[sz]es?|certif(?:y|ies)|accredits?',
  'recommends?|sanctions?|backs|passes|supports?|recogni[sz]es?|accepts|signs off(?: on)?',
  'lists (?:[\\w-]+ ){1,3}(?:among|as)|made (?:[\\w-]+ ){1,3}an? (?:registered|licensed|approved)',
)
const SIGN = oneOf(
  'approval|clearance|licen[sc]e|authori[sz]ation|blessing|seal|stamp',
  'green light|go-ahead|nod|thumbs[- ]up|OK|positive opinion',
)
const APPROVAL = oneOf(
  SIGN,
  'registration|endorsement|certification|accreditation|recommendation|backing',
)
/** Countries and regions that license medicines. */
const REGION = oneOf(
  'us|usa|uk|eu|united (?:states|kingdom)|european union|europe|britain|england|scotland|wales',
  'ireland|germany|france|spain|italy|switzerland|canada|australia|new zealand|japan|south korea',
  'korea|india|brazil|mexico',
)
const NOVEL = oneOf(
  'prolotherapy|PRP|plasma|platelets?|stem[- ]cells?|exosomes?|biocellular|regenerative',
  'bone marrow|dextrose|ozone|needling',
)

const treatment = wholeWords(TREATMENT)
const novel = wholeWords(oneOf(NOVEL, 'our'))
const PRONOUN = /\b(?:it|we|our|this|these|they)\b/i

/** Treatments that regulators have approved, or that need no approval. */
const ESTABLISHED = oneOf(
  'steroids?|cortisone|corticosteroids?|hyaluron\\w+|botulinum|botox|vaccin\\w+|insulin|flu|aspirin',
  'paracetamol|ibuprofen|naproxen|antibiotics?|local an(?:a)?esthetic|statins?|morphine|vitamin D',
  'exercise|physiotherapy|physical therapy|acupuncture|contracepti\\w+|methotrexate|biologics?',
)
const established = wholeWords(ESTABLISHED)

const otherUse = wholeWords(
  oneOf(
    '(?:for|to) (?:another|other|different|something else|drawing|low blood sugar|fluids?|drips?)',
    'off[- ]label|other uses?|another use|certain uses|low blood sugar|hypoglyc\\w+|only (?:as|for)',
    'for use in (?:research|surgery)|bone graft',
  ),
)
/** Devices, and people and places with a licence. */
const otherThing = wholeWords(
  oneOf(
    'devices?|syringes?|needles? (?:is|are|has|have)|machines?|centrifuges?|kits?|tubes?|equipment',
    'doctors? (?:is|are) (?:\\w+ )?(?:registered|licen[sc]ed|approved|accredited|certified)',
    'nurses?|surgeons?|pharmac\\w+|practitioners?|physiotherapists?|staff|ethics|committee',
    'clinic (?:is|has)|hospitals?|charit\\w+',
  ),
)
/** Words before an approval that has not been given yet or that is a condition. */
const wanted = new RegExp(
  `\\b${oneOf(
    'waiting for|apply(?:ing)? for|applied for|awaiting|seek(?:s|ing)?|pending|look for|check',
    'before|needs?|requires?|must have|ask (?:for|about)|if|once|until|after',
    'only (?:if|when|after|once|for)',
  )}\\b[^,]*$`,
  'i',
)
const USE_OF = /^ (?:uses?|label|leaflet|dose|website|medicines for certain)\b/i

/** A relative clause about an established treatment: `insulin, which regulators approved`. */
const ofEstablished = new RegExp(
  `\\b${ESTABLISHED},? (?:which|that|who(?:se)?) (?:\\w+ ){0,2}$`,
  'i',
)

function isElsewhere({sentence, before, words, after}: Found): boolean {
  return (
    ofEstablished.test(before) ||
    otherUse.test(sentence) ||
    otherThing.test(sentence) ||
    (established.test(sentence) && !novel.test(sentence)) ||
    USE_OF.test(after) ||
    wanted.test(before) ||
    /\bnice\b/.test(words)
  )
}

function isAboutNone(found: Found): boolean {
  return (
    isElsewhere(found) ||
    !(
      /^\W*(?:\w+ )?$/.test(found.before) ||
      treatment.test(found.sentence) ||
      PRONOUN.test(found.sentence)
    )
  )
}

const UNSAID = oneOf('officially', 'federally', 'fully', 'legally')
const ofTreatment = new RegExp(
  `^ (?:\\w+ ){0,2}(?:for\\b|alternative|remedy|cure|${TREATMENT}|${NOVEL})`,
  'i',
)

const HAS = oneOf(
  'has|have|had|now|also|officially|fully|recently|even|finally|just|already|itself|in \\d{4}',
  'gives?(?: it| its| this)?|gave|given|full',
)

const approved: readonly Pattern[] = [
  {
    name: 'FDA-approved',
    source: `(?:fully |officially |now |recently )?${oneOf(REGULATOR, UNSAID)}[- ](?:fully |officially )?${APPROVED}`,
    fires: ['FDA-approved', 'a government approved jab', 'officially recognised'],
    quiet: ['newly approved', 'The FDA has met.'],
  },
]

const approvals: readonly Pattern[] = [
  {
    name: 'approved by the FDA',
    source: `${APPROVED}(?: (?:for|as)(?: \\w+){1,4}?)? (?:by|with|through) (?:[\\w.'’]+ ){0,3}?${REGULATOR}(?! ethics)`,
    fires: [
      'approved by the FDA',
      'approved for back pain by the FDA',
      'registered with the authorities',
    ],
    quiet: ['approved by our doctors', 'approved by the NHS ethics board'],
  },
  {
    name: 'the FDA approves',
    source: `${REGULATOR}(?:['’]s)?,? (?:${HAS} )*${oneOf(APPROVED, APPROVES, APPROVAL)}`,
    fires: ['NICE recommends it.', 'The FDA has now cleared it.', 'the FDA’s blessing'],
    quiet: ['The FDA has not cleared it.', 'We recommend it.'],
  },
  {
    name: 'the FDA gave its blessing',
    source: `${REGULATOR},? (?:has |have )?(?:all )?(?:gives?|gave|given|granted|grants|put) (?:[\\w'’-]+ ){0,6}?${SIGN}`,
    fires: ['The FDA gave the jab its blessing.'],
    quiet: ['The FDA gave a warning.'],
  },
  {
    name: 'licensed in a country',
    source: `(?:licen[sc]ed|approved|authori[sz]ed|registered|cleared) (?:for sale |for use )?(?:in|across|throughout) (?:the )?${REGION}\\b`,
    fires: ['licensed for use in the UK', 'cleared across Europe'],
    quiet: ['licensed in part', 'sold in the UK'],
  },
  {
    name: 'a marketing authorisation',
    source:
      '(?:has|have|had|holds?|held|carry|carries|carried|won|got|received|granted|gained|obtained|with) (?:an? |full |formal |the |uk |us |eu |european )*(?:marketing authori[sz]ation|product licen[sc]e)',
    fires: ['It holds a full product licence.'],
    quiet: ['It needs a product licence.'],
  },
  {
    name: 'approval from the FDA',
    source: `${APPROVAL} (?:of approval )?(?:from|of|by) (?:[\\w'’]+ )?${REGULATOR}`,
    fires: ['the blessing of the FDA', 'a seal of approval from the ministry of health'],
    quiet: ['a letter from the FDA'],
  },
  {
    name: 'approved cells',
    source: `(?:licen[sc]ed|approved|authori[sz]ed|registered|cleared|certified|accredited) (?:cell|${NOVEL})`,
    fires: ['approved stem cells', 'licensed PRP'],
    quiet: ['approved tablets'],
  },
  {
    name: 'on the register',
    source: `(?:on|in) the ${REGULATOR}(?:['’]s)? (?:approved )?(?:register|list)`,
    fires: ['It is on the FDA’s approved list.'],
    quiet: ['It is on the waiting list.'],
  },
]

const advice = {
  message: 'says that a regulator has approved it',
  hint: 'Say which regulator has approved what, and for which use. If none has, say so.',
}

export const wordings: readonly Wording[] = [
  {
    ...advice,
    patterns: approved,
    unless: (found) =>
      isElsewhere(found) ||
      (new RegExp(`^${UNSAID}`, 'i').test(found.words) && !ofTreatment.test(found.after)),
  },
  {...advice, patterns: approvals, unless: isAboutNone},
]

/** The therapies that a sentence is about: those it names, or the document's, or all of them. */
function therapiesOf(
  sentence: string,
  {document}: Subject,
  {therapies}: Context,
): readonly TherapyRecord[] {
  const all = [...therapies.values()]
  const named = all.filter(({names}) => names.some((name) => namePattern(name).test(sentence)))
  if (named.length > 0) return named
  const listed = referencesIn(document.therapies).map(({target}) => target)
  const about = new Set([document._id, ...listed])
  const covered = all.filter(({id}) => about.has(id))
  return covered.length > 0 ? covered : all
}

function namePattern(name: string): RegExp {
  return wholeWords(name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
}

function regulatorIn(words: string): string | undefined {
  return Object.keys(regulators).find((name) => wholeWords(regulators[name] ?? name).test(words))
}

const find = finderOf(wordings)

export const regulatory: Rule = {
  id: 'claims/regulatory',
  title: 'The text only claims a regulator’s approval that is in the therapy’s record',
  severity: 'error',
  rationale:
    'Readers take “FDA approved” to mean that a treatment has been checked, works and is safe. The FDA has approved no stem cell or exosome product for joint or back pain and warns about clinics that claim its approval.',
  sources: [
    {
      title:
        'FDA, Important Patient and Consumer Information About Regenerative Medicine Therapies',
      url: 'https://www.fda.gov/vaccines-blood-biologics/consumers-biologics/important-patient-and-consumer-information-about-regenerative-medicine-therapies',
    },
    {
      title: 'FDA, Is It Really “FDA Approved”?',
      url: 'https://www.fda.gov/consumers/consumer-updates/it-really-fda-approved',
    },
  ],
  examples: {
    passes: [
      'The FDA has not approved PRP for back pain.',
      'The FDA has approved dextrose for other uses, such as low blood sugar.',
      'This study was approved by the ethics committee.',
      {
        says: 'Our dextrose injection is approved by the FDA. (The record of that therapy says so.)',
        document: {
          _id: 'article',
          _type: 'article',
          title: 'Our dextrose injection is approved by the FDA',
        },
        context: {
          therapies: new Map([
            [
              'dextrose',
              {id: 'dextrose', names: ['Dextrose'], evidenceLevel: 'limited', approvedBy: ['FDA']},
            ],
          ]),
        },
      },
    ],
    fails: [
      'Our injections are approved by the FDA.',
      'NICE recommends prolotherapy.',
      'A government-approved treatment.',
    ],
  },
  *check(subject, context) {
    for (const flaw of find(subject.passages)) {
      const regulator = regulatorIn(flaw.quote?.text ?? '')
      const isApproved =
        regulator !== undefined &&
        context.therapies.size > 0 &&
        therapiesOf(flaw.sentence ?? '', subject, context).every(({approvedBy}) =>
          approvedBy.includes(regulator),
        )
      if (!isApproved) yield flaw
    }
  },
}

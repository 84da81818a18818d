// Words that say that a regulator has approved something.

import type {Pattern} from '../../text/pattern.ts'
import {oneOf} from '../../text/phrases.ts'

/** Regulators. Each key is the name in a therapy's record; the pattern matches the names in texts. */
export const regulators: Readonly<Record<string, string>> = {
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
export const NOVEL = oneOf(
  'prolotherapy|PRP|plasma|platelets?|stem[- ]cells?|exosomes?|biocellular|regenerative',
  'bone marrow|dextrose|ozone|needling',
)

export const UNSAID = oneOf('officially', 'federally', 'fully', 'legally')
const HAS = oneOf(
  'has|have|had|now|also|officially|fully|recently|even|finally|just|already|itself|in \\d{4}',
  'gives?(?: it| its| this)?|gave|given|full',
)

export const approved: readonly Pattern[] = [
  {
    name: 'FDA-approved',
    source: `(?:fully |officially |now |recently )?${oneOf(REGULATOR, UNSAID)}[- ](?:fully |officially )?${APPROVED}`,
    fires: ['FDA-approved', 'a government approved jab', 'officially recognised'],
    quiet: ['newly approved', 'The FDA has met.'],
  },
]

export const approvals: readonly Pattern[] = [
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
